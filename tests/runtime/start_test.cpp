#include "support/world.hpp"

namespace tiendo::test {
namespace {

const model::TaskId a{"a"};
const model::TaskId b{"b"};

}  // namespace

TEST_CASE("a ready task goes into progress by itself when its window opens") {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-04-11", .due = "2025-04-20"});
  World world{plan};
  world.time("2025-04-10 23:59");
  CHECK(world.state_of("a") == "ready");
  (void)world.told();
  world.time("2025-04-11 00:00");
  CHECK(world.state_of("a") == "in_progress");
  CHECK(world.told() == Lines{"a open to nghiep-vu"});
}

TEST_CASE("a task whose window has begun starts when it is announced, one without a start too") {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2024-12-01", .due = "2025-04-20"}).task({.id = "b"});
  World world{plan};
  CHECK(world.state_of("a") == "in_progress");
  CHECK(world.state_of("b") == "in_progress");
}

TEST_CASE(
    "a task that is not ready when its window opens is late to start, and starts once ready") {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-04-11", .due = "2025-06-20", .plan_owed = true});
  World world{plan};
  world.time("2025-04-10 23:59");
  (void)world.told();
  world.time("2025-04-11 00:00");
  CHECK(world.told() == Lines{"a open late_to_start to nghiep-vu"});
  CHECK(world.state_of("a") == "announced");
  world.time("2025-04-14 09:00").does(staff(), model::SubmitPlan{a, ""});
  (void)world.happened();
  world.does(leader(), model::ApprovePlan{a, ""});
  CHECK(world.happened() == Lines{"a: plan_approved", "a: started"});
}

TEST_CASE("a task waits for those that it comes after, and starts in the decision that frees it") {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-02-03", .due = "2025-06-20"});
  plan.task({.id = "b", .start = "2025-03-03", .due = "2025-06-20", .after = {"a"}});
  plan.task({.id = "c", .start = "2025-09-01", .due = "2025-09-20", .after = {"a"}});
  World world{plan};
  world.time("2025-03-10 09:00");
  CHECK(world.state_of("b") == "ready");
  world.does(staff(), model::ReportTask{a, "", ""});
  (void)world.happened();
  SECTION("accepted") {
    world.does(leader(), model::AcceptTask{a, ""});
    CHECK(world.happened() == Lines{"a: accepted", "b: started"});
  }
  SECTION("cancelled") {
    world.does(leader(), model::CancelTask{a, "thôi"});
    CHECK(world.happened() == Lines{"a: cancelled", "b: started"});
  }
  CHECK(world.state_of("c") == "ready");  // its window has not opened
  world.time("2025-09-01 00:00");
  CHECK(world.state_of("c") == "in_progress");
}

TEST_CASE("a suspended task does not start; it does when it is resumed") {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-02-03", .due = "2025-06-20"});
  World world{plan};
  world.does(leader(), model::SuspendTask{a, "chờ"}).time("2025-02-10 09:00");
  CHECK(world.state_of("a") == "suspended");
  CHECK(world.rungs("a").empty());
  (void)world.happened();
  world.does(leader(), model::ResumeTask{a});
  CHECK(world.happened() == Lines{"a: resumed", "a: open", "a: started"});
  CHECK(world.state_of("a") == "in_progress");
}

TEST_CASE("a campaign runs from the first day of its period") {
  PlanBuilder plan;
  World world{plan, "2024-11-08 07:30"};
  CHECK(world.campaign_state() == "issued");
  world.time("2024-12-31 23:59");
  CHECK(world.campaign_state() == "issued");
  world.time("2025-01-01 00:00");
  CHECK(world.campaign_state() == "running");

  World late{plan, "2025-03-03 09:00"};
  CHECK(late.campaign_state() == "running");
}

TEST_CASE("a task with a due date alone owes its plan before that, and is never late to start") {
  PlanBuilder plan;
  plan.task({.id = "a", .due = "2025-06-13", .plan_owed = true});
  World world{plan};
  CHECK(without(world.told(), "a late").size() == 1);  // it was announced, and no more
  world.time("2025-06-13 08:00");
  CHECK(only(world.rungs("a"), "2025-05-30 07:30 ") == Lines{"detailed_plan+0", "-10"});
  CHECK(world.state_of("a") == "announced");
}

}  // namespace tiendo::test
