#include "journal/describe_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "chart/chart.hpp"

namespace tiendo::journal {
namespace {

/// The indexes of guards and actions of the domain that a chart names lie in their lists, and a
/// negation has one guard: what a chart does not check itself.
class Indexes {
 public:
  explicit Indexes(const model::Procedure& procedure) : procedure_{procedure} {}

  [[nodiscard]] bool hold(const std::vector<chart::State>& states) const {
    return std::ranges::all_of(states, [this](const chart::State& state) {
      return hold(state.initial) && hold(state.entry) && hold(state.exit) &&
             std::ranges::all_of(
                 state.on,
                 [this](const chart::Transition& transition) { return holds(transition); }) &&
             hold(state.states);
    });
  }
  [[nodiscard]] bool hold(const std::optional<chart::DefaultEntry>& entry) const {
    return !entry || hold(entry->actions);
  }

 private:
  [[nodiscard]] bool holds(const chart::Transition& transition) const {
    return (!transition.when || holds(*transition.when)) && hold(transition.actions);
  }
  [[nodiscard]] bool hold(const std::vector<chart::Action>& actions) const {
    return std::ranges::all_of(actions, [this](const chart::Action& action) {
      const auto* start = std::get_if<chart::External>(&action);
      return start == nullptr || start->index < procedure_.starts.size();
    });
  }
  [[nodiscard]] bool holds(const chart::Guard& guard) const {
    const auto all_hold = [this](const std::vector<chart::Guard>& guards) {
      return std::ranges::all_of(guards, [this](const chart::Guard& part) { return holds(part); });
    };
    if (const auto* condition = std::get_if<chart::External>(&guard.is)) {
      return condition->index < procedure_.conditions.size();
    }
    if (const auto* all = std::get_if<chart::All>(&guard.is)) {
      return all_hold(all->of);
    }
    if (const auto* any = std::get_if<chart::Any>(&guard.is)) {
      return all_hold(any->of);
    }
    const auto* negation = std::get_if<chart::Not>(&guard.is);
    return negation == nullptr || (negation->of.size() == 1 && all_hold(negation->of));
  }

  const model::Procedure& procedure_;
};

}  // namespace

std::optional<Text> Description<model::Procedure>::finish(T& read) {
  const Indexes indexes{read};
  if (!indexes.hold(read.document.initial) || !indexes.hold(read.document.states)) {
    return Text{"biểu đồ trạng thái dùng điều kiện hoặc hành động không có trong danh sách",
                "the chart uses a condition or a start that is not in its list"};
  }
  auto compiled = chart::compile(read.document);
  if (!compiled.chart) {
    const auto wrong =
        std::ranges::find(compiled.findings, chart::Severity::error, &chart::Finding::severity);
    return Text{fmt::format("biểu đồ trạng thái sai: {}", wrong->text.vi),
                fmt::format("the chart is wrong: {}", wrong->text.en)};
  }
  read.chart = std::move(*compiled.chart);
  return std::nullopt;
}

std::optional<Text> Description<model::Plan>::finish(T& read) {
  for (const auto& task : read.tasks) {
    auto others = *task.after;
    if (task.due_after) {
      others.insert(others.end(), task.due_after->tasks.begin(), task.due_after->tasks.end());
    }
    if (task.part_of) {
      others.push_back(*task.part_of);
    }
    for (const auto other : others) {
      if (other >= read.tasks.size()) {
        return Text{fmt::format("nhiệm vụ “{}” gắn với nhiệm vụ số {}, kế hoạch chỉ có {}",
                                task.id.str(), other, read.tasks.size()),
                    fmt::format("task '{}' names task number {} of only {}", task.id.str(), other,
                                read.tasks.size())};
      }
    }
  }
  model::link(read);
  if (read.finder.size() != read.tasks.size()) {
    return Text{"hai nhiệm vụ có cùng mã", "two tasks have the same id"};
  }
  return std::nullopt;
}

}  // namespace tiendo::journal
