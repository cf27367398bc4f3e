#pragma once

#include <array>
#include <chrono>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "base/time.hpp"
#include "model/event.hpp"
#include "port/journal.hpp"
#include "server/http_server.hpp"
#include "server/metrics.hpp"

namespace tiendo::server {

/// What is measured of the server, under its names. Any thread.
class ServerMetrics {
 public:
  /// `started`: the process, by the wall clock.
  explicit ServerMetrics(Timestamp started);

  /// What has been committed, and what time it was then: counts the events and how late the clock's
  /// were recorded. Rungs that were missed are not late, they were never to be told. One thread,
  /// the engine's.
  void committed(std::span<const model::Event> events, Timestamp now);
  /// How long the journal took for so many events.
  void appended(std::size_t events, std::chrono::nanoseconds took);
  /// A request that the business refused.
  void rejected(std::string_view code);
  /// `operation`: its name in openapi.yaml, never a path that somebody made up.
  void answered(std::string_view operation, int status, std::chrono::nanoseconds took);
  /// `outcome`: ok, failed.
  void backed_up(std::string_view outcome);

  Gauge& live_clients() { return live_clients_; }
  /// How many wait for the engine, asked when somebody looks.
  void watch_queue(std::function<std::size_t()> waiting);
  /// What the transport has counted since the start, asked on the thread of who renders.
  void watch_http(std::function<HttpCounts()> counted);

  [[nodiscard]] std::string render() const { return metrics_.render(); }

 private:
  Metrics metrics_;
  Histogram& lateness_;
  Histogram& commit_;
  Histogram& commit_events_;
  Gauge& live_clients_;
  std::array<Counter*, std::variant_size_v<model::EventBody>> events_{};  // once they are needed
};

/// A journal that is timed: everything goes to `journal`, which outlives this.
class TimedJournal final : public port::Journal {
 public:
  TimedJournal(port::Journal& journal, ServerMetrics& metrics)
      : journal_{journal}, metrics_{metrics} {}

  Result<Position> append(std::span<const model::Event> events,
                          std::span<const port::KeptAnswer> answers) override;
  Result<void> read(Position after, const Visit& visit) const override {
    return journal_.read(after, visit);
  }
  Result<void> read_stream(const model::CampaignId& stream, const Visit& visit) const override {
    return journal_.read_stream(stream, visit);
  }
  Result<std::string> mark(Position position) const override { return journal_.mark(position); }
  Result<std::optional<port::KeptAnswer>> find_answer(const model::UserId& actor,
                                                      std::string_view key) const override {
    return journal_.find_answer(actor, key);
  }

 private:
  port::Journal& journal_;
  ServerMetrics& metrics_;
};

}  // namespace tiendo::server
