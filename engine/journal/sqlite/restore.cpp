#include "journal/sqlite/restore.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>  // mkdtemp
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <vector>

#include "journal/blob_folder.hpp"
#include "journal/file.hpp"
#include "journal/folder_layout.hpp"
#include "journal/hash.hpp"
#include "journal/sqlite/backup_file.hpp"
#include "journal/sqlite/copied_secrets.hpp"
#include "journal/sqlite/database_error.hpp"
#include "journal/sqlite/read_only.hpp"
#include "journal/sqlite/secrets.hpp"
#include "journal/sqlite/store.hpp"

namespace tiendo::journal {
namespace {

namespace fs = std::filesystem;

const Text restoring{"khôi phục", "restore"};

// The folder is thrown away where anything fails, and synced once, at the end.
constexpr char settings[] =
    "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY;"
    "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON";

// A folder in the making, beside the one that it is to become.
class NewFolder {
 public:
  static Result<NewFolder> make_beside(const fs::path& target) {
    std::string name = (target.parent_path() / ".new-").string() + "XXXXXX";
    if (::mkdtemp(name.data()) == nullptr)  // mode 0700
      return file_error({"tạo thư mục trong", "make a folder in"}, target.parent_path(), errno);
    return NewFolder(std::move(name));
  }
  NewFolder(NewFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  NewFolder& operator=(NewFolder&&) = delete;
  ~NewFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }

  [[nodiscard]] const fs::path& path() const noexcept { return path_; }

  // An empty folder of that name is replaced, one that holds something is not.
  [[nodiscard]] Result<void> publish(const fs::path& target) {
    if (::rename(path_.c_str(), target.c_str()) != 0)
      return file_error({"đặt tên cho thư mục", "give the folder its name"}, target, errno);
    path_.clear();
    return {};
  }

 private:
  explicit NewFolder(fs::path path) : path_(std::move(path)) {}

  fs::path path_;  // empty: published
};

Error damaged(const fs::path& file, std::string_view vi, std::string_view en) {
  return Error{{fmt::format("bản sao lưu bị hỏng: {}; hãy dùng bản sao lưu khác", vi),
                fmt::format("the backup is damaged: {}; use another one", en)},
               file.string()};
}

Result<void> check_target(const fs::path& folder) {
  std::error_code failed;
  if (!fs::exists(fs::symlink_status(folder, failed))) return {};
  const bool empty = fs::is_directory(folder, failed) && fs::is_empty(folder, failed);
  if (empty && !failed) return {};
  return Error{{"chỗ này đã có dữ liệu và được giữ nguyên; hãy khôi phục vào một thư mục mới",
                "something stands there already and was left as it is; restore into a new folder"},
               folder.string()};
}

// `DIR/` and `DIR` are the same, and a link leads to where the folder is.
Result<fs::path> place_of(const fs::path& folder) {
  std::error_code failed;
  fs::path place = fs::weakly_canonical(fs::absolute(folder, failed), failed);
  if (failed) return file_error(restoring, folder, failed.value());
  if (!place.has_filename()) place = place.parent_path();
  return place;
}

// Reads one backup into one folder in the making.
class Reader {
 public:
  Reader(const fs::path& file, const fs::path& folder) : file_(file), folder_(folder) {}

  // All but the tests of what was made. Throws SQLite::Exception.
  Result<RestoreReport> read();

 private:
  [[nodiscard]] Result<void> copy_journal(SQLite::Database& backup);
  [[nodiscard]] Result<void> copy_secrets(SQLite::Database& backup);
  [[nodiscard]] Result<void> copy_evidence(SQLite::Database& backup);

