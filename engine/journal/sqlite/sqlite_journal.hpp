#pragma once

#include "journal/sqlite/store.hpp"
#include "port/journal.hpp"

namespace tiendo::journal {

/// The journal on disk: events of the model as rows of a store. One thread.
class SqliteJournal final : public port::Journal {
 public:
  /// `store` outlives the journal.
  explicit SqliteJournal(Store& store) : store_(store) {}

  Result<Position> append(std::span<const model::Event> events,
                          std::span<const port::KeptAnswer> answers) override;
  /// An error where a row cannot be read as an event: it names the position.
  Result<void> read(Position after, const Visit& visit) const override;
  Result<void> read_stream(const model::CampaignId& stream, const Visit& visit) const override;
  /// Changes with the folder and with the row at `position`.
  Result<std::string> mark(Position position) const override;
  Result<std::optional<port::KeptAnswer>> find_answer(const model::UserId& actor,
                                                      std::string_view key) const override;

 private:
  Store& store_;
};

}  // namespace tiendo::journal
