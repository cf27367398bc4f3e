#include "chart/fixture.hpp"
#include "chart/script.hpp"

// SEMANTICS.md section 8: what may not be declared.

namespace tiendo::chart {
namespace {

Names codes(const Document& document, Severity severity = Severity::error) {
  Names found;
  for (const auto& finding : compile(document).findings) {
    if (finding.severity == severity) {
      found.emplace_back(finding.code);
      CHECK_FALSE(finding.text.vi.empty());
    }
  }
  return found;
}

Names codes(std::vector<State> states) {
  return codes(Document{.states = std::move(states)});
}

State nested(std::size_t depth) {
  auto inner = state("s0");
  for (std::size_t i = 1; i < depth; ++i) {
    inner = compound("s" + std::to_string(i), {inner});
  }
  return inner;
}

}  // namespace

TEST_CASE("every name has to be declared, and all that are not are told at once") {
  CHECK(codes({state("a", {on("go", {"b"}), when({In{"c"}}, on("go", {"a"}))})}) ==
        Names{"unknown_state", "unknown_state"});
  CHECK(codes(Document{.initial = DefaultEntry{.to = {"b"}}, .states = {state("a")}}) ==
        Names{"unknown_state"});
}

TEST_CASE("an id stands once, and ids and events are made of plain letters") {
  CHECK(codes({state("a"), compound("b", {state("a")})}) == Names{"duplicate_state"});
  CHECK(codes({state("a b")}) == Names{"illegal_id"});
  CHECK(codes({state("nhiệm-vụ")}) == Names{"illegal_id"});
  CHECK(codes({state("nghiep-vu_2.a")}).empty());
  CHECK(codes({state("a", {on("x y", {"a"})})}) == Names{"illegal_event"});
  CHECK(codes({state("a", {on("x*", {"a"})})}) == Names{"illegal_event"});
  CHECK(codes({with_entry(state("a"), {raise("x.*")})}) == Names{"illegal_event"});
  CHECK(codes({with_entry(state("a"), {cancel("")})}) == Names{"illegal_send_id"});
}

TEST_CASE("initial belongs to a compound state and leads inside it") {
  CHECK(codes({with_initial(compound("a", {state("b")}), {"c"}), state("c")}) ==
        Names{"initial_outside"});
  CHECK(codes({with_initial(state("a"), {"a"})}) == Names{"misplaced_initial", "initial_outside"});
  CHECK(codes({with_initial(parallel("a", {state("b")}), {"b"})}) == Names{"misplaced_initial"});
}

TEST_CASE("a history stands inside a state, has a default there, and nothing else") {
  const auto shallow = StateType::shallow_history;
  CHECK(codes({state("a"), history("h", shallow, {"a"})}) == Names{"misplaced_history"});
  CHECK(codes({compound("a", {state("b"), {.id = "h", .type = shallow}})}) == Names{"no_default"});
  CHECK(codes({compound("a", {state("b"), history("h", shallow, {"c"})}), state("c")}) ==
        Names{"initial_outside"});
  CHECK(codes({compound("a", {state("b"), history("h", shallow, {"g"}),
                              history("g", shallow, {"b"})})}) == Names{"default_is_history"});
  CHECK(codes({compound("a",
                        {state("b"), with_entry(history("h", shallow, {"b"}), {raise("x")})})}) ==
        Names{"history_with_content"});
  CHECK(codes({compound("a", {history("h", shallow, {"h"})})}) ==
        Names{"no_states_inside", "default_is_history"});
}

TEST_CASE("a final state holds nothing and does not stand in a parallel state") {
  auto leaving = final_state("f");
  leaving.on = {on("go", {"a"})};
  CHECK(codes({state("a"), leaving}) == Names{"final_with_content"});
  CHECK(codes({parallel("p", {state("a"), final_state("f")})}) == Names{"final_in_parallel"});
}

TEST_CASE("several targets have to lie in different regions") {
  const auto with_targets = [](std::vector<Name> to) {
    return codes({state("x", {on("go", std::move(to))}),
                  parallel("p", {compound("r1", {state("a"), state("b")}),
                                 compound("r2", {state("c"), state("d"),
                                                 history("h2", StateType::deep_history, {"c"})}),
                                 history("h", StateType::deep_history, {"a"})})});
  };
  const Names conflict{"conflicting_targets"};
  CHECK(with_targets({"a", "d"}).empty());
  CHECK(with_targets({"h2", "a"}).empty());
  CHECK(with_targets({"a", "b"}) == conflict);
  CHECK(with_targets({"a", "a"}) == conflict);
  CHECK(with_targets({"p", "a"}) == conflict);
  CHECK(with_targets({"h", "a"}) == conflict);
  CHECK(with_targets({"h2", "c"}) == conflict);
  CHECK(with_targets({"x", "a"}) == conflict);
}

TEST_CASE("a state that nothing can enter is a warning, or an error where the caller says so") {
  const Document document{
      .states = {state("a", {on("go", {"b"}), when({Constant{false}}, on("go", {"d"}))}),
                 compound("b", {state("b1"), state("b2", {on("x", {"c"})})}), state("c"),
                 compound("d", {state("d1")})}};
  const auto found = compile(document);
  REQUIRE(found.chart);
  Names unreachable;
  for (const auto& s : found.chart->states()) {
    if (!s.reachable) {
      unreachable.push_back(
          found.chart->name(static_cast<StateIndex>(&s - found.chart->states().data())));
    }
  }
  CHECK(unreachable == Names{"b2", "c", "d", "d1"});
  CHECK(codes(document, Severity::warning) ==
        Names{"unreachable_state", "unreachable_state", "unreachable_state"});
  CHECK_FALSE(compile(document, Severity::error).chart);
}

TEST_CASE("a circle that no event and no guard can break is an error at its first transition") {
  const Names circle{"endless_circle"};
  const Guard open{Constant{true}};
  const Guard asked{External{0}};
  CHECK(codes({state("a", {eventless({"a"})})}) == circle);
  CHECK(codes({state("a", {eventless({})})}) == circle);
  CHECK(codes({state("a", {eventless({"b"})}), state("b", {when(open, eventless({"a"}))})}) ==
        circle);
  CHECK(codes({compound("a", {state("a1")}, {eventless({"b"})}),
               compound("b", {state("b1", {eventless({"a"})})})}) == circle);
  CHECK(codes({parallel("p", {state("r"), state("q")}, {eventless({"p"})})}) == circle);
  CHECK(codes({parallel("p", {state("r"), compound("q", {state("q1", {eventless({"q2"})}),
                                                         state("q2", {eventless({"q1"})})})})}) ==
        circle);
  auto placed = eventless({"a"});
  placed.place = {7, 3};
  const auto found = compile({.states = {state("a", {eventless({"b"})}), state("b", {placed})}});
  REQUIRE(found.findings.size() == 1);
  placed.to = {"b"};
  CHECK(compile({.states = {state("a", {placed}), state("b", {eventless({"a"})})}})
            .findings.front()
            .place == Place{7, 3});
  CHECK(found.findings.front().text.en.find("(a → b → a)") != std::string::npos);

  // What may come to rest is left to the limit of microsteps.
  CHECK(
      codes({state("a", {eventless({"b"})}), state("b", {when(asked, eventless({"a"}))})}).empty());
  CHECK(codes({state("a", {when(asked, eventless({"c"})), eventless({"b"})}),
               state("b", {eventless({"a"})}), state("c")})
            .empty());
  CHECK(codes({state("a", {when({Constant{false}}, eventless({"a"})), on("x", {"a"})})}).empty());
  CHECK(codes({parallel("p", {state("r", {when(asked, eventless({"end"}))}),
                              compound("q", {state("q1", {eventless({"q2"})}),
                                             state("q2", {eventless({"q1"})})})}),
               final_state("end")})
            .empty());
}

TEST_CASE("a chart is bounded in states, depth, transitions and actions") {
  CHECK(codes(Document{}) == Names{"no_states"});
  CHECK(codes({nested(deepest_nesting)}).empty());
  CHECK(codes({nested(deepest_nesting + 1)}) == Names{"chart_too_large"});
  std::vector<State> states;
  for (std::size_t i = 0; i < most_states; ++i) {
    states.push_back(state("s" + std::to_string(i)));
  }
  CHECK(codes(states).empty());
  states.push_back(state("one-more"));
  CHECK(codes(states) == Names{"chart_too_large"});
  CHECK(codes({state("a", std::vector<Transition>(most_transitions + 1, on("x", {})))}) ==
        Names{"chart_too_large"});
}

TEST_CASE("findings stand in the order of the file") {
  auto late = state("b", {on("go", {Name{"y", {3, 1}}})});
  auto early = state("a", {on("go", {Name{"x", {2, 1}}})});
  const auto found = compile({.states = {late, early}}).findings;
  REQUIRE(found.size() >= 2);
  CHECK(found[0].place.line <= found[1].place.line);
}

TEST_CASE("delays are read and written") {
  using std::chrono::microseconds;
  const auto time = [](const char* text) {
    return std::get<microseconds>(parse_delay(text).value()).count();
  };
  CHECK(time("10ms") == 10'000);
  CHECK(time("0.5s") == 500'000);
  CHECK(time("90m") == 5'400'000'000);
  CHECK(time("1.5h") == 5'400'000'000);
  CHECK(time("3d") == 259'200'000'000);
  CHECK(parse_delay("5wd") == Delay{WorkingDays{5}});
  for (const auto* wrong :
       {"", "2", "s", "-2s", "+2s", "2 s", "2S", "1.s", ".5s", "1.5wd", "1e3s", "0.5us",
        "0.0000001s", "1.0005ms", "36526d", "99999999999999999999s", "2sd", "0x2s"}) {
    CHECK_FALSE(parse_delay(wrong));
  }
  for (const auto* text : {"10ms", "500ms", "90m", "2h", "3d", "5wd", "0s"}) {
    CHECK(to_string(parse_delay(text).value()) == text);
  }
}

TEST_CASE("a script runs a chart in virtual time and says what it cannot run") {
  const auto chart = compiled({.states = {with_entry(state("a", {on("late", {"b"})}),
                                                     {send("late", std::chrono::hours{1})}),
                                          final_state("b")}});
  const Names items{"+59m", "+1m", "more"};
  const auto played = play(chart, items);
  REQUIRE(played.has_value());
  REQUIRE(played->steps.size() == 4);
  CHECK(played->steps[0].item.empty());
  CHECK(names(chart, played->steps[1].active) == Names{"a"});
  CHECK(names(chart, played->steps[2].active) == Names{"b"});
  CHECK(names(chart, played->steps[3].active) == Names{"b"});
  CHECK(played->done);
  for (const auto* wrong : {"", "+", "+2", "+2wd", "+-2s", "-2s", "e;e", "a..b", ".a", "a b"}) {
    CHECK(play(chart, Names{wrong}).has_error());
  }
  CHECK(play(chart, Names(most_items + 1, "x")).has_error());
}

TEST_CASE("a script ends where a chart sends to itself without end") {
  const auto chart =
      compiled({.states = {with_entry(state("a", {on("tick", {"a"})}),
                                      {send("tick", std::chrono::microseconds{1})})}});
  CHECK(play(chart, Names{"+1ms"}).has_value());
  CHECK(play(chart, Names{"+36500d"}).has_error());
  const auto waiting = compiled({.states = {with_entry(state("a"), {send("x", WorkingDays{1})})}});
  CHECK(play(waiting, Names{}).has_error());
}

}  // namespace tiendo::chart
