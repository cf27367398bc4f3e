#include "support/desk.hpp"

namespace tiendo::test {
namespace {

using model::TaskId;

const TaskId a{"a"};

PlanBuilder one_task(bool plan_owed = false) {
  PlanBuilder plan;
  plan.task({.id = "a",
             .start = "2025-04-11",
             .due = "2025-04-20",
             .coordinating = {"trung-tam"},
             .plan_owed = plan_owed});
  return plan;
}

}  // namespace

TEST_CASE("a task goes from announced to accepted when each does his part") {
  Desk desk{one_task(true)};
  CHECK(desk.state_of("a") == "announced");
  desk.given(staff(), model::BeginPlan{a});
  CHECK(desk.state_of("a") == "planning");
  desk.given(staff(), model::SubmitPlan{a, "12/KH-NV"});
  CHECK(desk.state_of("a") == "plan_submitted");
  CHECK(desk.task("a").plan_document == "12/KH-NV");
  desk.given(leader(), model::ReturnPlan{a, "thiếu kinh phí"});
  CHECK(desk.state_of("a") == "planning");
  desk.given(head(), model::SubmitPlan{a, "15/KH-NV"});
  desk.given(leader(), model::ApprovePlan{a, ""});
  CHECK(desk.state_of("a") == "ready");
  CHECK(desk.task("a").plan_document == "15/KH-NV");
  desk.given(staff(), model::StartTask{a});
  CHECK(desk.state_of("a") == "in_progress");
  desk.given(staff(), model::ReportProgress{a, 40, "đã mời đại biểu"});
  CHECK(desk.task("a").percent == 40);
  CHECK(desk.task("a").progress == "đã mời đại biểu");
  desk.given(staff(), model::ReportTask{a, "20/BC-NV", "xong"});
  CHECK(desk.state_of("a") == "reported");
  CHECK(desk.task("a").reported_at == at("2025-01-06 08:00"));
  desk.given(leader(), model::ReturnReport{a, "thiếu danh sách"});
  CHECK(desk.state_of("a") == "in_progress");
  CHECK_FALSE(desk.task("a").reported_at);
  desk.given(staff(), model::ReportTask{a, "21/BC-NV", ""});
  desk.given(leader(), model::AcceptTask{a, "tốt"});
  CHECK(desk.state_of("a") == "accepted");
  CHECK(desk.task("a").report_document == "21/BC-NV");
  desk.given(leader(), model::ReopenTask{a, "bổ sung số liệu"});
  CHECK(desk.state_of("a") == "in_progress");
  CHECK_FALSE(desk.task("a").accepted_at);
}

TEST_CASE("without a detailed plan owed an announced task is ready") {
  const Desk desk{one_task()};
  CHECK(desk.state_of("a") == "ready");
  CHECK(desk.tried(staff(), model::BeginPlan{a}) == "wrong_state");
  CHECK(desk.tried(staff(), model::SubmitPlan{a, ""}) == "wrong_state");
}

TEST_CASE("the law refuses what does not stand in the state of the task") {
  Desk desk{one_task(true)};
  CHECK(desk.tried(leader(), model::ApprovePlan{a, ""}) == "wrong_state");
  CHECK(desk.tried(staff(), model::StartTask{a}) == "wrong_state");
  CHECK(desk.tried(staff(), model::ReportProgress{a, 1, ""}) == "wrong_state");
  CHECK(desk.tried(staff(), model::ReportTask{a, "", ""}) == "wrong_state");
  CHECK(desk.tried(leader(), model::AcceptTask{a, ""}) == "wrong_state");
  CHECK(desk.tried(leader(), model::ReopenTask{a, "x"}) == "wrong_state");
  CHECK(desk.tried(leader(), model::ResumeTask{a}) == "wrong_state");
  desk.given(leader(), model::CancelTask{a, "không còn cần"});
  CHECK(desk.state_of("a") == "cancelled");
  CHECK(desk.tried(staff(), model::SubmitPlan{a, ""}) == "wrong_state");
  CHECK(desk.tried(leader(), model::CancelTask{a, "x"}) == "wrong_state");
  CHECK(desk.tried(staff(), model::CommentTask{a, "lưu hồ sơ"}) == "accepted");
}

TEST_CASE("a suspended task takes up the state it had") {
  Desk desk{one_task(true)};
  desk.given(staff(), model::BeginPlan{a});
  desk.given(leader(), model::SuspendTask{a, "chờ kinh phí"});
  CHECK(desk.state_of("a") == "suspended");
  CHECK(desk.tried(staff(), model::SubmitPlan{a, ""}) == "wrong_state");
  CHECK(desk.tried(staff(), model::AskExtension{a, day("2025-05-10"), "x"}) == "wrong_state");
  desk.given(office(), model::ResumeTask{a});
  CHECK(desk.state_of("a") == "planning");
}

TEST_CASE("a reason is asked for where the step has to be explained") {
  Desk desk{one_task(true)};
  for (const std::string blank : {"", " \t"}) {
    CHECK(desk.tried(leader(), model::SuspendTask{a, blank}) == "bad_argument");
    CHECK(desk.tried(leader(), model::CancelTask{a, blank}) == "bad_argument");
    CHECK(desk.tried(staff(), model::CommentTask{a, blank}) == "bad_argument");
    CHECK(desk.tried(staff(), model::AskExtension{a, day("2025-05-10"), blank}) == "bad_argument");
  }
  desk.given(staff(), model::SubmitPlan{a, ""});
  CHECK(desk.tried(leader(), model::ReturnPlan{a, ""}) == "bad_argument");
  desk.given(leader(), model::ApprovePlan{a, ""}).given(staff(), model::StartTask{a});
  desk.given(staff(), model::ReportTask{a, "", ""});
  CHECK(desk.tried(leader(), model::ReturnReport{a, ""}) == "bad_argument");
  desk.given(leader(), model::AcceptTask{a, ""});
  CHECK(desk.tried(leader(), model::ReopenTask{a, ""}) == "bad_argument");
}

TEST_CASE("progress goes from 0 to 100 percent") {
  Desk desk{one_task()};
  desk.given(staff(), model::StartTask{a});
  CHECK(desk.tried(staff(), model::ReportProgress{a, -1, ""}) == "bad_argument");
  CHECK(desk.tried(staff(), model::ReportProgress{a, 101, ""}) == "bad_argument");
  CHECK(desk.tried(staff(), model::ReportProgress{a, 0, ""}) == "accepted");
  CHECK(desk.tried(staff(), model::ReportProgress{a, 100, ""}) == "accepted");
}

TEST_CASE("a task starts by hand only after the tasks that it comes after") {
  PlanBuilder plan;
  plan.task({.id = "a"}).task({.id = "b", .after = {"a"}});
  Desk desk{plan};
  const TaskId b{"b"};
  CHECK(desk.tried(staff(), model::StartTask{b}) == "waits_for");

  SECTION("accepted") {
    desk.given(staff(), model::StartTask{a}).given(staff(), model::ReportTask{a, "", ""});
    CHECK(desk.tried(staff(), model::StartTask{b}) == "waits_for");
    desk.given(leader(), model::AcceptTask{a, ""});
    CHECK(desk.tried(staff(), model::StartTask{b}) == "accepted");
  }
  SECTION("or cancelled") {
    desk.given(leader(), model::CancelTask{a, "thôi"});
    CHECK(desk.tried(staff(), model::StartTask{b}) == "accepted");
  }
}

TEST_CASE("an event says when, who, for whom and under which version of the plan") {
  Desk desk{one_task(true)};
  auto wanted = command(office(), model::SubmitPlan{a, "12/KH-NV"});
  wanted.on_behalf = model::OnBehalf{"Nguyễn Văn An", "12/KH-NV"};
  const auto decision = desk.time("2025-01-07 09:15").decided(wanted);
  REQUIRE(decision.accepted());
  const auto& event = decision.events.front();
  CHECK(event.at == at("2025-01-07 09:15"));
  CHECK(event.actor == office().id);
  CHECK(*event.on_behalf == *wanted.on_behalf);
  CHECK(event.campaign == wanted.campaign);
  CHECK(event.plan_version == 1);
}

}  // namespace tiendo::test
