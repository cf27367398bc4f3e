#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"

namespace tiendo::journal {

struct BackupOptions {
  Timestamp made_at{};
  bool secrets = true;   // contact addresses and passwords too
  bool replace = false;  // a backup that stands there already
};

/// Evidence that is not in the backup: its file is gone though an event names it, or its content is
/// not that of its hash.
struct DamagedEvidence {
  std::string hash;
  bool missing = false;

  friend bool operator==(const DamagedEvidence&, const DamagedEvidence&) = default;
};

struct BackupReport {
  std::uint64_t events = 0;
  std::uint64_t streams = 0;
  std::uint64_t evidence_files = 0;
  std::uint64_t bytes = 0;  // of the file
  std::vector<DamagedEvidence> damaged;
};

/// All of the data folder in one file, as it is at one moment, also beside a process that writes to
/// it. The file is written beside its place under a temporary name, read again row by row, synced
/// and renamed, mode 0600: under its name stands a whole backup or nothing. The folder is not
/// changed. What the file is: backup_file.hpp.
///
/// An error where the folder holds no journal, the journal is damaged, the file exists (with
/// `replace`: and is no backup), the disk is full. Where evidence is damaged a backup that stands
/// there is not replaced, which is an error too: it may be the last that holds it. Any thread.
[[nodiscard]] Result<BackupReport> backup(const std::filesystem::path& folder,
                                          const std::filesystem::path& file,
                                          const BackupOptions& options);

}  // namespace tiendo::journal
