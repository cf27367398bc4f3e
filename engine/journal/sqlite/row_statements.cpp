#include "journal/sqlite/row_statements.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
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
  explicit Columns(const SQLite::Statement& select) : select_{select} {}

  [[nodiscard]] bool well_formed() const noexcept { return well_formed_; }

  std::int64_t whole() {
    const auto column = next();
    expect(column.getType() == SQLITE_INTEGER);
    return column.getInt64();
  }
  std::uint32_t small() {
    const std::int64_t number = whole();
    expect(number >= 0 && number <= std::numeric_limits<std::uint32_t>::max());
    return static_cast<std::uint32_t>(number);
  }
  void text(std::string& out) {
    const auto column = next();
    expect(column.getType() == SQLITE_TEXT);
    take(column, out);
  }
  void optional_text(std::string& out) {
    const auto column = next();
    expect(column.getType() == SQLITE_NULL ||
           (column.getType() == SQLITE_TEXT && column.getBytes() > 0));
    take(column, out);
  }
  void hash(Hash& out) {
    const auto column = next();
    const bool whole_hash =
        column.getType() == SQLITE_BLOB && column.getBytes() == static_cast<int>(out.size());
    expect(whole_hash);
    if (whole_hash) std::copy_n(static_cast<const std::uint8_t*>(column.getBlob()), 32, out.data());
  }

 private:
  SQLite::Column next() { return select_.getColumn(index_++); }
  void expect(bool holds) { well_formed_ = well_formed_ && holds; }
  static void take(const SQLite::Column& column, std::string& out) {
    const char* const bytes = column.getText();
    out.assign(bytes, static_cast<std::size_t>(column.getBytes()));
  }

  const SQLite::Statement& select_;
  int index_ = 0;
  bool well_formed_ = true;
};

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

void read_row(const SQLite::Statement& select, Row& row) {
  Columns columns_of{select};
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
}

}  // namespace tiendo::journal
