#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "sim/checkers/amendments.hpp"
#include "sim/checkers/clock.hpp"
#include "sim/checkers/deliveries.hpp"
#include "sim/checkers/law.hpp"
#include "sim/checkers/once.hpp"
#include "sim/checkers/promises.hpp"
#include "sim/checkers/rungs.hpp"
#include "support/plan.hpp"

namespace tiendo::sim {
namespace {

using model::TaskId;
using test::at;
using test::PlanBuilder;

const model::CampaignId campaign{"dot"};

/// Shows a checker one event after another, as the journal has them, with the state before each.
class Reading {
 public:
  explicit Reading(Checker& checker) : checker_{checker} { checker.begin(); }

  Wrong operator()(model::EventBody body, std::string_view now = "2025-02-03 08:00") {
    return read({at(now), model::UserId{}, nullptr, campaign, 1, std::move(body)});
  }
  Wrong read(const model::Event& event) {
    auto wrong = checker_.read(++position_, event, state_);
    model::apply(state_, event);
    return wrong;
  }
  void skip_a_position() { ++position_; }

 private:
  Checker& checker_;
  model::State state_;
  port::Journal::Position position_ = 0;
};

model::CampaignIssued issued() {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-02-10", .due = "2025-04-20", .plan_owed = true});
  plan.task({.id = "b", .start = "2025-02-10", .due = "2025-04-20", .after = {"a"}});
  return {plan.build(), {}};
}

model::RungReached reached(const char* task, std::uint32_t due_version, int offset) {
  return {TaskId{task},
          due_version,
          {{model::RungKind::reminder, offset}, test::day("2025-02-03"), at("2025-02-03 07:30")},
          false};
}

model::NoticeQueued notice(std::string key) {
  return {{std::move(key),
           TaskId{"a"},
           model::Subject::rung,
           model::Rung{model::RungKind::reminder, -1},
           {},
           "inbox"}};
}

}  // namespace

TEST_CASE("an instant before the last one and a gap in the positions are found") {
  ClockChecker checker;
  Reading reading{checker};
  CHECK_FALSE(reading(issued(), "2025-02-03 08:00"));
  CHECK_FALSE(reading(model::TaskAnnounced{TaskId{"a"}}, "2025-02-03 08:00"));
  CHECK(reading(model::PlanBegun{TaskId{"a"}}, "2025-02-03 07:59"));
  reading.skip_a_position();
  CHECK(reading(model::TaskAnnounced{TaskId{"b"}}, "2025-02-03 09:00"));
}

TEST_CASE("a rung that is reached twice is found, a rung of a new due date is another one") {
  RungsChecker checker;
  Reading reading{checker};
  CHECK_FALSE(reading(issued()));
  CHECK_FALSE(reading(model::TaskAnnounced{TaskId{"b"}}));
  CHECK_FALSE(reading(reached("b", 1, -5)));
  CHECK_FALSE(reading(reached("b", 1, -3)));
  CHECK(reading(reached("b", 1, -3)));
  CHECK_FALSE(reading(model::ExtensionGranted{TaskId{"b"}, test::day("2025-06-01")}));
  CHECK_FALSE(reading(reached("b", 2, -3)));
}

TEST_CASE("a rung before the announcement, before its instant or of an old due date is found") {
  RungsChecker checker;
  Reading reading{checker};
  CHECK_FALSE(reading(issued()));
  CHECK(reading(reached("b", 1, -5)));
  CHECK_FALSE(reading(model::TaskAnnounced{TaskId{"b"}}));
  CHECK(reading(reached("b", 1, -3), "2025-02-03 07:29"));
  CHECK(reading(reached("b", 2, -1)));
}

TEST_CASE("the way of a task through the law is let pass, every step beside it is found") {
  LawChecker checker;
  Reading reading{checker};
  const TaskId a{"a"};
  const TaskId b{"b"};
  CHECK_FALSE(reading(issued()));
  CHECK(reading(model::PlanBegun{a}));
  CHECK_FALSE(reading(model::TaskAnnounced{a}));
  CHECK_FALSE(reading(model::TaskAnnounced{b}));
  CHECK(reading(model::TaskStarted{a}));
  CHECK(reading(model::TaskStarted{b}));  // before a, which it comes after
  CHECK_FALSE(reading(model::PlanSubmitted{a, ""}));
  CHECK_FALSE(reading(model::PlanReturned{a, "x"}));
  CHECK(reading(model::PlanApproved{a, ""}));
  CHECK_FALSE(reading(model::PlanSubmitted{a, ""}));
  CHECK_FALSE(reading(model::PlanApproved{a, ""}));
  CHECK_FALSE(reading(model::TaskStarted{a}));
  CHECK(reading(model::TaskAccepted{a, ""}));
  CHECK_FALSE(reading(model::TaskSuspended{a, "x"}));
  CHECK(reading(model::TaskReported{a, "", ""}));
  CHECK(reading(reached("a", 1, -1)));
  CHECK_FALSE(reading(model::TaskResumed{a}));
  CHECK_FALSE(reading(model::TaskReported{a, "", ""}));
  CHECK_FALSE(reading(model::TaskAccepted{a, ""}));
  CHECK(reading(model::TaskCancelled{a, "x"}));
  CHECK_FALSE(reading(model::TaskStarted{b}));
  CHECK_FALSE(reading(model::TaskReopened{a, "x"}));
}

TEST_CASE("a campaign that is suspended or cancelled and still reminds is found") {
  for (const bool cancelled : {false, true}) {
    LawChecker checker;
    Reading reading{checker};
    CHECK_FALSE(reading(issued()));
    CHECK_FALSE(reading(model::TaskAnnounced{TaskId{"a"}}));
    CHECK_FALSE(reading(reached("a", 1, -5)));
    CHECK_FALSE(reading(notice("1")));
    if (cancelled) {
      CHECK_FALSE(reading(model::CampaignCancelled{"x"}));
    } else {
      CHECK_FALSE(reading(model::CampaignSuspended{"x"}));
    }
    CHECK(reading(reached("a", 1, -3)));
    CHECK(reading(notice("2")));
    CHECK_FALSE(reading(model::DeliveryMoved{"1", model::DeliveryState::sending, "", {}}));
    CHECK(reading(model::CampaignResumed{}).has_value() == cancelled);
  }
}

TEST_CASE("an amendment that changes a finished task, leaves it out or loses a task is found") {
  const TaskId a{"a"};
  const auto amended = [](const auto& change) {
    auto plan = std::make_shared<model::Plan>(*issued().plan);
    model::PlanAmended body{.reason = "x"};
    change(*plan, body);
    model::link(*plan);
    body.plan = std::move(plan);
    return body;
  };
  const auto found = [&](const model::PlanAmended& body) {
    AmendmentsChecker checker;
    Reading reading{checker};
    CHECK_FALSE(reading(issued()));
    CHECK_FALSE(reading(model::TaskAccepted{a, ""}));
    return reading(body).has_value();
  };
  CHECK_FALSE(found(amended([](auto& plan, auto&) { plan.title = "Khác"; })));
  CHECK_FALSE(found(amended([](auto& plan, auto&) { plan.tasks[1].dropped = true; })));
  CHECK(found(amended([](auto& plan, auto&) { plan.tasks[0].dropped = true; })));
  CHECK(found(amended([](auto& plan, auto&) { plan.tasks.pop_back(); })));
  CHECK(found(amended([&](auto&, auto& body) {
    body.dates.push_back({a, {}, test::day("2025-05-01")});
  })));
}

TEST_CASE("a command that is done twice is found") {
  OnceChecker checker;
  Reading reading{checker};
  CHECK_FALSE(reading(issued()));
  CHECK_FALSE(reading(model::TaskCommented{TaskId{"a"}, "lenh-1"}));
  CHECK_FALSE(reading(model::TaskCommented{TaskId{"a"}, "lenh-2"}));
  CHECK_FALSE(reading(model::TaskCommented{TaskId{"a"}, "a word"}));
  CHECK_FALSE(reading(model::TaskCommented{TaskId{"a"}, "a word"}));
  CHECK(reading(model::TaskSuspended{TaskId{"a"}, "lenh-1"}));
}

TEST_CASE("marks are found again in the words of commands and of their events") {
  const TaskId a{"a"};
  const model::Command command{
      model::UserId{"an"}, {}, campaign, model::TaskCommand{model::CommentTask{a, "lenh-7"}}};
  CHECK(mark_of(command) == "lenh-7");
  CHECK(mark_of(model::EventBody{model::TaskCommented{a, "lenh-7"}}) == "lenh-7");
  CHECK(mark_of(model::EventBody{model::CampaignSuspended{"lenh-8"}}) == "lenh-8");
  CHECK(mark_of(model::EventBody{model::PlanSubmitted{a, "lenh-9"}}) == "lenh-9");
  CHECK(mark_of(model::EventBody{model::PlanAmended{.reason = "lenh-10"}}) == "lenh-10");
  CHECK(mark_of(model::EventBody{model::UnitsMerged{{.reason = "lenh-11"}}}) == "lenh-11");
  CHECK(mark_of(model::EventBody{model::TaskStarted{a}}).empty());
}

TEST_CASE("a notice that is queued twice, sent unqueued or sent twice is found") {
  DeliveriesChecker checker;
  Reading reading{checker};
  const auto moved = [](const char* key, model::DeliveryState to) {
    return model::DeliveryMoved{key, to, "", {}};
  };
  CHECK_FALSE(reading(issued()));
  CHECK_FALSE(reading(notice("1")));
  CHECK(reading(notice("1")));
  CHECK(reading(moved("2", model::DeliveryState::sending)));
  CHECK(reading(moved("1", model::DeliveryState::waiting_retry)));
  CHECK_FALSE(reading(notice("3")));
  CHECK_FALSE(reading(moved("3", model::DeliveryState::sending)));
  CHECK_FALSE(reading(moved("3", model::DeliveryState::waiting_retry)));
  CHECK_FALSE(reading(moved("3", model::DeliveryState::sending)));
  CHECK_FALSE(reading(moved("3", model::DeliveryState::sent)));
  CHECK(reading(moved("3", model::DeliveryState::sending)));
}

}  // namespace tiendo::sim
