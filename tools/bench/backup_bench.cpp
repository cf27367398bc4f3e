// Backup and restore of a large journal, beside a plain copy of its bytes.

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <vector>

#include "base/check.hpp"
#include "bench.hpp"
#include "bench_folder.hpp"
#include "journal/sqlite/backup.hpp"
#include "journal/sqlite/restore.hpp"
#include "large_office.hpp"
#include "recorded_office.hpp"

namespace tiendo::bench {
namespace {

const Timestamp issued = instant_of(Day{std::chrono::year{2025} / 1 / 2}, std::chrono::hours{9});
const Timestamp midnight = end_of(Day{std::chrono::year{2025} / 4 / 20});

/// Campaigns until there are so many events: announced, told, opened and fallen due.
std::uint64_t fill(const std::filesystem::path& folder, std::uint64_t events) {
  constexpr int tasks = 10'000;
  RecordedOffice office{folder};
  for (int i = 0; office.engine().position() < events; ++i) {
    office.issue(made_plan(fmt::format("c{}", i), tasks, {.reminded = false}),
                 i == 0 ? issued : midnight);
    office.advance(midnight);
    office.deliver_all(midnight);
  }
  return office.engine().position();
}

/// Reading and writing the same bytes, synced: what the machine needs at least.
double copy_seconds(const std::filesystem::path& from, const std::filesystem::path& to) {
  const Stopwatch watch;
  std::ifstream in{from, std::ios::binary};
  const int out = ::open(to.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
  check(in.good() && out >= 0, "the files can be opened");
  std::vector<char> buffer(1 << 20);
  while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0) {
    const auto size = in.gcount();
    check(::write(out, buffer.data(), static_cast<std::size_t>(size)) == size, "the disk writes");
  }
  check(::fdatasync(out) == 0, "the disk syncs");
  ::close(out);
  return watch.seconds();
}

}  // namespace

void backup_and_restore() {
  const BenchFolder bench;
  const auto data = bench.path() / "data";
  const auto file = bench.path() / "backup";
  std::filesystem::create_directory(data);
  const auto events = fill(data, 1'000'000);
  report({"limit: the journal copied and synced", events,
          copy_seconds(data / "journal.db", bench.path() / "copy")});
  const Stopwatch backup_watch;
  const auto backup = journal::backup(data, file, {.made_at = midnight});
  check(backup.has_value(), "the backup is made");
  report({fmt::format("backup of {} events", events), events, backup_watch.seconds()});
  const Stopwatch restore_watch;
  const auto restored = journal::restore(file, bench.path() / "restored");
  check(restored.has_value() && restored->events == events, "the backup is restored whole");
  report({fmt::format("restore of {} events", events), events, restore_watch.seconds()});
}

}  // namespace tiendo::bench
