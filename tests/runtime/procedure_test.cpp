#include "chart/fixture.hpp"
#include "support/world.hpp"

namespace tiendo::test {
namespace {

using chart::final_state;
using chart::on;
using chart::send;
using chart::state;
using chart::with_entry;

const model::TaskId a{"a"};

/// Two days after `invited` it is time to ask who comes.
PlanBuilder conference() {
  PlanBuilder plan;
  plan.kind("conference", {state("preparing", {on("invited", {"waiting"})}),
                           with_entry(state("waiting", {on("time_to_ask", {"asking"})}),
                                      {send("time_to_ask", chart::WorkingDays{2})}),
                           state("asking", {on("held", {"done"})}), final_state("done")});
  plan.task({.id = "a", .start = "2025-04-01", .due = "2025-06-20", .kind = "conference"});
  return plan;
}

}  // namespace

TEST_CASE("a procedure begins with the work and takes its delayed sends on their day") {
  World world{conference()};
  CHECK_FALSE(world.task("a").procedure);
  world.time("2025-04-02 09:00");
  CHECK(world.task("a").procedure);
  world.does(staff(), model::PerformStep{a, "invited"});
  CHECK(world.next_due() == at("2025-04-04 07:30"));
  CHECK(world.tries(staff(), model::PerformStep{a, "held"}) == "step_not_possible");
  world.time("2025-04-04 07:30").does(staff(), model::PerformStep{a, "held"});
  world.does(staff(), model::ReportTask{a, "20/BC-NV", ""});
  CHECK(world.state_of("a") == "reported");
}

TEST_CASE(
    "a procedure receives nothing while its task is suspended, and what fell due on resuming") {
  World world{conference()};
  world.time("2025-04-02 09:00").does(staff(), model::PerformStep{a, "invited"});
  world.does(leader(), model::SuspendTask{a, "chờ"}).time("2025-04-15 09:00");
  (void)world.happened();
  world.does(leader(), model::ResumeTask{a});
  CHECK(world.happened() == Lines{"a: resumed", "procedure a: asking"});
}

TEST_CASE("a procedure rests while the campaign does") {
  World world{conference()};
  world.time("2025-04-02 09:00").does(staff(), model::PerformStep{a, "invited"});
  world.does(leader(), model::SuspendCampaign{"chờ"}).time("2025-04-15 09:00");
  (void)world.happened();
  world.does(leader(), model::ResumeCampaign{});
  CHECK(world.happened() == Lines{"campaign: resumed", "procedure a: asking"});
}

TEST_CASE("the report of a task whose procedure has not ended is refused, by its end it is taken") {
  World world{conference()};
  world.time("2025-04-02 09:00");
  CHECK(world.tries(staff(), model::ReportTask{a, "", ""}) == "procedure_not_finished");
}

}  // namespace tiendo::test
