#include <algorithm>

#include "chart/fixture.hpp"
#include "support/world.hpp"

namespace tiendo::test {
namespace {

using chart::eventless;
using chart::on;
using chart::send;
using chart::state;
using chart::when;
using chart::with_entry;

PlanBuilder april() {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-04-11", .due = "2025-04-20"});
  plan.task({.id = "b", .start = "2025-04-01", .due = "2025-04-16"});
  return plan;
}

}  // namespace

TEST_CASE("after weeks of rest all that fell due is done in due order, and told once a ladder") {
  World world{april()};
  world.time("2025-03-31 12:00");
  (void)world.happened();
  (void)world.told();
  world.sleeps_until("2025-04-22 06:00");
  CHECK(world.happened() == Lines{"b: open", "b: started", "b: -10 missed", "a: -10 missed",
                                  "b: -5 missed", "a: open", "a: started", "b: -3 missed",
                                  "a: -5 missed", "b: -1 missed", "a: -3 missed", "b: 0 missed",
                                  "b: due", "a: 0 missed", "b: to_head+2", "a: due", "b: +3"});
  CHECK(world.told() == Lines{"b open to nghiep-vu", "a open to nghiep-vu", "b due to nghiep-vu",
                              "b to_head+2 to nghiep-vu:head", "a due to nghiep-vu",
                              "b +3 to nghiep-vu"});
}

TEST_CASE("of a ladder that is not over, the latest rung is told after a rest") {
  World world{april()};
  world.time("2025-04-03 12:00").sleeps_until("2025-04-16 12:00");
  CHECK(world.reminders("a") ==
        Lines{"2025-04-04 07:30 -10 missed", "2025-04-14 07:30 -5 missed", "2025-04-16 07:30 -3"});
}

TEST_CASE("phases that fell due while nothing ran take their turn among the tasks") {
  PlanBuilder plan;
  plan.phases({state("one", {when(plan.on_day("2025-04-01"), eventless({"two"}))}),
               state("two", {when(plan.on_day("2025-04-15"), eventless({"three"}))}),
               with_entry(state("three"), {plan.start({"b"})})});
  plan.task({.id = "a", .start = "2025-04-08", .due = "2025-06-20"}).task({.id = "b"});
  World world{plan};
  (void)world.happened();
  world.sleeps_until("2025-05-05 06:00");
  CHECK(world.happened() == Lines{"phases: two", "a: open", "a: started", "phases: three",
                                  "b: announced", "b: open", "b: started"});
}

TEST_CASE("a send and a date of the phases are taken in due order after a rest") {
  PlanBuilder plan;
  plan.phases({with_entry(state("one", {on("late", {"by-send"}),
                                        when(plan.on_day("2025-01-20"), eventless({"by-date"}))}),
                          {send("late", std::chrono::hours{24 * 30})}),
               state("by-send"), state("by-date")});
  World world{plan};
  world.sleeps_until("2025-05-05 06:00");
  CHECK(world.phases() == Lines{"by-date"});
}

TEST_CASE("the clock never goes back, and nothing happens twice when it jumps") {
  World world{april()};
  world.time("2025-04-17 12:00");
  const auto count = world.events().size();
  world.time("2025-04-01 12:00");
  CHECK(world.events().size() == count);
  // What is done now is done at the latest instant that was seen.
  world.does(leader(), model::CommentTask{model::TaskId{"a"}, "giờ máy bị lùi"});
  CHECK(world.events().back().at >= at("2025-04-16 07:30"));
  CHECK(std::ranges::is_sorted(world.events(), {}, &model::Event::at));
  world.time("2025-04-18 12:00");
  CHECK(world.reminders("a").back() == "2025-04-18 07:30 0");
  CHECK(std::ranges::count(world.reminders("a"), "2025-04-16 07:30 -3") == 1);
}

}  // namespace tiendo::test
