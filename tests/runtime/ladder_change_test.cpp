#include "support/world.hpp"

namespace tiendo::test {
namespace {

/// A task due on Friday 18 April that goes by the ladder of the office.
PlanBuilder april(const std::string& ladder = "default") {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-04-01", .due = "2025-04-18", .ladder_name = ladder});
  return plan;
}

model::SetLadder ladder(std::vector<int> before, std::optional<int> head_after = 2) {
  model::Ladder made;
  made.before = std::move(before);
  made.head_after = head_after;
  return {"default", std::move(made)};
}

}  // namespace

TEST_CASE("a ladder that changes moves what is still to come, and nothing comes twice") {
  World world{april()};
  world.time("2025-04-11 12:00");
  CHECK(world.reminders("a") == Lines{"2025-04-03 07:30 -10", "2025-04-11 07:30 -5"});
  world.does(office(), ladder({8, 5, 2}));
  world.time("2025-04-18 12:00");
  // -8 would have been on the 8th, before the ladder was made: nobody hears of it now.
  CHECK(world.reminders("a") ==
        Lines{"2025-04-03 07:30 -10", "2025-04-11 07:30 -5", "2025-04-16 07:30 -2"});
}

TEST_CASE("an escalation that a new ladder would have made in the past is not made") {
  World world{april()};
  world.does(office(), ladder({0}, std::nullopt));
  world.time("2025-04-28 12:00");
  world.does(office(), ladder({0}, 2));
  world.time("2025-05-30 12:00");
  for (const auto& line : world.reminders("a")) {
    CHECK(line.find("to_head") == std::string::npos);
  }
}

TEST_CASE("a ladder that the plan wrote into a task is the task's own") {
  World world{april("")};
  world.does(office(), ladder({2}));
  world.time("2025-04-04 12:00");
  CHECK(world.reminders("a") == Lines{"2025-04-03 07:30 -10"});
}

TEST_CASE("people are told at the hour at which the office opens now") {
  World world{april()};
  world.does(office(), model::SetHours{{std::chrono::hours{8}, std::chrono::hours{17}}});
  world.time("2025-04-04 12:00");
  CHECK(world.reminders("a") == Lines{"2025-04-03 08:00 -10"});
}

TEST_CASE("hours and ladders that make no sense are refused") {
  World world{april()};
  const auto refused = [&](auto command) { return world.tries(office(), std::move(command)); };
  CHECK(refused(model::SetHours{{std::chrono::hours{9}, std::chrono::hours{9}}}) == "bad_argument");
  CHECK(refused(model::SetHours{{std::chrono::hours{9}, std::chrono::hours{25}}}) ==
        "bad_argument");
  CHECK(refused(ladder({5, 10})) == "bad_argument");
  CHECK(refused(ladder({5, -1})) == "bad_argument");
  CHECK(refused(ladder({1}, -2)) == "bad_argument");
  CHECK(refused(model::SetLadder{"none", {}}) == "bad_argument");
  CHECK(world.tries(staff(), ladder({1})) == "not_permitted");
}

TEST_CASE("a plan that names an organisation brings its hours and ladders, another one does not") {
  PlanBuilder plan = april();
  plan.plan().organisation.hours.opens = std::chrono::hours{8};
  CHECK_FALSE(World{plan}.state().office.hours);
  plan.plan().organisation.name = "Liên minh HTX tỉnh Yên Bái";
  const World world{plan};
  CHECK(world.state().office.hours == plan.plan().organisation.hours);
  CHECK(world.state().office.ladders.at("default").ladder == model::Ladder{});
}

}  // namespace tiendo::test
