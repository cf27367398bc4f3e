#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "decide/campaign_commands.hpp"
#include "decide/refuse.hpp"

namespace tiendo::decide {

Refusal decide_campaign(const model::RecordResult& command, Draft& draft) {
  const auto& targets = draft.campaign().plan->targets;
  if (std::ranges::find(targets, command.target, &model::Target::id) == targets.end()) {
    return bad_argument({fmt::format("kế hoạch không có chỉ tiêu “{}”", command.target.str()),
                         fmt::format("the plan has no target '{}'", command.target.str())});
  }
  if (!std::isfinite(command.value) || command.value < 0) {
    return bad_argument({"kết quả phải là một số không âm", "a result is a number, not negative"});
  }
  draft.record(model::ResultRecorded{command.target, command.value});
  draft.wake_phases();
  return std::nullopt;
}

}  // namespace tiendo::decide
