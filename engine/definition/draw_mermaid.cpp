#include "definition/draw_mermaid.hpp"

#include <fmt/format.h>

#include <regex>
#include <string_view>

#include "base/check.hpp"
#include "definition/chart_labels.hpp"

namespace tiendo::definition {
namespace {

using chart::Kind;
using chart::StateIndex;

/// What stands in a label as it is; anything else of ASCII may mean something to mermaid.
bool is_plain(char c) {
  const bool ascii = static_cast<unsigned char>(c) < 0x80U;
  return !ascii || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view{" .,/()[]+=-_*?!'"}.find(c) != std::string_view::npos;
}

/// `text` on one line; what is not plain is written as `reference` says.
std::string escaped(std::string_view text, fmt::format_string<int> reference = "#{};") {
  std::string out;
  for (const char c : text) {
    if (is_plain(c)) {
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20U) {
      out += ' ';
    } else {
      out += fmt::format(reference, static_cast<int>(c));
    }
  }
  // Wherever "direction LR" stands in a line, mermaid takes the line for that.
  static const std::regex direction{"(direction) ", std::regex::icase};
  return std::regex_replace(out, direction, "$1#32;");
}

class Drawing {
 public:
  Drawing(const chart::Chart& chart, const ChartLabels& labels, Language language)
      : chart_{chart}, labels_{labels}, language_{language} {}

  std::string draw(const std::string& title) {
    line(0, "---");
    line(0, fmt::format("title: \"{}\"", escaped(title, "\\u{:04x}")));  // YAML
    line(0, "---");
    line(0, "stateDiagram-v2");
    contents(chart::root_state, 1);
    return std::move(text_);
  }

 private:
  void line(std::size_t depth, std::string_view text) {
    text_.append(depth * 4, ' ').append(text) += '\n';
  }

  static std::string name(StateIndex state) { return fmt::format("s{}", state); }

  std::string title(StateIndex state) const {
    switch (chart_.state(state).kind) {
      case Kind::shallow_history:
        return "H";
      case Kind::deep_history:
        return "H*";
      default:
        return labels_.state(state);
    }
  }

  /// The states inside `parent`, after them the arrows: mermaid puts a state where it reads of it
  /// first.
  void contents(StateIndex parent, std::size_t depth) {
    const auto& of = chart_.state(parent);
    for (StateIndex child = parent + 1; child < of.last; child = chart_.state(child).last) {
      if (of.kind == Kind::parallel && child > parent + 1) {
        line(depth, "--");
      }
      state(child, depth);
    }
    for (const auto target : chart_.targets(of.initial)) {
      arrow("[*]", name(target), labels_.actions(of.initial_actions), depth);
    }
    for (StateIndex inside = parent + 1; inside < of.last; ++inside) {
      arrows(inside, parent, depth);
    }
  }

  void state(StateIndex state, std::size_t depth) {
    const auto declared = fmt::format("state \"{}\" as {}", escaped(title(state)), name(state));
    if (chart_.state(state).last == state + 1) {
      line(depth, declared);
    } else {
      line(depth, declared + " {");
      contents(state, depth + 1);
      line(depth, "}");
    }
    note(state, depth);
  }

  /// The arrows from `source` that are drawn in `parent`.
  void arrows(StateIndex source, StateIndex parent, std::size_t depth) {
    const auto& of = chart_.state(source);
    if (chart::is_history(of.kind)) {
      for (const auto target : chart_.targets(of.initial)) {
        if (place(source, target) == parent) {
          arrow(name(source), name(target), labels_.actions(of.initial_actions), depth);
        }
      }
    }
    for (const auto slice : {of.events, of.eventless}) {
      for (const auto& transition : chart_.transitions(slice)) {
        for (const auto target : chart_.targets(transition.targets)) {
          if (place(source, target) == parent) {
            arrow(name(source), name(target), {labels_.transition(transition)}, depth);
          }
        }
      }
    }
    if (of.kind == Kind::final && of.parent == parent) {
      arrow(name(source), "[*]", {}, depth);
    }
  }

  void arrow(std::string_view from, std::string_view to, const std::vector<std::string>& labels,
             std::size_t depth) {
    const auto label = escaped(fmt::format("{}", fmt::join(labels, "; ")));
    line(depth, fmt::format("{} --> {}{}{}", from, to, label.empty() ? "" : " : ", label));
  }

  /// The innermost state that holds both and has no regions, between which there are no arrows.
  StateIndex place(StateIndex source, StateIndex target) const {
    StateIndex around = chart_.state(source).parent;
    while (around != chart::root_state &&
           (!chart_.is_inside(target, around) || chart_.state(around).kind == Kind::parallel)) {
      around = chart_.state(around).parent;
    }
    return around;
  }

  /// What `state` does without leaving it for another.
  void note(StateIndex state, std::size_t depth) {
    const auto& of = chart_.state(state);
    std::vector<std::string> lines;
    const auto add = [&](const Text& when, chart::Slice actions) {
      for (const auto& action : labels_.actions(actions)) {
        lines.push_back(escaped(when.in(language_) + " / " + action));
      }
    };
    add({"khi vào", "entry"}, of.entry);
    for (const auto slice : {of.events, of.eventless}) {
      for (const auto& transition : chart_.transitions(slice)) {
        if (transition.targets.count == 0) {
          lines.push_back(escaped(labels_.transition(transition)));
        }
      }
    }
    add({"khi ra", "exit"}, of.exit);
    if (!lines.empty()) {
      line(depth, fmt::format("note right of {} : {}", name(state), fmt::join(lines, "<br/>")));
    }
  }

  const chart::Chart& chart_;
  const ChartLabels& labels_;
  Language language_;
  std::string text_;
};

}  // namespace

std::string draw_mermaid(const model::Plan& plan, Language language) {
  const ChartLabels labels{plan.phases, plan.phase_titles, plan, language};
  return Drawing{plan.phases.chart, labels, language}.draw(plan.title);
}

std::string draw_mermaid(const model::Plan& plan, const model::Kind& kind, const std::string& title,
                         Language language) {
  check(kind.procedure != nullptr, "a kind without a procedure is not drawn");
  const ChartLabels labels{*kind.procedure, kind.state_titles, plan, language};
  return Drawing{kind.procedure->chart, labels, language}.draw(title);
}

}  // namespace tiendo::definition
