#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/time.hpp"
#include "model/ids.hpp"
#include "model/message.hpp"
#include "model/state.hpp"

namespace tiendo::runtime {

/// Under which heading a task stands in what a person is told, in the order in which it is read.
enum class DigestGroup : std::uint8_t {
  overdue,
  due_today,
  due_soon,
  coordinating,  // of those above, the tasks that another unit leads
  to_approve,    // waits for a leader
  unassigned,    // no unit leads it: for the office
  news,          // what happened: announced, returned, accepted, …
};

/// One task and what is to be said of it; without a task, the campaign as a whole.
struct DigestItem {
  DigestGroup group = DigestGroup::news;
  model::CampaignId campaign;
  std::string campaign_title;
  model::TaskId task;  // empty: the campaign
  std::string title;
  Text what;  // what happened, or how it stands: "Tạm dừng", "quá hạn 3 ngày làm việc"
  std::string why;  // as somebody gave it; may be empty
  Text more;        // "hạn 15/04/2025 · chủ trì: NV-KT"; may be empty
};

/// All that is said of it on one line: "Tạm dừng: chờ kinh phí · hạn 15/04/2025".
[[nodiscard]] Text line_of(const DigestItem& item);

/// What one person is told: by a morning's digest of all that concerns him, or at once of what
/// cannot wait.
struct Digest {
  model::MessageKind kind = model::MessageKind::digest;
  Day day{};
  std::vector<DigestItem> items;  // by group

  [[nodiscard]] bool empty() const noexcept { return items.empty(); }
};

/// What `message` says as things stand at `now`: of its notices those that still hold, and in a
/// digest every task that its receiver has to look after. What he has no part in any more is left
/// out; nothing may be left.
[[nodiscard]] Digest digest_of(const model::State& state, const model::Message& message,
                               Timestamp now);

}  // namespace tiendo::runtime
