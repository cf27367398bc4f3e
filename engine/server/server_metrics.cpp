#include "server/server_metrics.hpp"

#include <unistd.h>

#include <array>
#include <fstream>

#include "journal/codec.hpp"
#include "server/clock.hpp"

namespace tiendo::server {
namespace {

// W2 (design.md 8) asks for 2 ms and 10 ms; a machine that was asleep is late by hours.
constexpr std::array lateness_bounds{0.0005, 0.001, 0.002, 0.005, 0.01, 0.025,  0.05,   0.1,
                                     0.25,   0.5,   1.0,   10.0,  60.0, 3600.0, 86400.0};
constexpr std::array seconds_bounds{0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01,
                                    0.025,  0.05,    0.1,    0.25,  0.5,    1.0,   10.0};
constexpr std::array count_bounds{1.0, 2.0, 5.0, 10.0, 25.0, 50.0, 100.0, 250.0, 1000.0, 10000.0};

double seconds(std::chrono::nanoseconds time) {
  return std::chrono::duration<double>{time}.count();
}

/// Resident pages are the second number of the file (proc(5)).
double resident_bytes() {
  std::ifstream file{"/proc/self/statm"};
  double pages = 0;
  double resident = 0;
  file >> pages >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

ServerMetrics::ServerMetrics(Timestamp started)
    : lateness_{metrics_.histogram({"tiendo_timer_lateness_seconds",
                                    "From when a rung fell due until it was recorded.", "seconds"},
                                   lateness_bounds)},
      commit_{metrics_.histogram(
          {"tiendo_commit_seconds", "What the journal took for a transaction.", "seconds"},
          seconds_bounds)},
      commit_events_{
          metrics_.histogram({"tiendo_commit_events", "Events of a transaction."}, count_bounds)},
      live_clients_{metrics_.gauge({"tiendo_live_clients", "Clients of the live stream."})} {
  metrics_
      .gauge({"process_start_time_seconds", "Seconds since 1970, UTC, of the start.", "seconds"})
      .set(std::chrono::duration<double>{started.time_since_epoch()}.count());
  auto& resident = metrics_.gauge(
      {"process_resident_memory_bytes", "Memory that is in use by the process.", "bytes"});
  metrics_.before_render([&resident] { resident.set(resident_bytes()); });
}

void ServerMetrics::committed(std::span<const model::Event> events, Timestamp now) {
  for (const auto& event : events) {
    auto*& counter = events_[event.body.index()];
    if (counter == nullptr) {
      counter = &metrics_.counter({"tiendo_events", "Events that were recorded."},
                                  {{"type", std::string{journal::type_name(event.body)}}});
    }
    counter->add();
    if (const auto* rung = std::get_if<model::RungReached>(&event.body)) {
      if (!rung->missed) {
        lateness_.observe(seconds(now - rung->rung.at));
      }
    } else if (const auto* moved = std::get_if<model::DeliveryMoved>(&event.body)) {
      metrics_
          .counter({"tiendo_deliveries", "Notices that came to this state."},
                   {{"state", std::string{model::name(moved->state)}}})
          .add();
    }
  }
}

void ServerMetrics::appended(std::size_t events, std::chrono::nanoseconds took) {
  commit_.observe(seconds(took));
  commit_events_.observe(static_cast<double>(events));
}

void ServerMetrics::rejected(std::string_view code) {
  metrics_
      .counter({"tiendo_rejections", "Commands that were refused."}, {{"code", std::string{code}}})
      .add();
}

void ServerMetrics::answered(std::string_view operation, int status,
                             std::chrono::nanoseconds took) {
  const std::string name{operation};
  metrics_
      .counter({"tiendo_http_requests", "Requests that were answered."},
               {{"operation", name}, {"status", std::to_string(status)}})
      .add();
  metrics_
      .histogram({"tiendo_http_request_seconds", "From a request to its answer.", "seconds"},
                 seconds_bounds, {{"operation", name}})
      .observe(seconds(took));
}

void ServerMetrics::backed_up(std::string_view outcome) {
  metrics_
      .counter({"tiendo_backups", "Backups that were tried."}, {{"outcome", std::string{outcome}}})
      .add();
}

void ServerMetrics::watch_queue(std::function<std::size_t()> waiting) {
  auto& depth = metrics_.gauge({"tiendo_queue_depth", "Requests that wait for the engine."});
  metrics_.before_render(
      [&depth, waiting = std::move(waiting)] { depth.set(static_cast<double>(waiting())); });
}

void ServerMetrics::watch_http(std::function<HttpCounts()> counted) {
  auto& turned_away = metrics_.counter(
      {"tiendo_http_turned_away", "Connections that were closed at once: there was no place."});
  auto& evicted = metrics_.counter(
      {"tiendo_http_evicted", "Idle connections that were closed to make place for others."});
  auto& overflowed = metrics_.counter(
      {"tiendo_live_overflowed", "Live streams that were closed: the client did not keep up."});
  metrics_.before_render([&turned_away, &evicted, &overflowed, counted = std::move(counted)] {
    const auto counts = counted();
    turned_away.add(counts.turned_away - turned_away.value());
    evicted.add(counts.evicted - evicted.value());
    overflowed.add(counts.overflowed - overflowed.value());
  });
}

Result<port::Journal::Position> TimedJournal::append(std::span<const model::Event> events,
                                                     std::span<const port::KeptAnswer> answers) {
  const auto began = stopwatch();
  auto appended = journal_.append(events, answers);
  if (appended.has_value()) {
    metrics_.appended(events.size(), stopwatch() - began);
  }
  return appended;
}

}  // namespace tiendo::server
