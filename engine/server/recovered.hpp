#pragma once

#include <memory>

#include "base/result.hpp"
#include "runtime/engine.hpp"
#include "server/clock.hpp"
#include "server/records.hpp"
#include "server/server.hpp"
#include "server/server_metrics.hpp"

namespace tiendo::server {

/// The engine as its folder has it, and what time it is: what all other parts of a server work
/// with. Nothing runs yet.
struct Recovered {
  /// Opens the folder, loads the engine, and gives a new office what it begins with.
  [[nodiscard]] static Result<std::unique_ptr<Recovered>> from(const ServerOptions& options);

  explicit Recovered(std::unique_ptr<Records> opened);

  RawClocks machine = machine_clocks();
  std::unique_ptr<Records> records;
  ServerMetrics metrics;
  TimedJournal journal;
  runtime::Engine engine;
  Timestamp latest;  // until when there is a record
  std::unique_ptr<Clock> clock;
  RehearsalClock* rehearsal = nullptr;  // the same, where it is one

 private:
  [[nodiscard]] Result<void> load();
  void make_clock(const ServerOptions& options);
  [[nodiscard]] Result<void> begin_office(const ServerOptions& options);
};

}  // namespace tiendo::server
