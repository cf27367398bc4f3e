#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <random>

#include "chart/fixture.hpp"
#include "chart/reference_interpreter.hpp"

// Random charts and random events: the interpreter against the reference. A failure prints its
// seed; TIENDO_SEED=… runs that one alone, TIENDO_CHARTS=… as many as are wanted.

namespace tiendo::chart {
namespace {

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
  bool one_in(std::size_t n) { return below(n) == 0; }

  Document document() {
    Document made;
    made.states = children(StateType::plain, 0);
    collect(made.states);
    if (one_in(3)) {
      made.initial = default_entry(all_);
    }
    fill(made.states);
    return made;
  }
  std::string event() {
    static const std::vector<std::string> events{"a", "b", "a.x", "a.x.y", "b.x", "c", "ab"};
    return events[below(events.size())];
  }

 private:
  std::vector<State> children(StateType of, std::size_t depth) {
    std::vector<State> made;
    const auto count = 1 + below(depth == 0 ? 4 : 3);
    for (std::size_t i = 0; i < count; ++i) {
      State child{.id = "s" + std::to_string(next_++)};
      child.place = {static_cast<int>(next_), 1};  // by which a finding tells the state
      if (depth < 4 && next_ < 25 && one_in(2)) {
        child.type = one_in(2) ? StateType::parallel : StateType::plain;
        child.states = children(child.type, depth + 1);
      } else if (of != StateType::parallel && one_in(5)) {
        child.type = StateType::final;
      }
      made.push_back(std::move(child));
    }
    if (depth > 0 && one_in(3)) {
      State history{.id = "h" + std::to_string(next_++)};
      history.type = one_in(2) ? StateType::deep_history : StateType::shallow_history;
      made.insert(made.begin() + static_cast<std::ptrdiff_t>(below(made.size() + 1)), history);
    }
    return made;
  }

  void collect(const std::vector<State>& states, std::vector<std::string> above = {}) {
    for (const auto& state : states) {
      above.push_back(state.id);
      above_[state.id] = above;
      if (state.type == StateType::parallel) {
        parallel_.insert(state.id);
      }
      all_.push_back(state.id);
      if (state.id.front() == 's') {
        states_.push_back(state.id);
      }
      auto& inside = inside_[state.id];
      const auto before = all_.size();
      collect(state.states, above);
      above.pop_back();
      for (auto i = before; i < all_.size(); ++i) {
        if (all_[i].front() == 's') {
          inside.push_back(all_[i]);
        }
      }
    }
  }

  /// One target, often more of them that can be active together.
  std::vector<Name> targets(const std::vector<std::string>& from) {
    std::vector<Name> made{Name{from[below(from.size())]}};
    for (std::size_t tries = below(6); tries > 0; --tries) {
      const auto& another = from[below(from.size())];
      if (std::ranges::all_of(made, [&](const Name& m) { return together(m.text, another); })) {
        made.emplace_back(another);
      }
    }
    return made;
  }

  /// Whether the innermost state around both is parallel, and no history of it is meant.
  bool together(const std::string& a, const std::string& b) {
    const auto& above_a = above_[a];
    const auto& above_b = above_[b];
    const auto common = std::ranges::mismatch(above_a, above_b);
    if (common.in1 == above_a.begin() || common.in1 == above_a.end() ||
        common.in2 == above_b.end()) {
      return false;
    }
    const auto ends_here = [](auto at, const auto& path) { return std::next(at) == path.end(); };
    return parallel_.contains(*std::prev(common.in1)) &&
           !(a.front() == 'h' && ends_here(common.in1, above_a)) &&
           !(b.front() == 'h' && ends_here(common.in2, above_b));
  }

  DefaultEntry default_entry(const std::vector<std::string>& from) {
    return {.to = targets(from), .actions = actions()};
  }

  std::vector<Action> actions() {
    std::vector<Action> made;
    while (one_in(3)) {
      const auto name = event();
      switch (below(9)) {
        case 0:
          made.push_back(Raise{Name{name}});
          break;
        case 1:
          made.push_back(Send{Name{name}, {}, {}});
          break;
        default:
          made.push_back(External{performed_++});
      }
    }
    return made;
  }

  Guard guard(int depth = 0) {
    switch (below(depth < 2 ? 7 : 4)) {
      case 0:
        return {Constant{!one_in(3)}};
      case 1:
      case 2:
        return {In{Name{states_[below(states_.size())]}}};
      case 3:
        return {External{static_cast<std::uint32_t>(below(3))}};
      case 4:
        return {All{{guard(depth + 1), guard(depth + 1)}}};
      case 5:
        return {Any{{guard(depth + 1), guard(depth + 1)}}};
      default:
        return {Not{{guard(depth + 1)}}};
    }
  }

  Transition transition() {
    Transition made;
    if (!one_in(10)) {
      static const std::vector<std::string> descriptors{"a", "b.*", "a.x", "*", "c", "done.state"};
      do {
        made.events.emplace_back(one_in(8) ? "done.state." + all_[below(all_.size())]
                                           : descriptors[below(descriptors.size())]);
      } while (one_in(4));
    }
    if (made.events.empty() || !one_in(5)) {
      made.to = targets(all_);
    }
    if (made.events.empty() && !one_in(12) && made.to.front().text.front() == 's') {
      // Most eventless ones fall silent once they were taken, so that charts mostly rest.
      made.when = Guard{All{{guard(), Guard{Not{{Guard{In{made.to.front()}}}}}}}};
    } else if (made.events.empty() || one_in(3)) {
      made.when = guard();
    }
    made.actions = actions();
    made.internal = one_in(3);
    return made;
  }

