#include "journal/sqlite/backup.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <system_error>
#include <unordered_set>

#include "journal/blob_folder.hpp"
#include "journal/file.hpp"
#include "journal/folder_layout.hpp"
#include "journal/hash.hpp"
#include "journal/sqlite/backup_file.hpp"
#include "journal/sqlite/copied_secrets.hpp"
#include "journal/sqlite/database_error.hpp"
#include "journal/sqlite/read_only.hpp"
#include "journal/sqlite/store.hpp"

namespace tiendo::journal {
namespace {

namespace fs = std::filesystem;

const Text backing_up{"sao lưu", "back up"};

constexpr std::size_t piece = 1 << 20;  // bytes of evidence in a row

// The file is thrown away where anything fails, and synced once, at the end.
constexpr char settings[] =
    "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
    "PRAGMA temp_store=MEMORY";

constexpr char tables[] =
    "CREATE TABLE backup(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;"
    "CREATE TABLE evidence(hash TEXT NOT NULL, part INTEGER NOT NULL, content BLOB NOT NULL)"
    " STRICT;";

// Temporary names that SQLite may lay beside the file in the making.
class SideFiles {
 public:
  explicit SideFiles(std::string file) : file_(std::move(file)) {}
  SideFiles(const SideFiles&) = delete;
  SideFiles& operator=(const SideFiles&) = delete;
  ~SideFiles() {
    for (const char* end : {"-journal", "-wal", "-shm"}) ::unlink((file_ + end).c_str());
  }

 private:
  std::string file_;
};

Error with_place(Error error, const fs::path& where) {
  error.where = where.string();
  return error;
}

// Whatever may become of the target: the data folder's own files are no place for a backup.
Result<void> check_target(const fs::path& folder, const fs::path& file, bool replace) {
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return {};
  for (const fs::path& own : {journal_in(folder), secrets_in(folder)}) {
    if (fs::equivalent(file, own, ignored))
      return Error{{"đây là tệp của chính thư mục dữ liệu; hãy chọn tên khác cho bản sao lưu",
                    "this is a file of the data folder itself; choose another name for the backup"},
                   file.string()};
  }
  if (!replace) return file_error({"tạo bản sao lưu", "make the backup"}, file, EEXIST);
  if (begins_as_backup(file)) return {};
  return Error{{"tệp có sẵn không phải là bản sao lưu nên không bị ghi đè; hãy chọn tên khác",
                "the file that is there is no backup and is not replaced; choose another name"},
               file.string()};
}

Error would_lose(const std::vector<DamagedEvidence>& damaged, const fs::path& file) {
  constexpr std::size_t named = 5;  // that a message can hold
  std::string hashes;
  for (std::size_t i = 0; i < std::min(named, damaged.size()); ++i)
    hashes += (i == 0 ? "" : ", ") + damaged[i].hash;
  if (damaged.size() > named) hashes += fmt::format(", … (+{})", damaged.size() - named);
  return Error{{fmt::format("tài liệu minh chứng bị mất hoặc hỏng trong thư mục dữ liệu ({}), nên "
                            "bản sao lưu có sẵn được giữ nguyên; hãy sao lưu ra tên tệp khác, hoặc "
                            "nộp lại tài liệu rồi sao lưu lại",
                            hashes),
                fmt::format("evidence is missing or damaged in the data folder ({}), so the backup "
                            "that is there was kept; give another file name, or hand the evidence "
                            "in again and back up anew",
                            hashes)},
               file.string()};
}

class Maker {
 public:
  Maker(fs::path folder, const BackupOptions& options, NewFile& file)
      : folder_(std::move(folder)), options_(options), file_(file) {}

  // Throws SQLite::Exception of the file in the making.
  Result<BackupReport> make();

 private:
  [[nodiscard]] Result<void> copy_journal(SQLite::Database& target);
  [[nodiscard]] Result<void> copy_evidence(SQLite::Database& target);
  void find_missing(const std::vector<std::string>& named);
  [[nodiscard]] Result<void> copy_file(SQLite::Statement& put, const std::string& hash,
                                       const fs::path& path, bool& whole);
  [[nodiscard]] Result<void> copy_secrets(SQLite::Database& target);
  void describe(SQLite::Database& target, int journal_application);

