#include "chart/fixture.hpp"
#include "support/desk.hpp"

namespace tiendo::test {
namespace {

using chart::eventless;
using chart::final_state;
using chart::on;
using chart::raise;
using chart::state;
using chart::when;
using chart::with_entry;

const model::TaskId a{"a"};
const model::TaskId b{"b"};

}  // namespace

TEST_CASE("a start in the phases announces its tasks, once") {
  PlanBuilder plan;
  plan.task({.id = "a"}).task({.id = "b"}).task({.id = "c"});
  plan.phases({with_entry(state("one", {on("task.a.started", {"two"})}), {plan.start({"a"})}),
               with_entry(state("two"), {plan.start({"a", "b"})})});
  Desk desk{plan};
  CHECK(without(desk.last(), "notice: ") ==
        Lines{"campaign: issued", "phases: one", "a: announced", "c: announced"});
  CHECK(desk.state_of("b") == "planned");
  CHECK(desk.tried(staff(), model::StartTask{b}) == "wrong_state");
  desk.given(staff(), model::StartTask{a});
  CHECK(without(desk.last(), "notice: ") == Lines{"a: started", "phases: two", "b: announced"});
  CHECK(desk.state_of("b") == "ready");
}

TEST_CASE("a task may be announced by hand before its phase, and its units are told") {
  PlanBuilder plan;
  plan.task({.id = "a", .coordinating = {"trung-tam"}}).task({.id = "b"});
  plan.phases({state("one", {on("task.b.started", {"two"})}),
               with_entry(state("two"), {plan.start({"a"})})});
  Desk desk{plan};
  desk.given(office(), model::AnnounceTask{a});
  CHECK(desk.last() == Lines{"a: announced", "notice: a announced to nghiep-vu",
                             "notice: a announced to trung-tam"});
  CHECK(desk.tried(office(), model::AnnounceTask{a}) == "wrong_state");
  desk.given(staff(), model::StartTask{b});
  CHECK(desk.last() == Lines{"b: started", "phases: two"});
}

TEST_CASE("every event of a task reaches the phases by name, in the same decision") {
  PlanBuilder plan;
  plan.task({.id = "a", .plan_owed = true});
  plan.phases({state("one", {on("task.a.plan_submitted", {"two"})}),
               state("two", {on("task.a.plan_returned", {"three"})}),
               state("three", {on("task.a", {"four"})}), state("four")});
  Desk desk{plan};
  desk.given(staff(), model::CommentTask{a, "…"});
  CHECK(without(desk.last(), "notice: ") == Lines{"a: commented"});
  desk.given(staff(), model::SubmitPlan{a, ""});
  CHECK(desk.last() == Lines{"a: plan_submitted", "phases: two"});
  desk.given(leader(), model::ReturnPlan{a, "thiếu"});
  CHECK(without(desk.last(), "notice: ") == Lines{"a: plan_returned", "phases: three"});
  desk.given(staff(), model::CommentTask{a, "…"});
  CHECK(without(desk.last(), "notice: ") == Lines{"a: commented", "phases: four"});
}

TEST_CASE("guards look at the tasks as the decision leaves them") {
  PlanBuilder plan;
  plan.task({.id = "a"}).task({.id = "b"});
  plan.phases({state("one", {when(plan.accepted({"a", "b"}), eventless({"all"})),
                             when(plan.any_accepted({"a", "b"}), eventless({"any"}))}),
               state("any", {when(plan.accepted({"a", "b"}), eventless({"all"}))}),
               final_state("all")});
  Desk desk{plan};
  for (const auto& task : {a, b}) {
    desk.given(staff(), model::StartTask{task}).given(staff(), model::ReportTask{task, "", ""});
  }
  desk.given(leader(), model::AcceptTask{a, ""});
  CHECK(only(desk.last(), "phases: ") == Lines{"any"});
  desk.given(leader(), model::AcceptTask{b, ""});
  CHECK(only(desk.last(), "phases: ") == Lines{"all"});
  CHECK(only(desk.last(), "campaign: ") == Lines{"closing"});
}

TEST_CASE("phases that never rest are refused and leave no trace") {
  PlanBuilder plan;
  plan.task({.id = "a"});
  const auto past = plan.on_day("2025-01-01");
  plan.phases({state("one", {on("task.a.started", {"two"})}),
               state("two", {when(past, eventless({"three"}))}),
               state("three", {when(past, eventless({"two"}))})});
  Desk desk{plan};
  const auto before = dump(desk.state());
  CHECK(desk.tried(staff(), model::StartTask{a}) == "never_rests");
  CHECK(dump(desk.state()) == before);
  CHECK(desk.tried(staff(), model::CommentTask{a, "vẫn ghi được"}) == "accepted");

  PlanBuilder circle;
  circle.phases({with_entry(state("one", {on("x", {"one"})}), {raise("x")})});
  CHECK(Desk{}.tried(office(), model::IssueCampaign{circle.build(), {}}) == "never_rests");
}

TEST_CASE(
    "a procedure starts with the task, takes its steps, and its end stands before the report") {
  PlanBuilder plan;
  plan.kind("conference", {state("preparing", {on("invited", {"inviting"})}),
                           state("inviting", {on("held", {"done"})}), final_state("done")});
  plan.task({.id = "a", .kind = "conference"});
  Desk desk{plan};
  CHECK(desk.tried(staff(), model::PerformStep{a, "invited"}) == "wrong_state");
  desk.given(staff(), model::StartTask{a});
  CHECK(desk.last() == Lines{"a: started", "procedure a: preparing"});
  CHECK(desk.tried(staff(), model::PerformStep{a, "held"}) == "step_not_possible");
  CHECK(desk.tried(staff(), model::PerformStep{a, ""}) == "step_not_possible");
  CHECK(desk.tried(staff(), model::ReportTask{a, "", ""}) == "procedure_not_finished");
  desk.given(staff(), model::PerformStep{a, "invited"});
  CHECK(desk.last() == Lines{"a: step", "procedure a: inviting"});
  desk.given(staff(), model::PerformStep{a, "held"});
  CHECK(desk.tried(staff(), model::PerformStep{a, "held"}) == "step_not_possible");
  desk.given(staff(), model::ReportTask{a, "", ""});
  CHECK(desk.state_of("a") == "reported");
}

TEST_CASE("a procedure hears the actions of its task, and nothing while it is suspended") {
  PlanBuilder plan;
  plan.kind("drive", {state("quiet", {on("progress", {"moving"}), on("commented", {"talked"})}),
                      state("moving", {on("resumed", {"again"})}), state("talked"),
                      state("again", {on("finish", {"done"})}), final_state("done")});
  plan.task({.id = "a", .kind = "drive"});
  Desk desk{plan};
  desk.given(staff(), model::StartTask{a}).given(staff(), model::ReportProgress{a, 10, ""});
  CHECK(desk.last() == Lines{"a: progress", "procedure a: moving"});
  desk.given(leader(), model::SuspendTask{a, "chờ"});
  CHECK(only(desk.last(), "procedure").empty());
  CHECK(desk.tried(staff(), model::PerformStep{a, "resumed"}) == "wrong_state");
  desk.given(staff(), model::CommentTask{a, "vẫn chờ"});
  CHECK(without(desk.last(), "notice: ") == Lines{"a: commented"});
  desk.given(leader(), model::ResumeTask{a});
  CHECK(only(desk.last(), "procedure a: ") == Lines{"again"});
}

TEST_CASE("a kind without a procedure asks for no steps") {
  PlanBuilder plan;
  plan.task({.id = "a"});
  Desk desk{plan};
  desk.given(staff(), model::StartTask{a});
  CHECK(desk.tried(staff(), model::PerformStep{a, "held"}) == "step_not_possible");
  CHECK(desk.tried(staff(), model::ReportTask{a, "", ""}) == "accepted");
}

TEST_CASE("what a chart did is stored as it came out, with its pending sends") {
  PlanBuilder plan;
  plan.task({.id = "a"});
  plan.phases({with_entry(state("one", {on("late", {"two"})}),
                          {chart::send("late", std::chrono::hours{48})}),
               state("two")});
  const Desk desk{plan};
  REQUIRE(desk.campaign().phases.pending.size() == 1);
  CHECK(desk.campaign().phases.pending.front().due == at("2025-01-08 08:00"));
}

}  // namespace tiendo::test
