#include "definition/embedded_story.hpp"

#include <fmt/format.h>

#include "base/check.hpp"
#include "definition/embedded.hpp"
#include "definition/holidays.hpp"
#include "definition/plan_reader.hpp"
#include "definition/scenario_reader.hpp"

namespace tiendo::definition {
namespace {

std::string text_of(const std::string& path) {
  const auto text = embedded::file(path);
  check(text.has_value(), "what comes with the program is in it");
  return std::string{*text};
}

std::optional<Companion> embedded_companion(const std::string& name) {
  const auto text = embedded::file("workflows/" + name);
  return text ? std::optional{Companion{name, std::string{*text}}} : std::nullopt;
}

}  // namespace

WrittenPlan embedded_plan(std::string_view plan) {
  const auto text = embedded::file(fmt::format("workflows/{}.yaml", plan));
  return {text.value_or(std::string_view{}), embedded_companion};
}

Story embedded_story(std::string_view plan, std::string_view scenario) {
  Story story;
  const auto companions = [&story](const std::string& name) {
    auto companion = embedded_companion(name);
    if (companion) {
      story.sources.push_back({name, companion->text});
    }
    return companion;
  };
  const auto plan_file = std::string{plan} + ".yaml";
  auto text = text_of("workflows/" + plan_file);
  auto read = read_plan(text, plan_file, companions, built_in_working_days());
  check(read.value.has_value(), "a plan that comes with the program is in order");
  story.sources.insert(story.sources.begin(), {plan_file, std::move(text)});
  story.plan = std::make_shared<const model::Plan>(std::move(*read.value));

  const auto scenario_file = "workflows/scenarios/" + std::string{scenario} + ".yaml";
  story.scenario_text = text_of(scenario_file);
  auto played = read_scenario(story.scenario_text, scenario_file, *story.plan, embedded_plan(plan));
  check(played.value.has_value(), "a scenario that comes with the program is in order");
  story.scenario = std::move(*played.value);
  return story;
}

}  // namespace tiendo::definition
