// What this machine can do at most: a synced write, and rows into SQLite in batches.

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <string>

#include "base/check.hpp"
#include "bench.hpp"
#include "bench_folder.hpp"

namespace tiendo::bench {
namespace {

void synced_writes(const std::filesystem::path& folder) {
  constexpr int writes = 2'000;
  constexpr std::size_t page = 4'096;
  const std::array<char, page> bytes{};
  const int file = ::open((folder / "file").c_str(), O_CREAT | O_WRONLY, 0600);
  check(file >= 0, "a file can be made");
  // Over the same pages again and again, as a log that is recycled does.
  check(::write(file, bytes.data(), page) == page && ::fsync(file) == 0, "the disk writes");
  const Stopwatch watch;
  for (int i = 0; i < writes; ++i) {
    const bool written = ::pwrite(file, bytes.data(), page, 0) == page && ::fdatasync(file) == 0;
    check(written, "the disk writes");
  }
  report({"limit: one page written and fdatasync", writes, watch.seconds()});
  ::close(file);
}

void rows(const std::filesystem::path& folder, int batch, int batches) {
  SQLite::Database database{folder / fmt::format("rows-{}.db", batch),
                            SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
  database.exec("CREATE TABLE rows (position INTEGER PRIMARY KEY, payload TEXT NOT NULL)");
  SQLite::Statement insert{database, "INSERT INTO rows (payload) VALUES (?)"};
  const std::string payload(250, 'x');
  const Stopwatch watch;
  for (int b = 0; b < batches; ++b) {
    SQLite::Transaction transaction{database};
    for (int i = 0; i < batch; ++i) {
      insert.bindNoCopy(1, payload);
      insert.exec();
      insert.reset();
    }
    transaction.commit();
  }
  report({fmt::format("limit: rows into SQLite, {} a transaction", batch),
          static_cast<std::uint64_t>(batch) * static_cast<std::uint64_t>(batches),
          watch.seconds()});
}

}  // namespace

void disk() {
  const BenchFolder folder;
  synced_writes(folder.path());
  rows(folder.path(), 1, 2'000);
  rows(folder.path(), 64, 1'000);
  rows(folder.path(), 1'024, 200);
  rows(folder.path(), 16'384, 30);
}

}  // namespace tiendo::bench
