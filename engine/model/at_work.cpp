#include "model/at_work.hpp"

namespace tiendo::model {

bool is_at_work(CampaignState state) {
  switch (state) {
    case CampaignState::issued:
    case CampaignState::running:
    case CampaignState::closing:
      return true;
    case CampaignState::draft:
    case CampaignState::closed:
    case CampaignState::suspended:
    case CampaignState::cancelled:
      return false;
  }
  return false;
}

bool is_owed(TaskState state) {
  switch (state) {
    case TaskState::announced:
    case TaskState::planning:
    case TaskState::plan_submitted:
    case TaskState::ready:
    case TaskState::in_progress:
      return true;
    case TaskState::planned:
    case TaskState::reported:
    case TaskState::accepted:
    case TaskState::suspended:
    case TaskState::cancelled:
      return false;
  }
  return false;
}

bool is_over(TaskState state) {
  return state == TaskState::accepted || state == TaskState::cancelled;
}

}  // namespace tiendo::model
