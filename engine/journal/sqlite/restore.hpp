#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace tiendo::journal {

struct RestoreReport {
  std::uint64_t events = 0;
  std::uint64_t streams = 0;
  std::uint64_t evidence_files = 0;
  bool secrets = false;              // whether the backup has them
  std::vector<std::string> missing;  // evidence that events name and the backup does not hold
};

/// Makes the data folder `folder` from a backup. It must not exist, or be empty; what leads there
/// must exist. Everything is written into a folder beside it, read again (every row against its
/// hash, every file of evidence against its own), synced and renamed: under its name stands a whole
/// data folder or nothing. A backup of an older format is migrated.
///
/// An error where `file` is no backup, cut off, changed since it was made or of a newer version,
/// where the folder holds something, where the disk is full. Any thread.
[[nodiscard]] Result<RestoreReport> restore(const std::filesystem::path& file,
                                            const std::filesystem::path& folder);

}  // namespace tiendo::journal
