#include "journal/sqlite/row_statements.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cstring>
#include <limits>
#include <string>

namespace tiendo::journal {
namespace {

constexpr int columns = 12;

std::string insertion(std::size_t rows) {
  std::string sql = "INSERT INTO events VALUES";
  for (std::size_t i = 0; i < rows; ++i) {
    sql += i == 0 ? "(?" : ",(?";
    for (int column = 1; column < columns; ++column) sql += ",?";
    sql += ')';
  }
  return sql;
}

void bind_optional(SQLite::Statement& insert, int index, const std::string& text) {
  if (text.empty()) {
    insert.bind(index);
  } else {
    insert.bindNoCopy(index, text);
  }
}

// Bound as they stand: `row` stays until the statement has run.
void bind_row(SQLite::Statement& insert, int first, const Row& row) {
  insert.bind(first, static_cast<std::int64_t>(row.position));
  insert.bindNoCopy(first + 1, row.stream);
  insert.bind(first + 2, static_cast<std::int64_t>(row.version));
  insert.bind(first + 3, std::int64_t{row.at.time_since_epoch().count()});
  insert.bindNoCopy(first + 4, row.actor);
  bind_optional(insert, first + 5, row.on_behalf);
  bind_optional(insert, first + 6, row.document);
  insert.bind(first + 7, std::int64_t{row.plan_version});
  insert.bindNoCopy(first + 8, row.type);
  insert.bind(first + 9, std::int64_t{row.schema});
  insert.bindNoCopy(first + 10, row.payload);
  insert.bindNoCopy(first + 11, row.hash.data(), static_cast<int>(row.hash.size()));
}

void run(SQLite::Statement& insert) {
  insert.exec();
  insert.reset();
}

/// Takes the columns of one row, and remembers whether each was of the kind that is written.
class Columns {
 public:
  explicit Columns(sqlite3_stmt* select) : select_{select} {}

  [[nodiscard]] bool well_formed() const noexcept { return well_formed_; }

  std::int64_t whole() {
    expect(sqlite3_column_type(select_, index_) == SQLITE_INTEGER);
    return sqlite3_column_int64(select_, index_++);
  }
  std::uint32_t small() {
    const std::int64_t number = whole();
    expect(number >= 0 && number <= std::numeric_limits<std::uint32_t>::max());
    return static_cast<std::uint32_t>(number);
  }
  void text(std::string& out) {
    expect(sqlite3_column_type(select_, index_) == SQLITE_TEXT);
    take(out);
  }
  void optional_text(std::string& out) {
    const int type = sqlite3_column_type(select_, index_);
    take(out);
    expect(type == (out.empty() ? SQLITE_NULL : SQLITE_TEXT));
  }
  void hash(Hash& out) {
    const bool whole_hash = sqlite3_column_type(select_, index_) == SQLITE_BLOB &&
                            sqlite3_column_bytes(select_, index_) == static_cast<int>(out.size());
    expect(whole_hash);
    if (whole_hash) std::memcpy(out.data(), sqlite3_column_blob(select_, index_), out.size());
  }

 private:
  void expect(bool holds) { well_formed_ = well_formed_ && holds; }
  void take(std::string& out) {
    const unsigned char* const bytes = sqlite3_column_text(select_, index_);
    const int size = sqlite3_column_bytes(select_, index_++);
    out.assign(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  }

  sqlite3_stmt* select_;
  int index_ = 0;
  bool well_formed_ = true;
};

void check_result(SQLite::Database& database, int result) {
  if (result != SQLITE_OK) throw SQLite::Exception(database.getHandle(), result);
}

}  // namespace

RowWriter::RowWriter(SQLite::Database& database)
    : one_(database, insertion(1)), many_(database, insertion(rows_at_once)) {}

void RowWriter::take() {
  if (++count_ < rows_at_once) return;
  for (std::size_t i = 0; i < rows_at_once; ++i) {
    bind_row(many_, 1 + static_cast<int>(i) * columns, rows_[i]);
  }
  run(many_);
  count_ = 0;
}

void RowWriter::flush() {
  for (std::size_t i = 0; i < count_; ++i) {
    bind_row(one_, 1, rows_[i]);
    run(one_);
  }
  count_ = 0;
}

RowReader::RowReader(SQLite::Database& database, const char* rest_of_query) : database_(database) {
  const std::string query =
      std::string(
          "SELECT position, stream, version, at, actor, on_behalf, document, plan_version, type,"
          " schema, payload, hash FROM events ") +
      rest_of_query;
  sqlite3_stmt* select = nullptr;
  check_result(database,
               sqlite3_prepare_v2(database.getHandle(), query.c_str(), -1, &select, nullptr));
  select_.reset(select);
}

RowReader::RowReader(SQLite::Database& database, std::uint64_t after)
    : RowReader(database, "WHERE position>? ORDER BY position") {
  check_result(database, sqlite3_bind_int64(select_.get(), 1, static_cast<std::int64_t>(after)));
}

RowReader::RowReader(SQLite::Database& database, std::string_view stream)
    : RowReader(database, "WHERE stream=? ORDER BY version") {
  check_result(database, sqlite3_bind_text64(select_.get(), 1, stream.data(), stream.size(),
                                             SQLITE_TRANSIENT, SQLITE_UTF8));
}

void RowReader::Close::operator()(sqlite3_stmt* select) const noexcept {
  sqlite3_finalize(select);
}

bool RowReader::next(Row& row) {
  const int result = sqlite3_step(select_.get());
  if (result == SQLITE_DONE) return false;
  if (result != SQLITE_ROW) throw SQLite::Exception(database_.getHandle(), result);
  Columns columns_of(select_.get());
  row.position = static_cast<std::uint64_t>(columns_of.whole());
  columns_of.text(row.stream);
  row.version = static_cast<std::uint64_t>(columns_of.whole());
  row.at = Timestamp{std::chrono::microseconds{columns_of.whole()}};
  columns_of.text(row.actor);
  columns_of.optional_text(row.on_behalf);
  columns_of.optional_text(row.document);
  row.plan_version = columns_of.small();
  columns_of.text(row.type);
  row.schema = columns_of.small();
  columns_of.text(row.payload);
  columns_of.hash(row.hash);
  if (!columns_of.well_formed()) row.hash = Hash{};
  return true;
}

}  // namespace tiendo::journal
