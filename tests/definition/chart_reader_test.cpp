#include "definition/chart_reader.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "chart/script.hpp"
#include "definition/json.hpp"
#include "definition/schema.hpp"
#include "definition/yaml.hpp"

using namespace tiendo::definition;
namespace chart = tiendo::chart;

namespace {

using Codes = std::vector<std::string>;

constexpr std::string_view example = R"(schema: tiendo/chart/1
initial: a
states:
  a:
    entry: [ { raise: e1 }, { send: late, after: 2s, id: s1 } ]
    exit:  [ { cancel: s1 } ]
    on:
      - { event: go, to: b }
      - { event: [ x, y.* ], to: [ p1, q2 ], when: { in: a }, do: [ { raise: z } ], internal: true }
      - { when: { not: { any: [ { in: a }, { in: b } ] } }, to: b }   # eventless
      - { event: tick, do: [ { raise: tock } ] }                      # targetless
  b:
    initial: { to: b1, do: [ { raise: in-b } ] }
    states:
      b1: { on: [ { event: back, to: h } ] }
      h: { history: deep, default: b1 }
      done: { final: true }
    on: [ { when: false, to: a }, { event: end, to: done } ]
  p:
    parallel: true
    states:
      p1:
      q: { initial: q1, states: { q1: , q2: } }
)";

/// "line:column code" of each finding.
Codes codes_of(const std::vector<Finding>& findings) {
  Codes all;
  for (const auto& finding : findings) {
    all.push_back(std::to_string(finding.at.line) + ":" + std::to_string(finding.at.column) + " " +
                  finding.code);
    CHECK_FALSE(finding.message.vi.empty());
    CHECK_FALSE(finding.message.en.empty());
  }
  return all;
}

Codes codes(std::string_view text) {
  return codes_of(read_chart_file(text, "test.yaml").findings);
}

/// A domain of one guard, one key of transitions, one action and one key of states.
class Domain final : public ChartWords {
 public:
  Codes seen;

  std::optional<chart::Guard> guard(const Entry& entry, Findings&) override {
    return note("accepted", entry) ? std::optional{chart::Guard{chart::External{0}}} : std::nullopt;
  }
  std::optional<chart::Guard> transition_guard(const Entry& entry, Findings&) override {
    return note("at", entry) ? std::optional{chart::Guard{chart::External{1}}} : std::nullopt;
  }
  std::optional<chart::Action> action(const Entry& entry, Findings&) override {
    return note("start", entry) ? std::optional<chart::Action>{chart::External{2}} : std::nullopt;
  }
  bool state_key(std::string_view state, const Entry& entry, Findings&) override {
    return note("title", entry) && state == "a";
  }

 private:
  bool note(std::string_view word, const Entry& entry) {
    if (entry.key == word) {
      seen.push_back(entry.key);
    }
    return entry.key == word;
  }
};

}  // namespace

TEST_CASE("every form of the chart file is read") {
  const auto read = read_chart_file(example, "example.yaml");
  CHECK(codes_of(read.findings).empty());
  REQUIRE(read.value);
  const std::vector<std::string> items{"tick", "y.z", "go"};
  const auto played = chart::play(*read.value, items);
  REQUIRE(played.has_value());
  std::vector<std::string> active;
  for (const auto state : played->steps[2].active) {
    active.push_back(read.value->name(state));
  }
  CHECK(active == Codes{"p1", "q2"});
}

TEST_CASE("a chart on its own has titles, and no working days to wait for") {
  CHECK(codes("schema: tiendo/chart/1\nstates: { a: { title: Bắt đầu } }").empty());
  CHECK(codes("schema: tiendo/chart/1\nstates: { a: { titel: Bắt đầu } }") ==
        Codes{"2:16 unknown_key"});
  CHECK(codes("schema: tiendo/chart/1\nstates: { a: { entry: [ { send: x, after: 5wd } ] } }") ==
        Codes{"2:43 no_calendar"});
}

TEST_CASE("JSON is read with its places, its surrogates, and no key twice") {
  const auto read = [](std::string_view text) {
    Findings findings{"line"};
    auto root = read_json(text, findings);
    return std::pair{std::move(root), codes_of(findings.take())};
  };
  const auto [good, none] =
      read(R"({"id":"\ud83d\ude00 ế","n":[1,-2.5,true,null,{}],"tab":"\t\/"} )");
  CHECK(none.empty());
  REQUIRE(good);
  CHECK(good->find("id")->text() == "😀 ế");
  CHECK(good->find("n")->list().size() == 5);
  CHECK(good->find("n")->list()[1].number() == -2.5);
  CHECK(good->find("tab")->text() == "\t/");
  CHECK(read(R"({"a":1,"a":2})").second == Codes{"1:1 duplicate_key"});
  CHECK(read(R"({"é": [1 2]})").second == Codes{"1:10 json"});
  CHECK(read(R"({"a":1} {})").second == Codes{"1:9 json"});
  for (const auto* wrong : {"", "{a: 1}", R"({"id":"\ud83d"})", R"(["a",])", "\"\xFF\"", "1e"}) {
    CHECK_FALSE(read(wrong).second.empty());
  }
  CHECK_FALSE(read(std::string(depth_max + 1, '[')).second.empty());
}