  void fill(std::vector<State>& states, const std::string& parent = {}) {
    for (auto& state : states) {
      if (state.type == StateType::shallow_history || state.type == StateType::deep_history) {
        state.initial = default_entry(inside_[parent]);
        continue;
      }
      state.entry = actions();
      state.exit = actions();
      if (state.type == StateType::plain && !state.states.empty() && one_in(2)) {
        state.initial = default_entry(inside_[state.id]);
      }
      while (state.type != StateType::final && !one_in(3)) {
        state.on.push_back(transition());
      }
      fill(state.states, state.id);
    }
  }

  std::mt19937_64 random_;
  std::size_t next_ = 0;
  std::uint32_t performed_ = 0;
  std::vector<std::string> all_;     // histories too
  std::vector<std::string> states_;  // without them
  std::map<std::string, std::vector<std::string>> inside_;
  std::map<std::string, std::vector<std::string>> above_;  // and the state itself
  std::set<std::string> parallel_;
};

std::set<std::string> configuration(const Chart& chart, const Machine& machine) {
  std::set<std::string> ids;
  machine.active.for_each([&](StateIndex s) {
    if (s != root_state) {
      ids.insert(chart.name(s));
    }
  });
  return ids;
}

std::map<std::string, std::set<std::string>> history_of(const Chart& chart,
                                                        const Machine& machine) {
  std::map<std::string, std::set<std::string>> values;
  for (const auto& entry : machine.history) {
    values[chart.name(entry.history)].insert(chart.name(entry.state));
  }
  return values;
}

/// One chart run by both. A step that never rests costs the reference a thousand microsteps, so
/// that only some of those are compared.
class Comparison {
 public:
  Comparison(const Document& document, Generator& generator)
      : chart_(compiled(document)), reference_(document), generator_(generator) {}

  /// How many steps were compared.
  int run() {
    const auto started = interpreter_.start(chart_, machine_, {}, host_);
    bool rests = agree(started, [&] { return reference_.start(most_microsteps); });
    int steps = 1;
    while (rests && steps < 25) {
      rests = step();
      ++steps;
    }
    return steps;
  }

 private:
  bool step() {
    host_.open.clear();
    for (std::uint32_t guard = 0; guard < 3; ++guard) {
      if (generator_.one_in(2)) {
        host_.open.insert(guard);
      }
    }
    reference_.open = host_.open;
    const auto event = generator_.event();
    INFO("event " << event);
    const auto before = machine_;
    const bool may = may_react(chart_, machine_, event);
    const auto moved = interpreter_.step(chart_, machine_, event, {}, host_);
    if (!moved || !may) {
      REQUIRE(machine_ == before);
    }
    return agree(moved, [&] { return reference_.take(event, most_microsteps); });
  }

  template <class Reference>
  bool agree(const Result<Moved>& moved, Reference&& reference) {
    if (!moved) {
      REQUIRE((!generator_.one_in(20) || !reference()));
      return false;
    }
    REQUIRE(reference());
    REQUIRE(configuration(chart_, machine_) == reference_.configuration());
    REQUIRE(history_of(chart_, machine_) == reference_.history());
    REQUIRE(names(chart_, moved->exited) == reference_.exited);
    REQUIRE(names(chart_, moved->entered) == reference_.entered);
    REQUIRE(host_.performed == reference_.performed);
    REQUIRE(machine_.done == reference_.done);
    return true;
  }

  Chart chart_;
  TestHost host_;
  Interpreter interpreter_;
  Machine machine_;
  ReferenceInterpreter reference_;
  Generator& generator_;
};

/// Whether `document` is refused for circles alone; then their states are never active where it
/// rests.
bool circles_never_rest(const Document& document, Generator& generator) {
  std::set<std::string> endless;
  for (const auto& finding : compile(document).findings) {
    if (finding.severity == Severity::error) {
      REQUIRE(finding.code == "endless_circle");
      endless.insert("s" + std::to_string(finding.place.line - 1));
    }
  }
  if (endless.empty()) {
    return false;
  }
  ReferenceInterpreter reference{document};
  bool rests = reference.start(most_microsteps);
  for (int steps = 0; rests && steps < 25; ++steps) {
    for (const auto& id : reference.configuration()) {
      REQUIRE_FALSE(endless.contains(id));
    }
    reference.open.clear();
    for (std::uint32_t guard = 0; guard < 3; ++guard) {
      if (generator.one_in(2)) {
        reference.open.insert(guard);
      }
    }
    rests = reference.take(generator.event(), most_microsteps);
  }
  return true;
}

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text != nullptr ? std::strtoull(text, nullptr, 10) : otherwise;
}

}  // namespace

TEST_CASE("random charts behave as the algorithm of SCXML says, word by word") {
  const auto only = number_from("TIENDO_SEED", 0);
  const auto first = only != 0 ? only : 1;
  const auto charts = only != 0 ? 1 : number_from("TIENDO_CHARTS", 1'000);
  int steps = 0;
  int endless = 0;
  for (auto seed = first; seed < first + charts; ++seed) {
    INFO("TIENDO_SEED=" << seed);
    Generator generator{seed};
    const auto document = generator.document();
    if (circles_never_rest(document, generator)) {
      ++endless;
    } else {
      steps += Comparison{document, generator}.run();
    }
  }
  std::cout << "random charts: seeds " << first << " to " << first + charts - 1 << ", " << steps
            << " steps compared, " << endless << " charts refused for a circle\n";
}

}  // namespace tiendo::chart
