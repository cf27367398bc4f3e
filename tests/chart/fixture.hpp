#pragma once

#include <catch2/catch.hpp>
#include <chrono>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "chart/interpreter.hpp"

namespace tiendo::chart {

using Names = std::vector<std::string>;

inline Timestamp instant(std::chrono::microseconds since_start) {
  return Timestamp{since_start};
}

// Charts in few words.

inline State state(std::string id, std::vector<Transition> on = {}) {
  return {.id = std::move(id), .on = std::move(on)};
}
inline State final_state(std::string id) {
  return {.id = std::move(id), .type = StateType::final};
}
inline State compound(std::string id, std::vector<State> states, std::vector<Transition> on = {}) {
  return {.id = std::move(id), .on = std::move(on), .states = std::move(states)};
}
inline State parallel(std::string id, std::vector<State> states, std::vector<Transition> on = {}) {
  auto made = compound(std::move(id), std::move(states), std::move(on));
  made.type = StateType::parallel;
  return made;
}
inline State history(std::string id, StateType type, std::vector<Name> to) {
  State made{.id = std::move(id), .type = type};
  made.initial.emplace().to = std::move(to);
  return made;
}
inline State with_entry(State made, std::vector<Action> actions) {
  made.entry = std::move(actions);
  return made;
}
inline State with_exit(State made, std::vector<Action> actions) {
  made.exit = std::move(actions);
  return made;
}
inline State with_initial(State made, std::vector<Name> to, std::vector<Action> actions = {}) {
  auto& initial = made.initial.emplace();
  initial.to = std::move(to);
  initial.actions = std::move(actions);
  return made;
}
inline Transition on(Name event, std::vector<Name> to, std::vector<Action> actions = {}) {
  return {.events = {std::move(event)}, .to = std::move(to), .actions = std::move(actions)};
}
inline Transition eventless(std::vector<Name> to, std::vector<Action> actions = {}) {
  return {.to = std::move(to), .actions = std::move(actions)};
}
inline Transition when(Guard guard, Transition transition) {
  transition.when = std::move(guard);
  return transition;
}
inline Transition internally(Transition transition) {
  transition.internal = true;
  return transition;
}
inline Action raise(const char* event) {
  return Raise{event};
}
inline Action send(const char* event) {
  return Send{event, {}, {}};
}
inline Action send(const char* event, Delay after, std::string id = {}) {
  return Send{event, after, std::move(id)};
}
inline Action cancel(const char* id) {
  return Cancel{id};
}

/// Guards that the test opens; actions in the order in which they were performed.
class TestHost final : public Host {
 public:
  std::set<std::uint32_t> open;
  std::vector<std::uint32_t> performed;

  bool holds(std::uint32_t guard) override { return open.contains(guard); }
  void perform(std::uint32_t action) override { performed.push_back(action); }
  Timestamp due(const Delay& delay, Timestamp from) override {
    if (const auto* days = std::get_if<WorkingDays>(&delay)) {
      return from + std::chrono::days{days->count};
    }
    return from + std::get<std::chrono::microseconds>(delay);
  }
};

inline Chart compiled(const Document& document) {
  auto result = compile(document);
  for (const auto& finding : result.findings) {
    UNSCOPED_INFO(finding.text.en);
  }
  REQUIRE(result.chart);
  return std::move(*result.chart);
}

inline Names names(const Chart& chart, std::span<const StateIndex> states) {
  Names found;
  for (const auto s : states) {
    found.push_back(chart.name(s));
  }
  return found;
}

/// A chart, a machine over it, and what happened last.
struct Running {
  Chart chart;
  TestHost host{};
  Interpreter interpreter{};
  Machine machine{};
  Timestamp now{};
  Names exited{};
  Names entered{};
  int microsteps = 0;

  explicit Running(const Document& document) : chart(compiled(document)) {
    note(interpreter.start(chart, machine, now, host));
  }
  explicit Running(std::vector<State> states)
      : Running(Document{.initial = {}, .states = std::move(states)}) {}

  Running& take(std::string_view event) {
    note(interpreter.step(chart, machine, event, now, host));
    return *this;
  }
  Running& wake() {
    note(interpreter.wake(chart, machine, now, host));
    return *this;
  }
  Running& pass(std::chrono::microseconds time) {
    now += time;
    while (next_due(machine) && *next_due(machine) <= now) {
      note(interpreter.deliver(chart, machine, now, host));
    }
    return *this;
  }
  [[nodiscard]] Names active() const { return names(chart, active_atomic_states(chart, machine)); }

 private:
  void note(const Result<Moved>& moved) {
    REQUIRE(moved.has_value());
    exited = names(chart, moved->exited);
    entered = names(chart, moved->entered);
    microsteps = moved->microsteps;
  }
};

}  // namespace tiendo::chart
