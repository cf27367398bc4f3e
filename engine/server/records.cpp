#include "server/records.hpp"

#include <chrono>
#include <optional>
#include <utility>

#include "journal/folder_layout.hpp"
#include "journal/snapshot_codec.hpp"
#include "journal/sqlite/accounts.hpp"
#include "journal/sqlite/secrets.hpp"

namespace tiendo::server {
namespace {

template <class T, class Opened>
std::optional<Error> take(std::unique_ptr<T>& place, Opened opened) {
  if (opened.has_error()) {
    return opened.error();
  }
  place = std::move(*opened);
  return std::nullopt;
}

}  // namespace

Records::Records(journal::DataFolder opened)
    : folder{std::move(opened)},
      journal{folder.store()},
      snapshots{journal::snapshot_in(folder.path()), journal::write_snapshot,
                journal::read_snapshot} {}

Result<std::unique_ptr<Records>> Records::open(const std::filesystem::path& data) {
  auto folder = journal::DataFolder::open_to_write(data, {.wait = std::chrono::seconds{5}});
  if (folder.has_error()) {
    return folder.error();
  }
  auto records = std::make_unique<Records>(std::move(*folder));
  auto failed = take(records->secrets, journal::SecretsFile::open(journal::secrets_in(data)));
  if (!failed) {
    failed = take(records->accounts, journal::AccountsFile::open(journal::secrets_in(data)));
  }
  if (!failed) {
    failed = take(records->blobs, journal::BlobFolder::open_in(journal::evidence_in(data)));
  }
  if (failed) {
    return *failed;
  }
  return records;
}

}  // namespace tiendo::server
