#include "journal/sqlite/store.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "journal/rows.hpp"
#include "sim/disk_vfs.hpp"
#include "sim/faulty_disk.hpp"

namespace tiendo::sim {
namespace {

using journal::Row;
using journal::Store;

Result<std::unique_ptr<Store>> open_on(const DiskVfs& vfs, bool read_only = false) {
  Store::Options options;
  options.read_only = read_only;
  if (!read_only) {
    options.make = journal::test_meta();
  }
  options.busy_ms = 0;
  options.vfs = vfs.name();
  options.log_pages = 8;   // so that the log is carried over and used again every few commits,
  options.cache_kib = 16;  // and a commit may be too much for the cache
  return Store::open("/d/journal.db", options);
}

/// The store on a disk that fails, in one life after another; it remembers what was told.
class Office {
 public:
  /// Nothing fails while the journal is made: of a data folder it gets its name only when it is
  /// whole.
  explicit Office(std::uint64_t seed)
      : dice_{seed}, disk_{dice_.next(), dice_.one_in(2) ? 512U : 4096U} {
    REQUIRE(open_on(vfs_).has_value());
  }

  void live(const FaultRates& rates) {
    const auto loss = static_cast<Loss>(dice_.below(3));
    disk_.set_rates(rates);
    disk_.crash_at(1 + dice_.below(dice_.one_in(2) ? 60 : 600), loss);
    // A start that fails is tried again by whoever watches over the process.
    while (disk_.is_on()) {
      const auto faults = disk_.faults();
      const auto store = open_on(vfs_);
      if (store && look(**store)) {
        work(**store);
      } else if (disk_.is_on()) {
        REQUIRE(disk_.faults() > faults);
      }
    }
    disk_.boot();
  }

  /// Nothing fails any more.
  void look_closely() {
    disk_.set_rates({});
    const auto store = open_on(vfs_);
    REQUIRE(store.has_value());
    REQUIRE(look(**store));
    REQUIRE((*store)->check_integrity(1).value().empty());
  }

 private:
  /// Reads all there is, which is told by that.
  bool look(const Store& store) {
    std::uint64_t rows = 0;
    const auto read = store.read(0, [&](const Row& row) {
      const auto expected = journal::test_row(++rows, row.stream);
      REQUIRE(row.payload == expected.payload);
      return true;
    });
    if (!read) {
      return false;
    }
    REQUIRE(rows >= told_);
    told_ = rows;
    return true;
  }

  /// Alone, or while somebody reads all the time.
  void work(Store& store) {
    const auto reader = dice_.one_in(2) ? open_on(vfs_, true) : Error{};
    if (reader) {
      static_cast<void>((*reader)->at_one_moment([&]() -> Result<void> {
        static_cast<void>((*reader)->last_position());
        add_rows(store);
        return {};
      }));
    }
    add_rows(store);
  }

  void add_rows(Store& store) {
    for (int batch = dice_.between(1, 30); batch > 0 && disk_.is_on(); --batch) {
      const auto count = static_cast<std::uint64_t>(dice_.between(1, 20));
      if (const auto last = store.append(journal::test_rows(count, told_ + 1))) {
        told_ = *last;
      }
    }
  }

  Dice dice_;
  FaultyDisk disk_;
  DiskVfs vfs_{disk_};
  std::uint64_t told_ = 0;
};

void survive(std::uint64_t seed, const FaultRates& rates) {
  INFO("seed " << seed);
  Office office{seed};
  for (int life = 0; life < 20; ++life) {
    office.live(rates);
  }
  office.look_closely();
}

}  // namespace

// SQLite says `wal` before it has committed that, and a database of no bytes loses its log.
TEST_CASE("a journal whose making fails is not written to") {
  for (std::uint64_t nth = 1; nth <= 6; ++nth) {
    INFO("sync " << nth);
    FaultyDisk disk{nth};
    const DiskVfs vfs{disk};
    disk.fail_at(DiskAction::sync, nth);
    const auto count = [&] {
      const auto store = open_on(vfs);
      return store && (*store)->append(journal::test_rows(1)) ? 1U : 0U;
    };
    const auto told = count();
    disk.crash(Loss::all_unsynced);
    disk.boot();
    const auto store = open_on(vfs);
    REQUIRE(store.has_value());
    REQUIRE((*store)->last_position().value() >= told);
  }
}

TEST_CASE("the store keeps what it has told while processes are killed and the power fails") {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    survive(seed, {});
  }
}

// Found by tiendo-sim: SQLite carried a log that a killed process had left over into the database
// although the sync of that log had failed (here seed 366 shows it), and took pages for carried
// over, beside a reader, that a failed sync had given up (267).
TEST_CASE("the store keeps what it has told while syncs fail, when it starts too") {
  for (std::uint64_t seed = 201; seed <= 400; ++seed) {
    survive(seed, {.sync = 0.3});
  }
}

TEST_CASE("the store keeps what it has told while everything fails") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    survive(seed, {.read = 0.002, .write = 0.02, .sync = 0.05, .full = 0.005});
  }
}

}  // namespace tiendo::sim
