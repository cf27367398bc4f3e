#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

#include "journal/rows.hpp"
#include "port/journal.hpp"
#include "support/temporary_folder.hpp"

using namespace tiendo;
using namespace tiendo::journal;

namespace fs = std::filesystem;

namespace {

// Versions to come, made up to see the way from one to the next.
const Format third{3, {{2, "CREATE TABLE notes(text TEXT) STRICT"}}};
const Format fourth{
    4,
    {{3, "INSERT INTO notes SELECT 'from 3 to 4'"}, {2, "CREATE TABLE notes(text TEXT) STRICT"}}};
const Format failing{
    4, {{2, "CREATE TABLE notes(text TEXT) STRICT"}, {3, "INSERT INTO notes VALUES(1, 2)"}}};
const Format with_a_gap{4, {{2, "CREATE TABLE notes(text TEXT) STRICT"}}};

struct Journal {
  TemporaryFolder folder;
  fs::path file = folder.path() / "journal.db";
  fs::path copy = folder.path() / "journal.db.version-2";

  Journal() { append(*open_store(file), test_rows(30)); }

  [[nodiscard]] Result<std::unique_ptr<Store>> open(const Format& format,
                                                    bool read_only = false) const {
    return Store::open(file, {.read_only = read_only, .format = &format});
  }
  [[nodiscard]] int number(const char* query) const {
    SQLite::Database database(file.string());
    return database.execAndGet(query).getInt();
  }
};

std::string refusal(const Result<std::unique_ptr<Store>>& opened) {
  REQUIRE(opened.has_error());
  CHECK_FALSE(opened.error().message.vi.empty());
  return opened.error().message.en;
}

bool mentions(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

std::string refusal_of(const fs::path& file, bool read_only = false) {
  auto opened = Store::open(file, {.read_only = read_only});
  CHECK(opened.error().where == file.string());
  return refusal(opened);
}

}  // namespace

TEST_CASE("an older journal is brought up to date, and a copy of it is kept beside it") {
  const Journal journal;
  const auto before = rows_of(*open_store(journal.file));
  CHECK(rows_of(*good(journal.open(third))) == before);
  CHECK(journal.number("PRAGMA user_version") == 3);
  CHECK(journal.number("SELECT count(*) FROM notes") == 0);
  const auto copy = good(Store::open(journal.copy, {.read_only = true}));
  CHECK(rows_of(*copy) == before);
  CHECK(copy->meta() == test_meta());
}

TEST_CASE("several versions are gone through in their order") {
  const Journal journal;
  good(journal.open(fourth));
  CHECK(journal.number("PRAGMA user_version") == 4);
  CHECK(journal.number("SELECT count(*) FROM notes") == 1);
}

TEST_CASE("a journal of the version of the program is left alone") {
  const Journal journal;
  good(journal.open(third));
  fs::remove(journal.copy);
  good(journal.open(third));
  CHECK_FALSE(fs::exists(journal.copy));
}

TEST_CASE("a migration that fails leaves the journal as it was") {
  const Journal journal;
  CHECK(mentions(refusal(journal.open(failing)), "open the journal"));
  CHECK(mentions(refusal(journal.open(with_a_gap)), "no way from version 3"));
  CHECK(journal.number("PRAGMA user_version") == 2);
  CHECK(rows_of(*open_store(journal.file)).size() == 30);
  // Each attempt has kept its copy, none over another.
  CHECK(fs::exists(journal.copy));
  CHECK(fs::exists(journal.copy.string() + ".2"));
}

TEST_CASE("an older journal is not brought up to date by whoever only reads") {
  const Journal journal;
  CHECK(mentions(refusal(journal.open(third, true)), "older format"));
  CHECK(journal.number("PRAGMA user_version") == 2);
  CHECK_FALSE(fs::exists(journal.copy));
}

TEST_CASE("a journal of version 1 keeps its answers, and says of none what came before it") {
  const Journal journal;
  {
    SQLite::Database database(journal.file.string(), SQLite::OPEN_READWRITE);
    database.exec(
        "DROP TABLE answers;"
        "CREATE TABLE answers(actor TEXT NOT NULL, key TEXT NOT NULL, fingerprint TEXT NOT NULL,"
        " at INTEGER NOT NULL, rejection TEXT NOT NULL, reason_vi TEXT NOT NULL,"
        " reason_en TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY(actor, key))"
        " STRICT, WITHOUT ROWID;"
        "INSERT INTO answers VALUES('lan', 'k1', 'f1', 5, '', '', '', 7);"
        "PRAGMA user_version=1");
  }
  const auto kept =
      good(good(Store::open(journal.file, {}))->find_answer(model::UserId("lan"), "k1"));
  REQUIRE(kept);
  CHECK(kept->fingerprint == "f1");
  CHECK(kept->answer.position == 7);
  CHECK_FALSE(kept->before);
  CHECK(journal.number("PRAGMA user_version") == 2);
}

TEST_CASE("a newer journal is refused by the name of its version") {
  const bool read_only = GENERATE(false, true);
  const Journal journal;
  good(journal.open(third));
  const std::string said = refusal_of(journal.file, read_only);
  CHECK(mentions(said, "version 3"));
  CHECK(mentions(said, "up to version 2"));
  CHECK(journal.number("PRAGMA user_version") == 3);
}

TEST_CASE("what is no journal is refused and left as it is") {
  const bool read_only = GENERATE(false, true);
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "journal.db";
  SECTION("nothing") {
    CHECK(mentions(refusal_of(file, read_only), "not there"));
    CHECK_FALSE(fs::exists(file));
  }
  SECTION("a folder") {
    fs::create_directory(file);
    CHECK(mentions(refusal_of(file, read_only), "cannot open the journal"));
  }
  SECTION("an empty file") {
    write_file(file, "");
    CHECK(mentions(refusal_of(file, read_only), "the file is empty"));
    CHECK(fs::file_size(file) == 0);
  }
  SECTION("a text") {
    const std::string text(5000, 'x');
    write_file(file, text);
    CHECK(mentions(refusal_of(file, read_only), "damaged or was not made by tiendo"));
    CHECK(content_of(file) == text);
  }
  SECTION("a database of another program") {
    {
      SQLite::Database other(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
      other.exec("CREATE TABLE events(position INTEGER PRIMARY KEY)");
    }
    const std::string before = content_of(file);
    CHECK(mentions(refusal_of(file, read_only), "another program"));
    CHECK(content_of(file) == before);
  }
  SECTION("a journal without its tables") {
    open_store(file);
    {
      SQLite::Database damaged(file.string(), SQLite::OPEN_READWRITE);
      damaged.exec("DROP TABLE meta");
    }
    CHECK(mentions(refusal_of(file, read_only), "meta"));
  }
  SECTION("a journal that does not say whether it is a rehearsal") {
    open_store(file);
    {
      SQLite::Database damaged(file.string(), SQLite::OPEN_READWRITE);
      damaged.exec("UPDATE meta SET value='no ' WHERE name='rehearsal'");
    }
    CHECK(mentions(refusal_of(file, read_only), "meta"));
  }
}
