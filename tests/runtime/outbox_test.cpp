#include <set>

#include "support/world.hpp"

namespace tiendo::test {
namespace {

const model::TaskId a{"a"};

using model::DeliveryAction;

PlanBuilder april() {
  PlanBuilder plan;
  plan.task({.id = "a",
             .start = "2025-04-11",
             .due = "2025-04-20",
             .coordinating = {"trung-tam"},
             .plan_owed = true});
  return plan;
}

std::string only_key(const World& world) {
  REQUIRE(world.campaign().outbox.size() == 1);
  return world.campaign().outbox.begin()->first;
}

PlanBuilder one_notice() {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-04-11", .due = "2025-04-20"});
  return plan;
}

}  // namespace

TEST_CASE("the outbox is what was queued and is neither sent nor dead") {
  World world{one_notice()};
  const auto key = only_key(world);
  const auto moves = [&](DeliveryAction action) {
    return world.tries(administrator(), model::DeliveryCommand{key, action, "mạng", {}});
  };
  CHECK(moves(DeliveryAction::send) == "accepted");
  CHECK(moves(DeliveryAction::retry_later) == "accepted");
  CHECK(world.campaign().outbox.at(key).delivery.state == model::DeliveryState::waiting_retry);
  CHECK(world.campaign().outbox.at(key).delivery.tries == 1);
  SECTION("sent") {
    CHECK(moves(DeliveryAction::send) == "accepted");
    CHECK(world.campaign().outbox.at(key).delivery.tries == 2);
    CHECK(moves(DeliveryAction::confirm) == "accepted");
  }
  SECTION("dead") {
    CHECK(moves(DeliveryAction::give_up) == "accepted");
  }
  CHECK(world.campaign().outbox.empty());
  CHECK(moves(DeliveryAction::send) == "wrong_state");
}

TEST_CASE("a notice that nobody queued has no delivery") {
  World world{one_notice()};
  CHECK(world.tries(administrator(),
                    model::DeliveryCommand{"khác", DeliveryAction::send, {}, {}}) == "wrong_state");
}

TEST_CASE("a retry keeps the instant at which it is to be tried") {
  World world{one_notice()};
  const auto key = only_key(world);
  const auto later = at("2025-01-06 08:30");
  world.does(administrator(), model::DeliveryCommand{key, DeliveryAction::send, {}, {}});
  world.does(administrator(),
             model::DeliveryCommand{key, DeliveryAction::retry_later, "mạng", later});
  CHECK(world.campaign().outbox.at(key).delivery.retry_at == later);
}

TEST_CASE("through a whole life no key of a notice comes twice") {
  World world{april()};
  const auto extended = [&](const char* due) {
    world.does(staff(), model::AskExtension{a, day(due), "x"});
    world.does(leader(), model::GrantExtension{a, {}});
  };
  world.does(staff(), model::SubmitPlan{a, ""}).does(leader(), model::ReturnPlan{a, "x"});
  world.does(staff(), model::SubmitPlan{a, ""}).does(leader(), model::ReturnPlan{a, "x"});
  world.does(staff(), model::SubmitPlan{a, ""}).does(leader(), model::ApprovePlan{a, ""});
  world.time("2025-04-29 09:00");
  extended("2025-05-16");
  world.time("2025-05-29 09:00");
  extended("2025-06-20");
  for (int i = 0; i < 2; ++i) {
    world.does(leader(), model::SuspendTask{a, "x"}).does(leader(), model::ResumeTask{a});
    world.does(staff(), model::ReportTask{a, "", ""}).does(leader(), model::ReturnReport{a, "x"});
  }
  world.does(staff(), model::ReportTask{a, "", ""}).does(leader(), model::AcceptTask{a, ""});
  world.does(leader(), model::ReopenTask{a, "x"}).time("2025-07-10");
  world.does(leader(), model::CancelTask{a, "x"});

  std::set<std::string> keys;
  for (const auto& event : world.events()) {
    if (const auto* queued = std::get_if<model::NoticeQueued>(&event.body)) {
      INFO(queued->notice.key);
      CHECK(keys.insert(queued->notice.key).second);
    }
  }
  CHECK(keys.size() == world.campaign().outbox.size());
}

TEST_CASE("coordinating units are told of what concerns everybody, not of the reminders") {
  World world{april()};
  CHECK(world.told() == Lines{"a announced to nghiep-vu", "a announced to trung-tam"});
  world.does(staff(), model::SubmitPlan{a, ""});
  CHECK(world.told().empty());
  world.does(leader(), model::ApprovePlan{a, ""});
  CHECK(world.told() == Lines{"a plan_approved to nghiep-vu"});
  world.does(leader(), model::SuspendTask{a, "x"}).does(leader(), model::ResumeTask{a});
  CHECK(world.told() == Lines{"a suspended to nghiep-vu", "a suspended to trung-tam",
                              "a resumed to nghiep-vu", "a resumed to trung-tam"});
  world.time("2025-04-04 07:30");
  CHECK(world.told() == Lines{"a -10 to nghiep-vu"});
}

TEST_CASE("a reminder goes to the units that lead the task when it is sent") {
  World world{april()};
  world.does(office(), model::AssignTask{a, {{model::UnitId{"trung-tam"}, ""}}, {}});
  (void)world.told();
  world.time("2025-03-20 07:30");
  CHECK(world.told() == Lines{"a detailed_plan-5 to trung-tam"});
}

}  // namespace tiendo::test
