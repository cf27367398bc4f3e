#include "journal/sqlite/verify_store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "journal/hash.hpp"
#include "journal/rows.hpp"
#include "support/temporary_folder.hpp"

using namespace tiendo;
using namespace tiendo::journal;

namespace {

constexpr std::uint64_t count = 60;

// Row N is of stream N % 3: twenty rows in each.
struct Journal {
  TemporaryFolder folder;
  std::filesystem::path file = folder.path() / "journal.db";
  std::unique_ptr<Store> store = open_store(file);
  std::vector<Row> rows;
  std::vector<Head> heads;

  Journal() {
    append(*store, test_rows(count));
    rows = rows_of(*store);
    heads = good(store->heads());
  }

  void change(const std::string& sql) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    REQUIRE(database.exec(sql) > 0);
  }
  Report verify(Verifier::Options options = {}) const {
    return journal::verify(*store, std::move(options));
  }
  Report verify_with_heads() const { return verify({.expected = heads}); }
};

std::string words(const Finding& finding) {
  return std::to_string(finding.position) + ' ' + finding.stream + ' ' +
         std::to_string(finding.version) + ": " + finding.what.en;
}

std::string words(const Report& report) {
  std::string all;
  for (const Finding& finding : report.findings) {
    CHECK_FALSE(finding.what.vi.empty());
    all += words(finding) + '\n';
  }
  return all;
}

// The rows from `first` on as somebody writes them who knows the format, and so with hashes that
// fit.
void rewrite(Journal& journal, std::uint64_t first, const std::string& payload) {
  SQLite::Database database(journal.file.string(), SQLite::OPEN_READWRITE);
  SQLite::Statement update(database, "UPDATE events SET payload=?, hash=? WHERE position=?");
  SQLite::Statement head(database, "UPDATE streams SET hash=? WHERE name=?");
  Row& changed = journal.rows[first - 1];
  changed.payload = payload;
  Hash previous{};
  for (Row& row : journal.rows) {
    if (row.stream != changed.stream) continue;
    row.hash = previous = row_hash(previous, row);
    update.bind(1, row.payload);
    update.bind(2, row.hash.data(), 32);
    update.bind(3, static_cast<std::int64_t>(row.position));
    update.exec();
    update.reset();
  }
  head.bind(1, previous.data(), 32);
  head.bind(2, changed.stream);
  head.exec();
}

}  // namespace

TEST_CASE("a journal as it was written has nothing to find, and its heads are told") {
  const Journal journal;
  const Report report = journal.verify_with_heads();
  CHECK(words(report) == "");
  CHECK(report.rows == count);
  CHECK(report.heads == journal.heads);
}

TEST_CASE("an empty journal has nothing to find") {
  const TemporaryFolder folder;
  const auto store = open_store(folder.path() / "journal.db");
  const Report report = verify(*store, {});
  CHECK(words(report) == "");
  CHECK(report.heads.empty());
}

TEST_CASE("one flipped bit in a payload is found, at its row and nowhere else") {
  Journal journal;
  journal.change(
      "UPDATE events SET payload=replace(payload, 'coopstar', 'coopster') WHERE position=8");
  CHECK(words(journal.verify()) ==
        "8 thi-dua 3: the hash does not fit: this row, or the one before it in the stream, was "
        "changed\n");
}

TEST_CASE("a change of any column of a row is found") {
  const std::string change = GENERATE(
      "stream='thi-duA'", "version=99", "at=at+1", "at=at-600000000", "actor='minh'",
      "on_behalf='lan'", "on_behalf=''", "document='1'", "plan_version=plan_version+4294967296",
      "plan_version=7", "type='TaskAccepted'", "schema=2", "schema=4294967297", "payload='[]'",
      "payload=payload||' '", "payload=''", "hash=zeroblob(32)", "hash=cast(hash||x'00' AS BLOB)",
      "position=1000");
  Journal journal;
  journal.change("UPDATE events SET " + change + " WHERE position=8");
  INFO(change);
  const Report report = journal.verify();
  CHECK(report.found > 0);
}

