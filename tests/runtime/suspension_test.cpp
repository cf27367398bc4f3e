#include "support/world.hpp"

namespace tiendo::test {
namespace {

const model::TaskId a{"a"};

PlanBuilder april() {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-04-11", .due = "2025-04-20"});
  return plan;
}

}  // namespace

TEST_CASE("a suspended task is not reminded of; resumed, only the latest of each ladder is told") {
  World world{april()};
  world.time("2025-04-07 09:00").does(leader(), model::SuspendTask{a, "chờ kinh phí"});
  world.time("2025-04-29 09:00");
  CHECK(world.rungs("a") == Lines{"2025-04-04 07:30 -10"});
  (void)world.told();
  world.does(leader(), model::ResumeTask{a});
  const auto rungs = world.rungs("a");
  CHECK(Lines(rungs.begin() + 1, rungs.end()) ==
        Lines{"2025-04-11 00:00 open", "2025-04-14 07:30 -5 missed", "2025-04-16 07:30 -3 missed",
              "2025-04-18 07:30 0 missed", "2025-04-21 00:00 due", "2025-04-22 07:30 to_head+2",
              "2025-04-23 07:30 +3 missed", "2025-04-25 07:30 to_leaders+5",
              "2025-04-28 07:30 +6"});
  CHECK(world.told() == Lines{"a resumed to nghiep-vu", "a open to nghiep-vu", "a due to nghiep-vu",
                              "a to_head+2 to nghiep-vu:head", "a to_leaders+5 to leaders",
                              "a +6 to nghiep-vu"});
}

TEST_CASE("a suspended campaign rests as a whole, and goes on where it was") {
  World world{april()};
  world.time("2025-04-07 09:00").does(leader(), model::SuspendCampaign{"chờ chỉ đạo"});
  CHECK_FALSE(world.next_due());
  world.time("2025-04-17 09:00");
  CHECK(world.rungs("a") == Lines{"2025-04-04 07:30 -10"});
  CHECK(world.state_of("a") == "ready");
  world.does(leader(), model::ResumeCampaign{});
  CHECK(world.campaign_state() == "running");
  CHECK(world.state_of("a") == "in_progress");
  CHECK(world.rungs("a").back() == "2025-04-16 07:30 -3");
}

TEST_CASE("a cancelled campaign reminds nobody") {
  World world{april()};
  world.time("2025-04-07 09:00").does(leader(), model::CancelCampaign{"thôi"});
  const auto count = world.events().size();
  world.time("2026-12-31");
  CHECK(world.events().size() == count);
  CHECK_FALSE(world.next_due());
}

TEST_CASE("a cancelled task reminds nobody, the others go on") {
  auto plan = april();
  plan.task({.id = "b", .start = "2025-04-11", .due = "2025-04-20"});
  World world{plan};
  world.time("2025-04-07 09:00").does(leader(), model::CancelTask{a, "thôi"});
  world.time("2025-04-15");
  CHECK(world.reminders("a") == Lines{"2025-04-04 07:30 -10"});
  CHECK(world.reminders("b").back() == "2025-04-14 07:30 -5");
}

TEST_CASE("a task that was accepted in time and is reopened late is overdue, told once") {
  World world{april()};
  world.time("2025-04-12 09:00").does(staff(), model::ReportTask{a, "", ""});
  world.does(leader(), model::AcceptTask{a, ""}).time("2025-06-02 09:00");
  (void)world.told();
  world.does(leader(), model::ReopenTask{a, "bổ sung"});
  const auto told = world.told();
  CHECK(std::ranges::count(told, "a due to nghiep-vu") == 1);
  CHECK(std::ranges::count_if(told, [](const auto& line) { return line.starts_with("a +"); }) == 1);
}

}  // namespace tiendo::test
