#include "chart/fixture.hpp"

// SEMANTICS.md sections 3 and 4: which transitions are taken, and what they leave and enter.

namespace tiendo::chart {

TEST_CASE("an event takes the first transition in document order whose guard holds") {
  Running chart{{state("a", {when({External{0}}, on("go", {"b"})), on("go", {"c"})}), state("b"),
                 state("c")}};
  CHECK(chart.take("go").active() == Names{"c"});
}

TEST_CASE("a transition of an inner state goes before one of its ancestors") {
  Running chart{
      {compound("a", {state("a1", {on("go", {"b"})})}, {on("go", {"c"})}), state("b"), state("c")}};
  CHECK(chart.take("go").active() == Names{"b"});
}

TEST_CASE("an ancestor reacts where no inner state does") {
  Running chart{
      {compound("a", {state("a1", {when({Constant{false}}, on("go", {"b"}))})}, {on("go", {"c"})}),
       state("b"), state("c")}};
  CHECK(chart.take("go").active() == Names{"c"});
}

TEST_CASE("a descriptor matches names by whole tokens from the front, and * matches all") {
  const auto descriptor = GENERATE(as<std::string>{}, "foo", "foo.*", "foo.bar", "*");
  Running chart{{state("a", {on(descriptor.c_str(), {"b"})}), state("b")}};
  const auto before = chart.machine;
  const auto reacts = [&](const char* event) {
    chart.machine = before;
    return chart.take(event).active() == Names{"b"};
  };
  CHECK(reacts("foo.bar"));
  CHECK(reacts("foo.bar.baz"));
  CHECK(reacts("foo") == (descriptor != "foo.bar"));
  CHECK(reacts("foobar") == (descriptor == "*"));
  CHECK(reacts("fo") == (descriptor == "*"));
  CHECK(reacts("unheard") == (descriptor == "*"));
}

TEST_CASE("every region of a parallel state takes its own transition in one microstep") {
  Running chart{{parallel("p", {compound("r1", {state("a", {on("go", {"b"})}), state("b")}),
                                compound("r2", {state("c", {on("go", {"d"})}), state("d")})})}};
  chart.take("go");
  CHECK(chart.active() == Names{"b", "d"});
  CHECK(chart.microsteps == 1);
  CHECK(chart.exited == Names{"c", "a"});
  CHECK(chart.entered == Names{"b", "d"});
}

TEST_CASE(
    "of two transitions that would leave the same state the first in document order is taken") {
  Running chart{{parallel("p", {compound("r1", {state("a", {on("go", {"x"})})}),
                                compound("r2", {state("c", {on("go", {"y"})})})}),
                 state("x"), state("y")}};
  CHECK(chart.take("go").active() == Names{"x"});
}

TEST_CASE("of two that conflict the one from deeper inside the source of the other is taken") {
  // "c" finds nothing, so that the second region offers the transition of "p".
  Running chart{{parallel("p",
                          {compound("r1", {state("a")}),
                           compound("r2", {state("c", {on("go", {"d"})}), state("d")})},
                          {on("go", {"x"})}),
                 state("x")}};
  CHECK(chart.take("go").active() == Names{"a", "d"});
}

TEST_CASE("a transition to its own state leaves it and enters it again") {
  Running chart{
      {with_exit(with_entry(state("a", {on("go", {"a"})}), {External{1}}), {External{2}})}};
  chart.take("go");
  CHECK(chart.host.performed == std::vector<std::uint32_t>{1, 2, 1});
}

TEST_CASE("a targetless transition performs its actions and leaves nothing") {
  Running chart{{state("a", {on("go", {}, {External{7}})})}};
  chart.take("go");
  CHECK(chart.host.performed == std::vector<std::uint32_t>{7});
  CHECK(chart.exited.empty());
  CHECK(chart.microsteps == 1);
}

TEST_CASE("an internal transition stays in its compound state, an external one leaves it") {
  const bool internal = GENERATE(true, false);
  auto go = on("go", {"a2"});
  go.internal = internal;
  Running chart{{compound("a", {state("a1"), state("a2")}, {go})}};
  chart.take("go");
  CHECK(chart.active() == Names{"a2"});
  CHECK(chart.exited == (internal ? Names{"a1"} : Names{"a1", "a"}));
}

TEST_CASE("an internal transition out of its state is an external one") {
  Running chart{{compound("a", {state("a1")}, {internally(on("go", {"b"}))}), state("b")}};
  chart.take("go");
  CHECK(chart.exited == Names{"a1", "a"});
}

TEST_CASE("a transition between regions leaves the whole parallel state") {
  Running chart{{parallel("p", {compound("r1", {state("a", {on("go", {"d"})})}),
                                compound("r2", {state("c"), state("d")})})}};
  chart.take("go");
  CHECK(chart.exited == Names{"c", "r2", "a", "r1", "p"});
  CHECK(chart.entered == Names{"p", "r1", "a", "r2", "d"});
}

TEST_CASE("several targets enter their regions, the others are entered by default") {
  Running chart{{state("x", {on("go", {"b", "d"})}),
                 parallel("p", {compound("r1", {state("a"), state("b")}),
                                compound("r2", {state("c"), state("d")}),
                                compound("r3", {state("e"), state("f")})})}};
  CHECK(chart.take("go").active() == Names{"b", "d", "e"});
}

TEST_CASE("exit actions run from the inside out, then those of the transition, then entry") {
  const auto noted = [](State made, std::uint32_t entry, std::uint32_t exit) {
    return with_exit(with_entry(std::move(made), {External{entry}}), {External{exit}});
  };
  Running chart{
      {noted(compound("a", {noted(state("a1", {on("go", {"b1"}, {External{9}})}), 1, 2)}), 3, 4),
       noted(compound("b", {noted(state("b1"), 5, 6)}), 7, 8)}};
  chart.host.performed.clear();
  chart.take("go");
  CHECK(chart.host.performed == std::vector<std::uint32_t>{2, 4, 9, 7, 5});
}

TEST_CASE("initial may name a state further inside, and its actions run after entry") {
  Running chart{{with_entry(
      with_initial(compound("a", {state("x"), compound("y", {state("y1"), state("y2")})}), {"y2"},
                   {External{2}}),
      {External{1}})}};
  CHECK(chart.active() == Names{"y2"});
  CHECK(chart.host.performed == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("guards combine with all, any and not, and see the states as they are") {
  const Guard in_b{In{"b"}};
  const Guard in_c{In{"c"}};
  const auto guard =
      GENERATE_COPY(Guard{All{{Guard{Not{{in_b}}}, in_c}}}, Guard{Any{{in_b, in_c}}});
  Running chart{
      {parallel("p", {compound("r1", {state("a", {when(guard, on("go", {"b"}))}), state("b")}),
                      compound("r2", {state("c")})})}};
  CHECK(chart.take("go").active() == Names{"b", "c"});
}

TEST_CASE("an event that nothing hears changes nothing, and may_react knows") {
  Running chart{{state("a", {on("go.now", {"b"})}), state("b")}};
  const auto before = chart.machine;
  CHECK_FALSE(may_react(chart.chart, chart.machine, "go"));
  CHECK(may_react(chart.chart, chart.machine, "go.now.please"));
  chart.take("go");
  CHECK(chart.microsteps == 0);
  CHECK(chart.machine == before);
}

}  // namespace tiendo::chart
