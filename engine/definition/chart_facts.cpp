#include "definition/chart_facts.hpp"

#include <fmt/format.h>

#include "definition/chart_labels.hpp"

namespace tiendo::definition {
namespace {

using chart::Kind;
using chart::StateIndex;

std::string names(const chart::Chart& chart, chart::Slice states) {
  std::vector<std::string> names;
  for (const auto state : chart.targets(states)) {
    names.push_back(chart.name(state));
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

/// Takes a chart apart into its states.
class ChartFacts {
 public:
  ChartFacts(const model::Procedure& procedure, const std::map<std::string, std::string>& titles)
      : chart_{procedure.chart},
        titles_{titles},
        vi_{procedure, Language::vi},
        en_{procedure, Language::en} {}

  [[nodiscard]] std::vector<Thing> states() const {
    std::vector<Thing> things;
    for (StateIndex s = chart::root_state + 1; s < chart_.size(); ++s) {
      const auto title = titles_.find(chart_.name(s));
      things.push_back(
          {chart_.name(s), title == titles_.end() ? chart_.name(s) : title->second, facts(s)});
    }
    return things;
  }

 private:
  [[nodiscard]] std::vector<Fact> facts(StateIndex s) const {
    const auto& state = chart_.state(s);
    Facts facts;
    if (const auto title = titles_.find(chart_.name(s)); title != titles_.end()) {
      facts.add({"tên", "title"}, title->second);
    }
    facts.add({"nằm trong", "inside"}, chart_.name(state.parent));
    facts.add({"kiểu", "type"}, type(state.kind));
    facts.add({"bắt đầu ở", "initial"}, names(chart_, state.initial));
    add_actions({"khi bắt đầu", "initial_do"}, state.initial_actions, facts);
    add_actions({"khi vào", "entry"}, state.entry, facts);
    add_actions({"khi ra", "exit"}, state.exit, facts);
    for (const auto slice : {state.events, state.eventless}) {
      for (const auto& transition : chart_.transitions(slice)) {
        facts.add({"chuyển", "transition"}, said(transition));
      }
    }
    return std::move(facts).take();
  }

  /// `event [guard] / actions`, and where to.
  [[nodiscard]] Text said(const chart::CompiledTransition& transition) const {
    Text words{vi_.transition(transition), en_.transition(transition)};
    if (transition.targets.count > 0) {
      const auto targets = names(chart_, transition.targets);
      words.vi += (words.vi.empty() ? "sang " : " sang ") + targets;
      words.en += (words.en.empty() ? "to " : " to ") + targets;
    }
    if (transition.internal) {
      words.vi += " (không rời trạng thái)";
      words.en += " (internal)";
    }
    return words;
  }

  static Text type(Kind kind) {
    switch (kind) {
      case Kind::parallel:
        return {"song song", "parallel"};
      case Kind::final:
        return {"kết thúc", "final"};
      case Kind::shallow_history:
        return {"nhớ một cấp", "history shallow"};
      case Kind::deep_history:
        return {"nhớ mọi cấp", "history deep"};
      case Kind::atomic:
      case Kind::compound:
        return {};
    }
    return {};
  }

  void add_actions(const Text& name, chart::Slice slice, Facts& facts) const {
    const auto vi = vi_.actions(slice);
    const auto en = en_.actions(slice);
    for (std::size_t i = 0; i < en.size(); ++i) {
      facts.add(name, {vi[i], en[i]});
    }
  }

  const chart::Chart& chart_;
  const std::map<std::string, std::string>& titles_;
  ChartLabels vi_;
  ChartLabels en_;
};

}  // namespace

std::vector<Thing> states_of(const model::Procedure& procedure,
                             const std::map<std::string, std::string>& titles) {
  return ChartFacts{procedure, titles}.states();
}

std::string initial_of(const chart::Chart& chart) {
  return names(chart, chart.state(chart::root_state).initial);
}

}  // namespace tiendo::definition
