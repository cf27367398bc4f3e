#include "journal/sqlite/copied_secrets.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace tiendo::journal {
namespace {

void bind(SQLite::Statement& put, int place, const SQLite::Column& value) {
  if (value.isInteger()) {
    put.bind(place, value.getInt64());
  } else if (value.isBlob()) {
    put.bind(place, value.getBlob(), value.getBytes());
  } else {
    put.bind(place, value.getString());
  }
}

void copy_rows(SQLite::Statement& get, SQLite::Statement& put) {
  while (get.executeStep()) {
    for (int i = 0; i < get.getColumnCount(); ++i) bind(put, i + 1, get.getColumn(i));
    put.exec();
    put.reset();
  }
}

}  // namespace

const char* copied_secret_tables() {
  return "CREATE TABLE secrets(user TEXT NOT NULL, name TEXT NOT NULL, value BLOB NOT NULL) STRICT;"
         "CREATE TABLE passwords(user TEXT NOT NULL, hash TEXT NOT NULL, set_at INTEGER NOT NULL,"
         " must_change INTEGER NOT NULL) STRICT;";
}

void copy_secrets(SQLite::Database& from, SQLite::Database& to) {
  SQLite::Statement get(from, "SELECT user, name, value FROM secrets");
  SQLite::Statement put(to, "INSERT INTO secrets VALUES(?, ?, ?)");
  copy_rows(get, put);
  if (!from.tableExists("passwords")) return;
  SQLite::Statement get_passwords(from, "SELECT user, hash, set_at, must_change FROM passwords");
  SQLite::Statement put_passwords(to, "INSERT INTO passwords VALUES(?, ?, ?, ?)");
  copy_rows(get_passwords, put_passwords);
}

}  // namespace tiendo::journal
