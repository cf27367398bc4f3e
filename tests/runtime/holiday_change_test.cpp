#include "support/world.hpp"

namespace tiendo::test {
namespace {

model::SetHolidays april_2025(std::initializer_list<const char*> days_off,
                              std::initializer_list<const char*> worked = {}) {
  calendar::HolidayYear year{2025, "thông báo thử", {}, {}};
  for (const char* text : days_off) {
    year.days_off.push_back(day(text));
  }
  for (const char* text : worked) {
    year.saturdays_worked.push_back(day(text));
  }
  return {{year}};
}

PlanBuilder april() {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-04-11", .due = "2025-04-20"});
  return plan;
}

}  // namespace

TEST_CASE("a changed holiday moves every rung by itself, and nothing is told twice") {
  World world{april()};
  world.time("2025-04-15 12:00");
  CHECK(world.reminders("a") == Lines{"2025-04-04 07:30 -10", "2025-04-14 07:30 -5"});
  world.does(office(), april_2025({"2025-04-16", "2025-04-18"}));
  world.time("2025-04-21 00:00");
  // Before the 20th the working days are now 17, 15, 14: -3 has moved to the 14th, which is past.
  const auto rungs = world.reminders("a");
  CHECK(Lines(rungs.begin() + 2, rungs.end()) ==
        Lines{"2025-04-14 07:30 -3", "2025-04-17 07:30 0", "2025-04-21 00:00 due"});
}

TEST_CASE("a Saturday that is worked carries a reminder") {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-04-11", .due = "2025-04-27"});
  World world{plan};
  world.does(office(), april_2025({"2025-05-02"}, {"2025-04-26"}));
  world.time("2025-04-27 12:00");
  CHECK(world.reminders("a").back() == "2025-04-26 07:30 0");
}

TEST_CASE("a printed due date stays where a new holiday falls on it") {
  World world{april()};
  world.does(office(), april_2025({"2025-04-18"}));
  world.time("2025-04-21 00:00");
  CHECK(world.task("a").due == day("2025-04-20"));
  CHECK(world.reminders("a").back() == "2025-04-21 00:00 due");
}

}  // namespace tiendo::test
