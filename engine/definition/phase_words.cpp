#include "definition/phase_words.hpp"

#include <fmt/format.h>

#include <array>

#include "definition/window_reader.hpp"
#include "definition/wording.hpp"

namespace tiendo::definition {
namespace {

chart::Guard closed() {
  return {chart::Constant{false}};
}

}  // namespace

std::optional<chart::Guard> PhaseWords::guard(const Entry& entry, Findings& findings) {
  if (entry.key == "accepted") {
    return keep(model::Accepted{read_tasks(entry.value, findings)});
  }
  if (entry.key == "any_accepted") {
    return keep(model::AnyAccepted{read_tasks(entry.value, findings)});
  }
  if (entry.key == "reached") {
    return keep(read_reached(entry.value, findings));
  }
  return transition_guard(entry, findings);
}

std::optional<chart::Guard> PhaseWords::transition_guard(const Entry& entry, Findings& findings) {
  if (entry.key != "at") {
    return std::nullopt;
  }
  return keep(read_at(entry.value, findings));
}

std::optional<chart::Action> PhaseWords::action(const Entry& entry, Findings& findings) {
  if (entry.key != "start") {
    return std::nullopt;
  }
  starts_.push_back({read_started(entry.value, findings)});
  start_marks_.push_back(entry.value.mark());
  return chart::External{static_cast<std::uint32_t>(starts_.size() - 1)};
}

std::span<const std::string_view> PhaseWords::guards() const {
  static constexpr std::array<std::string_view, 4> words{"accepted", "any_accepted", "reached",
                                                         "at"};
  return words;
}

std::span<const std::string_view> PhaseWords::transition_guards() const {
  static constexpr std::array<std::string_view, 1> words{"at"};
  return words;
}

std::span<const std::string_view> PhaseWords::actions() const {
  static constexpr std::array<std::string_view, 1> words{"start"};
  return words;
}

std::vector<model::TaskId> PhaseWords::read_tasks(const Node& node, Findings& findings) const {
  std::vector<model::TaskId> tasks;
  for (const chart::Name& name : read_names(node, findings)) {
    const auto named =
        context_.tasks.refer(name.text, {name.place.line, name.place.column}, findings);
    for (model::TaskIndex i = 0; named && i < named->count; ++i) {
      tasks.push_back(plan_.tasks[named->first + i].id);
    }
  }
  return tasks;
}

std::vector<model::TaskId> PhaseWords::read_started(const Node& node, Findings& findings) const {
  std::vector<model::TaskId> tasks;
  for (const chart::Name& name : read_names(node, findings)) {
    const Mark at{name.place.line, name.place.column};
    const auto named = context_.tasks.refer(name.text, at, findings);
    if (named && named->comes_again) {
      findings.error(
          at, "starts_by_itself",
          {fmt::format("{} lặp lại theo kỳ: mỗi lần được giao khi kỳ của nó bắt đầu; bỏ khỏi "
                       "\"start\"",
                       in_quotes(name.text)),
           fmt::format("{} comes again: each time is announced when its period begins; take it out "
                       "of \"start\"",
                       in_quotes(name.text))});
    } else if (named) {
      tasks.push_back(plan_.tasks[named->first].id);
    }
  }
  return tasks;
}

std::optional<model::Condition> PhaseWords::read_reached(const Node& node,
                                                         Findings& findings) const {
  const Node* target = node.find("target");
  const Node* at_least = node.find("at_least");
  const bool well_formed =
      target != nullptr && target->is(Node::Type::text) && at_least != nullptr &&
      (at_least->is(Node::Type::integer) || at_least->is(Node::Type::number)) &&
      node.map().size() == 2;
  if (!well_formed) {
    findings.error(node.mark(), "not_a_target",
                   {"viết: reached: { target: mã chỉ tiêu, at_least: số }",
                    "write: reached: { target: id of a target, at_least: number }"});
    return std::nullopt;
  }
  if (!context_.targets.refer(*target, findings)) {
    return std::nullopt;
  }
  return model::Reached{model::TargetId{target->text()}, at_least->number()};
}

std::optional<model::Condition> PhaseWords::read_at(const Node& node, Findings& findings) const {
  if (!node.is(Node::Type::text)) {
    findings.error(node.mark(), "wrong_type",
                   {"cần một thời gian, như \"at: tháng 4/2025\"",
                    "a time is expected, like \"at: tháng 4/2025\""});
    return std::nullopt;
  }
  const auto day = read_first_day(node.text(), node.mark(), context_.time, findings);
  return day ? std::optional<model::Condition>{model::At{*day}} : std::nullopt;
}

chart::Guard PhaseWords::keep(std::optional<model::Condition> condition) {
  if (!condition) {
    return closed();
  }
  conditions_.push_back(std::move(*condition));
  return {chart::External{static_cast<std::uint32_t>(conditions_.size() - 1)}};
}

}  // namespace tiendo::definition
