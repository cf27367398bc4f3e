#include "support/desk.hpp"

namespace tiendo::test {
namespace {

const model::TaskId a{"a"};
const model::TaskId b{"b"};

model::AmendPlan amending(const PlanBuilder& plan) {
  return {plan.build(), {}, {"50/KH-LMHTX", day("2025-03-01"), {}, {}}, "thiếu kinh phí", {}};
}

PlanBuilder two_tasks() {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-04-11", .due = "2025-04-20"});
  plan.task({.id = "b", .start = "2025-05-05", .due = "2025-05-30"});
  return plan;
}

PlanBuilder only_a(const char* due = "2025-04-20") {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-04-11", .due = due});
  return plan;
}

chart::State phase(std::string id, std::vector<chart::Action> entry = {},
                   std::vector<chart::Transition> on = {}) {
  return {.id = std::move(id), .entry = std::move(entry), .on = std::move(on)};
}

void accept(Desk& desk, const model::TaskId& task) {
  desk.given(staff(), model::StartTask{task}).given(staff(), model::ReportTask{task, "", ""});
  desk.given(leader(), model::AcceptTask{task, ""});
}

}  // namespace

TEST_CASE("an amendment moves what the new plan writes otherwise, and says so") {
  Desk desk{two_tasks()};
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-04-11", .due = "2025-04-25"});
  plan.task({.id = "b", .start = "2025-05-05", .due = "2025-05-30", .leads = {"trung-tam"}});
  desk.given(office(), amending(plan));
  CHECK(desk.last() == Lines{"campaign: amended by 50/KH-LMHTX", "phases: (stays)",
                             "notice: a amended to nghiep-vu"});
  CHECK(desk.task("a").due == day("2025-04-25"));
  CHECK(desk.task("a").first_due == day("2025-04-20"));
  CHECK(desk.task("a").due_version == 2);
  CHECK(desk.task("b").due_version == 1);
  CHECK(desk.task("b").leads->front().unit == model::UnitId{"trung-tam"});
  CHECK(desk.campaign().plan_version == 2);
  CHECK(desk.campaign().amendments.front().document.number == "50/KH-LMHTX");
}

TEST_CASE("what happened to a task stays where both plans write it alike") {
  Desk desk{two_tasks()};
  desk.given(staff(), model::AskExtension{a, day("2025-04-28"), "chờ Sở"});
  desk.given(leader(), model::GrantExtension{a, {}});
  desk.given(office(), model::AssignTask{b, {{model::UnitId{"trung-tam"}, ""}}, {}});
  desk.given(office(), amending(two_tasks()));
  CHECK(desk.task("a").due == day("2025-04-28"));
  CHECK(desk.task("a").extensions == 1);
  CHECK(desk.task("b").leads->front().unit == model::UnitId{"trung-tam"});
}

TEST_CASE(
    "a task that the new plan leaves out is cancelled with its document, and stays to be read") {
  Desk desk{two_tasks()};
  desk.given(office(), amending(only_a()));
  CHECK(desk.last() == Lines{"campaign: amended by 50/KH-LMHTX", "phases: (stays)", "b: cancelled",
                             "notice: b cancelled to nghiep-vu"});
  CHECK(desk.state_of("b") == "cancelled");
  CHECK(desk.campaign().plan->tasks[1].dropped);
}

TEST_CASE("a task that is new is announced, unless a phase to come announces it") {
  PlanBuilder before = only_a();
  before.phases(
      {phase("early", {}, {{.to = {"late"}, .when = before.on_day("2025-06-01")}}), phase("late")});
  Desk desk{before};
  PlanBuilder plan = only_a();
  plan.task({.id = "b"}).task({.id = "now"}).task({.id = "later"});
  plan.phases(
      {phase("early", {plan.start({"now"})}, {{.to = {"late"}, .when = plan.on_day("2025-06-01")}}),
       phase("late", {plan.start({"later"})})});
  desk.given(office(), amending(plan));
  CHECK(desk.state_of("b") == "ready");
  CHECK(desk.state_of("now") == "ready");
  CHECK(desk.state_of("later") == "planned");
  desk.time("2025-06-01 08:00");
}

TEST_CASE("finished work stays finished") {
  Desk desk{two_tasks()};
  accept(desk, a);
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-06-01", .due = "2025-06-20"});
  plan.task({.id = "b", .start = "2025-05-05", .due = "2025-05-30"});
  desk.given(office(), amending(plan));
  CHECK(desk.state_of("a") == "accepted");
  CHECK(desk.task("a").due == day("2025-04-20"));
}

TEST_CASE("an amendment that drops what is done is refused, and the campaign is as it was") {
  Desk desk{two_tasks()};
  accept(desk, b);
  const auto refused = desk.decided(command(office(), amending(only_a())));
  REQUIRE(outcome(refused) == "task_finished");
  CHECK(refused.rejection->task == b);
  CHECK(desk.campaign().plan_version == 1);
}

TEST_CASE("what an amendment left out does not come back under its name") {
  Desk desk{two_tasks()};
  desk.given(office(), amending(only_a()));
  const auto refused = desk.decided(command(office(), amending(two_tasks())));
  REQUIRE(outcome(refused) == "task_dropped");
  CHECK(refused.rejection->task == b);
  desk.given(office(), amending(only_a("2025-04-22")));
  CHECK(desk.state_of("b") == "cancelled");
}

TEST_CASE("a phase that vanished has to be mapped to the one in its place") {
  PlanBuilder before = only_a();
  before.phases({phase("early")});
  before.plan().phase_titles = {{"early", "Giai đoạn đầu"}};
  Desk desk{before};
  PlanBuilder plan = only_a();
  plan.phases({phase("first"), phase("second")});
  auto amendment = amending(plan);
  const auto refused = desk.decided(command(office(), amendment));
  REQUIRE(outcome(refused) == "state_vanished");
  CHECK(refused.rejection->reason.vi.find("“Giai đoạn đầu” (early)") != std::string::npos);
  CHECK(refused.rejection->task.empty());
  CHECK(refused.rejection->states == Ids{"early"});
  amendment.states = {{"early", "second"}};
  desk.given(office(), amendment);
  const auto& chart = desk.campaign().plan->phases.chart;
  CHECK(desk.campaign().phases.active.contains(chart.find("second").value()));
}

TEST_CASE("of phases that ran beside each other the one that vanished is named as it was") {
  PlanBuilder before = only_a();
  before.phases({{.id = "both",
                  .type = chart::StateType::parallel,
                  .states = {phase("visits"), phase("news")}}});
  Desk desk{before};
  PlanBuilder plan = only_a();
  plan.phases({phase("first"), phase("second")});
  auto amendment = amending(plan);
  amendment.states = {{"visits", "first"}, {"news", "second"}};
  const auto refused = desk.decided(command(office(), amendment));
  REQUIRE(outcome(refused) == "state_vanished");
  CHECK(refused.rejection->states == Ids{"news"});
}

TEST_CASE("phases that are renamed are phases of the one plan and of the other") {
  PlanBuilder before = only_a();
  before.phases({phase("early"), phase("late")});
  before.plan().phase_titles = {{"early", "Giai đoạn đầu"}, {"late", "late"}};
  Desk desk{before};
  PlanBuilder plan = only_a();
  plan.phases({phase("first"), phase("second")});
  auto amendment = amending(plan);
  const auto reason_with = [&](const std::string& old_id, const std::string& new_id) {
    amendment.states = {{"early", "first"}};
    amendment.states[old_id] = new_id;
    const auto refused = desk.decided(command(office(), amendment));
    REQUIRE(outcome(refused) == "bad_argument");
    return refused.rejection->reason;
  };
  CHECK(reason_with("earyl", "first").vi ==
        "“earyl=first”: kế hoạch đang chạy không có giai đoạn “earyl”; mã ghi được: “Giai đoạn "
        "đầu” (early), “late”");
  CHECK(reason_with("early", "frist").en ==
        "'early=frist': the new plan has no phase 'frist'; the ids: 'first', 'second'");
  CHECK(desk.campaign().plan_version == 1);
  amendment.states = {{"early", "first"}, {"late", "second"}};
  desk.given(office(), amendment);
  CHECK(desk.campaign().plan_version == 2);
}

TEST_CASE("a step of a procedure in which a task stands may not vanish") {
  PlanBuilder before = only_a();
  before.plan().tasks[0].kind = model::KindId{"award"};
  before.kind("award", {phase("call"), phase("vote")});
  Desk desk{before};
  desk.given(staff(), model::StartTask{a});
  PlanBuilder plan = only_a();
  plan.plan().tasks[0].kind = model::KindId{"award"};
  plan.kind("award", {phase("vote")});
  for (const auto& without_step : {plan, only_a()}) {
    const auto refused = desk.decided(command(office(), amending(without_step)));
    REQUIRE(outcome(refused) == "state_vanished");
    CHECK(refused.rejection->reason.en.find("'call'") != std::string::npos);
    CHECK(refused.rejection->task == a);
    CHECK(refused.rejection->states == Ids{"call"});
  }
}

TEST_CASE("what was accepted keeps the end of its procedure, where it may be reopened") {
  PlanBuilder before = only_a();
  before.plan().tasks[0].kind = model::KindId{"award"};
  before.kind("award", {chart::State{.id = "voted", .type = chart::StateType::final}});
  Desk desk{before};
  accept(desk, a);
  const auto refused = desk.decided(command(office(), amending(only_a())));
  REQUIRE(outcome(refused) == "state_vanished");
  CHECK(refused.rejection->states == Ids{"voted"});
  CHECK(desk.campaign().plan_version == 1);
}

TEST_CASE("an amendment says which document orders it and why, and is of the same plan") {
  Desk desk{two_tasks()};
  auto amendment = amending(two_tasks());
  amendment.document.number.clear();
  CHECK(desk.tried(office(), amendment) == "bad_argument");
  amendment = amending(two_tasks());
  amendment.reason.clear();
  CHECK(desk.tried(office(), amendment) == "bad_argument");
  PlanBuilder other = two_tasks();
  other.plan().id = model::PlanId{"khac"};
  CHECK(desk.tried(office(), amending(other)) == "bad_argument");
  CHECK(desk.tried(staff(), amending(two_tasks())) == "not_permitted");
}

}  // namespace tiendo::test
