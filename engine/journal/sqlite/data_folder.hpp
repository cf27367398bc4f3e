#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

#include "base/result.hpp"
#include "journal/file.hpp"
#include "journal/sqlite/store.hpp"

namespace tiendo::journal {

/// A data folder (FORMAT.md, "data folder") that is open: to write by one process at a time, which
/// holds its lock as long as this lives, or to read beside it.
class DataFolder {
 public:
  /// How a folder is made that is not there.
  struct Making {
    Timestamp at{};
    bool rehearsal = false;
  };
  struct Options {
    std::optional<Making> make;         // where it is missing or empty
    std::chrono::milliseconds wait{0};  // for another process to end
  };

  /// A folder that is made has mode 0700, its parents must exist, and it is on the disk when this
  /// returns; one whose making was cut short is made anew. An error where it is missing (and not to
  /// be made), holds other things and no journal, is damaged, read-only, or in use: by which
  /// process is said.
  [[nodiscard]] static Result<DataFolder> open_to_write(const std::filesystem::path& folder,
                                                        const Options& options);
  /// Takes no lock and writes nothing.
  [[nodiscard]] static Result<DataFolder> open_to_read(const std::filesystem::path& folder);

  [[nodiscard]] Store& store() const noexcept { return *store_; }
  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
  [[nodiscard]] const Meta& meta() const noexcept { return store_->meta(); }

 private:
  DataFolder(std::filesystem::path path, Descriptor lock, std::unique_ptr<Store> store);

  std::filesystem::path path_;
  Descriptor lock_;  // given up last
  std::unique_ptr<Store> store_;
};

}  // namespace tiendo::journal
