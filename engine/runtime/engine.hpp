#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "decide/decision.hpp"
#include "model/command.hpp"
#include "model/state.hpp"
#include "port/journal.hpp"
#include "runtime/timer_queue.hpp"

namespace tiendo::runtime {

/// The engine: the one writer of its journal. It reads no clock; `now` comes in, and never goes
/// back: an earlier instant counts as the latest that was seen. One thread.
class Engine {
 public:
  /// The journal outlives the engine.
  explicit Engine(port::Journal& journal) : journal_{journal} {}
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// Makes the state from the journal. Called once, before everything else.
  [[nodiscard]] Result<void> load();

  /// First lets the clock do what has fallen due, then decides `command`; what it decides is in the
  /// journal before it is in the state. Fails when the journal does.
  [[nodiscard]] Result<decide::Decision> submit(const model::Command& command, Timestamp now);

  /// Lets the clock do all that has fallen due by `now`, in the order in which it fell due.
  [[nodiscard]] Result<void> advance(Timestamp now);

  /// When `advance` next has something to do; nothing when the clock is done.
  [[nodiscard]] std::optional<Timestamp> next_due() const;

  [[nodiscard]] const model::State& state() const noexcept { return state_; }

 private:
  using Slot = TimerQueue::Slot;

  /// What a slot of the timers stands for.
  struct Timed {
    const model::Campaign* campaign = nullptr;
    std::optional<model::TaskIndex> task;  // none: the campaign itself
  };

  [[nodiscard]] Result<void> commit(std::span<const model::Event> events);
  void keep(const model::Event& event);
  void touch(const model::Event& event);
  void add_slots(const model::Campaign& campaign);
  void touch(const model::Campaign& campaign, const model::Event& event);
  void touch_all(const model::Campaign& campaign);
  void set_timer(Slot slot);
  void set_touched();

  port::Journal& journal_;
  model::State state_;
  Timestamp now_;
  Timestamp caught_up_;  // all that fell due by then is done; `now_`, but inside `advance`
  TimerQueue timers_;
  std::vector<Timed> timed_;                            // by slot
  std::map<const model::Campaign*, Slot> first_slots_;  // of the campaign; its tasks follow
  std::vector<Slot> touched_;
};

}  // namespace tiendo::runtime
