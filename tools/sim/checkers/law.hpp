#pragma once

#include <map>
#include <utility>
#include <vector>

#include "sim/checkers/checker.hpp"

namespace tiendo::sim {

/// Every step in the journal is one that the law allows, by a table of its own that was written
/// from design.md 5.5 and not from engine/lifecycle. It follows the states by itself.
class LawChecker final : public Checker {
 public:
  std::string_view name() const override { return "law"; }
  void begin() override { campaigns_.clear(); }
  Wrong read(port::Journal::Position position, const model::Event& event,
             const model::State& before) override;

 private:
  struct TaskStands {
    model::TaskState state = model::TaskState::planned;
    model::TaskState before = model::TaskState::planned;
  };
  struct CampaignStands {
    model::CampaignState state = model::CampaignState::draft;
    model::CampaignState before = model::CampaignState::draft;
    std::shared_ptr<const model::Plan> plan;
    std::map<model::TaskId, TaskStands> tasks;
  };

  Wrong step_of_campaign(CampaignStands& campaign, const model::EventBody& body);
  Wrong step_of_task(CampaignStands& campaign, const model::TaskId& id,
                     const model::EventBody& body);

  std::map<model::CampaignId, CampaignStands> campaigns_;
};

}  // namespace tiendo::sim
