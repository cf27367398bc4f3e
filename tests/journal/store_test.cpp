#include "journal/sqlite/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>
#include <map>
#include <numeric>

#include "journal/hash.hpp"
#include "journal/rows.hpp"
#include "port/journal.hpp"
#include "support/temporary_folder.hpp"

using namespace tiendo;
using namespace tiendo::journal;
using namespace std::string_literals;
using model::UserId;

namespace {

struct Journal {
  TemporaryFolder folder;
  std::filesystem::path file = folder.path() / "journal.db";
  std::unique_ptr<Store> store = open_store(file);

  void open_again() {
    store.reset();
    store = open_store(file);
  }
};

// What the store is to make of `rows`.
std::vector<Row> numbered(std::vector<Row> rows) {
  std::map<std::string, Head> heads;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Head& head = heads[rows[i].stream];
    rows[i].position = i + 1;
    rows[i].version = ++head.version;
    head.hash = rows[i].hash = row_hash(head.hash, rows[i]);
  }
  return rows;
}

port::KeptAnswer test_answer(const std::string& key) {
  return {UserId("lan"),
          key,
          "fingerprint of " + key,
          Timestamp{std::chrono::microseconds{1'735'664'400'000'001}},
          {"wrong_state", {"sai trạng thái", "wrong state"}, 7}};
}

}  // namespace

TEST_CASE("rows get positions without gaps, versions in their stream and hashes in a chain") {
  const auto batches = GENERATE(std::vector<std::size_t>{1, 1, 1, 1}, std::vector<std::size_t>{15},
                                std::vector<std::size_t>{16, 16}, std::vector<std::size_t>{5, 40},
                                std::vector<std::size_t>{17, 1000, 3});
  const bool restart = GENERATE(false, true);
  Journal journal;
  const auto rows = test_rows(std::accumulate(batches.begin(), batches.end(), std::size_t{0}));
  auto next = rows.begin();
  for (const std::size_t size : batches) {
    const auto end = next + static_cast<std::ptrdiff_t>(size);
    CHECK(good(journal.store->append(std::vector<Row>(next, end))) ==
          static_cast<std::uint64_t>(end - rows.begin()));
    next = end;
    if (restart) journal.open_again();
  }
  CHECK(rows_of(*journal.store) == numbered(rows));
  CHECK(journal.store->last_position().value() == rows.size());
}

TEST_CASE("rows are read from where one likes, to where one likes") {
  Journal journal;
  append(*journal.store, test_rows(30));
  const auto all = rows_of(*journal.store);
  CHECK(rows_of(*journal.store, 29) == std::vector<Row>{all[29]});
  CHECK(rows_of(*journal.store, 30).empty());
  std::size_t seen = 0;
  good(journal.store->read(10, [&](const Row& row) {
    CHECK(row == all[10 + seen]);
    return ++seen < 4;
  }));
  CHECK(seen == 4);
}

TEST_CASE("the rows of one stream are read in order, and of none there are none") {
  Journal journal;
  append(*journal.store, test_rows(30));
  std::vector<Row> expected;
  for (const Row& row : rows_of(*journal.store)) {
    if (row.stream == "thi-dua") expected.push_back(row);
  }
  std::vector<Row> rows;
  const auto keep = [&](const Row& row) {
    rows.push_back(row);
    return true;
  };
  good(journal.store->read_stream("thi-dua", keep));
  CHECK(rows == expected);
  CHECK(rows.size() == 10);
  good(journal.store->read_stream("thi-du", keep));
  CHECK(rows.size() == 10);
}

TEST_CASE("the heads are the last rows of the streams, and are known after a restart") {
  Journal journal;
  CHECK(journal.store->heads().value().empty());
  append(*journal.store, test_rows(31));
  std::map<std::string, Head> expected;
  for (const Row& row : rows_of(*journal.store)) {
    expected[row.stream] = {row.stream, row.version, row.hash};
  }
  journal.open_again();
  const auto heads = journal.store->heads().value();
  REQUIRE(heads.size() == 3);
  for (const Head& head : heads) CHECK(head == expected.at(head.stream));
  CHECK(journal.store->hash_at(31).value() == rows_of(*journal.store, 30).front().hash);
  CHECK(journal.store->hash_at(32).value() == std::nullopt);
}

TEST_CASE("an answer is found under its actor and key, after a restart too") {
  Journal journal;
  const auto answer = test_answer("key-1");
  CHECK(journal.store->append(test_rows(2), std::vector{answer}).value() == 2);
  journal.open_again();
  CHECK(journal.store->find_answer(UserId("lan"), "key-1").value() == answer);
  CHECK(journal.store->find_answer(UserId("minh"), "key-1").value() == std::nullopt);
  CHECK(journal.store->find_answer(UserId("lan"), "key-2").value() == std::nullopt);
}

TEST_CASE("answers without rows are kept, and nothing changes nothing") {
  Journal journal;
  CHECK(journal.store->append(std::vector<Row>{}).value() == 0);
  append(*journal.store, test_rows(4));
  CHECK(journal.store->append(std::vector<Row>{}, std::vector{test_answer("refused")}).value() ==
        4);
  CHECK(journal.store->find_answer(UserId("lan"), "refused").value().has_value());
  CHECK(journal.store->append(std::vector<Row>{}).value() == 4);
}

TEST_CASE("a batch that cannot be written whole leaves nothing, and the next one is taken") {
  Journal journal;
  CHECK(journal.store->append(test_rows(40), std::vector{test_answer("once")}).value() == 40);
  const auto before = rows_of(*journal.store);
  const auto heads = journal.store->heads().value();
  const auto failed = journal.store->append(test_rows(50, 41),
                                            std::vector{test_answer("new"), test_answer("once")});
  REQUIRE(failed.has_error());
  CHECK(failed.error().where == journal.file.string());
  CHECK(rows_of(*journal.store) == before);
  CHECK(journal.store->heads().value() == heads);
  CHECK(journal.store->find_answer(UserId("lan"), "new").value() == std::nullopt);
  append(*journal.store, test_rows(50, 41));
  CHECK(rows_of(*journal.store) == numbered(test_rows(90)));
}

TEST_CASE("where making the rows ends in an exception, nothing is left") {
  Journal journal;
  append(*journal.store, test_rows(3));
  int made = 0;
  const auto fail_late = [&](Row& row) -> bool {
    row = test_row(4, "office");
    if (++made == 30) throw std::runtime_error("out of rows");
    return true;
  };
  CHECK_THROWS_AS(journal.store->append(fail_late, {}), std::runtime_error);
  append(*journal.store, test_rows(2, 4));
  CHECK(rows_of(*journal.store) == numbered(test_rows(5)));
}

TEST_CASE("two writers by mistake never both take a position") {
  Journal journal;
  const auto other = open_store(journal.file);
  append(*journal.store, test_rows(3));
  append(*other, test_rows(2, 4));
  CHECK(journal.store->append(test_rows(1, 6)).has_error());
  append(*journal.store, test_rows(1, 6));
  CHECK(rows_of(*journal.store) == numbered(test_rows(6)));
}

TEST_CASE("a reader beside the writer sees what is committed, and while it reads one moment") {
  Journal journal;
  append(*journal.store, test_rows(20));
  const auto reader = open_store(journal.file, {.read_only = true});
  CHECK(rows_of(*reader).size() == 20);
  std::size_t seen = 0;
  good(reader->read(0, [&](const Row&) {
    if (++seen == 1) append(*journal.store, test_rows(5, 21));
    return true;
  }));
  CHECK(seen == 20);
  CHECK(rows_of(*reader).size() == 25);
  good(reader->at_one_moment([&]() -> Result<void> {
    CHECK(reader->last_position().value() == 25);
    append(*journal.store, test_rows(5, 26));
    CHECK(reader->heads().value().size() == 3);
    CHECK(reader->last_position().value() == 25);
    return {};
  }));
  CHECK(reader->last_position().value() == 30);
}

TEST_CASE("a store that is opened for reading says so when it is written to") {
  Journal journal;
  const auto reader = open_store(journal.file, {.read_only = true});
  const auto refused = reader->append(test_rows(1));
  REQUIRE(refused.has_error());
  CHECK(refused.error().message.en.find("for reading only") != std::string::npos);
}

TEST_CASE("a commit is synced to a log that is used again") {
  Journal journal;
  SQLite::Database database(journal.file.string(), SQLite::OPEN_READONLY);
  CHECK(database.execAndGet("PRAGMA journal_mode").getString() == "wal");
  for (std::uint64_t i = 0; i < 100; ++i) append(*journal.store, test_rows(640, 1 + i * 640));
  // Some 30 MB have been written.
  CHECK(std::filesystem::file_size(journal.file.string() + "-wal") < 20'000'000);
}

TEST_CASE(
    "a log that is reserved does not grow, and what stands in it is read by the next process") {
  Journal journal;
  append(*journal.store, test_rows(5));
  good(journal.store->reserve_log());
  const auto log = journal.file.string() + "-wal";
  const auto size = std::filesystem::file_size(log);
  CHECK(size > 4'000 * 4'096);
  for (std::uint64_t i = 0; i < 100; ++i) append(*journal.store, test_rows(640, 6 + i * 640));
  good(journal.store->reserve_log());
  CHECK(std::filesystem::file_size(log) == size);
  const TemporaryFolder folder;
  const auto left = folder.path() / "journal.db";
  std::filesystem::copy(journal.file, left);
  std::filesystem::copy(log, left.string() + "-wal");
  CHECK(rows_of(*open_store(left)).size() == 64'005);
}

TEST_CASE("a log that readers need is not reserved") {
  Journal journal;
  append(*journal.store, test_rows(5));
  const auto reader = open_store(journal.file, {.read_only = true});
  good(reader->at_one_moment([&]() -> Result<void> {
    CHECK(reader->last_position().value() == 5);
    append(*journal.store, test_rows(5, 6));
    good(journal.store->reserve_log());
    CHECK(std::filesystem::file_size(journal.file.string() + "-wal") < 1'000'000);
    CHECK(reader->last_position().value() == 5);
    return {};
  }));
  CHECK(reader->last_position().value() == 10);
}

TEST_CASE("empty fields and bytes of every kind come back as they were") {
  Journal journal;
  Row row = test_row(1, "office");
  row.at = Timestamp{std::chrono::microseconds{-1}};
  row.actor = "";
  row.plan_version = 4'294'967'295;
  row.schema = 4'294'967'295;
  row.payload = "{\"text\":\"\0\xff'; DROP TABLE events --\"}"s;
  append(*journal.store, {row});
  CHECK(rows_of(*journal.store) == numbered({row}));
}
