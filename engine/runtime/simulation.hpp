#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "model/command.hpp"
#include "runtime/chronicle.hpp"
#include "runtime/engine.hpp"
#include "runtime/memory_journal.hpp"

namespace tiendo::runtime {

/// The engine over a journal in memory and a clock that jumps from one event to the next: a
/// campaign from the day it is issued. The same code as in the office, faster.
class Simulation {
 public:
  /// Whether every step is made by a new engine that first loads the journal.
  enum class Restart : std::uint8_t { never, between_steps };

  explicit Simulation(std::vector<calendar::HolidayYear> holidays,
                      Restart restart = Restart::never);

  /// Issues `plan` at the hour the office opens on the day of its document (without a date: on the
  /// first day of its period), as the owner of the office.
  [[nodiscard]] Result<port::Answer> issue(std::shared_ptr<const model::Plan> plan,
                                           std::vector<model::Source> sources = {});

  /// Somebody who may give commands from then on.
  [[nodiscard]] Result<port::Answer> add(const model::Person& person, Timestamp at);

  /// Lets the clock run to `until`, stopping at each instant at which something is due.
  [[nodiscard]] Result<void> run_until(Timestamp until);

  /// Gives `command` at `at`, after all that falls due before.
  [[nodiscard]] Result<port::Answer> submit(const model::Command& command, Timestamp at);

  [[nodiscard]] const model::State& state() const { return engine_->state(); }
  [[nodiscard]] const model::Campaign& campaign() const {
    return state().campaigns.begin()->second;
  }
  [[nodiscard]] std::span<const model::Event> events() const { return journal_.events(); }

 private:
  [[nodiscard]] Result<void> restart();

  MemoryJournal journal_;
  std::unique_ptr<Engine> engine_;
  Restart restart_;
};

/// The instant at which a simulated campaign of `plan` is issued.
[[nodiscard]] Timestamp issue_instant(const model::Plan& plan);

}  // namespace tiendo::runtime
