#pragma once

#include <filesystem>
#include <memory>

#include "base/result.hpp"
#include "journal/blob_folder.hpp"
#include "journal/snapshot_file.hpp"
#include "journal/sqlite/data_folder.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "port/accounts.hpp"
#include "port/secrets.hpp"

namespace tiendo::server {

/// What is on the disk: the data folder, held by this process alone as long as this lives.
struct Records {
  /// Waits a while for a process that is about to leave the folder. An error where one of its files
  /// cannot be opened; nothing is left behind then.
  [[nodiscard]] static Result<std::unique_ptr<Records>> open(const std::filesystem::path& data);

  explicit Records(journal::DataFolder opened);

  journal::DataFolder folder;
  journal::SqliteJournal journal;
  journal::SnapshotFile snapshots;
  std::unique_ptr<port::Secrets> secrets;
  std::unique_ptr<port::Accounts> accounts;
  std::unique_ptr<journal::BlobFolder> blobs;
};

}  // namespace tiendo::server
