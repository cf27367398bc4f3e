#include "support/world.hpp"

namespace tiendo::test {
namespace {

model::AmendPlan amending(const PlanBuilder& plan, const char* number = "50/KH-LMHTX") {
  return {plan.build(), {}, {number, {}, {}, {}}, "thiếu kinh phí", {}};
}

PlanBuilder due_on(const char* due) {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-04-11", .due = due});
  plan.task({.id = "b", .start = "2025-04-11", .due = "2025-04-20"});
  return plan;
}

}  // namespace

TEST_CASE("reminders follow an amended due date, and those that were sent stay sent") {
  World world{due_on("2025-04-20")};
  world.time("2025-04-15 12:00");
  CHECK(world.reminders("a") == Lines{"2025-04-04 07:30 -10", "2025-04-14 07:30 -5"});
  world.does(office(), amending(due_on("2025-04-29")));
  world.time("2025-04-30 00:00");
  const auto rungs = world.reminders("a");
  // The last working day before the 29th is the 28th, the third the 24th, the fifth the 22nd.
  CHECK(Lines(rungs.begin() + 2, rungs.end()) == Lines{"2025-04-22 07:30 -5", "2025-04-24 07:30 -3",
                                                       "2025-04-28 07:30 -1", "2025-04-29 07:30 0",
                                                       "2025-04-30 00:00 due"});
  CHECK(world.task("b").due_version == 1);
}

TEST_CASE("tasks that an amendment adds and leaves out come and go with their timers") {
  World world{due_on("2025-04-20")};
  world.time("2025-03-03 09:00");
  PlanBuilder more = due_on("2025-04-20");
  more.task({.id = "c", .start = "2025-05-05", .due = "2025-05-15"});
  world.does(office(), amending(more));
  PlanBuilder less;
  less.task({.id = "c", .start = "2025-05-05", .due = "2025-05-15"});
  world.does(office(), amending(less, "51/KH-LMHTX"));
  world.time("2025-05-16 00:00");
  CHECK(world.reminders("a").empty());
  CHECK(world.reminders("c") == Lines{"2025-04-29 07:30 -10", "2025-05-08 07:30 -5",
                                      "2025-05-12 07:30 -3", "2025-05-14 07:30 -1",
                                      "2025-05-15 07:30 0", "2025-05-16 00:00 due"});
  CHECK(world.campaign().plan_version == 3);
}

}  // namespace tiendo::test
