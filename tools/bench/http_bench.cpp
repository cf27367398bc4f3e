// W1 over HTTP, the timeline of a large campaign, and many who watch: client and server share the
// processors of this machine.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/check.hpp"
#include "bench.hpp"
#include "bench_folder.hpp"
#include "copying_server.hpp"
#include "http_client.hpp"
#include "journal/folder_layout.hpp"
#include "journal/sqlite/data_folder.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "large_office.hpp"
#include "runtime/engine.hpp"

namespace tiendo::bench {
namespace {

const Timestamp issued = instant_of(Day{std::chrono::year{2025} / 1 / 2}, std::chrono::hours{9});

/// A rehearsal folder with one campaign, `w1`.
void found(const std::filesystem::path& folder, int tasks, MadePlan how) {
  auto open = journal::DataFolder::open_to_write(
      folder, {.make = journal::DataFolder::Making{issued, true}});
  check(open.has_value(), "a data folder can be made");
  journal::SqliteJournal journal{open->store()};
  runtime::Engine engine{journal};
  check(engine.load().has_value(), "an empty journal is read");
  std::vector<model::Command> commands{
      {owner(),
       {},
       model::CampaignId{"w1"},
       model::CampaignCommand{model::IssueCampaign{made_plan("w1", tasks, how), {}}}}};
  std::ranges::move(hiring(), std::back_inserter(commands));
  for (const auto& command : commands) {
    const auto answer = engine.submit({command, {}, {}}, issued);
    check(answer.has_value() && answer->accepted(), "the campaign is issued");
  }
}

/// The five commands from announced to accepted.
struct Step {
  std::string_view command;
  std::string_view user;
  std::string_view body;
};
constexpr std::array life{
    Step{"begin-plan", "an", "{}"},     Step{"submit-plan", "an", R"({"document":"12/KH-NV"})"},
    Step{"approve-plan", "binh", "{}"}, Step{"report", "an", R"({"document":"30/BC-NV"})"},
    Step{"accept", "binh", "{}"},
};

/// Somebody who works on tasks of his own, one command after the other.
struct Worker {
  int task = 0;
  std::size_t step = 0;
  Stopwatch asked{};
  std::string came{};
};

/// Each of so many people waits for his answer before he goes on.
void commands_over_http(int tasks, int at_once) {
  const BenchFolder folder;
  found(folder.path() / "data", tasks, {.plan_owed = true});
  const ServedFolder server{folder.path() / "data"};
  HttpClients clients{server.port(), static_cast<std::size_t>(at_once)};
  std::vector<Worker> workers(static_cast<std::size_t>(at_once));
  Samples samples;
  const auto ask = [&](std::size_t number) {
    auto& worker = workers[number];
    const auto& step = life[worker.step];
    const auto request =
        server.post(fmt::format("/api/v1/campaigns/w1/tasks/t{}/{}", worker.task, step.command),
                    step.user, fmt::format("{}-{}", worker.task, worker.step), step.body);
    worker.asked = {};
    clients.send(number, request);
  };
  const auto go_on = [&](std::size_t number) {
    auto& worker = workers[number];
    if (++worker.step == life.size()) {
      worker.step = 0;
      worker.task += at_once;
    }
    if (worker.task < tasks) {
      ask(number);
    }
  };
  const Stopwatch watch;
  for (std::size_t i = 0; i < workers.size(); ++i) {
    workers[i].task = static_cast<int>(i);
    ask(i);
  }
  const auto all = static_cast<std::size_t>(tasks) * life.size();
  std::size_t answered = 0;
  while (answered < all) {
    const bool some = clients.receive([&](std::size_t number, std::string_view bytes) {
      auto& worker = workers[number];
      worker.came += bytes;
      const auto answer = whole_answer(worker.came);
      if (answer.whole) {
        check(answer.status == 200, worker.came.c_str());
        samples.add(worker.asked.seconds());
        worker.came.clear();
        ++answered;
        go_on(number);
      }
    });
    check(some, "the server answers");
  }
  report({.workload = fmt::format("W1 commands over HTTP, {} connections", at_once),
          .n = all,
          .seconds = watch.seconds(),
          .p50_ms = samples.percentile_ms(0.50),
          .p99_ms = samples.percentile_ms(0.99)});
}

/// The answer to one request on the first connection.
std::string answer_to(HttpClients& clients, const std::string& request) {
  std::string came;
  clients.send(0, request);
  while (!whole_answer(came).whole) {
    check(clients.receive([&](std::size_t, std::string_view bytes) { came += bytes; }),
          "the server answers");
  }
  const auto status = whole_answer(came).status;
  check(status == 200 || status == 304, came.substr(0, 1'000).c_str());
  return came;
}

/// The value of the header ETag.
std::string etag_of(std::string_view answer) {
  constexpr std::string_view field = "\r\nETag: ";
  const auto begin = answer.find(field);
  check(begin != std::string_view::npos, "a timeline has a tag");
  const auto value = begin + field.size();
  return std::string{answer.substr(value, answer.find('\r', value) - value)};
}

struct TimelineReads {
  std::string_view name;
  bool gzip = false;
  int percent = 0;     // to which a task gets on before each; 0: nothing changes
  bool known = false;  // the client says what it has
};

/// Asked for again and again by one client.
void timeline(const ServedFolder& server, const TimelineReads& reads) {
  constexpr int times = 200;
  HttpClients clients{server.port(), 1};
  Samples samples;
  std::string etag;
  std::size_t size = 0;
  for (int i = 0; i < times; ++i) {
    if (reads.percent > 0) {
      const auto key = fmt::format("timeline-{}-{}", reads.name, i);
      const auto done = server.post(fmt::format("/api/v1/campaigns/w1/tasks/t{}/progress", 37 * i),
                                    "an", key, fmt::format(R"({{"percent":{}}})", reads.percent));
      (void)answer_to(clients, done);
    }
    const auto ask = server.get("/api/v1/campaigns/w1/timeline",
                                (reads.gzip ? "Accept-Encoding: gzip\r\n" : "") +
                                    (etag.empty() ? "" : "If-None-Match: " + etag + "\r\n"));
    const Stopwatch watch;
    const auto answer = answer_to(clients, ask);
    samples.add(watch.seconds());
    size = answer.size();
    etag = reads.known ? etag_of(answer) : "";
  }
  report(fmt::format("timeline of 10000 tasks, {}, {} KiB", reads.name, size / 1'024), samples,
         times);
}

/// The limit of this machine: as many bytes as a timeline has, copied once and sent by a server
/// that does nothing else.
void timeline_limit(std::size_t bytes) {
  constexpr int times = 200;
  const CopyingServer server{bytes};
  HttpClients clients{server.port(), 1};
  Samples samples;
  for (int i = 0; i < times; ++i) {
    const Stopwatch watch;
    (void)answer_to(clients, "?");
    samples.add(watch.seconds());
  }
  report(fmt::format("{} KiB copied and sent over loopback", bytes / 1'024), samples, times);
}

void timelines(const ServedFolder& server) {
  constexpr std::array<TimelineReads, 7> all{{
      {.name = "nothing changed"},
      {.name = "a change before each", .percent = 10},
      {.name = "gzip, nothing changed", .gzip = true},
      {.name = "gzip, a change before each", .gzip = true, .percent = 20},
      {.name = "304, nothing changed", .known = true},
      {.name = "If-None-Match, a change before each", .percent = 30, .known = true},
      {.name = "304, gzip, nothing changed", .gzip = true, .known = true},
  }};
  for (const auto& reads : all) {
    timeline(server, reads);
  }
  HttpClients clients{server.port(), 1};
  timeline_limit(answer_to(clients, server.get("/api/v1/campaigns/w1/timeline")).size());
}

/// So many watch; each is told of every event that happens.
void watch_live(const ServedFolder& server, std::size_t watchers) {
  constexpr int events = 50;
  HttpClients live{server.port(), watchers};
  HttpClients clerk{server.port(), 1};
  for (std::size_t i = 0; i < watchers; ++i) {
    live.send(i, server.get("/api/v1/events"));
  }
  std::vector<std::string> came(watchers);
  const auto wait_for = [&](std::string_view what, const std::function<void()>& arrived) {
    for (std::size_t left = watchers; left > 0;) {
      const bool some = live.receive([&](std::size_t number, std::string_view bytes) {
        came[number] += bytes;
        check(came[number].find("HTTP/1.1 5") != 0, "nobody who watches is turned away");
        if (came[number].find(what) != std::string::npos) {
          came[number].clear();
          arrived();
          --left;
        }
      });
      check(some, "everybody who watches is told");
    }
  };
  wait_for("event: hello\ndata: {}\n\n", [] {});
  Samples arrivals;
  Samples last;
  for (int i = 0; i < events; ++i) {
    const auto text = fmt::format("lần {}.", i);
    const auto request =
        server.post("/api/v1/campaigns/w1/tasks/t2/comment", "", fmt::format("live-{}", i),
                    fmt::format(R"({{"text":"{}"}})", text));
    const Stopwatch watch;
    clerk.send(0, request);
    wait_for(text, [&] { arrivals.add(watch.seconds()); });
    last.add(watch.seconds());
    std::string answer;
    while (!whole_answer(answer).whole) {
      check(clerk.receive([&](std::size_t, std::string_view bytes) { answer += bytes; }),
            "the clerk is answered");
    }
  }
  report(fmt::format("an event to {} live clients: arrival", watchers), arrivals,
         static_cast<std::uint64_t>(events) * watchers);
  report(fmt::format("an event to {} live clients: the last of them", watchers), last, events);
  fmt::print("{{\"workload\":\"server with {} live clients\",\"server_rss_mb\":{:.1f}}}\n",
             watchers, server.resident_mb());
}

}  // namespace

void commands_and_reads_over_http() {
  commands_over_http(2'000, 1);
  commands_over_http(12'800, 64);
  {
    const BenchFolder folder;
    found(folder.path() / "data", 20, {});
    const ServedFolder server{folder.path() / "data"};
    HttpClients client{server.port(), 1};
    (void)answer_to(client, server.get("/api/v1/campaigns"));
    fmt::print("{{\"workload\":\"idle server\",\"server_rss_mb\":{:.1f},\"program_mb\":{:.1f}}}\n",
               server.resident_mb(),
               static_cast<double>(std::filesystem::file_size(TIENDO_PROGRAM)) / (1024 * 1024));
  }
  const BenchFolder folder;
  found(folder.path() / "data", 10'000, {});
  const ServedFolder server{folder.path() / "data"};
  timelines(server);
  watch_live(server, 1'000);
}

}  // namespace tiendo::bench
