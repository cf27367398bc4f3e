// Any bytes as a chart file; what is accepted is run over its own events. A chart is in order when
// every configuration is legal (SCXML 1.0, 3.11) and can be carried over by names.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.hpp"
#include "chart/interpreter.hpp"
#include "chart/snapshot.hpp"
#include "definition/chart_reader.hpp"

using namespace tiendo;
using namespace tiendo::chart;

namespace {

class NoDomain final : public Host {
 public:
  bool holds(std::uint32_t) override { return false; }
  void perform(std::uint32_t) override {}
  Timestamp due(const Delay& delay, Timestamp from) override {
    const auto* time = std::get_if<std::chrono::microseconds>(&delay);
    return from + (time != nullptr ? *time : std::chrono::microseconds{1});
  }
};

void check_legal(const Chart& chart, const Machine& machine, StateIndex state) {
  const auto& compiled = chart.state(state);
  int children = 0;
  int active = 0;
  for (auto child = state + 1; child < compiled.last; child = chart.state(child).last) {
    if (is_history(chart.state(child).kind)) {
      check(!machine.active.contains(child), "a history is never active");
      continue;
    }
    ++children;
    if (machine.active.contains(child)) {
      ++active;
      check_legal(chart, machine, child);
    } else {
      check(!machine.active.any_in(child, chart.state(child).last),
            "nothing is active inside what is not");
    }
  }
  check(compiled.kind != Kind::compound || active == 1, "a compound state has one active child");
  check(compiled.kind != Kind::parallel || active == children, "a parallel state has all");
}

void check_machine(const Chart& chart, const Machine& machine) {
  check_legal(chart, machine, root_state);
  const auto restored = restore(chart, save(chart, machine));
  check(restored.machine == machine && restored.vanished.empty() && restored.added.empty() &&
            restored.forgotten.empty(),
        "a machine comes back from its names");
}

void run(const Chart& chart) {
  constexpr std::size_t events_max = 20;
  NoDomain host;
  Interpreter interpreter;
  Machine machine;
  if (!interpreter.start(chart, machine, {}, host)) {
    check(!is_started(machine), "what never rests is not started");
    return;
  }
  check_machine(chart, machine);
  const auto names = chart.events().names();
  for (std::size_t i = 0; i < std::min(names.size(), events_max); ++i) {
    const auto before = machine;
    const auto moved = interpreter.step(chart, machine, names[i], {}, host);
    check(moved.has_value() || machine == before, "what never rests leaves the machine alone");
    check_machine(chart, machine);
    if (const auto due = next_due(machine)) {
      static_cast<void>(interpreter.deliver(chart, machine, *due, host));
      check_machine(chart, machine);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const auto read = definition::read_chart_file(text, "fuzz.yaml");
  for (const auto& finding : read.findings) {
    check(!finding.message.vi.empty() && !finding.message.en.empty(),
          "messages are in both languages");
  }
  if (read.value) {
    run(*read.value);
  }
  return 0;
}
