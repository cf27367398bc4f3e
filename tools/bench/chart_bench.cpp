#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.hpp"
#include "bench.hpp"
#include "chart/interpreter.hpp"

namespace tiendo::bench {
namespace {

using namespace tiendo::chart;

class NoHost final : public Host {
 public:
  bool holds(std::uint32_t) override { return false; }
  void perform(std::uint32_t) override {}
  Timestamp due(const Delay&, Timestamp from) override { return from; }
};

Transition on(std::string event, std::string to) {
  return {.events = {Name{std::move(event)}}, .to = {Name{std::move(to)}}};
}

/// A ring of states: every event leads on to the next, as through the steps of a procedure.
std::vector<State> ring(const std::string& name, const std::string& event, int states) {
  std::vector<State> all;
  for (int i = 0; i < states; ++i) {
    all.push_back({.id = name + std::to_string(i),
                   .on = {on(event, name + std::to_string((i + 1) % states))}});
  }
  return all;
}

/// One chart of so many regions; each has a ring of its own and hears the same two events.
Document regions(int count) {
  State both{.id = "both", .type = StateType::parallel};
  for (int i = 0; i < count; ++i) {
    const auto name = "r" + std::to_string(i);
    both.states.push_back({.id = name, .states = ring(name + ".", "step.done", 4)});
  }
  return {.states = {both}};
}

void measure(const std::string& workload, const Document& document) {
  constexpr std::uint64_t steps_of_a_round = 200'000;
  constexpr int rounds = 20;
  const auto compiled = compile(document);
  check(compiled.chart.has_value(), "the chart of the workload is in order");
  NoHost host;
  Interpreter interpreter;
  Machine machine;
  check(interpreter.start(*compiled.chart, machine, {}, host).has_value(), "it starts");
  const auto run = [&] {
    std::uint64_t entered = 0;
    for (std::uint64_t i = 0; i < steps_of_a_round; ++i) {
      entered += interpreter.step(*compiled.chart, machine, "step.done", {}, host)->entered.size();
    }
    check(entered >= steps_of_a_round, "every step moves the chart");
  };
  run();  // the buffers grow
  const Stopwatch all;
  for (int round = 0; round < rounds; ++round) {
    run();
  }
  report({.workload = workload, .n = rounds * steps_of_a_round, .seconds = all.seconds()});
}

}  // namespace

void declared_charts() {
  measure("W5 declared chart, flat, steps", {.states = ring("s", "step.done", 10)});
  measure("W5 declared chart, 2 parallel regions, steps", regions(2));
  measure("W5 declared chart, 4 parallel regions, steps", regions(4));
}

}  // namespace tiendo::bench
