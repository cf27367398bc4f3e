#include "journal/sqlite/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>

#include "journal/file.hpp"
#include "journal/sqlite/appender.hpp"
#include "journal/sqlite/database_error.hpp"
#include "journal/sqlite/read_only.hpp"
#include "journal/sqlite/row_statements.hpp"
#include "journal/sqlite/table_check.hpp"
#include "journal/sqlite/write_ahead_log.hpp"
#include "port/journal.hpp"

namespace tiendo::journal {
namespace {

namespace fs = std::filesystem;

const Text opening{"mở nhật ký", "open the journal"};
const Text reading{"đọc nhật ký", "read the journal"};
const Text appending{"ghi vào nhật ký", "append to the journal"};

// A statement costs more to compile than to run.
constexpr char select_answer[] =
    "SELECT fingerprint, at, rejection, reason_vi, reason_en, position, before FROM answers"
    " WHERE actor=? AND key=?";

// Every commit is one sync of the log, which is used again from its start after each checkpoint:
// writing over blocks that are there is what syncs fastest. After a huge transaction it is cut
// back. Pages beyond the cache go to the log early, once: rows are appended.
std::string settings(const Store::Options& options) {
  return fmt::format(
      "PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; PRAGMA journal_size_limit=67108864;"
      "PRAGMA cache_size=-{}; PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON;"
      "PRAGMA trusted_schema=OFF",
      options.cache_kib);
}

std::unique_ptr<SQLite::Database> open_database(const fs::path& file, const Store::Options& options,
                                                bool make) {
  if (options.read_only && options.vfs.empty()) return open_read_only(file);
  int flags = options.read_only ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE;
  if (make) flags |= SQLite::OPEN_CREATE;
  return std::make_unique<SQLite::Database>(file.string(), flags | SQLite::OPEN_NOMUTEX,
                                            options.busy_ms, options.vfs);
}

Error older_format(const fs::path& file) {
  return {{"nhật ký có định dạng cũ hơn và đang mở chỉ để đọc; hãy chạy một lệnh có ghi để chuyển "
           "đổi (bản cũ được giữ lại bên cạnh)",
           "the journal has an older format and is opened for reading only; run a command that "
           "writes to bring it up to date (a copy of the old one is kept beside it)"},
          file.string()};
}

}  // namespace

struct Store::Connection {
  explicit Connection(std::unique_ptr<SQLite::Database> opened) : database(std::move(opened)) {}

  std::unique_ptr<SQLite::Database> database;
  std::optional<SQLite::Statement> find_answer;
  std::unique_ptr<Appender> appender;  // null after a failure
};

Store::Store(const fs::path& file, const Options& options) : file_(file), options_(options) {}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const fs::path& file, const Options& options) {
  std::error_code failed;
  // Absolute, so that no name is taken for a URI.
  std::unique_ptr<Store> store(new Store(fs::absolute(file, failed), options));
  if (failed) return file_error(opening, file, failed.value());
  if (auto connected = store->connect(options.make); !connected) return connected.error();
  return store;
}

Result<void> Store::connect(const std::optional<Meta>& make) const {
  struct stat found {};
  if (options_.vfs.empty() && !make && ::stat(file_.c_str(), &found) != 0)
    return file_error(opening, file_, errno);
  try {
    auto fresh = std::make_unique<Connection>(open_database(file_, options_, make.has_value()));
    SQLite::Database& database = *fresh->database;
    keep_log_on_close(database, true);
    database.exec(settings(options_));
    const bool empty = holds_nothing(database);
    if (!empty || !make) {
      if (auto ours = check_format(database, file_, format()); !ours) return ours.error();
    }
    if (!options_.read_only) {
      // Run to its end: it says `wal` before it commits, and its commit may fail.
      database.exec("PRAGMA journal_mode=WAL");
      if (database.execAndGet("PRAGMA journal_mode").getString() != "wal")
        throw SQLite::Exception("no write-ahead log", SQLITE_READONLY);
      keep_what_is_read(database);
      if (empty) make_tables(database, *make);
      if (auto done = migrate(database, file_, options_.vfs, format()); !done) return done.error();
      if (auto ours = journal::check_tables(database, file_, format()); !ours) return ours.error();
    } else if (database.execAndGet("PRAGMA user_version").getInt() != format().version) {
      return older_format(file_);
    }
    auto meta = read_meta(database, file_);
    if (!meta) return meta.error();
    meta_ = std::move(*meta);
    if (!options_.read_only) {
      carry_log_over_at(database, options_.log_pages);
      keep_log_on_close(database, false);
    }
    connection_ = std::move(fresh);
    return {};
  } catch (const SQLite::Exception& failed) {
    return database_error(opening, file_, failed);
  }
}

const Format& Store::format() const {
  return options_.format != nullptr ? *options_.format : current_format();
}

Result<Store::Connection*> Store::connection() const {
  if (!connection_) {
    if (auto connected = connect(std::nullopt); !connected) return connected.error();
  }
  return connection_.get();
}

// The wall of this room: what SQLite throws in `work` is an error.
template <class Work>
auto Store::with(const Text& doing, const Work& work) const
    -> decltype(work(std::declval<Connection&>())) {
  auto use = connection();
  if (!use) return use.error();
  try {
    return work(**use);
  } catch (const SQLite::Exception& failed) {
    return database_error(doing, file_, failed);
  }
}

