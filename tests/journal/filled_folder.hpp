#pragma once

#include <sstream>

#include "journal/blob_folder.hpp"
#include "journal/folder_layout.hpp"
#include "journal/rows.hpp"
#include "journal/sqlite/backup.hpp"
#include "journal/sqlite/secrets.hpp"
#include "port/journal.hpp"
#include "support/temporary_folder.hpp"

namespace tiendo::journal {

inline port::KeptAnswer kept_answer() {
  return {model::UserId("lan"),
          "key",
          "fingerprint",
          Timestamp{std::chrono::microseconds{1'735'664'400'000'001}},
          {"wrong_state", {"sai trạng thái", "wrong state"}, 7}};
}

/// A data folder with something of everything: rows, an answer, secrets, evidence of several sizes.
struct FilledFolder {
  TemporaryFolder outer;
  std::filesystem::path path = outer.path() / "data";
  std::filesystem::path file = outer.path() / "tiendo.backup";
  std::vector<std::string> evidence;

  explicit FilledFolder(std::uint64_t rows = 50) {
    std::filesystem::create_directory(path);
    const auto store = open_store(journal_in(path));
    const auto answer = kept_answer();
    good(store->append(test_rows(rows), std::span(&answer, 1)));
    const auto secrets = good(SecretsFile::open(secrets_in(path)));
    good(secrets->put(model::UserId("lan"), "email", "lan@lmhtx.example"));
    good(secrets->put(model::UserId("minh"), "key", std::string("\0\xff", 2)));
    const auto blobs = good(BlobFolder::open_in(evidence_in(path)));
    for (const std::size_t size : {0u, 11u, 1u << 20, 1'300'000u}) {
      std::istringstream content(std::string(size, 'x'));
      evidence.push_back(good(blobs->put(content)));
    }
  }

  BackupReport back_up(BackupOptions options = {}) const {
    options.made_at = Timestamp{std::chrono::seconds{1'740'000'000}};
    return good(backup(path, file, options));
  }
};

/// What a folder holds, by the ways in which the program reads it.
inline void check_same_content(const FilledFolder& was, const std::filesystem::path& is) {
  const auto old_store = good(Store::open(journal_in(was.path), {.read_only = true}));
  const auto store = good(Store::open(journal_in(is)));
  CHECK(rows_of(*store) == rows_of(*old_store));
  CHECK(good(store->heads()) == good(old_store->heads()));
  CHECK(store->meta() == test_meta());
  CHECK(good(store->find_answer(model::UserId("lan"), "key")) == kept_answer());
  CHECK(good(store->check_integrity(10)).empty());
  const auto blobs = good(BlobFolder::open_in(evidence_in(is)));
  for (const std::string& hash : was.evidence) CHECK(blobs->check(hash).has_value());
}

}  // namespace tiendo::journal
