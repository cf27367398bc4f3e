#include "server/metrics.hpp"

#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <thread>

#include "server/server_metrics.hpp"
#include "support/plan.hpp"
#include "support/temporary_folder.hpp"
#include "support/words.hpp"

namespace tiendo::test {
namespace {

using namespace std::chrono_literals;
using server::Metrics;
using server::ServerMetrics;

constexpr double bounds[] = {0.5, 1, 10};

bool has(const std::string& text, std::string_view line) {
  return ("\n" + text).find("\n" + std::string{line} + "\n") != std::string::npos;
}

/// Whether Prometheus reads it; nothing where its parser is not installed.
std::optional<bool> prometheus_reads(const std::string& text) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "metrics.txt";
  std::ofstream{file} << text;
  const auto command =
      std::string{"/usr/bin/python3 " TIENDO_SOURCE_DIR "/tests/server/check_openmetrics.py "} +
      file.string() + " > /dev/null";
  const int status = WEXITSTATUS(std::system(command.c_str()));
  return status == 77 ? std::nullopt : std::optional{status == 0};
}

model::Event reached(std::string_view due, bool missed) {
  model::RungReached rung{.task = model::TaskId{"a"}, .missed = missed};
  rung.rung.at = at(due);
  return {.at = at(due), .campaign = model::CampaignId{campaign_id}, .body = rung};
}

}  // namespace

TEST_CASE("counters, gauges and histograms are rendered as OpenMetrics") {
  Metrics metrics;
  metrics.counter({"sent", "What was sent."}, {{"to", "a\"b\\c\nd"}}).add(3);
  metrics.gauge({"depth", "How deep."}).set(2);
  auto& took = metrics.histogram({"took_seconds", "How long.", "seconds"}, bounds);
  took.observe(0.5);
  took.observe(0.75);
  took.observe(100);
  const auto text = metrics.render();
  CHECK(has(text, "# TYPE sent counter"));
  CHECK(has(text, R"(sent_total{to="a\"b\\c\nd"} 3)"));
  CHECK(has(text, "depth 2.0"));
  CHECK(has(text, "# UNIT took_seconds seconds"));
  CHECK(has(text, R"(took_seconds_bucket{le="0.5"} 1)"));
  CHECK(has(text, R"(took_seconds_bucket{le="1.0"} 2)"));
  CHECK(has(text, R"(took_seconds_bucket{le="10.0"} 2)"));
  CHECK(has(text, R"(took_seconds_bucket{le="+Inf"} 3)"));
  CHECK(has(text, "took_seconds_count 3"));
  CHECK(has(text, "took_seconds_sum 101.25"));
  CHECK(text.ends_with("\n# EOF\n"));
}

TEST_CASE("labels from outside cannot fill the memory") {
  Metrics metrics;
  for (int i = 0; i < 10'000; ++i) {
    metrics.counter({"refused", "Refused."}, {{"code", std::to_string(i)}}).add();
  }
  const auto text = metrics.render();
  CHECK(std::count(text.begin(), text.end(), '\n') < 220);
  CHECK(has(text, R"(refused_total{code="other"} 9800)"));
  CHECK(has(text, R"(refused_total{code="0"} 1)"));
}

TEST_CASE("nothing is lost when many threads count") {
  Metrics metrics;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int n = 0; n < 5'000; ++n) {
        metrics.counter({"sent", "Sent."}).add();
        metrics.histogram({"took", "Took."}, bounds).observe(1);
      }
      CHECK_FALSE(metrics.render().empty());
    });
  }
  for (auto& thread : threads) {
    thread.join();
  }
  const auto text = metrics.render();
  CHECK(has(text, "sent_total 20000"));
  CHECK(has(text, "took_count 20000"));
  CHECK(has(text, "took_sum 20000.0"));
}

TEST_CASE("what the server measures is read by Prometheus") {
  ServerMetrics metrics{at("2025-01-06 08:00")};
  const auto office = office_events();
  metrics.committed(office, at("2025-01-06 08:00"));
  metrics.appended(3, 250us);
  metrics.rejected("wrong_state");
  metrics.answered("acceptTask", 409, 3ms);
  metrics.backed_up("ok");
  metrics.live_clients().add(1);
  metrics.watch_queue([] { return std::size_t{7}; });
  metrics.watch_http([] {
    server::HttpCounts counts;
    counts.turned_away = 2;
    counts.evicted = 3;
    counts.overflowed = 5;
    return counts;
  });
  static_cast<void>(metrics.render());  // what is counted elsewhere is not counted twice
  const auto text = metrics.render();
  CHECK(has(text, "tiendo_queue_depth 7.0"));
  CHECK(has(text, "tiendo_http_turned_away_total 2"));
  CHECK(has(text, "tiendo_http_evicted_total 3"));
  CHECK(has(text, "tiendo_live_overflowed_total 5"));
  CHECK(has(text, R"(tiendo_rejections_total{code="wrong_state"} 1)"));
  CHECK(has(text, R"(tiendo_http_requests_total{operation="acceptTask",status="409"} 1)"));
  CHECK(has(text, R"(tiendo_commit_seconds_bucket{le="0.00025"} 1)"));
  CHECK(text.find("process_resident_memory_bytes 0.0") == std::string::npos);
  const auto read = prometheus_reads(text);
  if (!read) {
    std::cout << "SKIPPED: python3-prometheus-client is not installed\n";
    return;
  }
  CHECK(*read);
  CHECK_FALSE(*prometheus_reads("tiendo_x_total 1\n"));
}

TEST_CASE("lateness is from when a rung fell due, and missed rungs are not late") {
  ServerMetrics metrics{at("2025-01-06 08:00")};
  const std::vector events{reached("2025-02-10 07:30", false), reached("2025-02-07 07:30", true)};
  metrics.committed(events, at("2025-02-10 07:30") + 2ms);
  const auto text = metrics.render();
  CHECK(has(text, R"(tiendo_timer_lateness_seconds_bucket{le="0.001"} 0)"));
  CHECK(has(text, R"(tiendo_timer_lateness_seconds_bucket{le="0.002"} 1)"));
  CHECK(has(text, "tiendo_timer_lateness_seconds_count 1"));
  CHECK(has(text, R"(tiendo_events_total{type="RungReached"} 2)"));
}

}  // namespace tiendo::test
