#include "open_folder.hpp"

#include <chrono>

#include "journal/blob_folder.hpp"
#include "journal/folder_layout.hpp"
#include "journal/snapshot_codec.hpp"
#include "journal/snapshot_file.hpp"
#include "journal/sqlite/data_folder.hpp"
#include "journal/sqlite/secrets.hpp"
#include "journal/sqlite/sqlite_journal.hpp"

namespace tiendo::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds wait_for_others{5};

class Folder final : public OpenFolder {
 public:
  Folder(journal::DataFolder folder, bool made)
      : folder_{std::move(folder)},
        journal_{folder_.store()},
        snapshots_{journal::snapshot_in(folder_.path()), journal::write_snapshot,
                   journal::read_snapshot},
        made_{made} {}

  port::Journal& journal() override { return journal_; }
  port::Snapshots& snapshots() override { return snapshots_; }
  [[nodiscard]] const journal::DataFolder& data() const override { return folder_; }
  [[nodiscard]] bool was_made() const override { return made_; }

  Result<std::optional<std::string>> contact(const model::UserId& user) override {
    std::error_code failed;
    if (!fs::exists(journal::secrets_in(folder_.path()), failed)) {
      return std::optional<std::string>{};
    }
    const auto kept = secrets();
    return kept.has_error() ? Result<std::optional<std::string>>{kept.error()}
                            : (*kept)->get(user, "email");
  }

  Result<port::Blobs*> blobs() override {
    if (!blobs_) {
      auto opened = journal::BlobFolder::open_in(journal::evidence_in(folder_.path()));
      if (opened.has_error()) {
        return opened.error();
      }
      blobs_ = std::move(*opened);
    }
    return blobs_.get();
  }

  Result<port::Secrets*> secrets() override {
    if (!secrets_) {
      auto opened = journal::SecretsFile::open(journal::secrets_in(folder_.path()));
      if (opened.has_error()) {
        return opened.error();
      }
      secrets_ = std::move(*opened);
    }
    return secrets_.get();
  }

 private:
  journal::DataFolder folder_;
  journal::SqliteJournal journal_;
  journal::SnapshotFile snapshots_;
  std::unique_ptr<port::Blobs> blobs_;
  std::unique_ptr<port::Secrets> secrets_;
  bool made_;
};

std::unique_ptr<OpenFolder> opened(journal::DataFolder folder, bool made) {
  return std::make_unique<Folder>(std::move(folder), made);
}

}  // namespace

Result<std::unique_ptr<OpenFolder>> OpenFolder::for_reading(const fs::path& folder) {
  auto data = journal::DataFolder::open_to_read(folder);
  if (data.has_error()) {
    return data.error();
  }
  return opened(std::move(*data), false);
}

Result<std::unique_ptr<OpenFolder>> OpenFolder::for_writing(const fs::path& folder, Make make,
                                                            Timestamp now) {
  journal::DataFolder::Options options{.wait = wait_for_others};
  if (make != Make::nothing) {
    options.make = journal::DataFolder::Making{now, make == Make::rehearsal};
  }
  std::error_code failed;
  const bool was_there = fs::exists(journal::journal_in(folder), failed);
  auto data = journal::DataFolder::open_to_write(folder, options);
  if (data.has_error()) {
    return data.error();
  }
  return opened(std::move(*data), !was_there);
}

}  // namespace tiendo::cli
