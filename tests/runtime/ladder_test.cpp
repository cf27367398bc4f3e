#include "support/world.hpp"

namespace tiendo::test {
namespace {

const model::TaskId a{"a"};

PlanBuilder one_task(TaskWords words) {
  PlanBuilder plan;
  plan.task(std::move(words));
  return plan;
}

/// Due on Sunday 20 April 2025; Monday 7 April is Hùng Kings' day, 30 April and 1 May are off.
PlanBuilder april() {
  return one_task({.id = "a", .start = "2025-04-11", .due = "2025-04-20"});
}

}  // namespace

TEST_CASE("people are told on working days when the office opens, and no date is rolled") {
  World world{april()};
  world.time("2025-05-05 08:00");
  CHECK(world.rungs("a") ==
        Lines{"2025-04-04 07:30 -10", "2025-04-11 00:00 open", "2025-04-14 07:30 -5",
              "2025-04-16 07:30 -3", "2025-04-18 07:30 0", "2025-04-21 00:00 due",
              "2025-04-22 07:30 to_head+2", "2025-04-23 07:30 +3", "2025-04-25 07:30 to_leaders+5",
              "2025-04-28 07:30 +6", "2025-05-05 07:30 +9"});
}

TEST_CASE("rungs of a task that fall on one day merge into the later") {
  World world{one_task({.id = "a", .due = "2025-04-20"})};
  world.time("2025-04-20 12:00");
  const auto last = world.reminders("a").back();
  CHECK(last == "2025-04-18 07:30 0");  // -1 would be the same Friday
}

TEST_CASE("a due date ends at its midnight, and where a text prints an hour, at that hour") {
  World world{one_task(
      {.id = "a", .start = "2025-04-11", .due = "2025-04-18", .due_time = std::chrono::hours{17}})};
  world.time("2025-04-18 16:59");
  CHECK(world.reminders("a").back() == "2025-04-18 07:30 0");
  world.time("2025-04-18 17:00");
  CHECK(world.reminders("a").back() == "2025-04-18 17:00 due");

  world.does(leader(), model::GrantExtension{a, day("2025-05-16")});
  world.time("2025-05-19 08:00");
  CHECK(world.reminders("a").back() == "2025-05-17 00:00 due");  // nobody printed an hour for it
}

TEST_CASE("no reminder stands before the announcement") {
  World world{april(), "2025-04-15 16:00"};
  world.time("2025-04-18 12:00");
  CHECK(world.rungs("a") ==
        Lines{"2025-04-15 16:00 open", "2025-04-16 07:30 -3", "2025-04-18 07:30 0"});
}

TEST_CASE("a task that is announced at the hour of a rung is told of it") {
  World world{april(), "2025-04-16 07:30"};
  world.time("2025-04-17 12:00");
  CHECK(world.reminders("a") == Lines{"2025-04-16 07:30 -3"});
}

TEST_CASE("a task that is announced late is late at once, and overdue from the next rung") {
  World world{april(), "2025-04-22 08:00"};
  world.time("2025-04-25 12:00");
  CHECK(world.reminders("a") ==
        Lines{"2025-04-22 08:00 due", "2025-04-23 07:30 +3", "2025-04-25 07:30 to_leaders+5"});
}

TEST_CASE("reminders go to the lead units, escalations to their heads and to the leaders") {
  World world{one_task({.id = "a",
                        .start = "2025-04-11",
                        .due = "2025-04-20",
                        .leads = {"nghiep-vu", "trung-tam", "so-nong-nghiep"},
                        .coordinating = {"van-phong"}})};
  world.time("2025-04-17 12:00");
  (void)world.told();
  world.time("2025-04-25 12:00");
  CHECK(world.told() == Lines{"a 0 to nghiep-vu", "a 0 to trung-tam", "a due to nghiep-vu",
                              "a due to trung-tam", "a to_head+2 to nghiep-vu:head",
                              "a to_head+2 to trung-tam:head", "a +3 to nghiep-vu",
                              "a +3 to trung-tam", "a to_leaders+5 to leaders"});
}

TEST_CASE("where nobody leads the office is told") {
  World world{one_task({.id = "a", .start = "2025-04-11", .due = "2025-04-20", .leads = {}})};
  world.time("2025-04-17 12:00");
  (void)world.told();
  world.time("2025-04-23 12:00");
  CHECK(world.told() == Lines{"a 0 to van-phong", "a due to van-phong", "a to_head+2 to van-phong",
                              "a +3 to van-phong"});
}

TEST_CASE("a task whose plan reminds nobody still opens and falls due, and nobody is told") {
  World world{
      one_task({.id = "a", .start = "2025-04-11", .due = "2025-04-20", .ladder = std::nullopt})};
  (void)world.told();
  world.time("2025-06-01");
  CHECK(world.rungs("a") == Lines{"2025-04-11 00:00 open", "2025-04-21 00:00 due"});
  CHECK(world.told().empty());
}

TEST_CASE("a ladder of its own is kept to") {
  model::Ladder ladder;
  ladder.before = {2};
  ladder.overdue_every = 0;
  ladder.head_after = 1;
  ladder.leaders_after = std::nullopt;
  World world{one_task({.id = "a", .start = "2025-04-11", .due = "2025-04-18", .ladder = ladder})};
  world.time("2025-06-01");
  CHECK(world.reminders("a") ==
        Lines{"2025-04-16 07:30 -2", "2025-04-19 00:00 due", "2025-04-21 07:30 to_head+1"});
}

TEST_CASE("a task without a due date is never overdue, and is reported on") {
  auto plan = one_task({.id = "a", .start = "2025-01-01"});
  plan.plan().settings.report_every = model::ReportEvery::quarter;
  World world{plan};
  world.time("2026-02-01");
  CHECK(world.rungs("a") == Lines{"2025-01-06 08:00 open",
                                  "2025-03-31 07:30 report_period 2025-03-31",
                                  "2025-06-30 07:30 report_period 2025-06-30",
                                  "2025-09-30 07:30 report_period 2025-09-30",
                                  "2025-12-31 07:30 report_period 2025-12-31"});
}

TEST_CASE("a recurrence is told on the working day at or before each of its days") {
  calendar::Recurrence monthly;
  monthly.day = 20;
  World world{one_task({.id = "a", .start = "2025-01-01", .recurrence = monthly})};
  world.time("2025-04-30");
  CHECK(world.reminders("a") == Lines{"2025-01-20 07:30 report_period 2025-01-20",
                                      "2025-02-20 07:30 report_period 2025-02-20",
                                      "2025-03-20 07:30 report_period 2025-03-20",
                                      "2025-04-18 07:30 report_period 2025-04-20"});
}

TEST_CASE("reporting and acceptance stop the clock of a task, a returned report goes on with it") {
  World world{april()};
  world.time("2025-04-12 09:00").does(staff(), model::ReportTask{a, "", ""});
  world.time("2025-04-17 09:00");
  CHECK(world.reminders("a") == Lines{"2025-04-04 07:30 -10"});
  world.does(leader(), model::ReturnReport{a, "thiếu"});
  world.time("2025-04-18 09:00");
  // Of what fell due meanwhile only the latest is told.
  CHECK(world.reminders("a") == Lines{"2025-04-04 07:30 -10", "2025-04-14 07:30 -5 missed",
                                      "2025-04-16 07:30 -3", "2025-04-18 07:30 0"});
  world.does(staff(), model::ReportTask{a, "", ""}).does(leader(), model::AcceptTask{a, ""});
  world.time("2025-12-31");
  CHECK(world.reminders("a").back() == "2025-04-18 07:30 0");
}

TEST_CASE("a detailed plan that is owed is reminded of until it is submitted") {
  auto plan = one_task({.id = "a", .start = "2025-04-11", .due = "2025-06-20", .plan_owed = true});
  World world{plan};
  // Ten working days before 11 April is 27 March.
  world.time("2025-04-10 12:00");
  CHECK(world.rungs("a") == Lines{"2025-03-20 07:30 detailed_plan-5",
                                  "2025-03-26 07:30 detailed_plan-1",
                                  "2025-03-27 07:30 detailed_plan+0"});

  World prompt{plan};
  prompt.time("2025-03-21 09:00").does(staff(), model::SubmitPlan{a, "12/KH-NV"});
  prompt.time("2025-03-26 09:00").does(leader(), model::ReturnPlan{a, "thiếu kinh phí"});
  prompt.time("2025-03-28 09:00").does(staff(), model::SubmitPlan{a, "13/KH-NV"});
  CHECK(prompt.rungs("a") == Lines{"2025-03-20 07:30 detailed_plan-5",
                                   "2025-03-26 07:30 detailed_plan-1",
                                   "2025-03-27 07:30 detailed_plan+0"});
}

}  // namespace tiendo::test
