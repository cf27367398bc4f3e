#pragma once

#include <map>
#include <string>
#include <utility>

#include "sim/checkers/checker.hpp"

namespace tiendo::sim {

/// A notice or message is queued once; it goes from queued over sending to where it is settled,
/// over as many retries as it takes, or there at once, and at the end every one of them has got
/// there.
class DeliveriesChecker final : public Checker {
 public:
  std::string_view name() const override { return "deliveries"; }
  void begin() override { notices_.clear(); }
  Wrong read(port::Journal::Position position, const model::Event& event,
             const model::State& before) override;
  Wrong at_the_end(const Sight& sight) override;

 private:
  std::map<std::pair<model::CampaignId, std::string>, model::DeliveryState> notices_;  // by key
};

}  // namespace tiendo::sim
