#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "chart/chart.hpp"
#include "chart/machine.hpp"

namespace tiendo::chart {

/// What a chart asks of whoever runs it. `holds` must not change anything. What `perform` did
/// counts only if the call of the interpreter succeeds.
class Host {
 public:
  virtual ~Host() = default;
  /// Whether the guard of the domain holds now.
  virtual bool holds(std::uint32_t guard) = 0;
  virtual void perform(std::uint32_t action) = 0;
  /// The instant that lies `delay` after `from`.
  virtual Timestamp due(const Delay& delay, Timestamp from) = 0;
};

/// What one call did: the states in the order in which they were left and entered. The spans live
/// until the next call of the same interpreter.
struct Moved {
  int microsteps = 0;  // 0: nothing happened
  std::span<const StateIndex> exited;
  std::span<const StateIndex> entered;
};

/// One call takes at most so many microsteps, each of its two queues takes in at most so many
/// events, and at most so many sends wait: what needs more never rests (SEMANTICS.md section 7).
inline constexpr int most_microsteps = 1'000;
inline constexpr std::size_t most_queued = 10'000;

class Run;

/// Runs machines over their charts. Pure but for what the host does; the interpreter itself holds
/// only buffers, so that a step allocates nothing once they have grown. Not for two threads at
/// once.
///
/// Every call takes the machine on until it rests. Fails only when it never rests: then `machine`
/// is as it was. A machine that is done stays as it is.
/// Semantics: engine/chart/SEMANTICS.md sections 4 to 7 (SCXML 1.0, appendix D).
class Interpreter {
 public:
  /// Enters the chart. `machine` must not have been started.
  [[nodiscard]] Result<Moved> start(const Chart& chart, Machine& machine, Timestamp now,
                                    Host& host);
  /// Takes one event from outside.
  [[nodiscard]] Result<Moved> step(const Chart& chart, Machine& machine, std::string_view event,
                                   Timestamp now, Host& host);
  /// Looks at the eventless transitions again, because guards of the domain may hold by now.
  [[nodiscard]] Result<Moved> wake(const Chart& chart, Machine& machine, Timestamp now, Host& host);
  /// Takes the one send that has been due longest, if it is due at `now`; the clock of the step is
  /// the instant at which it was due. Call again while `next_due` is not after `now`.
  [[nodiscard]] Result<Moved> deliver(const Chart& chart, Machine& machine, Timestamp now,
                                      Host& host);

 private:
  friend class Run;

  Result<Moved> settle(Run& run, Machine& machine, bool wake);

  /// First in, first out, in one buffer.
  struct Queue {
    std::vector<EventIndex> events;
    std::size_t next = 0;

    [[nodiscard]] bool empty() const { return next == events.size(); }
    EventIndex take() { return events[next++]; }
    void clear() {
      events.clear();
      next = 0;
    }
  };
  struct HistoryEntry {
    StateIndex parent = 0;
    StateIndex history = 0;
  };

  std::vector<const CompiledTransition*> enabled_;
  std::vector<const CompiledTransition*> candidates_;
  StateSet visited_;
  StateSet exiting_;
  StateSet entering_;
  StateSet by_default_;
  std::vector<HistoryEntry> default_histories_;
  std::vector<Remembered> history_;
  Queue internal_;
  Queue external_;
  std::vector<StateIndex> exited_;
  std::vector<StateIndex> entered_;
  Machine before_;
};

}  // namespace tiendo::chart
