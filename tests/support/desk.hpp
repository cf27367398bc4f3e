#pragma once

#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <utility>

#include "decide/decide.hpp"
#include "support/plan.hpp"
#include "support/words.hpp"

namespace tiendo::test {

/// `decide` and `apply` alone, without clock or journal: what is given is accepted and becomes the
/// state, what is tried leaves it alone.
class Desk {
 public:
  /// Issues the plan.
  explicit Desk(const PlanBuilder& plan, std::string_view now = "2025-01-06 08:00")
      : Desk{at(now)} {
    given(administrator(), model::IssueCampaign{plan.build(), {}});
  }
  /// Nothing has been issued.
  explicit Desk(Timestamp now = at("2025-01-06 08:00")) : now_{now} {
    for (const auto& event : office_events()) {
      model::apply(state_, event);
    }
  }

  Desk& time(std::string_view now) {
    now_ = at(now);
    return *this;
  }

  template <class Body>
  Desk& given(const model::Person& actor, Body body) {
    return given(command(actor, std::move(body)));
  }
  Desk& given(const model::Command& command) {
    const auto decision = decided(command);
    INFO((decision.rejection ? decision.rejection->reason.en : ""));
    REQUIRE(outcome(decision) == "accepted");
    for (const auto& event : decision.events) {
      model::apply(state_, event);
    }
    last_ = words(decision.events);
    return *this;
  }

  /// `accepted`, or the code of the rejection. A rejection has its reason in both languages, and no
  /// events.
  template <class Body>
  [[nodiscard]] std::string tried(const model::Person& actor, Body body) const {
    return tried(command(actor, std::move(body)));
  }
  [[nodiscard]] std::string tried(const model::Command& command) const {
    const auto decision = decided(command);
    if (decision.rejection) {
      CHECK(decision.events.empty());
      CHECK_FALSE(decision.rejection->reason.vi.empty());
      CHECK_FALSE(decision.rejection->reason.en.empty());
    }
    return outcome(decision);
  }
  [[nodiscard]] decide::Decision decided(const model::Command& command) const {
    return decide::decide(state_, command, now_);
  }

  /// The events of the last thing that was given.
  [[nodiscard]] const Lines& last() const { return last_; }
  [[nodiscard]] const model::State& state() const { return state_; }
  [[nodiscard]] const model::Campaign& campaign() const {
    return state_.campaigns.at(model::CampaignId{campaign_id});
  }
  [[nodiscard]] const model::Task& task(const char* id) const {
    return campaign().tasks[campaign().plan->find(model::TaskId{id}).value()];
  }
  [[nodiscard]] std::string state_of(const char* id) const {
    return std::string{model::name(task(id).state)};
  }

 private:
  Timestamp now_;
  model::State state_;
  Lines last_;
};

}  // namespace tiendo::test
