#include "journal/failing_disk.hpp"

#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <limits>

#include "journal/rows.hpp"
#include "journal/sqlite/verify_store.hpp"
#include "support/temporary_folder.hpp"

using namespace tiendo;
using namespace tiendo::journal;

namespace {

constexpr int for_ever = std::numeric_limits<int>::max();

struct Journal {
  FailingDisk disk;
  TemporaryFolder folder;
  std::filesystem::path file = folder.path() / "journal.db";
  std::unique_ptr<Store> store = open_store(file, {.vfs = FailingDisk::name()});

  void open_again() {
    store.reset();
    store = open_store(file, {.vfs = FailingDisk::name()});
  }
};

// Rows of which forty do not fit into the cache, so that they are written before they are
// committed.
std::vector<Row> big_rows(std::uint64_t first) {
  auto rows = test_rows(40, first);
  for (Row& row : rows) row.payload = "{\"text\":\"" + std::string(300'000, 'x') + "\"}";
  return rows;
}

void check_whole(const Store& store, std::size_t rows) {
  CHECK(rows_of(store).size() == rows);
  CHECK(verify(store, {}).found == 0);
}

}  // namespace

TEST_CASE("what is told to be kept has been synced") {
  Journal journal;
  for (std::uint64_t i = 1; i <= 20; ++i) {
    const int before = journal.disk.syncs();
    append(*journal.store, test_rows(1, i));
    CHECK(journal.disk.syncs() > before);
  }
  const int before = journal.disk.syncs();
  good(journal.store->append(std::vector<Row>{}));
  CHECK(journal.disk.syncs() == before);
}

TEST_CASE("what a dead process left in the log is synced before it is told") {
  Journal journal;
  append(*journal.store, test_rows(20));
  const TemporaryFolder folder;
  const auto left = folder.path() / "journal.db";
  write_file(left, content_of(journal.file));
  write_file(left.string() + "-wal", content_of(journal.file.string() + "-wal"));
  journal.disk.fail(1, for_ever, SQLITE_IOERR_FSYNC);
  Store::Options options;
  options.vfs = FailingDisk::name();
  CHECK(Store::open(left, options).has_error());
  journal.disk.heal();
  const int before = journal.disk.syncs();
  check_whole(*good(Store::open(left, options)), 20);
  CHECK(journal.disk.syncs() > before);
}

TEST_CASE("a disk that fails while the log is reserved takes nothing of what was told") {
  const int first = GENERATE(range(1, 12));
  Journal journal;
  append(*journal.store, test_rows(20));
  journal.disk.fail(first, for_ever, SQLITE_IOERR_WRITE);
  const bool reserved = journal.store->reserve_log().has_value();
  CHECK((reserved || journal.disk.has_failed()));
  journal.disk.heal();
  check_whole(*journal.store, 20);
  append(*journal.store, test_rows(20, 21));
  journal.open_again();
  check_whole(*journal.store, 40);
}

TEST_CASE("a disk that fails in the middle of a commit leaves nothing of it, and works on after") {
  const int code = GENERATE(SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC);
  const int count = GENERATE(1, 3, for_ever);
  int failures = 0;
  for (int first = 1;; ++first) {
    INFO("failure " << code << " at call " << first << ", " << count << " times");
    Journal journal;
    append(*journal.store, test_rows(20));
    journal.disk.fail(first, count, code);
    const auto appended = journal.store->append(test_rows(40, 21));
    const bool failed = journal.disk.has_failed();
    REQUIRE(appended.has_error() == failed);
    if (failed && count == for_ever) CHECK(journal.store->append(test_rows(1, 21)).has_error());
    journal.disk.heal();
    CHECK(rows_of(*journal.store).size() == (failed ? 20 : 60));
    if (!failed) break;
    ++failures;
    CHECK_FALSE(appended.error().message.vi.empty());
    append(*journal.store, test_rows(30, 21));
    journal.open_again();
    check_whole(*journal.store, 50);
  }
  CHECK(failures > 3);
}

TEST_CASE("a commit that failed to sync does not come back when the process ends after it") {
  for (int first = 1;; ++first) {
    INFO("failure at call " << first);
    Journal journal;
    append(*journal.store, test_rows(20));
    journal.disk.fail(first, 1, SQLITE_IOERR_FSYNC);
    const bool appended = journal.store->append(test_rows(40, 21)).has_value();
    const TemporaryFolder folder;
    const auto left = folder.path() / "journal.db";
    write_file(left, content_of(journal.file));
    write_file(left.string() + "-wal", content_of(journal.file.string() + "-wal"));
    check_whole(*open_store(left), appended ? 60 : 20);
    if (!journal.disk.has_failed()) break;
  }
}

TEST_CASE("a disk that fills up in the middle of a large batch leaves nothing of it") {
  for (const int first : {1, 2, 100, 1000, 2000, 2900}) {
    INFO("full from call " << first);
    Journal journal;
    append(*journal.store, test_rows(20));
    journal.disk.fail(first, for_ever, SQLITE_FULL);
    const auto appended = journal.store->append(big_rows(21));
    REQUIRE(journal.disk.has_failed());
    REQUIRE(appended.has_error());
    CHECK(appended.error().message.en.find("disk is full") != std::string::npos);
    CHECK(appended.error().message.vi.find("đĩa đầy") != std::string::npos);
    check_whole(*journal.store, 20);  // a full disk can be read
    journal.disk.heal();
    append(*journal.store, big_rows(21));
    journal.open_again();
    check_whole(*journal.store, 60);
  }
}

TEST_CASE("a disk that fails while the log is copied into the file loses nothing") {
  const int code = GENERATE(SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC);
  for (int first = 1; first < 4000; first = first * 4 + 1) {
    INFO("failure " << code << " from call " << first);
    Journal journal;
    std::size_t rows = 0;
    // Each batch is longer than the log may be.
    for (int round = 0; round < 3; ++round) {
      journal.disk.fail(first, for_ever, code);
      if (journal.store->append(big_rows(rows + 1))) rows += 40;
      if (journal.store->append(big_rows(rows + 1))) rows += 40;
      journal.disk.heal();
    }
    check_whole(*journal.store, rows);
    journal.open_again();
    check_whole(*journal.store, rows);
  }
}

TEST_CASE("a journal that cannot be made leaves an error, and is made later") {
  for (int first = 1;; ++first) {
    FailingDisk disk;
    const TemporaryFolder folder;
    const auto file = folder.path() / "journal.db";
    disk.fail(first, for_ever, SQLITE_FULL);
    Store::Options options;
    options.vfs = FailingDisk::name();
    options.make = test_meta();
    {
      const auto opened = Store::open(file, options);
      CHECK((opened.has_value() || disk.has_failed()));
      if (opened.has_value()) break;
    }
    disk.heal();
    check_whole(*open_store(file, options), 0);
  }
}
