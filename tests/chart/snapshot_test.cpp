#include "chart/snapshot.hpp"

#include "chart/fixture.hpp"

namespace tiendo::chart {
namespace {

using std::chrono::hours;

std::vector<State> two_regions() {
  return {parallel("p",
                   {compound("r1", {state("a", {on("go", {"b"}, {send("late", hours{2}, "x")})}),
                                    state("b")}),
                    compound("r2", {state("c"), state("d")}),
                    history("h", StateType::deep_history, {"a"})},
                   {on("leave", {"out"})}),
          state("out", {on("back", {"h"}), on("late", {})})};
}

}  // namespace

TEST_CASE("a machine restored by names over the same chart is the same machine") {
  Running chart{two_regions()};
  chart.take("go").take("leave");
  const auto saved = save(chart.chart, chart.machine);
  CHECK(saved.active == Names{"out"});
  CHECK(saved.histories == std::vector<Snapshot::History>{{"h", {"b", "c"}}});
  CHECK(saved.sends == std::vector<Snapshot::WaitingSend>{{"late", "x", Timestamp{hours{2}}}});
  const auto restored = restore(chart.chart, saved);
  CHECK(restored.machine == chart.machine);
  CHECK(restored.vanished.empty());
  CHECK(restored.added.empty());
  CHECK(restored.forgotten.empty());
}

TEST_CASE("a state that the new chart lacks is reported, and the rest goes on") {
  Running chart{two_regions()};
  auto changed = two_regions();
  changed[0].states[1].states[0].id = "c2";
  const auto restored = restore(compiled({.states = changed}), save(chart.chart, chart.machine));
  CHECK(restored.vanished == Names{"c"});
  CHECK(restored.added == Names{"r2", "c2"});
}

TEST_CASE("a region that the new chart adds is active without having been entered") {
  Running chart{two_regions()};
  auto changed = two_regions();
  changed[0].states.push_back(compound("r3", {state("e")}));
  const auto now = compiled({.states = changed});
  const auto restored = restore(now, save(chart.chart, chart.machine));
  CHECK(restored.added == Names{"r3", "e"});
  CHECK(names(now, active_atomic_states(now, restored.machine)) == Names{"a", "c", "e"});
}

TEST_CASE("states that the new chart cannot hold together keep only the first of them") {
  Running chart{two_regions()};
  auto changed = two_regions();
  changed[0].type = StateType::plain;
  const auto restored = restore(compiled({.states = changed}), save(chart.chart, chart.machine));
  CHECK(restored.vanished == Names{"c"});
}

TEST_CASE("a history and a send of which the new chart knows nothing are forgotten, and said so") {
  Running chart{two_regions()};
  chart.take("go").take("leave");
  const auto restored =
      restore(compiled({.states = {state("out")}}), save(chart.chart, chart.machine));
  CHECK(restored.vanished.empty());
  CHECK(restored.forgotten == Names{"h: b", "h: c", "late"});
}

TEST_CASE("when every active state vanished the machine is one that was not started") {
  Running chart{two_regions()};
  const auto restored =
      restore(compiled({.states = {state("new")}}), save(chart.chart, chart.machine));
  CHECK(restored.vanished == Names{"a", "c"});
  CHECK_FALSE(is_started(restored.machine));
}

}  // namespace tiendo::chart
