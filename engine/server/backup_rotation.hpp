#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "server/worker.hpp"

namespace tiendo::server {

/// How many days, weeks (from Monday) and months keep their last backup.
struct Kept {
  std::size_t days = 7;
  std::size_t weeks = 4;
  std::size_t months = 12;
};

/// Which backups are no longer needed. Only periods that have a backup count, so that a machine
/// that was off for a year does not throw away the last ones it has. Pure.
[[nodiscard]] std::vector<Day> to_drop(std::vector<Day> backups, const Kept& kept);

/// `tiendo-2025-04-20.backup`.
[[nodiscard]] std::string backup_name(Day day);
/// The day of a file of this name; nothing where it is no backup of ours.
[[nodiscard]] std::optional<Day> day_of_backup(std::string_view name);

/// Makes a backup of the data folder each day, beside the server that writes to it, and drops those
/// that are no longer needed. Only whole backups have a name, and nothing is dropped before the
/// new one is there. `look` and `status` from any thread.
class BackupRotation {
 public:
  struct Options {
    std::filesystem::path data;
    std::filesystem::path backups;  // a folder that is made; what leads there must exist
    std::chrono::hours at{1};       // of the day, in Vietnam
    std::chrono::hours retry_after{1};
    Kept kept;
  };
  /// How the last try went: on the worker's thread.
  using Tell = std::function<void(const Result<void>& made)>;

  /// `worker` outlives this, and is stopped before it goes.
  BackupRotation(Options options, Worker& worker, Tell tell = {});

  /// To be called every minute or so. Begins the backup of the day where its hour has come and it
  /// is not there.
  void look(Timestamp now);

  struct Status {
    std::optional<Day> last;       // the newest backup that is there
    std::optional<Error> failure;  // of the last try
    std::optional<Timestamp> retry_at;
  };
  [[nodiscard]] Status status() const;

 private:
  void make(Day day, Timestamp now);
  [[nodiscard]] Result<void> try_to_make(Day day, Timestamp now);
  void drop_old() const;
  [[nodiscard]] std::vector<Day> there() const;

  Options options_;
  Worker& worker_;
  Tell tell_;                 // may be empty
  mutable std::mutex mutex_;  // what follows
  Status status_;
  bool running_ = false;
};

}  // namespace tiendo::server
