#include "definition/chart_reader.hpp"

#include <fmt/format.h>

#include <array>

#include "definition/title_words.hpp"
#include "definition/wording.hpp"
#include "definition/yaml.hpp"

namespace tiendo::definition {
namespace {

constexpr std::string_view chart_schema = "tiendo/chart/1";
constexpr std::array<std::string_view, 3> chart_keys{"schema", "initial", "states"};
constexpr std::array<std::string_view, 2> default_keys{"to", "do"};
constexpr std::array<std::string_view, 9> state_keys{
    "initial", "states", "on", "entry", "exit", "parallel", "final", "history", "default"};
constexpr std::array<std::string_view, 5> transition_keys{"event", "to", "when", "do", "internal"};

/// Reads the states of one chart.
class ChartReader {
 public:
  ChartReader(ChartWords& words, Findings& findings) : words_(words), findings_(findings) {}

  chart::Document read(const Node& node) {
    chart::Document document;
    if (!is_map(node)) {
      return document;
    }
    for (const auto& entry : node.map()) {
      if (entry.key == "initial") {
        document.initial = read_default(entry);
      } else if (entry.key == "states") {
        document.states = read_states(entry.value);
      } else if (entry.key == "schema") {
        check_schema(entry.value);
      } else {
        unknown_word(entry, chart_keys, {}, findings_);
      }
    }
    if (node.find("states") == nullptr) {
      findings_.error(
          node.mark(), "missing_states",
          {"thiếu states: các trạng thái của sơ đồ", "states is missing: the states of the chart"});
    }
    return document;
  }

 private:
  void check_schema(const Node& node) {
    if (!node.is(Node::Type::text) || node.text() != chart_schema) {
      findings_.error(node.mark(), "wrong_schema",
                      {fmt::format("ở đây cần schema: {}", chart_schema),
                       fmt::format("schema: {} is needed here", chart_schema)});
    }
  }

  std::vector<chart::State> read_states(const Node& node) {
    std::vector<chart::State> states;
    if (node.is(Node::Type::null) || !is_map(node)) {
      return states;
    }
    for (const auto& entry : node.map()) {
      states.push_back(read_state(entry));
    }
    return states;
  }

  chart::State read_state(const Entry& entry) {
    chart::State state{.id = entry.key, .place = place_of(entry.key_mark)};
    if (entry.value.is(Node::Type::null) || !is_map(entry.value)) {
      return state;
    }
    read_type(entry.value, state);
    const bool is_history = state.type == chart::StateType::shallow_history ||
                            state.type == chart::StateType::deep_history;
    for (const auto& part : entry.value.map()) {
      if (part.key == (is_history ? "default" : "initial")) {
        state.initial = read_default(part);
      } else if (part.key == "states") {
        state.states = read_states(part.value);
      } else if (part.key == "on") {
        state.on = read_transitions(part.value);
      } else if (part.key == "entry") {
        state.entry = read_actions(part.value, words_, findings_);
      } else if (part.key == "exit") {
        state.exit = read_actions(part.value, words_, findings_);
      } else if (part.key == "default" || part.key == "initial") {
        findings_.error(part.key_mark, "misplaced_default",
                        {"default chỉ dùng cho history, initial cho các trạng thái khác",
                         "default is for a history, initial for any other state"});
      } else if (part.key != "parallel" && part.key != "final" && part.key != "history" &&
                 !words_.state_key(entry.key, part, findings_)) {
        unknown_word(part, state_keys, words_.state_keys(), findings_);
      }
    }
    return state;
  }

  /// `parallel`, `final` and `history` exclude each other.
  void read_type(const Node& node, chart::State& state) {
    const auto set = [&](chart::StateType type, Mark mark) {
      if (state.type != chart::StateType::plain) {
        findings_.error(mark, "several_types",
                        {"một trạng thái chỉ là một trong parallel, final, history",
                         "a state is only one of parallel, final, history"});
      }
      state.type = type;
    };
    for (const auto& entry : node.map()) {
      if (entry.key == "parallel" && read_flag(entry.value, findings_)) {
        set(chart::StateType::parallel, entry.key_mark);
      } else if (entry.key == "final" && read_flag(entry.value, findings_)) {
        set(chart::StateType::final, entry.key_mark);
      } else if (entry.key == "history") {
        const auto& value = entry.value;
        const bool deep = value.is(Node::Type::text) && value.text() == "deep";
        if (!deep && !(value.is(Node::Type::text) && value.text() == "shallow")) {
          findings_.error(value.mark(), "wrong_history",
                          {"history phải là shallow hoặc deep", "history is shallow or deep"});
        }
        set(deep ? chart::StateType::deep_history : chart::StateType::shallow_history,
            entry.key_mark);
      }
    }
  }