Result<Store::Position> Store::append(const Source& next,
                                      std::span<const port::KeptAnswer> answers) {
  if (options_.read_only)
    return Error{{"không ghi vào nhật ký được: nó được mở chỉ để đọc; hãy mở để ghi",
                  "cannot append to the journal: it is opened for reading only; open it for "
                  "writing"},
                 file_.string()};
  return with(appending, [&](Connection& use) -> Result<Position> {
    try {
      if (!use.appender) use.appender = std::make_unique<Appender>(*use.database);
      return use.appender->append(next, answers);
    } catch (const SQLite::Exception& failed) {
      clean_up_after(failed.getErrorCode());
      throw;
    } catch (...) {
      use.appender.reset();
      throw;
    }
  });
}

// The transaction has been rolled back when this is called, or else goes with the connection.
void Store::clean_up_after(int code) {
  connection_->appender.reset();
  SQLite::Database& database = *connection_->database;
  if (sqlite3_get_autocommit(database.getHandle()) == 0) {
    connection_.reset();
  } else if (code == SQLITE_IOERR) {
    forget_failed_commit(database, options_.busy_ms);
  }
}

Result<Store::Position> Store::append(std::span<const Row> rows,
                                      std::span<const port::KeptAnswer> answers) {
  auto next = rows.begin();
  const auto copy = [&](Row& row) {
    if (next == rows.end()) return false;
    row = *next++;
    return true;
  };
  return append(copy, answers);
}

Result<Store::Position> Store::append(std::span<const Row> rows) {
  return append(rows, {});
}

// A commit may take the log beyond where it is carried over.
Result<void> Store::reserve_log() const {
  return with(appending, [&](Connection& use) -> Result<void> {
    const int pages = options_.log_pages + options_.log_pages / 4;
    journal::reserve_log(*use.database, pages, options_.busy_ms);
    return {};
  });
}

Result<void> Store::read(Position after, const Visit& visit) const {
  return with(reading, [&](Connection& use) -> Result<void> {
    RowReader rows(*use.database, after);
    Row row;
    while (rows.next(row) && visit(row)) {
    }
    return {};
  });
}

Result<void> Store::read_stream(std::string_view stream, const Visit& visit) const {
  return with(reading, [&](Connection& use) -> Result<void> {
    RowReader rows(*use.database, stream);
    Row row;
    while (rows.next(row) && visit(row)) {
    }
    return {};
  });
}

Result<std::optional<port::KeptAnswer>> Store::find_answer(const model::UserId& actor,
                                                           std::string_view key) const {
  return with(reading, [&](Connection& use) -> Result<std::optional<port::KeptAnswer>> {
    if (!use.find_answer) use.find_answer.emplace(*use.database, select_answer);
    SQLite::Statement& get = *use.find_answer;
    get.reset();
    get.bind(1, actor.str());
    get.bind(2, std::string(key));
    std::optional<port::KeptAnswer> found;
    if (get.executeStep()) {
      found = {actor,
               std::string(key),
               get.getColumn(0).getString(),
               Timestamp{std::chrono::microseconds{get.getColumn(1).getInt64()}},
               {get.getColumn(2).getString(),
                {get.getColumn(3).getString(), get.getColumn(4).getString()},
                static_cast<Position>(get.getColumn(5).getInt64())}};
      if (const auto before = get.getColumn(6); !before.isNull())
        found->before = static_cast<Position>(before.getInt64());
      get.reset();  // else it would hold the log
    }
    return found;
  });
}

Result<std::vector<Head>> Store::heads() const {
  return with(reading, [](Connection& use) -> Result<std::vector<Head>> {
    return read_heads(*use.database);
  });
}

Result<Store::Position> Store::last_position() const {
  return with(reading, [](Connection& use) -> Result<Position> {
    return read_last_position(*use.database);
  });
}

Result<std::optional<Hash>> Store::hash_at(Position position) const {
  std::optional<Hash> hash;
  if (position == 0) return hash;
  auto read_it = read(position - 1, [&](const Row& row) {
    if (row.position == position) hash = row.hash;
    return false;
  });
  if (!read_it) return read_it.error();
  return hash;
}

Result<void> Store::at_one_moment(const std::function<Result<void>()>& work) const {
  return with(reading, [&](Connection& use) -> Result<void> {
    SQLite::Transaction moment(*use.database);
    return work();
  });
}

Result<void> Store::check_tables() const {
  return with(reading, [&](Connection& use) -> Result<void> {
    return journal::check_tables(*use.database, file_, format());
  });
}

Result<std::vector<std::string>> Store::check_integrity(int findings_max) const {
  return with(reading, [&](Connection& use) -> Result<std::vector<std::string>> {
    std::vector<std::string> findings;
    SQLite::Statement check(*use.database, fmt::format("PRAGMA integrity_check({})", findings_max));
    while (check.executeStep()) {
      std::string line = check.getColumn(0).getString();
      if (line != "ok") findings.push_back(std::move(line));
    }
    return findings;
  });
}

}  // namespace tiendo::journal