  const fs::path& file_;
  const fs::path& folder_;
  RestoreReport report_;
};

bool has_table(SQLite::Database& backup, const char* name) {
  return backup.tableExists(name);
}

Result<RestoreReport> Reader::read() {
  SQLite::Database backup(immutable_uri(file_), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
  if (!has_table(backup, "backup") || !has_table(backup, "evidence"))
    return damaged(file_, "thiếu bảng", "tables are missing");
  if (auto copied = copy_journal(backup); !copied) return copied.error();
  begin_sync(journal_in(folder_));
  report_.secrets = has_table(backup, "secrets");
  if (report_.secrets) {
    if (auto copied = copy_secrets(backup); !copied) return copied.error();
  }
  if (auto copied = copy_evidence(backup); !copied) return copied.error();
  return report_;
}

// Of tables that are made alike SQLite takes whole records over, without looking into them.
Result<void> Reader::copy_journal(SQLite::Database& backup) {
  SQLite::Database journal(journal_in(folder_).string(),
                           SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_URI);
  journal.exec(settings);
  SQLite::Statement attach(journal, "ATTACH ? AS backup");
  attach.bind(1, immutable_uri(file_));
  attach.exec();

  const auto application = backup
                               .execAndGet(
                                   "SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM backup"
                                   " WHERE name='journal_application'")
                               .getInt();
  const int version = backup.execAndGet("PRAGMA user_version").getInt();
  SQLite::Transaction all(journal);
  SQLite::Statement made(
      backup,
      "SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table', 'index')"
      " AND tbl_name NOT IN ('backup', 'evidence', 'secrets', 'passwords') AND sql IS NOT NULL"
      " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type DESC");
  std::vector<std::string> tables;
  while (made.executeStep()) {
    journal.exec(made.getColumn(2).getString());
    if (made.getColumn(1).getString() == "table") tables.push_back(made.getColumn(0).getString());
  }
  for (std::string name : tables) {
    for (std::size_t at = 0; (at = name.find('"', at)) != std::string::npos; at += 2)
      name.insert(at, 1, '"');
    journal.exec(fmt::format("INSERT INTO main.\"{0}\" SELECT * FROM backup.\"{0}\"", name));
  }
  journal.exec(fmt::format("PRAGMA application_id={}", application));
  journal.exec(fmt::format("PRAGMA user_version={}", version));
  all.commit();
  return {};
}

Result<void> Reader::copy_secrets(SQLite::Database& backup) {
  // As the program makes it, then filled in one transaction.
  if (const auto made = SecretsFile::open(secrets_in(folder_)); !made) return made.error();
  SQLite::Database secrets(secrets_in(folder_).string(), SQLite::OPEN_READWRITE);
  secrets.exec(settings);
  SQLite::Transaction all(secrets);
  journal::copy_secrets(backup, secrets);
  all.commit();
  return {};
}

// A file of evidence while its pieces come.
struct Piecewise {
  std::string hash;
  Descriptor file;
  Sha256 sha;

  [[nodiscard]] bool is_whole() { return hash.empty() || to_hex(sha.finish()) == hash; }
};

Result<void> Reader::copy_evidence(SQLite::Database& backup) {
  const fs::path folder = evidence_in(folder_);
  if (const auto made = make_folder(folder); !made) return made.error();
  const Error other = damaged(file_, "một tệp minh chứng không khớp với mã của nó",
                              "a file of evidence does not fit its hash");
  Piecewise now;
  SQLite::Statement get(backup, "SELECT hash, part, content FROM evidence ORDER BY rowid");
  while (get.executeStep()) {
    const std::string hash = get.getColumn(0).getString();
    if (get.getColumn(1).getInt() == 0) {
      if (!now.is_whole() || !is_blob_hash(hash)) return other;
      const fs::path path = folder / blob_place(hash);
      if (const auto made = make_folder(path.parent_path()); !made) return made.error();
      now.hash = hash;
      now.file = Descriptor(
          ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
      if (now.file.get() < 0) return file_error({"tạo tệp", "make the file"}, path, errno);
      ++report_.evidence_files;
    }
    if (hash != now.hash) return other;
    const auto content = get.getColumn(2);
    const std::string_view bytes(static_cast<const char*>(content.getBlob()),
                                 static_cast<std::size_t>(content.getBytes()));
    now.sha.add(bytes);
    if (auto written = write_all(now.file, bytes, folder / blob_place(hash)); !written)
      return written;
  }
  if (!now.is_whole()) return other;
  return {};
}

// The journal as whoever opens the folder will see it.
Result<Contents> check_journal(const fs::path& folder, const fs::path& file) {
  const auto store = Store::open(journal_in(folder));
  auto contents = store ? check_rows(**store) : Result<Contents>(store.error());
  // The folder goes away; what is wrong is wrong in the backup.
  if (!contents) return Error{contents.error().message, file.string()};
  return contents;
}

std::vector<std::string> missing_in(const fs::path& folder, const std::vector<std::string>& named) {
  std::vector<std::string> missing;
  for (const std::string& hash : named) {
    std::error_code ignored;
    if (!is_blob_hash(hash) || !fs::exists(evidence_in(folder) / blob_place(hash), ignored))
      missing.push_back(hash);
  }
  return missing;
}

}  // namespace

Result<RestoreReport> restore(const fs::path& file, const fs::path& folder) {
  const auto place = place_of(folder);
  if (!place) return place.error();
  if (auto free = check_target(*place); !free) return free.error();
  if (auto sealed = check_seal(file); !sealed) return sealed.error();
  auto made = NewFolder::make_beside(*place);
  if (!made) return made.error();
  try {
    auto report = Reader(file, made->path()).read();
    if (!report) return report;
    const auto contents = check_journal(made->path(), file);
    if (!contents) return contents.error();
    report->events = contents->events;
    report->streams = contents->streams;
    report->missing = missing_in(made->path(), contents->evidence);
    if (auto synced = sync_disk_of(made->path()); !synced) return synced.error();
    if (auto named = made->publish(*place); !named) return named.error();
    if (auto synced = sync_path(place->parent_path()); !synced) return synced.error();
    return report;
  } catch (const SQLite::Exception& failed) {
    return database_error(restoring, *place, failed);
  }
}

}  // namespace tiendo::journal
