#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "model/event.hpp"
#include "model/state.hpp"
#include "port/journal.hpp"

namespace tiendo::runtime {

/// How much of the period of a target has passed: whole days, of which the last is over at
/// midnight.
struct PassedPeriod {
  DayRange days;
  int all = 0;
  int passed = 0;
  double percent = 0;
};

[[nodiscard]] PassedPeriod passed_period(const model::Target& target, const model::Plan& plan,
                                         Timestamp now);

/// What was reached last; null where nothing has been recorded.
[[nodiscard]] const model::Result* latest_result(const model::Campaign& campaign,
                                                 const model::TargetId& target);

/// Whether the campaign takes a result of the target from `user` at `now`, whatever it is.
[[nodiscard]] bool may_record(const model::State& state, const model::Campaign& campaign,
                              const model::Target& target, const model::UserId& user,
                              Timestamp now);

/// A result as it was recorded, by whom and when.
struct RecordedResult {
  model::Result result;
  Timestamp at;
  model::UserId actor;
  std::shared_ptr<const model::OnBehalf> on_behalf;
};

/// Every result of the target that was recorded before `end`, by day as the campaign has them. A
/// read of the journal.
[[nodiscard]] Result<std::vector<RecordedResult>> recorded_results(
    const port::Journal& journal, const model::CampaignId& campaign, const model::TargetId& target,
    std::optional<Timestamp> end);

}  // namespace tiendo::runtime