  fs::path folder_;
  const BackupOptions& options_;
  NewFile& file_;
  BackupReport report_;
  std::unordered_set<std::string> seen_;  // evidence that is there, whole or not
};

Result<BackupReport> Maker::make() {
  const std::string path = file_.path().string();
  int journal_application = 0;
  std::vector<std::string> named;
  {
    SQLite::Database target(path, SQLite::OPEN_READWRITE);
    target.exec(settings);
    // The journal first: what its events name is in the folder of evidence before they are.
    if (auto copied = copy_journal(target); !copied) return copied.error();
    // The copy says that it has a write-ahead log; it has none.
    target.exec("PRAGMA journal_mode=DELETE");
  }
  begin_sync(path);
  {
    const auto copy = Store::open(path, {.read_only = true});
    if (!copy) return with_place(copy.error(), journal_in(folder_));
    auto contents = check_rows(**copy);
    if (!contents) return with_place(contents.error(), journal_in(folder_));
    report_.events = contents->events;
    report_.streams = contents->streams;
    named = std::move(contents->evidence);
  }
  SQLite::Database target(path, SQLite::OPEN_READWRITE);
  target.exec(settings);
  journal_application = target.execAndGet("PRAGMA application_id").getInt();
  SQLite::Transaction all(target);
  target.exec(tables);
  if (auto copied = copy_evidence(target); !copied) return copied.error();
  find_missing(named);
  if (options_.secrets) {
    if (auto copied = copy_secrets(target); !copied) return copied.error();
  }
  describe(target, journal_application);
  all.commit();
  return report_;
}

Result<void> Maker::copy_journal(SQLite::Database& target) {
  std::unique_ptr<SQLite::Database> source;
  try {
    source = open_read_only(journal_in(folder_));
  } catch (const SQLite::Exception& failed) {
    return database_error(backing_up, journal_in(folder_), failed);
  }
  // All pages in one step: one moment of the journal, however much is written meanwhile.
  if (SQLite::Backup(target, *source).executeStep(-1) != SQLITE_DONE)
    throw SQLite::Exception("the journal is locked", SQLITE_BUSY);
  return {};
}

Result<void> Maker::copy_evidence(SQLite::Database& target) {
  std::error_code ignored;
  if (!fs::is_directory(evidence_in(folder_), ignored)) return {};
  const auto blobs = BlobFolder::open_in(evidence_in(folder_));
  if (!blobs) return blobs.error();
  SQLite::Statement put(target, "INSERT INTO evidence VALUES(?, ?, ?)");
  SQLite::Statement drop(target, "DELETE FROM evidence WHERE rowid>?");
  Result<void> copied;
  const auto listed = (*blobs)->each([&](const std::string& hash) {
    const auto before = target.execAndGet("SELECT max(rowid) FROM evidence").getInt64();
    bool whole = false;
    seen_.insert(hash);
    copied = copy_file(put, hash, evidence_in(folder_) / blob_place(hash), whole);
    if (copied && !whole) {
      drop.bind(1, before);
      drop.exec();
      drop.reset();
      report_.damaged.push_back({hash});
    } else if (copied) {
      ++report_.evidence_files;
    }
    return copied.has_value();
  });
  return listed ? copied : listed;
}

void Maker::find_missing(const std::vector<std::string>& named) {
  for (const std::string& hash : named) {
    if (!seen_.contains(hash)) report_.damaged.push_back({hash, true});
  }
}

Result<void> Maker::copy_file(SQLite::Statement& put, const std::string& hash, const fs::path& path,
                              bool& whole) {
  const auto file = open_file(path);
  if (!file) return file.error();
  Sha256 sha;
  std::vector<char> buffer(piece);
  for (int part = 0;; ++part) {
    const auto got = read_some(*file, buffer.data(), buffer.size(), path);
    if (!got) return got.error();
    if (*got == 0 && part > 0) break;  // of an empty file there is one row too
    sha.add({buffer.data(), *got});
    put.bindNoCopy(1, hash);
    put.bind(2, part);
    put.bindNoCopy(3, buffer.data(), static_cast<int>(*got));
    put.exec();
    put.reset();
  }
  whole = to_hex(sha.finish()) == hash;
  return {};
}

Result<void> Maker::copy_secrets(SQLite::Database& target) {
  const fs::path secrets = secrets_in(folder_);
  target.exec(copied_secret_tables());
  std::error_code ignored;
  if (!fs::exists(secrets, ignored)) return {};
  try {
    const auto source = open_read_only(secrets);
    journal::copy_secrets(*source, target);
    return {};
  } catch (const SQLite::Exception& failed) {
    return database_error({"sao lưu thông tin riêng", "back up the secrets"}, secrets, failed);
  }
}

void Maker::describe(SQLite::Database& target, int journal_application) {
  SQLite::Statement put(target, "INSERT INTO backup VALUES(?, ?)");
  const auto keep = [&put](const char* name, const std::string& value) {
    put.bind(1, name);
    put.bind(2, value);
    put.exec();
    put.reset();
  };
  keep("version", std::to_string(backup_version));
  keep("made_at", to_string(options_.made_at));
  keep("journal_application", std::to_string(journal_application));
  target.exec(fmt::format("PRAGMA application_id={}", backup_application));
}

}  // namespace

Result<BackupReport> backup(const fs::path& folder, const fs::path& file,
                            const BackupOptions& options) {
  std::error_code failed;
  const fs::path target = fs::absolute(file, failed);
  if (failed) return file_error(backing_up, file, failed.value());
  if (auto free = check_target(folder, target, options.replace); !free) return free.error();
  // Whether there is a journal, and one that this program can read.
  const auto journal = Store::open(journal_in(folder), {.read_only = true});
  if (!journal) return journal.error();

  auto made = NewFile::make_in(target.parent_path());
  if (!made) return made.error();
  const SideFiles side_files(made->path().string());
  try {
    auto report = Maker(folder, options, *made).make();
    if (!report) return report;
    const bool replace = options.replace && report->damaged.empty();
    if (options.replace && !replace && fs::exists(target, failed))
      return would_lose(report->damaged, target);
    if (auto sealed = seal(*made); !sealed) return sealed.error();
    if (auto synced = made->sync(); !synced) return synced.error();
    report->bytes = fs::file_size(made->path(), failed);
    const auto existing = replace ? Existing::replace : Existing::keep;
    if (auto named = made->publish(target, existing); !named) return named.error();
    if (auto synced = sync_path(target.parent_path()); !synced) return synced.error();
    return report;
  } catch (const SQLite::Exception& broken) {
    return database_error(backing_up, target, broken);
  }
}

}  // namespace tiendo::journal
