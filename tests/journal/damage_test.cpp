// What a disk may do to a journal: no row that was acknowledged comes back changed without that
// being found, and nothing crashes.
#include <catch2/catch.hpp>
#include <random>

#include "journal/rows.hpp"
#include "journal/sqlite/verify_store.hpp"
#include "support/temporary_folder.hpp"

using namespace tiendo;
using namespace tiendo::journal;

namespace fs = std::filesystem;

namespace {

/// The files of a small journal and what they hold.
struct Original {
  std::string file;
  std::string log;  // the write-ahead log; empty where the journal was closed
  std::vector<Row> rows;
  std::vector<Head> heads;
};

constexpr std::uint64_t commits = 12;
constexpr std::uint64_t rows_a_commit = 3;

Original closed_journal() {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "journal.db";
  Original original;
  {
    const auto store = open_store(file);
    append(*store, test_rows(commits * rows_a_commit));
    original.rows = rows_of(*store);
    original.heads = good(store->heads());
  }
  original.file = content_of(file);
  return original;
}

// As a process that is killed leaves it: everything but the tables stands in the log.
Original journal_cut_short() {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "journal.db";
  open_store(file);
  Original original;
  const auto store = open_store(file);
  for (std::uint64_t i = 0; i < commits; ++i) {
    append(*store, test_rows(rows_a_commit, 1 + i * rows_a_commit));
  }
  original.rows = rows_of(*store);
  original.heads = good(store->heads());
  original.file = content_of(file);
  original.log = content_of(file.string() + "-wal");
  return original;
}

/// Puts files where a journal stands, and opens what they make.
class Bench {
 public:
  // The store, and what there is to find; nothing where it cannot be opened.
  struct Opened {
    std::vector<Row> rows;
    std::vector<Head> heads;
    bool found = false;
  };

  [[nodiscard]] std::optional<Opened> open(const std::string& file, const std::string& log) const {
    fs::remove(path_.string() + "-shm");
    write_file(path_, file);
    if (log.empty()) {
      fs::remove(path_.string() + "-wal");
    } else {
      write_file(path_.string() + "-wal", log);
    }
    const auto store = Store::open(path_);
    if (!store) return std::nullopt;
    Opened opened;
    opened.found = verify(**store, {}).found > 0;
    if (opened.found) return opened;
    // Where nothing was found, everything can be read.
    opened.rows = rows_of(**store);
    opened.heads = good((*store)->heads());
    return opened;
  }

 private:
  TemporaryFolder folder_;
  fs::path path_ = folder_.path() / "journal.db";
};

bool is_prefix(const std::vector<Row>& rows, const std::vector<Row>& all) {
  return rows.size() <= all.size() && std::equal(rows.begin(), rows.end(), all.begin());
}

}  // namespace

TEST_CASE("a flipped bit anywhere in a journal is found, or changes no row") {
  const Original original = closed_journal();
  const Bench bench;
  // Every byte of the header, and of the rest one in each range of 31 bytes.
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  std::minstd_rand random(seed);
  std::size_t refused = 0;
  std::size_t found = 0;
  for (std::size_t start = 0; start < original.file.size(); start += start < 100 ? 1 : 31) {
    const std::size_t at =
        std::min(start + (start < 100 ? 0 : random() % 31), original.file.size() - 1);
    const auto bit = random() % 8;
    INFO("bit " << bit << " of byte " << at);
    std::string damaged = original.file;
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
    const auto opened = bench.open(damaged, "");
    refused += opened ? 0 : 1;
    found += opened && opened->found ? 1 : 0;
    if (!opened || opened->found) continue;
    REQUIRE(opened->rows == original.rows);
    REQUIRE(opened->heads == original.heads);
  }
  CHECK(refused > 0);
  CHECK(found > 100);
}

TEST_CASE("a journal that was cut off anywhere is refused or found damaged") {
  const Original original = closed_journal();
  const Bench bench;
  for (std::size_t size = 0; size < original.file.size(); size += size < 4096 ? 97 : 509) {
    INFO("cut to " << size << " of " << original.file.size() << " bytes");
    const auto opened = bench.open(original.file.substr(0, size), "");
    const bool noticed = !opened || opened->found;
    REQUIRE(noticed);
  }
}

TEST_CASE("a log that was cut off anywhere leaves the commits before, whole") {
  const Original original = journal_cut_short();
  REQUIRE(original.log.size() > 100'000);
  const Bench bench;
  std::size_t most = 0;
  for (std::size_t size = 0; size <= original.log.size(); size += 811) {
    INFO("cut to " << size << " of " << original.log.size() << " bytes");
    const auto opened = bench.open(original.file, original.log.substr(0, size));
    REQUIRE(opened);
    REQUIRE_FALSE(opened->found);
    REQUIRE(is_prefix(opened->rows, original.rows));
    REQUIRE(opened->rows.size() % rows_a_commit == 0);
    REQUIRE(opened->rows.size() >= most);
    most = opened->rows.size();
  }
  CHECK(bench.open(original.file, original.log)->rows == original.rows);
}

TEST_CASE("a flipped bit in the log leaves the commits before it, whole") {
  const Original original = journal_cut_short();
  const Bench bench;
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  std::minstd_rand random(seed);
  for (std::size_t at = 0; at < original.log.size(); at += at < 32 ? 1 : 1 + random() % 1600) {
    const auto bit = random() % 8;
    INFO("bit " << bit << " of byte " << at);
    std::string damaged = original.log;
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
    const auto opened = bench.open(original.file, damaged);
    if (!opened || opened->found) continue;
    REQUIRE(is_prefix(opened->rows, original.rows));
    REQUIRE(opened->rows.size() % rows_a_commit == 0);
  }
}
