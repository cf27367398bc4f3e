#pragma once

#include <functional>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "model/message.hpp"
#include "model/state.hpp"
#include "port/journal.hpp"

namespace tiendo::runtime {

/// A message, and how far it came.
struct MessageRecord {
  model::Message message;
  Timestamp queued_at;
  Timestamp moved_at;  // when it came to this state
  model::Delivery delivery;
  std::string reason;  // of a retry, of giving up, of withdrawing
};

/// Those that are asked for, the latest first. A read of the journal.
[[nodiscard]] Result<std::vector<MessageRecord>> messages(
    const port::Journal& journal, const std::function<bool(const model::Message&)>& wanted);

}  // namespace tiendo::runtime