  chart::DefaultEntry read_default(const Entry& entry) {
    chart::DefaultEntry read{.place = place_of(entry.value.mark())};
    if (!entry.value.is(Node::Type::map)) {
      read.to = read_names(entry.value, findings_);
      return read;
    }
    for (const auto& part : entry.value.map()) {
      if (part.key == "to") {
        read.to = read_names(part.value, findings_);
      } else if (part.key == "do") {
        read.actions = read_actions(part.value, words_, findings_);
      } else {
        unknown_word(part, default_keys, {}, findings_);
      }
    }
    return read;
  }

  std::vector<chart::Transition> read_transitions(const Node& node) {
    std::vector<chart::Transition> transitions;
    if (node.is(Node::Type::null)) {
      return transitions;
    }
    if (!node.is(Node::Type::list)) {
      findings_.error(node.mark(), "not_a_list_of_transitions",
                      {"on phải là danh sách chuyển tiếp, ví dụ [ { event: go, to: b } ]",
                       "on is a list of transitions, such as [ { event: go, to: b } ]"});
      return transitions;
    }
    for (const auto& item : node.list()) {
      if (is_map(item)) {
        transitions.push_back(read_transition(item));
      }
    }
    return transitions;
  }

  chart::Transition read_transition(const Node& node) {
    chart::Transition read{.place = place_of(node.mark())};
    std::vector<chart::Guard> guards;
    for (const auto& entry : node.map()) {
      if (entry.key == "event") {
        read.events = read_names(entry.value, findings_);
      } else if (entry.key == "to") {
        read.to = read_names(entry.value, findings_);
      } else if (entry.key == "when") {
        guards.push_back(read_guard(entry.value, words_, findings_));
      } else if (entry.key == "do") {
        read.actions = read_actions(entry.value, words_, findings_);
      } else if (entry.key == "internal") {
        read.internal = read_flag(entry.value, findings_);
      } else if (auto guard = words_.transition_guard(entry, findings_)) {
        guards.push_back(std::move(*guard));
      } else {
        unknown_word(entry, transition_keys, words_.transition_guards(), findings_);
      }
    }
    if (guards.size() == 1) {
      read.when = std::move(guards.front());
    } else if (!guards.empty()) {
      read.when = chart::Guard{chart::All{std::move(guards)}};
    }
    return read;
  }

  bool is_map(const Node& node) {
    if (!node.is(Node::Type::map)) {
      findings_.error(node.mark(), "not_a_map",
                      {"ở đây cần các dòng \"khóa: giá trị\"",
                       "lines of \"key: value\" are needed "
                       "here"});
      return false;
    }
    return true;
  }

  ChartWords& words_;
  Findings& findings_;
};

/// Where the file could not be read in full, only errors: what is missing may well be there.
void add_findings(const std::vector<chart::Finding>& found, Mark otherwise, bool complete,
                  Findings& findings) {
  for (const auto& finding : found) {
    const auto mark = finding.place == chart::Place{}
                          ? otherwise
                          : Mark{finding.place.line, finding.place.column};
    if (finding.severity == chart::Severity::error) {
      findings.error(mark, finding.code, finding.text);
    } else if (complete) {
      findings.warning(mark, finding.code, finding.text);
    }
  }
}

}  // namespace

chart::Document read_chart_document(const Node& node, ChartWords& words, Findings& findings) {
  return ChartReader{words, findings}.read(node);
}

std::optional<DeclaredChart> read_chart(const Node& node, ChartWords& words,
                                        chart::Severity unreachable, Findings& findings) {
  Findings own{findings.file()};
  auto document = read_chart_document(node, words, own);
  const bool complete = !own.has_errors();
  chart::Compiled compiled;
  if (complete || !document.states.empty()) {
    compiled = chart::compile(document, complete ? unreachable : chart::Severity::warning);
    add_findings(compiled.findings, node.mark(), complete, own);
  }
  findings.add(own.take());
  if (!complete || !compiled.chart) {
    return std::nullopt;
  }
  return DeclaredChart{std::move(document), std::move(*compiled.chart)};
}

std::optional<chart::Chart> read_bare_chart(const Node& node, Findings& findings) {
  if (node.is(Node::Type::map) && node.find("schema") == nullptr) {
    findings.warning(node.mark(), "missing_schema",
                     {fmt::format("thiếu dòng schema: {}", chart_schema),
                      fmt::format("the line schema: {} is missing", chart_schema)});
  }
  BareWords words;
  auto read = read_chart(node, words, chart::Severity::warning, findings);
  return read ? std::optional{std::move(read->chart)} : std::nullopt;
}

Checked<chart::Chart> read_chart_file(std::string_view text, std::string file) {
  Findings findings{std::move(file)};
  Checked<chart::Chart> read;
  if (const auto root = read_yaml(text, findings)) {
    const bool well_formed = !findings.has_errors();
    auto chart = read_bare_chart(*root, findings);
    if (well_formed) {
      read.value = std::move(chart);
    }
  }
  read.findings = findings.take();
  return read;
}

}  // namespace tiendo::definition
