#include "chart/fixture.hpp"
#include "support/world.hpp"

namespace tiendo::test {
namespace {

using chart::cancel;
using chart::eventless;
using chart::final_state;
using chart::on;
using chart::send;
using chart::state;
using chart::when;
using chart::with_entry;
using chart::with_exit;

const model::TaskId a{"a"};

}  // namespace

TEST_CASE("an at of the phases moves them when its day begins, and a start announces") {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-04-11", .due = "2025-04-20"});
  plan.phases({state("preparation", {when(plan.on_day("2025-04-01"), eventless({"peak"}))}),
               with_entry(state("peak", {when(plan.on_day("2025-05-01"), eventless({"end"}))}),
                          {plan.start({"a"})}),
               final_state("end")});
  World world{plan};
  world.time("2025-03-31 23:59");
  CHECK(world.phases() == Lines{"preparation"});
  CHECK(world.state_of("a") == "planned");
  CHECK(world.rungs("a").empty());
  world.time("2025-04-01 00:00");
  CHECK(world.phases() == Lines{"peak"});
  CHECK(world.state_of("a") == "ready");
  CHECK(world.task("a").announced_at == at("2025-04-01"));
  world.time("2025-05-01 00:00");
  CHECK(world.campaign_state() == "closing");
  CHECK(world.reminders("a").front() == "2025-04-04 07:30 -10");
}

TEST_CASE("an at that is joined with a guard waits for both") {
  PlanBuilder plan;
  plan.task({.id = "a"});
  const chart::Guard both{chart::All{{plan.on_day("2025-04-01"), plan.accepted({"a"})}}};
  plan.phases({state("one", {when(both, eventless({"two"}))}), state("two")});
  World world{plan};
  SECTION("the day comes last") {
    world.does(staff(), model::ReportTask{a, "", ""}).does(leader(), model::AcceptTask{a, ""});
    CHECK(world.phases() == Lines{"one"});
    world.time("2025-04-01 00:00");
    CHECK(world.phases() == Lines{"two"});
  }
  SECTION("the task comes last") {
    world.time("2025-04-10 09:00");
    CHECK(world.phases() == Lines{"one"});
    world.does(staff(), model::ReportTask{a, "", ""}).does(leader(), model::AcceptTask{a, ""});
    CHECK(world.phases() == Lines{"two"});
  }
}

TEST_CASE("a day that had passed when the campaign was issued does not hold it up") {
  PlanBuilder plan;
  plan.phases({state("one", {when(plan.on_day("2025-01-01"), eventless({"two"}))}), state("two")});
  const World world{plan, "2025-02-10 08:00"};
  CHECK(world.phases() == Lines{"two"});
}

TEST_CASE("what the clock does to a task reaches the phases") {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-04-11", .due = "2025-04-20"});
  plan.phases({state("one", {on("task.a.started", {"two"})}), state("two")});
  World world{plan};
  world.time("2025-04-11 00:00");
  CHECK(world.phases() == Lines{"two"});
}

TEST_CASE("a delayed send waits for its hour, for working days until the office opens") {
  PlanBuilder plan;
  plan.phases(
      {with_entry(state("one", {on("late", {"two"})}), {send("late", std::chrono::hours{30})}),
       with_entry(state("two", {on("later", {"three"})}), {send("later", chart::WorkingDays{3})}),
       state("three")});
  World world{plan, "2025-04-02 08:00"};
  world.time("2025-04-03 13:59");
  CHECK(world.phases() == Lines{"one"});
  world.time("2025-04-03 14:00");
  CHECK(world.phases() == Lines{"two"});
  world.time("2025-04-09 07:29");  // the 4th and the 8th are the first two: the 7th is a holiday
  CHECK(world.phases() == Lines{"two"});
  world.time("2025-04-09 07:30");
  CHECK(world.phases() == Lines{"three"});
}

TEST_CASE("a send that is taken back never comes") {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-01-20"});
  auto one = with_entry(state("one", {on("task.a.started", {"two"}), on("late", {"three"})}),
                        {send("late", std::chrono::hours{24 * 30}, "reminder")});
  plan.phases({with_exit(one, {cancel("reminder")}), state("two", {on("late", {"three"})}),
               state("three")});
  World world{plan};
  world.time("2025-06-01");
  CHECK(world.phases() == Lines{"two"});
}

TEST_CASE("a send that fell due while the campaign was suspended comes when it is resumed") {
  PlanBuilder plan;
  plan.phases(
      {with_entry(state("one", {on("late", {"two"})}), {send("late", std::chrono::hours{24})}),
       state("two")});
  World world{plan};
  world.does(leader(), model::SuspendCampaign{"chờ"}).time("2025-02-03 09:00");
  CHECK(world.phases() == Lines{"one"});
  world.does(leader(), model::ResumeCampaign{});
  CHECK(world.phases() == Lines{"two"});
}

TEST_CASE(
    "phases that the clock finds moving in a circle suspend their campaign, with the reason") {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-05-12", .due = "2025-05-20"});
  plan.phases({state("one", {when(plan.on_day("2025-04-01"), eventless({"two"}))}),
               state("two", {when(plan.on_day("2025-04-01"), eventless({"one"}))})});
  World world{plan};
  world.time("2025-05-15 12:00");
  CHECK(world.campaign_state() == "suspended");
  CHECK(world.phases() == Lines{"one"});
  CHECK(world.rungs("a").empty());
  const auto& last = std::get<model::CampaignSuspended>(world.events().back().body);
  CHECK_FALSE(last.reason.empty());
  CHECK_FALSE(world.next_due());
  // Resumed, it is found out again, and nothing hangs.
  world.does(leader(), model::ResumeCampaign{});
  CHECK(world.campaign_state() == "suspended");
}

TEST_CASE("nothing of the clock is left when a campaign is closed") {
  PlanBuilder plan;
  plan.task({.id = "a"});
  plan.phases({state("one", {when(plan.accepted({"a"}), eventless({"end"}))}), final_state("end")});
  World world{plan};
  world.does(staff(), model::ReportTask{a, "", ""}).does(leader(), model::AcceptTask{a, ""});
  CHECK(world.campaign_state() == "closing");
  world.does(leader(), model::CloseCampaign{});
  CHECK_FALSE(world.next_due());
}

TEST_CASE("a phase waits no longer for a task that was cancelled") {
  PlanBuilder plan;
  plan.task({.id = "a"}).task({.id = "b"});
  plan.phases({state("one", {when(plan.accepted({"a", "b"}), eventless({"two"}))}), state("two")});
  World world{plan};
  world.does(staff(), model::ReportTask{a, "", ""}).does(leader(), model::AcceptTask{a, ""});
  CHECK(world.phases() == Lines{"one"});
  world.does(leader(), model::CancelTask{model::TaskId{"b"}, "đã hợp nhất"});
  CHECK(world.phases() == Lines{"two"});
}

}  // namespace tiendo::test
