#include "support/world.hpp"

namespace tiendo::test {
namespace {

const model::TaskId a{"a"};

PlanBuilder tentative() {
  PlanBuilder plan;
  plan.task({.id = "a",
             .start = "2025-04-11",
             .due = "2025-04-20",
             .certainty = calendar::Certainty::tentative});
  return plan;
}

}  // namespace

TEST_CASE("tentative dates are first asked to be fixed") {
  World world{tentative()};
  world.time("2025-04-05");
  // Fifteen working days before 11 April.
  CHECK(world.rungs("a") == Lines{"2025-03-20 07:30 fix_date-15", "2025-04-04 07:30 -10"});
}

TEST_CASE("fixed dates are asked for no more, and the ladder moves with them") {
  World world{tentative()};
  world.time("2025-04-07 09:00");
  world.does(leader(), model::FixDates{a, day("2025-05-12"), day("2025-05-18")});
  CHECK(world.task("a").due_version == 2);
  CHECK(world.task("a").first_due == day("2025-04-20"));
  world.time("2025-05-19 08:00");
  CHECK(world.rungs("a") == Lines{"2025-03-20 07:30 fix_date-15", "2025-04-04 07:30 -10",
                                  "2025-05-05 07:30 -10", "2025-05-12 00:00 open",
                                  "2025-05-12 07:30 -5", "2025-05-14 07:30 -3",
                                  "2025-05-16 07:30 0", "2025-05-19 00:00 due"});
}

TEST_CASE("dates that are fixed early are never asked for") {
  World world{tentative()};
  world.does(leader(), model::FixDates{a, {}, day("2025-04-20")});
  world.time("2025-04-05");
  CHECK(world.rungs("a") == Lines{"2025-04-04 07:30 -10"});
}

TEST_CASE("a tentative task that is announced late is asked for on the next morning") {
  World world{tentative(), "2025-04-04 09:00"};
  world.time("2025-04-09");
  CHECK(world.rungs("a") == Lines{"2025-04-08 07:30 fix_date-15"});  // the 7th is off
}

TEST_CASE("a window that is fixed to a later start opens then, not when it was thought to") {
  PlanBuilder plan;
  plan.task({.id = "a",
             .start = "2025-02-03",
             .due = "2025-02-28",
             .plan_owed = true,
             .certainty = calendar::Certainty::tentative});
  World world{plan};
  world.time("2025-02-04 09:00");
  CHECK(world.rungs("a").back() == "2025-02-03 00:00 open");  // late to start
  world.does(leader(), model::FixDates{a, day("2025-03-10"), day("2025-03-28")});
  world.does(staff(), model::SubmitPlan{a, ""}).does(leader(), model::ApprovePlan{a, ""});
  CHECK(world.state_of("a") == "ready");
  world.time("2025-03-10 00:00");
  CHECK(world.state_of("a") == "in_progress");
}

TEST_CASE("the detailed plan moves with the start that it stands before") {
  PlanBuilder plan;
  plan.task({.id = "a",
             .start = "2025-03-10",
             .due = "2025-06-20",
             .plan_owed = true,
             .certainty = calendar::Certainty::tentative});
  World world{plan};
  world.time("2025-02-25 09:00");
  CHECK(world.rungs("a").back() == "2025-02-24 07:30 detailed_plan+0");
  world.does(leader(), model::FixDates{a, day("2025-04-11"), day("2025-06-20")});
  world.time("2025-04-01");
  const auto rungs = world.rungs("a");
  CHECK(Lines(rungs.end() - 3, rungs.end()) == Lines{"2025-03-20 07:30 detailed_plan-5",
                                                     "2025-03-26 07:30 detailed_plan-1",
                                                     "2025-03-27 07:30 detailed_plan+0"});
}

TEST_CASE("an extension moves the reminders, and nothing of the old date is told again") {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-04-11", .due = "2025-04-20"});
  World world{plan};
  world.time("2025-04-23 09:00");
  CHECK(world.rungs("a").back() == "2025-04-23 07:30 +3");
  world.does(staff(), model::AskExtension{a, day("2025-05-16"), "mưa bão"});
  world.does(leader(), model::GrantExtension{a, {}});
  world.time("2025-05-26");
  CHECK(world.task("a").first_due == day("2025-04-20"));
  const auto rungs = world.rungs("a");
  CHECK(Lines(rungs.begin() + 8, rungs.end()) ==
        Lines{"2025-05-02 07:30 -10", "2025-05-09 07:30 -5", "2025-05-13 07:30 -3",
              "2025-05-15 07:30 -1", "2025-05-16 07:30 0", "2025-05-17 00:00 due",
              "2025-05-20 07:30 to_head+2", "2025-05-21 07:30 +3",
              "2025-05-23 07:30 to_leaders+5"});
}

TEST_CASE("an extension that was only asked for stops nothing") {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-04-11", .due = "2025-04-20"});
  World world{plan};
  world.time("2025-04-17 09:00").does(staff(), model::AskExtension{a, day("2025-05-16"), "x"});
  world.time("2025-04-21 00:00");
  CHECK(world.rungs("a").back() == "2025-04-21 00:00 due");
}

}  // namespace tiendo::test
