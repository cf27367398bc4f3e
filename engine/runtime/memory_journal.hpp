#pragma once

#include <map>
#include <utility>
#include <vector>

#include "port/journal.hpp"

namespace tiendo::runtime {

/// A journal that lives as long as it does: for simulation and tests. Never fails.
class MemoryJournal final : public port::Journal {
 public:
  [[nodiscard]] Result<Position> append(std::span<const model::Event> events,
                                        std::span<const port::KeptAnswer> answers) override;
  [[nodiscard]] Result<void> read(Position after, const Visit& visit) const override;
  [[nodiscard]] Result<void> read_stream(const model::CampaignId& stream,
                                         const Visit& visit) const override;
  [[nodiscard]] Result<std::string> mark(Position position) const override;
  [[nodiscard]] Result<std::optional<port::KeptAnswer>> find_answer(
      const model::UserId& actor, std::string_view key) const override;

  [[nodiscard]] std::span<const model::Event> events() const noexcept { return events_; }

 private:
  std::vector<model::Event> events_;
  std::map<std::pair<model::UserId, std::string>, port::KeptAnswer> answers_;
};

}  // namespace tiendo::runtime