TEST_CASE("a removed row is found by its position and by the version in its stream") {
  Journal journal;
  journal.change("DELETE FROM events WHERE position=8");
  CHECK(words(journal.verify()) ==
        "9 office 3: the position goes from 7 to 9: rows were removed or added\n"
        "11 thi-dua 4: the version in its stream goes from 2 to 4: rows were removed or added\n");
}

TEST_CASE("a removed row is found also where later rows move up") {
  Journal journal;
  journal.change("DELETE FROM events WHERE position=8");
  journal.change("UPDATE events SET position=position-1 WHERE position>8");
  CHECK(words(journal.verify()).find("thi-dua 4: the version") != std::string::npos);
}

TEST_CASE("an added row is found") {
  Journal journal;
  journal.change(
      "INSERT INTO events SELECT 61, stream, 21, at, actor, on_behalf, document, plan_version, "
      "type,"
      " schema, payload, hash FROM events WHERE position=60");
  const std::string found = words(journal.verify());
  CHECK(found.find("61 office 21: the hash does not fit") != std::string::npos);
  CHECK(found.find("is not the last row") != std::string::npos);
}

TEST_CASE("a tail that was cut off is found by the heads in the journal") {
  Journal journal;
  journal.change("DELETE FROM events WHERE position>=59");
  CHECK(words(journal.verify()) ==
        "0 office 20: the stream ends at version 19, but had reached version 20: its tail was cut\n"
        "0 thi-dua 20: the stream ends at version 19, but had reached version 20: its tail was "
        "cut\n");
}

TEST_CASE("a tail that was cut off with its heads is found by heads kept elsewhere alone") {
  Journal journal;
  journal.change("DELETE FROM events WHERE position=60");
  journal.change(
      "UPDATE streams SET version=19, hash=(SELECT hash FROM events WHERE position=57)"
      " WHERE name='office'");
  CHECK(words(journal.verify()) == "");
  CHECK(words(journal.verify_with_heads()) ==
        "0 office 20: the stream ends at version 19, the head kept elsewhere is version 20: its "
        "tail was cut\n");
}

TEST_CASE("a stream that is gone altogether is found by heads kept elsewhere") {
  Journal journal;
  const Report report =
      journal.verify({.expected = {Head{"mat-tich", 3, journal.heads[0].hash}, journal.heads[0]}});
  CHECK(words(report) ==
        "0 mat-tich 3: the stream ends at version 0, the head kept elsewhere is version 3: its "
        "tail was cut\n");
  CHECK(report.heads.size() == 3);
}

TEST_CASE("a journal that was written anew is found by heads kept elsewhere alone") {
  Journal journal;
  const Head early{"thi-dua", 3, journal.rows[7].hash};
  const Head before{"thi-dua", 2, journal.rows[4].hash};
  rewrite(journal, 8, R"({"task":"coopstar","text":"khác"})");
  CHECK(words(journal.verify()) == "");
  CHECK(words(journal.verify_with_heads()) ==
        "59 thi-dua 20: differs from the head that was kept elsewhere for version 20: the journal "
        "was rewritten\n");
  CHECK(words(journal.verify({.expected = {early, before}})) ==
        "8 thi-dua 3: differs from the head that was kept elsewhere for version 3: the journal was "
        "rewritten\n");
}

TEST_CASE("heads that are older than the journal fit it") {
  Journal journal;
  append(*journal.store, test_rows(9, count + 1));
  CHECK(words(journal.verify_with_heads()) == "");
}

TEST_CASE("an instant that goes back is found") {
  const TemporaryFolder folder;
  const auto store = open_store(folder.path() / "journal.db");
  auto rows = test_rows(5);
  rows[3].at = rows[1].at;
  append(*store, rows);
  const Report report = verify(*store, {});
  REQUIRE(report.findings.size() == 1);
  CHECK(report.findings[0].position == 4);
  CHECK(report.findings[0].what.en.find("before that of the row before it") != std::string::npos);
}

TEST_CASE("a payload that is no JSON object is found") {
  const std::string payload =
      GENERATE("", "null", "[]", "{", "{\"a\":1}x", "{\"a\":\"\xff\"}", "{\"a\":1,}");
  const TemporaryFolder folder;
  const auto store = open_store(folder.path() / "journal.db");
  Row row = test_row(1, "office");
  row.payload = payload;
  append(*store, {row});
  INFO(payload);
  CHECK(words(verify(*store, {})) == "1 office 1: the payload is no JSON object\n");
}

