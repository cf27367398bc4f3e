#pragma once

#include <string>

namespace tiendo {

/// The real disk, for SQLite, which fails when it is told to: from the `first`th write, sync or
/// truncation on (from 1), `count` times. One at a time.
class FailingDisk {
 public:
  FailingDisk();
  FailingDisk(const FailingDisk&) = delete;
  FailingDisk& operator=(const FailingDisk&) = delete;
  ~FailingDisk();

  /// The name under which SQLite finds it.
  [[nodiscard]] static std::string name() { return "failing"; }

  /// `code` is what SQLite is told: SQLITE_FULL, SQLITE_IOERR_WRITE, …
  void fail(int first, int count, int code);
  void heal() { fail(0, 0, 0); }
  /// Whether the first failure has come.
  [[nodiscard]] bool has_failed() const;
  /// How many times it was told to sync a file.
  [[nodiscard]] int syncs() const;
};

}  // namespace tiendo
