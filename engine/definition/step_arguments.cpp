#include "definition/step_arguments.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "definition/unit_reader.hpp"
#include "definition/wording.hpp"

namespace tiendo::definition {
namespace {

/// What every step has; the rest are arguments of its action.
constexpr std::array<std::string_view, 6> common_keys{"at", "as",   "on_behalf_of",
                                                      "do", "task", "refused"};

}  // namespace

std::string StepArguments::text(std::string_view key) {
  const Node* value = take(key);
  return value == nullptr ? std::string{} : value->text();
}

std::string StepArguments::needed_text(std::string_view key) {
  return needed(key) ? text(key) : std::string{};
}

std::optional<Day> StepArguments::day(std::string_view key) {
  const Node* value = take(key);
  return value == nullptr ? std::nullopt : read_day(*value, findings_);
}

Day StepArguments::needed_day(std::string_view key) {
  return needed(key) ? day(key).value_or(Day{}) : Day{};
}

std::optional<double> StepArguments::number(std::string_view key) {
  const Node* value = take(key);
  return value == nullptr ? std::nullopt : std::optional{value->number()};
}

double StepArguments::needed_number(std::string_view key) {
  return needed(key) ? take(key)->number() : 0;
}

bool StepArguments::flag(std::string_view key) {
  const Node* value = take(key);
  return value != nullptr && value->boolean();
}

std::vector<model::Part> StepArguments::parts(std::string_view key) {
  return read_parts(take(key), plan_.units, findings_);
}

std::vector<model::Part> StepArguments::needed_parts(std::string_view key) {
  return needed(key) ? parts(key) : std::vector<model::Part>{};
}

model::TargetId StepArguments::needed_target(std::string_view key) {
  const bool known = needed(key) && plan_.targets.refer(*take(key), findings_);
  return known ? model::TargetId{take(key)->text()} : model::TargetId{};
}

model::UnitId StepArguments::needed_unit(std::string_view key) {
  const bool known = needed(key) && plan_.units.refer(*take(key), findings_);
  return known ? model::UnitId{take(key)->text()} : model::UnitId{};
}

Node StepArguments::map(std::string_view key) {
  const Node* value = take(key);
  return value == nullptr ? Node{node_.mark(), Node::Map{}} : *value;
}

Node StepArguments::needed_map(std::string_view key) {
  needed(key);
  return map(key);
}

const Node::List& StepArguments::list(std::string_view key) {
  static const Node::List none;
  const Node* value = take(key);
  return value == nullptr ? none : value->list();
}

const Node::List& StepArguments::needed_list(std::string_view key) {
  needed(key);
  return list(key);
}

void StepArguments::finish() {
  for (const Entry& entry : node_.map()) {
    const bool used = std::ranges::find(common_keys, entry.key) != common_keys.end() ||
                      std::ranges::find(taken_, entry.key) != taken_.end();
    if (!used) {
      findings_.error(entry.key_mark, "unused_argument",
                      {fmt::format("{} không dùng \"{}\": bỏ đi", action(), entry.key),
                       fmt::format("{} takes no \"{}\": take it out", action(), entry.key)});
    }
  }
}

const Node* StepArguments::take(std::string_view key) {
  taken_.push_back(key);
  return node_.find(key);
}

bool StepArguments::needed(std::string_view key) {
  if (node_.find(key) != nullptr) {
    return true;
  }
  if (!refused()) {
    findings_.error(node_.mark(), "missing_argument",
                    {fmt::format("{} cần \"{}\": thêm \"{}: …\"", action(), key, key),
                     fmt::format("{} needs \"{}\": add \"{}: …\"", action(), key, key)});
  }
  return false;
}

std::string StepArguments::action() const {
  return in_quotes(node_.find("do")->text());
}

}  // namespace tiendo::definition
