#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "model/notice.hpp"
#include "model/plan.hpp"
#include "port/journal.hpp"

namespace tiendo::runtime {

/// A notice that was queued, in words: of a rung, with those of the rung.
struct QueuedNotice {
  port::Journal::Position position = 0;
  Timestamp at;
  model::CampaignId campaign;
  model::Notice notice;
  Text text;
  Text to;
};

/// Which notices of a campaign are asked for.
struct InboxQuestion {
  model::CampaignId campaign;
  std::shared_ptr<const model::Plan> plan;
  std::function<bool(const model::Notice&)> wanted;
  std::optional<Timestamp> since;
  std::optional<Timestamp> before;
  model::UserId reader = {};  // is not told of what he did himself; empty: everything
};

/// Appends what was queued, in order. A read of the journal.
[[nodiscard]] Result<void> read_inbox(const port::Journal& journal, const InboxQuestion& question,
                                      std::vector<QueuedNotice>& all);

}  // namespace tiendo::runtime
