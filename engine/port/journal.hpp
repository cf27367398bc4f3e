#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "model/event.hpp"
#include "model/ids.hpp"

namespace tiendo::port {

/// What a command came to.
struct Answer {
  std::string rejection;       // its code; empty: accepted
  Text reason;                 // of the rejection
  std::uint64_t position = 0;  // the journal's last event when this was answered

  [[nodiscard]] bool accepted() const noexcept { return rejection.empty(); }

  friend bool operator==(const Answer&, const Answer&) = default;
};

/// An answer that is kept with the idempotency key of its command, so that the command is done once
/// however often it comes. `fingerprint` tells another command under the same key apart.
struct KeptAnswer {
  model::UserId actor;
  std::string key;
  std::string fingerprint;
  Timestamp at;
  Answer answer;
  /// The journal's last event before the command. Nothing: it was kept when this was not.
  std::optional<std::uint64_t> before = std::nullopt;

  friend bool operator==(const KeptAnswer&, const KeptAnswer&) = default;
};

/// Where events are kept, in the order in which they were appended. One writer.
class Journal {
 public:
  /// Of an event: from 1, without gaps. 0 is before the first.
  using Position = std::uint64_t;
  /// Returns false to end the reading.
  using Visit = std::function<bool(Position, const model::Event&)>;

  Journal() = default;
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;
  virtual ~Journal() = default;

  /// Takes all of both or nothing, and returns the position of the last event. What has been taken
  /// is never lost: it is synced when this returns.
  [[nodiscard]] virtual Result<Position> append(std::span<const model::Event> events,
                                                std::span<const KeptAnswer> answers) = 0;

  /// Calls `visit` with every event after position `after`, in order.
  [[nodiscard]] virtual Result<void> read(Position after, const Visit& visit) const = 0;

  /// The same with the events of one campaign; of the office, where `stream` is empty.
  [[nodiscard]] virtual Result<void> read_stream(const model::CampaignId& stream,
                                                 const Visit& visit) const = 0;

  /// Tells the journal up to `position` from every other: a snapshot of it fits no other journal.
  [[nodiscard]] virtual Result<std::string> mark(Position position) const = 0;

  /// What the actor's command of this key came to, if there was one.
  [[nodiscard]] virtual Result<std::optional<KeptAnswer>> find_answer(
      const model::UserId& actor, std::string_view key) const = 0;
};

}  // namespace tiendo::port