TEST_CASE("a file that is JSON may write characters as surrogates") {
  CHECK(codes(R"({"schema":"tiendo/chart/1","states":{"a":{"title":"\ud83d\ude00"}}})").empty());
}

TEST_CASE("the example conforms to the schema") {
  Findings findings{"example.yaml"};
  auto root = read_yaml(example, findings);
  REQUIRE(root);
  CHECK(conform(*root, "chart", findings));
  CHECK(codes_of(findings.take()).empty());
}

TEST_CASE("the schema refuses what the reader refuses") {
  const std::string head = "schema: tiendo/chart/1\nstates:\n  a: ";
  const auto wrong = GENERATE(
      as<std::string>{}, "{ ons: [] }", "{ on: { to: a } }", "{ on: [ { event: 1, to: a } ] }",
      "{ on: [ { to: a, when: { is: a } } ] }", "{ on: [ { to: a, when: {} } ] }",
      "{ on: [ { to: a, when: a } ] }", "{ on: [ { to: a, when: { all: [] } } ] }",
      "{ entry: { raise: x } }", "{ entry: [ raise ] }", "{ entry: [ { call: x } ] }",
      "{ entry: [ { send: x, after: 2 } ] }", "{ entry: [ { send: x, after: 2 weeks } ] }",
      "{ final: maybe }", "{ history: long, default: a }", "{ initial: [] }", "[]",
      "{ states: [] }", "{ initial: { do: [] } }", "{ on: [ { event: [], to: a } ] }");
  INFO(wrong);
  Findings findings{"test.yaml"};
  auto root = read_yaml(head + wrong, findings);
  REQUIRE(root);
  static_cast<void>(conform(*root, "chart", findings));
  CHECK(findings.has_errors());
  const auto read = read_chart_file(head + wrong, "test.yaml");
  CHECK_FALSE(read.value);
  CHECK_FALSE(read.findings.empty());
}

TEST_CASE("everything wrong with a chart is told at once, each with its place") {
  CHECK(codes(R"(schema: tiendo/chart/2
states:
  a:
    entry: [ { raise: x, cancel: y }, { sned: x } ]
    on:
      - { event: go, to: nowhere }
      - { event: go, too: a }
      - { event: go, to: a, when: { accepted: [ t ] } }
  a b: { final: true, parallel: true }
other: 1
)") == Codes{"1:9 wrong_schema", "4:26 several_actions", "4:41 unknown_key", "6:26 unknown_state",
             "7:22 unknown_key", "8:37 unknown_key", "9:3 illegal_id", "9:3 no_states_inside",
             "9:23 several_types", "10:1 unknown_key"});
}

TEST_CASE("default is for histories and initial for the others") {
  CHECK(codes("schema: tiendo/chart/1\nstates:\n  a: { default: b, states: { b: } }\n") ==
        Codes{"3:8 misplaced_default"});
}

TEST_CASE("a chart on its own warns of states that nothing enters") {
  const auto read = read_chart_file("schema: tiendo/chart/1\nstates: { a: , b: }\n", "test.yaml");
  CHECK(codes_of(read.findings) == Codes{"2:16 unreachable_state"});
  CHECK(read.value);
}

TEST_CASE("a chart without its schema line is read with a warning") {
  const auto read = read_chart_file("states: { a: }\n", "test.yaml");
  CHECK(codes_of(read.findings) == Codes{"1:1 missing_schema"});
  CHECK(read.value);
}

TEST_CASE("text that is no chart is refused") {
  for (const auto* text : {"", "[]", "1", "{", "states:", "schema: tiendo/chart/1", "\xff\xfe",
                           "schema: tiendo/chart/1\nstates: {}\n"}) {
    INFO(text);
    const auto read = read_chart_file(text, "test.yaml");
    CHECK_FALSE(read.value);
    CHECK_FALSE(read.findings.empty());
  }
}

TEST_CASE("a domain adds its own guards, actions and keys") {
  Findings findings{"plan.yaml"};
  const auto root = read_yaml(
      "initial: a\nstates:\n"
      "  a:\n"
      "    title: Chuẩn bị\n"
      "    entry: [ { start: [ t1 ] } ]\n"
      "    on: [ { at: tháng 4/2025, when: { accepted: [ t1 ] }, to: b } ]\n"
      "  b: { final: true }\n",
      findings);
  REQUIRE(root);
  Domain domain;
  const auto document = read_chart_document(*root, domain, findings);
  CHECK(domain.seen == Codes{"title", "start", "at", "accepted"});
  const auto& transition = document.states[0].on[0];
  CHECK(transition.when == chart::Guard{chart::All{{chart::Guard{chart::External{1}},
                                                    chart::Guard{chart::External{0}}}}});
  CHECK(read_chart(*root, domain, chart::Severity::error, findings));
  CHECK(codes_of(findings.take()).empty());
}

TEST_CASE("in a plan a state that nothing enters is an error") {
  Findings findings{"plan.yaml"};
  const auto root = read_yaml("states: { a: , b: }", findings);
  REQUIRE(root);
  ChartWords none;
  CHECK_FALSE(read_chart(*root, none, chart::Severity::error, findings));
  CHECK(codes_of(findings.take()) == Codes{"1:16 unreachable_state"});
}
