#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "decide/clock.hpp"
#include "decide/decision.hpp"
#include "model/command.hpp"
#include "model/state.hpp"
#include "port/journal.hpp"
#include "port/snapshots.hpp"
#include "runtime/timer_queue.hpp"
#include "runtime/timer_slots.hpp"

namespace tiendo::runtime {

/// A command as it comes in. Under one `key` of its actor it is done once, however often it comes;
/// `fingerprint` is what has to be the same then (of an HTTP request its body, for instance).
struct Request {
  model::Command command;
  std::string key;  // empty: none
  std::string fingerprint;
};

/// The engine: the one writer of its journal. It reads no clock; `now` comes in, and never goes
/// back: an earlier instant counts as the latest that was seen. One thread.
///
/// It decides on a state that is ahead of the journal; `commit` makes all of it last. Where the
/// journal fails, everything since the last commit did not happen: `commit` says so, whoever asked
/// has to be told, and the state is made from the journal again.
class Engine {
 public:
  using Position = port::Journal::Position;

  /// Both outlive the engine.
  explicit Engine(port::Journal& journal, port::Snapshots* snapshots = nullptr)
      : journal_{journal}, snapshots_{snapshots} {}
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// Told what lasts from now on: events in their order, and the position of the first.
  using Listener = std::function<void(Position first, std::span<const model::Event> events)>;
  /// `listener` is called with every commit, once the journal has taken the events and before
  /// anybody is answered; it may look at the state and asks nothing of the engine. What is loaded
  /// was told before. Positions leave a gap where the journal turns out to have kept a commit that
  /// it said had failed: then what lies between is read from the journal.
  void on_commit(Listener listener) { listener_ = std::move(listener); }

  /// Makes the state from the journal. Called once, before everything else.
  [[nodiscard]] Result<void> load();

  /// What the request came to, if it came before under its key; a refusal where the key was that of
  /// another.
  [[nodiscard]] Result<std::optional<port::KeptAnswer>> answered(const Request& request) const;

  /// First lets the clock do what has fallen due, then decides. The answer counts once `commit` has
  /// returned.
  [[nodiscard]] Result<port::Answer> decide(const Request& request, Timestamp now);

  /// Lets the clock do what has fallen due, as `decide` does first; it counts once `commit` has
  /// returned.
  [[nodiscard]] Result<void> catch_up(Timestamp now);

  /// Makes all that was decided since the last commit last. An error: none of it happened.
  [[nodiscard]] Result<void> commit();

  /// `decide` and `commit`.
  [[nodiscard]] Result<port::Answer> submit(const Request& request, Timestamp now);

  /// Lets the clock do all that has fallen due by `now`, in the order in which it fell due, and
  /// commits.
  [[nodiscard]] Result<void> advance(Timestamp now);

  /// When `advance` next has something to do; nothing when the clock is done. At once where the
  /// state could not be made again after a failure: what is due cannot be known before.
  [[nodiscard]] std::optional<Timestamp> next_due() const;

  /// The latest instant that was seen, also by engines before this one.
  [[nodiscard]] Timestamp now() const noexcept { return now_; }

  /// Of the last event that lasts.
  [[nodiscard]] Position position() const noexcept { return position_; }

  [[nodiscard]] const model::State& state() const noexcept { return state_; }

  /// What was decided and does not last yet, after `position`.
  [[nodiscard]] std::span<const model::Event> staged() const noexcept { return events_; }

  /// False where the journal failed and could not be read again since: the state is that of no
  /// moment then, and nobody must be shown it. The next step tries to make it again.
  [[nodiscard]] bool has_state() const noexcept { return loaded_; }

  /// To be called when nobody waits for an answer: keeps the state in the snapshots, if there are
  /// any, where so much has happened since the last that a start would take long.
  void rest();
  /// The same whatever has happened.
  void save_snapshot();

 private:
  using Slot = TimerQueue::Slot;
  /// Of answers that are not in the journal yet: by actor and key.
  using Keys = std::map<std::pair<model::UserId, std::string>, std::size_t>;

  [[nodiscard]] Result<void> reload();
  void take_snapshot();
  [[nodiscard]] Result<void> ready();
  void write();
  void keep_answer(const Request& request, const port::Answer& answer, Position before);
  void stage(std::vector<model::Event> events);
  void keep(const model::Event& event);
  void touch(const model::Event& event);
  void touch(const model::Campaign& campaign, const model::Event& event);
  void touch_all(const model::Campaign& campaign);
  void touch_waiting_elsewhere();
  [[nodiscard]] std::vector<model::Event> strike(Slot slot, const decide::Tick& tick) const;
  void set_timer(Slot slot);
  void set_touched();

  port::Journal& journal_;
  port::Snapshots* snapshots_;
  Listener listener_;  // may be empty
  bool loaded_ = false;
  std::optional<Error> failure_;  // of a write that `commit` has not told yet
  Position position_ = 0;
  Position snapshot_position_ = 0;
  std::vector<model::Event> events_;  // decided, not committed
  std::vector<port::KeptAnswer> answers_;
  Keys keys_;
  model::State state_;
  Timestamp now_ = Timestamp::min();
  Timestamp caught_up_ =
      Timestamp::min();  // all that fell due by then is done; `now_`, but inside `catch_up`
  TimerQueue timers_;
  TimerSlots slots_;
  std::vector<Slot> touched_;
};

}  // namespace tiendo::runtime
