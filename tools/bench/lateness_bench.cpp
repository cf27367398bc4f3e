// W2: how long after its instant what a timer does is recorded, and how long after it is told to
// somebody who watches, beside what this machine can do at best.

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <future>

#include "base/check.hpp"
#include "bench.hpp"
#include "bench_folder.hpp"
#include "http_client.hpp"
#include "journal/sqlite/data_folder.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "server/engine_loop.hpp"
#include "waiting_office.hpp"

namespace tiendo::bench {
namespace {

constexpr std::chrono::seconds soon{1};

void report_lateness(const std::string& what, const Samples& late) {
  report({.workload = what,
          .n = late.size(),
          .seconds = 0,
          .p50_ms = late.percentile_ms(0.50),
          .p99_ms = late.percentile_ms(0.99),
          .max_ms = late.percentile_ms(1.0)});
}

/// One page of a file, written again and again as a log that is recycled is.
class SyncedPage {
 public:
  explicit SyncedPage(const std::filesystem::path& folder)
      : file_{::open((folder / "page").c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600)} {
    check(file_ >= 0, "a file can be made");
    write();
  }
  SyncedPage(const SyncedPage&) = delete;
  SyncedPage& operator=(const SyncedPage&) = delete;
  ~SyncedPage() { ::close(file_); }

  void write() const {
    const bool written =
        ::pwrite(file_, bytes_.data(), bytes_.size(), 0) == static_cast<ssize_t>(bytes_.size()) &&
        ::fdatasync(file_) == 0;
    check(written, "the disk writes");
  }

 private:
  std::array<char, 4'096> bytes_{};
  int file_ = -1;
};

/// A timer of Asio that waits for one instant after the other and does `work` for all that are due.
Samples bare_timer(std::size_t timers, const std::function<void()>& work) {
  const DueInstants due{timers, soon};
  boost::asio::io_context context{1};
  boost::asio::steady_timer timer{context};
  Samples late;
  std::size_t next = 0;
  std::function<void()> arm;
  const auto fire = [&] {
    const auto first = next;
    while (next < due.size() && due.seconds_late(next) >= 0) {
      ++next;
    }
    if (next > first) {
      work();
    }
    for (auto i = first; i < next; ++i) {
      late.add(due.seconds_late(i));
    }
    if (next < due.size()) {
      arm();
    }
  };
  arm = [&] {
    timer.expires_after(std::chrono::duration_cast<std::chrono::nanoseconds>(
        std::chrono::duration<double>{-due.seconds_late(next)}));
    timer.async_wait([&](boost::system::error_code) { fire(); });
  };
  arm();
  context.run();
  return late;
}

void limits(std::size_t timers) {
  const BenchFolder folder;
  const SyncedPage page{folder.path()};
  Samples syncs;
  for (int i = 0; i < 2'000; ++i) {
    const Stopwatch watch;
    page.write();
    syncs.add(watch.seconds());
  }
  report("limit: one page written and fdatasync", syncs, syncs.size());
  report_lateness(fmt::format("limit: {} timers over 10 s, a bare timer", timers),
                  bare_timer(timers, [] {}));
  report_lateness(fmt::format("limit: {} timers over 10 s, a bare timer and fdatasync", timers),
                  bare_timer(timers, [&] { page.write(); }));
}

/// From the instant until the event is committed, by the loop that runs in service: its timer, the
/// clock of the machine, the journal on disk.
void until_recorded(std::size_t timers, std::chrono::seconds ahead) {
  const BenchFolder folder;
  const DueInstants due{timers, ahead};
  make_waiting_office(folder.path() / "data", due);
  auto open = journal::DataFolder::open_to_write(folder.path() / "data", {});
  check(open.has_value(), "the data folder is opened again");
  check(open->store().reserve_log().has_value(), "the disk has room for the log");
  journal::SqliteJournal journal{open->store()};
  runtime::Engine engine{journal};
  check(engine.load().has_value() && due.seconds_late(0) < 0,
        "the loop starts before they are due");
  server::MachineClock clock;
  server::EngineLoop loop{engine, journal, clock};
  Samples late;
  std::size_t commits = 0;
  std::promise<void> all;
  loop.listen([&](runtime::Engine::Position, std::span<const model::Event> events) {
    for (const auto& event : events) {
      if (const auto* moved = std::get_if<model::ChartMoved>(&event.body)) {
        late.add(due.seconds_late(timer_of(event.campaign.str(), moved->task.str(), timers)));
      }
    }
    ++commits;
    if (late.size() == timers) {
      all.set_value();
    }
  });
  check(loop.start().has_value(), "the loop starts");
  all.get_future().wait();
  loop.stop();
  report_lateness(fmt::format("W2 {} timers over 10 s: recorded, {} commits", timers, commits),
                  late);
}

/// A text of a JSON object without escapes; empty: there is none.
std::string_view member(std::string_view json, std::string_view name) {
  const auto before = fmt::format("\"{}\":\"", name);
  const auto found = json.find(before);
  if (found == std::string_view::npos) {
    return {};
  }
  const auto text = json.substr(found + before.size());
  return text.substr(0, text.find('"'));
}

/// From the instant until `tiendo serve` has told somebody who watches over HTTP.
void until_told(std::size_t timers, std::chrono::seconds ahead) {
  const BenchFolder folder;
  const DueInstants due{timers, ahead};
  make_waiting_office(folder.path() / "data", due);
  const ServedFolder server{folder.path() / "data"};
  HttpClients watcher{server.port(), 1};
  watcher.send(0, server.get("/api/v1/events"));
  Samples late;
  std::string came;
  while (late.size() < timers) {
    const bool some = watcher.receive([&](std::size_t, std::string_view bytes) {
      came += bytes;
      std::size_t done = 0;
      for (auto end = came.find("\n\n"); end != std::string::npos; end = came.find("\n\n", done)) {
        const auto event = std::string_view{came}.substr(done, end - done);
        if (const auto task = member(event, "task"); !task.empty()) {
          late.add(due.seconds_late(timer_of(member(event, "campaign"), task, timers)));
        }
        done = end + 2;
      }
      came.erase(0, done);
    });
    check(some, "who watches is told");
  }
  report_lateness(fmt::format("W2 {} timers over 10 s: told over HTTP", timers), late);
}

}  // namespace

void lateness() {
  limits(10'000);
  until_recorded(10'000, std::chrono::seconds{10});
  until_told(10'000, std::chrono::seconds{10});
  limits(100'000);
  until_recorded(100'000, std::chrono::seconds{40});
  until_told(100'000, std::chrono::seconds{40});
}

}  // namespace tiendo::bench
