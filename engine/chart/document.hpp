#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.hpp"
#include "chart/delay.hpp"

namespace tiendo::chart {

/// Where something stands in its file, both counted from 1; 0: not read from a file.
struct Place {
  int line = 0;
  int column = 0;

  friend bool operator==(const Place&, const Place&) = default;
};

/// The id of a state or an event descriptor, and where it was written.
struct Name {
  std::string text;
  Place place;

  Name() = default;
  Name(std::string name, Place at = {}) : text(std::move(name)), place(at) {}
  Name(const char* name) : text(name) {}

  friend bool operator==(const Name&, const Name&) = default;
};

/// A statechart as it was declared, nothing of it checked yet: the file `tiendo/chart/1`. Guards
/// and actions of the domain stand in lists of the caller; here is only their index.

struct Guard;

struct Constant {
  bool holds = true;

  friend bool operator==(const Constant&, const Constant&) = default;
};

/// The state is active.
struct In {
  Name state;

  friend bool operator==(const In&, const In&) = default;
};

struct All {
  std::vector<Guard> of;

  friend bool operator==(const All&, const All&) = default;
};

struct Any {
  std::vector<Guard> of;

  friend bool operator==(const Any&, const Any&) = default;
};

/// Holds exactly one guard (a vector, because it may hold its own type).
struct Not {
  std::vector<Guard> of;

  friend bool operator==(const Not&, const Not&) = default;
};

/// A guard or an action of the domain.
struct External {
  std::uint32_t index = 0;

  friend bool operator==(const External&, const External&) = default;
};

struct Guard {
  std::variant<Constant, In, All, Any, Not, External> is;

  friend bool operator==(const Guard&, const Guard&) = default;
};

/// Into the internal queue, before every event from outside.
struct Raise {
  Name event;

  friend bool operator==(const Raise&, const Raise&) = default;
};

/// Into the external queue: at once, or after a delay; `id` is what Cancel names (may be empty).
struct Send {
  Name event;
  std::optional<Delay> after{};
  std::string id{};

  friend bool operator==(const Send&, const Send&) = default;
};

/// Takes back every send of this id that still waits.
struct Cancel {
  Name id;

  friend bool operator==(const Cancel&, const Cancel&) = default;
};

using Action = std::variant<Raise, Send, Cancel, External>;

struct Transition {
  std::vector<Name> events{};  // descriptors; none: eventless
  std::vector<Name> to{};      // none: targetless
  std::optional<Guard> when{};
  std::vector<Action> actions{};
  bool internal = false;
  Place place{};

  friend bool operator==(const Transition&, const Transition&) = default;
};

/// Where to go when a state is entered without saying where: `initial`, and `default` of a history.
struct DefaultEntry {
  std::vector<Name> to{};
  std::vector<Action> actions{};
  Place place{};

  friend bool operator==(const DefaultEntry&, const DefaultEntry&) = default;
};

enum class StateType : std::uint8_t { plain, parallel, final, shallow_history, deep_history };

struct State {
  std::string id{};
  StateType type = StateType::plain;
  std::optional<DefaultEntry> initial{};  // of a history state: its default
  std::vector<Action> entry{};
  std::vector<Action> exit{};
  std::vector<Transition> on{};
  std::vector<State> states{};  // in document order
  Place place{};

  friend bool operator==(const State&, const State&) = default;
};

struct Document {
  std::optional<DefaultEntry> initial{};  // none: the first state
  std::vector<State> states{};

  friend bool operator==(const Document&, const Document&) = default;
};

/// What limits a declared chart (SEMANTICS.md section 8): nobody draws more, and memory stays
/// small.
inline constexpr std::size_t most_states = 10'000;
inline constexpr std::size_t most_transitions = 100'000;
inline constexpr std::size_t most_actions = 100'000;
inline constexpr std::size_t deepest_nesting = 64;
inline constexpr std::size_t longest_name = 200;

enum class Severity : std::uint8_t { warning, error };

/// Something wrong with a document: what, where, and what would be right.
struct Finding {
  Severity severity = Severity::error;
  std::string_view code{};  // "unknown_state"; stays when the words change
  Place place{};
  Text text;

  friend bool operator==(const Finding&, const Finding&) = default;
};

}  // namespace tiendo::chart
