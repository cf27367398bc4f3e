#pragma once

namespace SQLite {
class Database;
}

namespace tiendo::journal {

/// The tables of secrets.db that a backup holds too, in SQL, without their keys.
///
/// Passwords go with the addresses, so that after a restore people come in by those they know.
/// Sessions and tokens do not: what was ended or revoked since must not come to life again.
[[nodiscard]] const char* copied_secret_tables();

/// Copies the rows of these tables, which are in both, from a secrets.db to a backup or the other
/// way; of a database from before there were passwords there are none. Throws SQLite::Exception.
void copy_secrets(SQLite::Database& from, SQLite::Database& to);

}  // namespace tiendo::journal
