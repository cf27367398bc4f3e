#include <cmath>

#include "support/desk.hpp"

namespace tiendo::test {
namespace {

const model::TaskId a{"a"};
const model::TaskId b{"b"};

PlanBuilder two_tasks_that_are_closing() {
  PlanBuilder plan;
  plan.task({.id = "a"}).task({.id = "b"});
  plan.phases({chart::State{.id = "done", .type = chart::StateType::final}});
  return plan;
}

}  // namespace

TEST_CASE("issuing announces every task that no phase names, each to its units") {
  PlanBuilder plan;
  plan.task({.id = "a", .coordinating = {"trung-tam", "so-nong-nghiep"}});
  plan.task({.id = "b", .leads = {}});
  plan.task({.id = "c", .leads = {"so-nong-nghiep"}, .plan_owed = true});
  const Desk desk{plan};
  CHECK(desk.last() == Lines{"campaign: issued", "phases: running", "a: announced",
                             "notice: a announced to nghiep-vu", "notice: a announced to trung-tam",
                             "b: announced", "notice: b announced to van-phong", "c: announced",
                             "notice: c announced to van-phong"});
  CHECK(desk.state_of("a") == "ready");
  CHECK(desk.state_of("c") == "announced");
  CHECK(model::name(desk.campaign().state) == "issued");
}

TEST_CASE("the office is told by its role where the plan names no unit for it") {
  PlanBuilder plan;
  plan.plan().organisation.office = {};
  plan.task({.id = "a", .leads = {}});
  const Desk desk{plan};
  CHECK(only(desk.last(), "notice: ") == Lines{"a announced to office"});
}

TEST_CASE("a campaign is issued once, by who may") {
  PlanBuilder plan;
  plan.task({.id = "a"});
  const Desk empty;
  CHECK(empty.tried(staff(), model::IssueCampaign{plan.build(), {}}) == "not_permitted");
  CHECK(empty.tried(office(), model::IssueCampaign{plan.build(), {}}) == "accepted");
  const Desk desk{plan};
  CHECK(desk.tried(office(), model::IssueCampaign{plan.build(), {}}) == "campaign_exists");
}

TEST_CASE("a suspended or ended campaign takes no commands on its tasks") {
  PlanBuilder plan;
  plan.task({.id = "a"});
  Desk desk{plan};
  CHECK(desk.tried(leader(), model::ResumeCampaign{}) == "wrong_state");
  CHECK(desk.tried(leader(), model::SuspendCampaign{" "}) == "bad_argument");
  desk.given(leader(), model::SuspendCampaign{"chờ chỉ đạo"});
  CHECK(desk.tried(staff(), model::StartTask{a}) == "wrong_state");
  CHECK(desk.tried(leader(), model::SuspendCampaign{"x"}) == "wrong_state");
  desk.given(leader(), model::ResumeCampaign{});
  CHECK(model::name(desk.campaign().state) == "issued");
  CHECK(desk.tried(staff(), model::StartTask{a}) == "accepted");

  CHECK(desk.tried(leader(), model::CancelCampaign{""}) == "bad_argument");
  desk.given(leader(), model::CancelCampaign{"thôi"});
  CHECK(desk.tried(staff(), model::StartTask{a}) == "wrong_state");
  CHECK(desk.tried(leader(), model::ResumeCampaign{}) == "wrong_state");
}

TEST_CASE("a campaign is closed when its phases have ended and every task is settled") {
  PlanBuilder plan;
  plan.task({.id = "a"}).task({.id = "b"});
  plan.phases({chart::State{.id = "main", .on = {{.to = {"done"}, .when = plan.accepted({"a"})}}},
               chart::State{.id = "done", .type = chart::StateType::final}});
  Desk desk{plan};
  CHECK(desk.tried(leader(), model::CloseCampaign{}) == "tasks_open");
  desk.given(staff(), model::StartTask{a}).given(staff(), model::ReportTask{a, "", ""});
  desk.given(leader(), model::AcceptTask{a, ""});
  CHECK(desk.last() == Lines{"a: accepted", "notice: a accepted to nghiep-vu", "phases: done",
                             "campaign: closing"});
  CHECK(desk.tried(leader(), model::CloseCampaign{}) == "tasks_open");
  CHECK(desk.tried(staff(), model::StartTask{b}) == "accepted");
  desk.given(leader(), model::CancelTask{b, "thôi"});
  desk.given(leader(), model::CloseCampaign{});
  CHECK(model::name(desk.campaign().state) == "closed");
  CHECK(desk.tried(leader(), model::CancelCampaign{"x"}) == "wrong_state");
  CHECK(desk.tried(leader(), model::ReopenTask{a, "x"}) == "wrong_state");
}

TEST_CASE("a campaign whose phases never end is closed all the same, for a reason, and they stop") {
  PlanBuilder plan;
  plan.task({.id = "a"}).task({.id = "b"}).task({.id = "later"});
  plan.phases({chart::State{.id = "main", .on = {{.events = {"task.b.cancelled"}, .to = {"over"}}}},
               chart::State{.id = "over", .entry = {plan.start({"later"})}}});
  Desk desk{plan};
  CHECK(desk.tried(leader(), model::CloseCampaign{}) == "tasks_open");
  CHECK(desk.tried(leader(), model::CloseCampaign{"", true, " "}) == "bad_argument");
  CHECK(desk.tried(staff(), model::CloseCampaign{"", true, "hết năm"}) == "not_permitted");
  desk.given(leader(), model::CloseCampaign{"99/BC", true, "hết năm"});
  CHECK(without(desk.last(), "notice: ") == Lines{"campaign: closing for hết năm", "a: cancelled",
                                                  "b: cancelled", "later: cancelled",
                                                  "campaign: closed"});
  CHECK(model::name(desk.campaign().state) == "closed");
  CHECK(desk.campaign().report_document == "99/BC");
}

TEST_CASE("with nothing open, what is closed before its phases have ended needs a reason too") {
  PlanBuilder plan;
  plan.task({.id = "a"});
  Desk desk{plan};
  desk.given(leader(), model::CancelTask{a, "thôi"});
  CHECK(desk.tried(leader(), model::CloseCampaign{}) == "bad_argument");
  desk.given(leader(), model::SuspendCampaign{"chờ"});
  const auto refused = desk.decided(command(leader(), model::CloseCampaign{"", false, "hết năm"}));
  REQUIRE(outcome(refused) == "wrong_state");
  CHECK(refused.rejection->reason.en.find("first resume") != std::string::npos);
  desk.given(leader(), model::ResumeCampaign{});
  desk.given(leader(), model::CloseCampaign{"", false, "hết năm"});
  CHECK(desk.last() == Lines{"campaign: closing for hết năm",
                             "notice: the campaign campaign_closed to leaders",
                             "campaign: closed"});
}

TEST_CASE("what becomes of a whole campaign is told once to each unit that has open tasks") {
  PlanBuilder plan;
  plan.task({.id = "a", .coordinating = {"trung-tam", "so-nong-nghiep"}}).task({.id = "b"});
  plan.task({.id = "c", .leads = {"trung-tam"}}).task({.id = "d", .leads = {}});
  Desk desk{plan};
  desk.given(leader(), model::CancelTask{model::TaskId{"c"}, "thôi"});
  const auto told = [](std::string_view what) {
    Lines lines;
    for (const std::string_view to : {"nghiep-vu", "trung-tam", "van-phong", "leaders"}) {
      lines.push_back("the campaign " + std::string{what} + " to " + std::string{to});
    }
    return lines;
  };
  desk.given(leader(), model::SuspendCampaign{"chờ chỉ đạo"});
  CHECK(only(desk.last(), "notice: ") == told("campaign_suspended"));
  const auto waiting = desk.campaign().outbox.size();
  desk.given(leader(), model::ResumeCampaign{});
  CHECK(only(desk.last(), "notice: ") == told("campaign_resumed"));
  desk.given(leader(), model::SuspendCampaign{"lại chờ"});
  CHECK(desk.campaign().outbox.size() == waiting + 8);  // none under the key of an earlier one
  desk.given(leader(), model::CancelCampaign{"thôi"});
  CHECK(only(desk.last(), "notice: ") == told("campaign_cancelled"));
}

TEST_CASE("the summing-up report of a campaign that was closed without it comes later, once") {
  Desk desk{two_tasks_that_are_closing()};
  desk.given(leader(), model::CloseCampaign{"", true, "hết năm"});
  CHECK(desk.campaign().report_document.empty());
  CHECK(desk.tried(office(), model::FileReport{" "}) == "bad_argument");
  desk.given(office(), model::FileReport{"99/BC"});
  CHECK(desk.last() == Lines{"campaign: report 99/BC"});
  CHECK(desk.campaign().report_document == "99/BC");
  CHECK(desk.tried(office(), model::FileReport{"100/BC"}) == "report_filed");
}

TEST_CASE("a result that is recorded moves the phases that wait for it") {
  PlanBuilder plan;
  plan.target("htx-moi", 80);
  plan.phases(
      {chart::State{.id = "main", .on = {{.to = {"peak"}, .when = plan.reached("htx-moi", 80)}}},
       chart::State{.id = "peak"}});
  Desk desk{plan};
  const model::TargetId target{"htx-moi"};
  CHECK(desk.tried(staff(), model::RecordResult{model::TargetId{"la"}, 1}) != "accepted");
  CHECK(desk.tried(office(), model::RecordResult{model::TargetId{"la"}, 1}) == "bad_argument");
  CHECK(desk.tried(staff(), model::RecordResult{target, -1}) == "bad_argument");
  CHECK(desk.tried(staff(), model::RecordResult{target, std::nan("")}) == "bad_argument");
  CHECK(desk.tried(coordinator(), model::RecordResult{target, 1}) == "not_permitted");
  desk.given(staff(), model::RecordResult{target, 79});
  CHECK(desk.last() == Lines{"result: htx-moi 79"});
  desk.given(staff(), model::RecordResult{target, 92});
  CHECK(desk.last() == Lines{"result: htx-moi 92", "phases: peak"});
  CHECK(desk.campaign().results.at(target).back().value == 92);
}

TEST_CASE("a share is at most the whole that it is of") {
  PlanBuilder plan;
  plan.target("htx-tot", 75);
  plan.plan().targets[0].measure = model::Measure::share;
  Desk desk{plan};
  const model::TargetId target{"htx-tot"};
  const auto recorded = [&](double value, std::optional<double> base) {
    model::RecordResult command{target, value};
    command.base = base;
    return desk.tried(staff(), command);
  };
  CHECK(recorded(500, 20) == "bad_argument");
  CHECK(recorded(101, std::nullopt) == "bad_argument");
  CHECK(recorded(20, 20) == "accepted");
  CHECK(recorded(100, std::nullopt) == "accepted");
}

}  // namespace tiendo::test
