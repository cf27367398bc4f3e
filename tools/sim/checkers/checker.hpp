#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/sqlite/store.hpp"
#include "model/event.hpp"
#include "model/state.hpp"
#include "port/journal.hpp"
#include "runtime/engine.hpp"

namespace tiendo::sim {

/// What is wrong, in words for whoever reads the failure; nothing when all is well.
using Wrong = std::optional<std::string>;

/// The world after a step, as checkers see it.
struct Sight {
  const journal::Store& store;
  const port::Journal& journal;
  const runtime::Engine& engine;
  const model::State& replayed;  // the state that the journal gives, made apart from the engine
  port::Journal::Position position = 0;  // of the journal's last event
  /// False when the last thing it was asked for failed: nothing of that may be in the journal, and
  /// its state may be waiting to be made again.
  bool engine_is_fine = true;
  /// The engine has done all that fell due by `engine.now()`.
  bool clock_has_run = true;
};

/// Looks for one kind of wrong. It sees every event of the journal in order, again from the first
/// one after every crash, and then the world after every step. One file a checker; knows nothing of
/// the others.
class Checker {
 public:
  Checker() = default;
  Checker(const Checker&) = delete;
  Checker& operator=(const Checker&) = delete;
  virtual ~Checker() = default;

  [[nodiscard]] virtual std::string_view name() const = 0;

  /// The journal is read anew from its first event.
  virtual void begin() {}
  /// `before` is the state that all events before this one give.
  virtual Wrong read(port::Journal::Position, const model::Event&, const model::State& /*before*/) {
    return {};
  }
  /// A process began on what a crash left, and all of the journal has been read.
  virtual Wrong after_recovery(const Sight&) { return {}; }
  virtual Wrong after_step(const Sight&) { return {}; }
  /// Somebody was given this answer: it counts from now on, whatever happens.
  virtual Wrong answered(const runtime::Request&, const port::Answer&, const Sight&) { return {}; }
  /// Nothing goes wrong any more, all has been sent, all campaigns have ended.
  virtual Wrong at_the_end(const Sight&) { return {}; }
};

using Checkers = std::vector<std::unique_ptr<Checker>>;

/// One of each, those first that name a cause rather than a consequence.
[[nodiscard]] Checkers all_checkers();

}  // namespace tiendo::sim
