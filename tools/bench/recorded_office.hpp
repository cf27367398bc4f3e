#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "journal/snapshot_codec.hpp"
#include "journal/snapshot_file.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "runtime/engine.hpp"

namespace tiendo::bench {

/// A journal that says when a transaction has been synced.
class WatchedJournal final : public port::Journal {
 public:
  WatchedJournal(port::Journal& journal, std::function<void(std::size_t events)> appended)
      : journal_{journal}, appended_{std::move(appended)} {}

  Result<Position> append(std::span<const model::Event> events,
                          std::span<const port::KeptAnswer> answers) override {
    auto position = journal_.append(events, answers);
    appended_(events.size());
    return position;
  }
  Result<void> read(Position after, const Visit& visit) const override {
    return journal_.read(after, visit);
  }
  Result<void> read_stream(const model::CampaignId& stream, const Visit& visit) const override {
    return journal_.read_stream(stream, visit);
  }
  Result<std::string> mark(Position position) const override { return journal_.mark(position); }
  Result<std::optional<port::KeptAnswer>> find_answer(const model::UserId& actor,
                                                      std::string_view key) const override {
    return journal_.find_answer(actor, key);
  }

 private:
  port::Journal& journal_;
  std::function<void(std::size_t)> appended_;
};

/// The engine over a journal on disk, as the program runs it. Ends the process where something
/// fails: then there is nothing to measure.
class RecordedOffice {
 public:
  explicit RecordedOffice(
      const std::filesystem::path& folder,
      std::function<void(std::size_t)> appended = [](std::size_t) {});

  void issue(std::shared_ptr<const model::Plan> plan, Timestamp now);
  void give(const model::Command& command, Timestamp now);  // decided, not committed
  void commit();
  /// Every notice that is queued is sent.
  void deliver_all(Timestamp now);
  void advance(Timestamp now);

  [[nodiscard]] runtime::Engine& engine() { return engine_; }
  [[nodiscard]] const journal::Store& store() const { return *store_; }

 private:
  std::unique_ptr<journal::Store> store_;
  journal::SqliteJournal journal_;
  WatchedJournal watched_;
  journal::SnapshotFile snapshots_;
  runtime::Engine engine_;
};

}  // namespace tiendo::bench