TEST_CASE("evidence that an event names is looked at once, and what is wrong is told") {
  const TemporaryFolder folder;
  const auto store = open_store(folder.path() / "journal.db");
  std::vector<Row> rows;
  for (const char* payload :
       {R"({"evidence":{"hash":"aa","name":"x"}})", R"({"evidence":{"hash":"bb"}})",
        R"({"evidence":{"hash":"aa"}})", R"({"evidence":{}})", R"({"evidence":{"hash":7}})"}) {
    rows.push_back(test_row(rows.size() + 1, "a"));
    rows.back().type = "EvidenceAttached";
    rows.back().payload = payload;
  }
  rows.push_back(test_row(6, "a"));
  append(*store, rows);
  std::vector<std::string> asked;
  const auto check = [&](const std::string& hash) -> std::optional<Text> {
    asked.push_back(hash);
    if (hash == "aa") return std::nullopt;
    return Text{"không có", "it is missing"};
  };
  CHECK(words(verify(*store, {.evidence = check})) ==
        "2 a 2: evidence bb: it is missing\n4 a 4: the event names no hash of a file\n"
        "5 a 5: the event names no hash of a file\n");
  CHECK(asked == std::vector<std::string>{"aa", "bb"});
  CHECK(words(verify(*store, {})) == "");
}

TEST_CASE("of very many findings the first are told and all are counted") {
  Journal journal;
  journal.change("UPDATE events SET type='X'");
  const Report report = journal.verify({.findings_max = 7});
  CHECK(report.findings.size() == 7);
  CHECK(report.found == count);
}

TEST_CASE("a head that is no hash is found") {
  Journal journal;
  journal.change("UPDATE streams SET hash=x'00' WHERE name='office'");
  CHECK(journal.verify().found > 0);
  // Nothing is appended to such a journal.
  const auto store = open_store(journal.file);
  CHECK(store->append(test_rows(1, count + 1)).has_error());
}

TEST_CASE("tables that tiendo did not make are found, and nothing is written to them") {
  const std::string change = GENERATE(
      "DROP TABLE answers", "DROP INDEX events_of_stream",
      "CREATE TRIGGER t AFTER INSERT ON events BEGIN UPDATE events SET payload='{}'; END",
      "CREATE VIEW v AS SELECT 1", "CREATE TABLE notes(text)", "CREATE INDEX i ON events(at)",
      "ALTER TABLE answers ADD COLUMN x TEXT",
      "DROP INDEX events_of_stream; CREATE INDEX events_of_stream ON events(stream, version)");
  CAPTURE(change);
  Journal journal;
  journal.store.reset();
  SQLite::Database(journal.file.string(), SQLite::OPEN_READWRITE).exec(change);
  const auto refused = Store::open(journal.file);
  REQUIRE(refused.has_error());
  CHECK(refused.error().message.en.find("not those that tiendo made") != std::string::npos);
  journal.store = open_store(journal.file, {.read_only = true});
  const Report report = journal.verify();
  CHECK(report.found == 1);
  CHECK(words(report).find("not those that tiendo made") != std::string::npos);
}

TEST_CASE("a trigger is found whatever its name, and under a store that is open") {
  Journal journal;
  SQLite::Database database(journal.file.string(), SQLite::OPEN_READWRITE);
  database.exec(
      "CREATE TRIGGER t AFTER INSERT ON streams BEGIN DELETE FROM answers; END;"
      "PRAGMA writable_schema=ON;"
      "UPDATE sqlite_schema SET name='sqlite_t', sql=replace(sql, 'TRIGGER t', 'TRIGGER sqlite_t')"
      " WHERE name='t'");
  CHECK(words(journal.verify()).find("trigger sqlite_t is unknown") != std::string::npos);
}

TEST_CASE("what SQLite keeps for itself is no foreign table") {
  Journal journal;
  SQLite::Database(journal.file.string(), SQLite::OPEN_READWRITE).exec("ANALYZE; VACUUM");
  CHECK(words(journal.verify()) == "");
  journal.store = open_store(journal.file);
}
