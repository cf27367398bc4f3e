#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "base/result.hpp"
#include "model/event.hpp"

namespace tiendo::port {

/// Where events are kept, in the order in which they were appended. One writer.
class Journal {
 public:
  using Position = std::uint64_t;

  Journal() = default;
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;
  virtual ~Journal() = default;

  /// Takes all of `events` or none. What has been acknowledged is never lost.
  [[nodiscard]] virtual Result<Position> append(std::span<const model::Event> events) = 0;

  /// Calls `visit` with every event from position `from` on, in order.
  [[nodiscard]] virtual Result<void> read(
      Position from, const std::function<void(const model::Event&)>& visit) const = 0;
};

}  // namespace tiendo::port
