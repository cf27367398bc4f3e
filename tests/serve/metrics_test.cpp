// /metrics of the running server, as the parser of Prometheus reads it.

#include <chrono>
#include <iostream>
#include <sstream>
#include <thread>

#include "serve/served_office.hpp"

namespace tiendo::test {
namespace {

/// Samples by their name and labels, `tiendo_events_total type=TaskAccepted`.
using Samples = std::map<std::string, double>;

class Metrics {
 public:
  Metrics(const Rehearsal& office, const Asking& where) : office_{office}, where_{where} {}

  /// Nothing where the parser is not installed.
  [[nodiscard]] std::optional<Samples> read() const {
    const auto heard = Wire{where_.port}.ask("GET /metrics HTTP/1.1\r\nHost: h\r\n\r\n");
    REQUIRE(heard.has_value());
    REQUIRE(heard->status == 200);
    const auto file = office_.folder.file("metrics", heard->body);
    const auto parsed =
        shell("/usr/bin/python3 tests/server/check_openmetrics.py '" + file + "' 2>&1");
    if (parsed.exit == 77) {
      return std::nullopt;
    }
    INFO(parsed.out);
    REQUIRE(parsed.exit == 0);
    Samples samples;
    std::istringstream lines{parsed.out};
    for (std::string line; std::getline(lines, line);) {
      const auto space = line.rfind(' ');
      samples[line.substr(0, space)] = std::stod(line.substr(space + 1));
    }
    return samples;
  }

 private:
  const Rehearsal& office_;
  Asking where_;
};

}  // namespace

TEST_CASE("what the running server measured is what happened") {
  const Rehearsal office;
  // Two seconds before the new year, with which the windows of the first quarter open.
  REQUIRE(office.at("2024-12-31T23:59", "task comment coopstar x").exit == 0);
  const Serving server{office.data, {"--clock", "2024-12-31T23:59:58+07:00"}};
  const Asking where{server};
  Wire wire{where.port};
  for (int i = 0; i < 50; ++i) {
    REQUIRE(wire.ask(where.comment(fmt::format("lần {}", i)))->status == 200);
  }
  for (int i = 0; i < 3; ++i) {
    const auto refused = wire.ask(where.post(std::string{coopstar} + "/accept", "binh", "", "{}"));
    REQUIRE(refused->status == 409);
  }
  const Metrics metrics{office, where};
  auto samples = metrics.read();
  if (!samples) {
    std::cout << "SKIPPED: python3-prometheus-client is not installed\n";
    return;
  }
  auto& at = *samples;
  const std::string late = "tiendo_timer_lateness_seconds";
  for (int tries = 0; tries < 100 && at[late + "_count"] == 0; ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds{100});
    at = *metrics.read();
  }
  CHECK(at["tiendo_events_total type=TaskCommented"] == 50);
  CHECK(at["tiendo_rejections_total code=wrong_state"] == 3);
  CHECK(at["tiendo_http_requests_total operation=commentTask status=200"] == 50);
  CHECK(at["tiendo_http_requests_total operation=acceptTask status=409"] == 3);
  CHECK(at["tiendo_http_request_seconds_count operation=commentTask"] == 50);
  CHECK(at["tiendo_commit_seconds_count"] >= 50);
  CHECK(at["tiendo_commit_seconds_count"] <= 60);
  CHECK(at["tiendo_commit_seconds_sum"] > 0);
  CHECK(at["tiendo_commit_seconds_sum"] < 50);
  CHECK(at["tiendo_commit_events_sum"] >= 50);
  CHECK(at[late + "_count"] >= 1);
  CHECK(at[late + "_bucket le=86400.0"] == at[late + "_count"]);
  CHECK(at[late + "_bucket le=10.0"] == at[late + "_count"]);
  CHECK(at["process_resident_memory_bytes"] > 1e6);
  CHECK(at["process_resident_memory_bytes"] < 2e9);
  CHECK(at["process_start_time_seconds"] > 1.7e9);
  CHECK(at["tiendo_queue_depth"] >= 0);
  for (const auto* none : {"tiendo_http_turned_away_total", "tiendo_http_evicted_total",
                           "tiendo_live_overflowed_total"}) {
    INFO(none);
    CHECK(at.contains(none));
    CHECK(at[none] == 0);
  }
  WARN("lateness: " << at[late + "_count"] << " rungs, " << 1e3 * at[late + "_sum"]
                    << " ms in all; commits: " << at["tiendo_commit_seconds_count"] << ", "
                    << 1e3 * at["tiendo_commit_seconds_sum"] << " ms in all");
}

}  // namespace tiendo::test
