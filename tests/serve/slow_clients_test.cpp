// Others are served while many do nothing, or next to nothing: slowhttptest, where it is installed.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <deque>
#include <iostream>
#include <thread>

#include "serve/served_office.hpp"

namespace tiendo::test {
namespace {

using std::chrono::steady_clock;

/// Reads and writes in turn until `enough`, and at least a hundred times; each answer has to be
/// right. What that took, sorted, in ms.
std::vector<double> be_served(const Asking& where, const std::function<bool()>& enough) {
  Wire wire{where.port};
  std::vector<double> took_ms;
  for (int i = 0; i < 100 || !enough(); ++i) {
    const auto text = fmt::format("lần {}", i);
    const auto began = steady_clock::now();
    const auto heard = wire.ask(i % 2 == 0 ? where.get(coopstar) : where.comment(text));
    took_ms.push_back(
        std::chrono::duration<double, std::milli>{steady_clock::now() - began}.count());
    INFO("request " << i);
    REQUIRE(heard.has_value());
    REQUIRE(heard->status == 200);
    REQUIRE(heard->body.find(i % 2 == 0 ? "\"coopstar\"" : text) != std::string::npos);
  }
  std::ranges::sort(took_ms);
  return took_ms;
}

/// Waits for a thread also where a test fails meanwhile.
struct Joining {
  std::thread& thread;
  ~Joining() {
    if (thread.joinable()) {
      thread.join();
    }
  }
};

void say(const std::string& what, const std::vector<double>& took_ms) {
  WARN(what << ": " << took_ms.size() << " requests of another, p50 " << took_ms[took_ms.size() / 2]
            << " ms, p99 " << took_ms[took_ms.size() * 99 / 100] << " ms, longest "
            << took_ms.back() << " ms");
  CHECK(took_ms[took_ms.size() * 99 / 100] < 2'000);  // served, however busy the machine is
}

}  // namespace

TEST_CASE("two hundred slow clients of every kind keep nobody from being served") {
  if (std::system("command -v slowhttptest >/dev/null") != 0) {
    std::cout << "SKIPPED: slowhttptest is not installed (tools/install-dependencies test)\n";
    return;
  }
  raise_descriptors();
  const Rehearsal office;
  Serving server{office.data};
  const Asking where{server};
  const struct {
    const char* name;
    const char* options;
  } kinds[] = {{"slow headers", "-H -i 1 -x 24 -u "},
               {"slow bodies", "-B -i 1 -x 24 -s 8192 -u "},
               {"slow reading", "-X -w 512 -y 1024 -n 1 -z 32 -k 3 -u "}};
  for (const auto& kind : kinds) {
    INFO(kind.name);
    const auto command =
        fmt::format("timeout 30 slowhttptest -c 200 -r 200 -l 5 -p 3 {}{}/metrics >'{}' 2>&1",
                    kind.options, server.address(), office.folder / "slow.out");
    std::atomic<bool> over = false;
    int status = -1;
    std::thread slow{[&] {
      status = std::system(command.c_str());
      over = true;
    }};
    const Joining joining{slow};
    const auto took_ms = be_served(where, [&] { return over.load(); });
    slow.join();
    CHECK(status == 0);
    say(kind.name, took_ms);
  }
  CHECK(server.end(SIGTERM) == 0);
}

TEST_CASE("a thousand connections that say nothing keep nobody from being served") {
  raise_descriptors();
  const Rehearsal office;
  Serving server{office.data};
  const Asking where{server};
  std::deque<Wire> idle;
  for (int i = 0; i < 1'000; ++i) {
    idle.emplace_back(where.port);
  }
  REQUIRE(idle.back().ask(where.get(coopstar))->status == 200);  // all have been taken in
  say("a thousand idle connections", be_served(where, [] { return true; }));
  idle.clear();
  be_served(where, [] { return true; });
  CHECK(server.end(SIGTERM) == 0);
}

}  // namespace tiendo::test
