#include "read_plan.hpp"

#include "complain.hpp"
#include "definition/file.hpp"
#include "definition/holidays.hpp"
#include "definition/plan_reader.hpp"
#include "definition/scenario_reader.hpp"

namespace tiendo::cli {
namespace {

template <class T>
std::optional<T> value_or_complain(definition::Checked<T> checked, Context& context,
                                   Warnings warnings = Warnings::are_left_out) {
  if (!checked.value || warnings == Warnings::are_shown) {
    complain(context, checked.findings);
  }
  return std::move(checked.value);
}

}  // namespace

std::optional<PlanFiles> read_plan_or_complain(const std::string& path, Context& context,
                                               Warnings warnings) {
  auto text = read_or_complain(path, context);
  if (!text) {
    return std::nullopt;
  }
  PlanFiles files;
  const auto companions = [&, find = definition::companions_of(path)](const std::string& name) {
    auto companion = find(name);
    if (companion) {
      files.sources.push_back({name, companion->text});
    }
    return companion;
  };
  auto plan = value_or_complain(
      definition::read_plan(*text, path, companions, definition::built_in_working_days()), context,
      warnings);
  if (!plan) {
    return std::nullopt;
  }
  files.sources.insert(files.sources.begin(), {path, std::move(*text)});
  files.plan = std::make_shared<const model::Plan>(std::move(*plan));
  return files;
}

std::optional<definition::Scenario> read_scenario_or_complain(const std::string& path,
                                                              const PlanFiles& played,
                                                              Context& context) {
  const auto text = read_or_complain(path, context);
  if (!text) {
    return std::nullopt;
  }
  const auto& plan = played.sources.front();
  return value_or_complain(
      definition::read_scenario(*text, path, *played.plan,
                                {plan.text, definition::companions_of(plan.name)}),
      context);
}

}  // namespace tiendo::cli
