#include "chart/fixture.hpp"

// SEMANTICS.md sections 4 to 7: histories, ends, events in their order, time, and rest.

namespace tiendo::chart {
namespace {

using namespace std::chrono_literals;

/// "inside" holds a1 -> a2 in a compound; "leave" and "back" go out and in through the history.
std::vector<State> with_history(StateType type) {
  return {
      compound("a",
               {state("first"), compound("inner", {state("a1", {on("next", {"a2"})}), state("a2")}),
                history("h", type, {"inner"})},
               {on("leave", {"out"}), on("dive", {"inner"})}),
      state("out", {on("back", {"h"})})};
}

}  // namespace

TEST_CASE("a history that was never left leads to its default") {
  Running chart{{state("out", {on("back", {"h"})}),
                 compound("a", {state("a1"), state("a2"),
                                history("h", StateType::shallow_history, {"a2"})})}};
  CHECK(chart.take("back").active() == Names{"a2"});
}

TEST_CASE("a shallow history enters the child again, a deep one all that was active in it") {
  Running shallow{with_history(StateType::shallow_history)};
  CHECK(shallow.take("dive").take("next").take("leave").take("back").active() == Names{"a1"});
  Running deep{with_history(StateType::deep_history)};
  CHECK(deep.take("dive").take("next").take("leave").take("back").active() == Names{"a2"});
}

TEST_CASE("the default actions of a history run only when it remembers nothing") {
  auto states = with_history(StateType::deep_history);
  states[0].states[2].initial->actions = {External{5}};
  Running chart{std::vector<State>{states[1], states[0]}};
  chart.take("back");
  CHECK(chart.host.performed == std::vector<std::uint32_t>{5});
  chart.take("leave").take("back");
  CHECK(chart.host.performed == std::vector<std::uint32_t>{5});
}

TEST_CASE("a final state raises done.state of its parent, after its entry") {
  Running chart{
      {compound("a", {with_entry(final_state("f"), {raise("entered")})},
                {on("entered", {}, {External{1}}), on("done.state.a", {"b"}, {External{2}})}),
       state("b")}};
  CHECK(chart.active() == Names{"b"});
  CHECK(chart.host.performed == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("a parallel state is done when the last of its regions is") {
  Running chart{{parallel("p",
                          {compound("r1", {state("a", {on("x", {"f1"})}), final_state("f1")}),
                           compound("r2", {state("b", {on("y", {"f2"})}), final_state("f2")})},
                          {on("done.state.p", {"end"})}),
                 state("end")}};
  CHECK(chart.take("x").active() == Names{"f1", "b"});
  CHECK(chart.take("y").active() == Names{"end"});
}

TEST_CASE("a final state of the chart ends it: it stays named, nothing moves it, no send is left") {
  Running chart{{state("a", {on("go", {"f"}, {send("late", 1s), send("next")})}),
                 with_exit(final_state("f"), {External{3}})}};
  chart.take("go");
  CHECK(chart.machine.done);
  CHECK(chart.active() == Names{"f"});
  CHECK(chart.host.performed == std::vector<std::uint32_t>{3});
  CHECK_FALSE(next_due(chart.machine));
  const auto before = chart.machine;
  chart.take("go").wake().pass(2s);
  CHECK(chart.machine == before);
  CHECK_FALSE(may_react(chart.chart, chart.machine, "go"));
}

TEST_CASE("eventless transitions go before raised events, raised ones before those from outside") {
  Running chart{{state("a", {on("go", {"b"}, {send("outside"), raise("inside")})}),
                 state("b", {on("inside", {"x"}), on("outside", {"y"}), eventless({"c"})}),
                 state("c", {on("outside", {"y"}), on("inside", {"d"})}),
                 state("d", {on("outside", {"e"})}), state("e"), state("x"), state("y")}};
  CHECK(chart.take("go").active() == Names{"e"});
  CHECK(chart.microsteps == 4);
}

TEST_CASE("an event from outside is taken before eventless transitions are looked at again") {
  Running chart{{state("a", {on("go", {"b"}), when({External{0}}, eventless({"c"}))}), state("b"),
                 state("c")}};
  chart.host.open = {0};
  CHECK(chart.take("go").active() == Names{"b"});
}

TEST_CASE("an event that nothing takes still wakes the eventless transitions") {
  Running chart{{state("a", {when({External{0}}, eventless({"b"}))}), state("b")}};
  chart.host.open = {0};
  CHECK(may_react(chart.chart, chart.machine, "anything"));
  CHECK(chart.take("anything").active() == Names{"b"});
}

TEST_CASE("waking takes an eventless transition whose guard has come to hold") {
  Running chart{
      {state("a", {when({All{{Guard{External{4}}, Guard{Constant{true}}}}}, eventless({"b"}))}),
       state("b")}};
  CHECK(awaited_guards(chart.chart, chart.machine) == std::vector<std::uint32_t>{4});
  CHECK(chart.wake().active() == Names{"a"});
  chart.host.open = {4};
  CHECK(chart.wake().active() == Names{"b"});
  CHECK(awaited_guards(chart.chart, chart.machine).empty());
}

TEST_CASE("a delayed send comes when it is due, by instant and then in the order of sending") {
  Running chart{
      {state("a", {on("go", {"b"}, {send("second", 2s), send("first", 1s), send("third", 2s)})}),
       state("b", {on("first", {}, {External{1}}), on("second", {}, {External{2}}),
                   on("third", {}, {External{3}})})}};
  chart.take("go");
  CHECK(next_due(chart.machine) == Timestamp{1s});
  chart.pass(999ms);
  CHECK(chart.host.performed.empty());
  chart.pass(1s + 1ms);
  CHECK(chart.host.performed == std::vector<std::uint32_t>{1, 2, 3});
}

TEST_CASE("what a late send sends counts from the instant at which it was due") {
  Running chart{{with_entry(state("a", {on("tick", {"a"}, {External{1}})}), {send("tick", 1s)})}};
  chart.pass(10s + 500ms);
  CHECK(chart.host.performed.size() == 10);
  CHECK(next_due(chart.machine) == Timestamp{11s});
}

TEST_CASE("cancel takes back every send of its id that still waits") {
  Running chart{{state("a", {on("go", {}, {send("x", 1s, "s"), send("y", 2s, "s"), send("z", 3s)}),
                             on("stop", {}, {cancel("s")}), on("*", {}, {External{1}})})}};
  chart.take("go").take("stop").pass(5s);
  CHECK(chart.host.performed.size() == 1);
}

TEST_CASE("working days are turned into an instant by the host") {
  Running chart{{state("a", {on("go", {}, {send("x", WorkingDays{5})})})}};
  chart.take("go");
  CHECK(next_due(chart.machine) == Timestamp{std::chrono::days{5}});
}

TEST_CASE("a chart that never rests is an error, and the machine is as it was") {
  const auto loop =
      GENERATE(as<Transition>{}, on("go", {"b"}), on("go", {}, {raise("go")}),
               on("go", {}, {send("go"), send("x", 1s)}), on("go", {}, {send("go", 0s)}));
  Running chart{{state("a", {loop}), state("b", {when({In{"b"}}, eventless({"c"}))}),
                 state("c", {eventless({"b"})})}};
  const auto before = chart.machine;
  const auto moved = chart.interpreter.step(chart.chart, chart.machine, "go", {}, chart.host);
  REQUIRE(moved.has_error());
  CHECK(moved.error().message.en.find("never rests") != std::string::npos);
  CHECK(chart.machine == before);
}

TEST_CASE("a chart with too many waiting sends is told so") {
  Running chart{{state("a", {on("go", {}, std::vector<Action>(6'000, send("late", 1s)))})}};
  chart.take("go");
  const auto before = chart.machine;
  const auto moved = chart.interpreter.step(chart.chart, chart.machine, "go", {}, chart.host);
  REQUIRE(moved.has_error());
  CHECK(moved.error().message.en.find("more than 10000 sends wait") != std::string::npos);
  CHECK(chart.machine == before);
}

TEST_CASE("a chart that never rests at its start is not started") {
  const auto chart = compiled({.states = {state("a", {when({In{"a"}}, eventless({"a"}))})}});
  TestHost host;
  Interpreter interpreter;
  Machine machine;
  CHECK(interpreter.start(chart, machine, {}, host).has_error());
  CHECK_FALSE(is_started(machine));
}

TEST_CASE("a thousand microsteps are enough for a long way that ends") {
  std::vector<State> way;
  for (int i = 0; i < most_microsteps - 1; ++i) {
    way.push_back(state("s" + std::to_string(i), {eventless({Name{"s" + std::to_string(i + 1)}})}));
  }
  way.push_back(state("s" + std::to_string(most_microsteps - 1)));
  Running chart{way};
  CHECK(chart.microsteps == most_microsteps);
}

}  // namespace tiendo::chart
