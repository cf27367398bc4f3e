#pragma once

#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "journal/heads.hpp"
#include "journal/sqlite/row_statements.hpp"
#include "port/journal.hpp"

namespace tiendo::journal {

/// Appends to a journal of which it is the only writer: it knows the last position and the head of
/// every stream. After an exception it is to be thrown away, since it may be ahead of the file.
/// Throws SQLite::Exception.
class Appender {
 public:
  explicit Appender(SQLite::Database& database);

  /// In one transaction. `next` fills in the next row, all but position, version and hash, and
  /// returns false when there is none.
  std::uint64_t append(const std::function<bool(Row&)>& next,
                       std::span<const port::KeptAnswer> answers);

 private:
  struct Known {
    std::uint64_t version = 0;
    Hash hash{};
    bool touched = false;
  };
  using Streams = std::unordered_map<std::string, Known>;

  bool fetch(const std::function<bool(Row&)>& next);
  void add();
  Known& stream_of(const Row& row);
  void write_heads();
  void write(const port::KeptAnswer& kept);

  SQLite::Database& database_;
  RowWriter rows_;
  SQLite::Statement put_head_;
  SQLite::Statement put_answer_;
  std::uint64_t last_ = 0;
  Streams streams_;
  std::vector<Streams::pointer> touched_;
  Streams::pointer latest_ = nullptr;
};

/// Of all streams, by name.
[[nodiscard]] std::vector<Head> read_heads(SQLite::Database& database);
/// 0 where there is no row.
[[nodiscard]] std::uint64_t read_last_position(SQLite::Database& database);

}  // namespace tiendo::journal
