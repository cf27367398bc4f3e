#include "journal/sqlite/appender.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>

#include "journal/hash.hpp"

namespace tiendo::journal {

Appender::Appender(SQLite::Database& database)
    : database_(database),
      rows_(database),
      put_head_(database,
                "INSERT INTO streams VALUES(?, ?, ?) ON CONFLICT(name)"
                " DO UPDATE SET version=excluded.version, hash=excluded.hash"),
      put_answer_(database, "INSERT INTO answers VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      last_(read_last_position(database)) {
  for (Head& head : read_heads(database)) {
    streams_[std::move(head.stream)] = Known{head.version, head.hash, false};
  }
}

std::uint64_t Appender::append(const std::function<bool(Row&)>& next,
                               std::span<const port::KeptAnswer> answers) {
  bool more = next(rows_.next());
  if (!more && answers.empty()) return last_;
  SQLite::Transaction all(database_, SQLite::TransactionBehavior::IMMEDIATE);
  while (more) {
    add();
    more = next(rows_.next());
  }
  rows_.flush();
  write_heads();
  for (const port::KeptAnswer& kept : answers) write(kept);
  all.commit();
  return last_;
}

// That `position` is free is checked by the table: had there been another writer, it would not be.
void Appender::add() {
  Row& row = rows_.next();
  Known& stream = stream_of(row);
  row.position = ++last_;
  row.version = ++stream.version;
  stream.hash = row.hash = row_hash(stream.hash, row);
  rows_.take();
}

// Rows of one campaign mostly come one after the other.
Appender::Known& Appender::stream_of(const Row& row) {
  if (latest_ == nullptr || latest_->first != row.stream) {
    latest_ = &*streams_.try_emplace(row.stream).first;
  }
  if (!latest_->second.touched) {
    latest_->second.touched = true;
    touched_.push_back(latest_);
  }
  return latest_->second;
}

void Appender::write_heads() {
  for (const Streams::pointer stream : touched_) {
    auto& [name, known] = *stream;
    put_head_.bindNoCopy(1, name);
    put_head_.bind(2, static_cast<std::int64_t>(known.version));
    put_head_.bindNoCopy(3, known.hash.data(), static_cast<int>(known.hash.size()));
    put_head_.exec();
    put_head_.reset();
    known.touched = false;
  }
  touched_.clear();
}

void Appender::write(const port::KeptAnswer& kept) {
  put_answer_.bindNoCopy(1, kept.actor.str());
  put_answer_.bindNoCopy(2, kept.key);
  put_answer_.bindNoCopy(3, kept.fingerprint);
  put_answer_.bind(4, std::int64_t{kept.at.time_since_epoch().count()});
  put_answer_.bindNoCopy(5, kept.answer.rejection);
  put_answer_.bindNoCopy(6, kept.answer.reason.vi);
  put_answer_.bindNoCopy(7, kept.answer.reason.en);
  put_answer_.bind(8, static_cast<std::int64_t>(kept.answer.position));
  if (kept.before) {
    put_answer_.bind(9, static_cast<std::int64_t>(*kept.before));
  } else {
    put_answer_.bind(9);
  }
  put_answer_.exec();
  put_answer_.reset();
}

std::vector<Head> read_heads(SQLite::Database& database) {
  std::vector<Head> heads;
  SQLite::Statement get(database, "SELECT name, version, hash FROM streams ORDER BY name");
  while (get.executeStep()) {
    const auto hash = get.getColumn(2);
    Head head{
        get.getColumn(0).getString(), static_cast<std::uint64_t>(get.getColumn(1).getInt64()), {}};
    if (hash.getBytes() != static_cast<int>(head.hash.size()))
      throw SQLite::Exception("a head is no SHA-256", SQLITE_CORRUPT);
    std::copy_n(static_cast<const std::uint8_t*>(hash.getBlob()), head.hash.size(),
                head.hash.data());
    heads.push_back(std::move(head));
  }
  return heads;
}

std::uint64_t read_last_position(SQLite::Database& database) {
  return static_cast<std::uint64_t>(
      database.execAndGet("SELECT coalesce(max(position), 0) FROM events").getInt64());
}

}  // namespace tiendo::journal
