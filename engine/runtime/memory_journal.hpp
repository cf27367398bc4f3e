#pragma once

#include <vector>

#include "port/journal.hpp"

namespace tiendo::runtime {

/// A journal that lives as long as it does: for simulation and tests. Never fails.
class MemoryJournal final : public port::Journal {
 public:
  [[nodiscard]] Result<Position> append(std::span<const model::Event> events) override;
  [[nodiscard]] Result<void> read(
      Position from, const std::function<void(const model::Event&)>& visit) const override;

  [[nodiscard]] std::span<const model::Event> events() const noexcept { return events_; }

 private:
  std::vector<model::Event> events_;
};

}  // namespace tiendo::runtime
