#include "api/plan_json.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "api/finding_json.hpp"
#include "api/json_parts.hpp"
#include "api/window_json.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;
using definition::Severity;

json::array elsewhere_json(const std::vector<model::TaskElsewhere>& tasks) {
  json::array all;
  for (const auto& task : tasks) {
    all.push_back(json::object{{"campaign", task.campaign.str()}, {"task", task.task.str()}});
  }
  return all;
}

json::value occurrence_json(const model::PlannedTask& task) {
  if (!task.occurrence) {
    return nullptr;
  }
  return json::object{{"of", task.occurrence->of.str()},
                      {"start", to_string(task.occurrence->days.first)},
                      {"end", to_string(task.occurrence->days.last)}};
}

json::value due_after_json(const model::Plan& plan, const model::PlannedTask& task) {
  if (!task.due_after) {
    return nullptr;
  }
  json::array tasks;
  for (const auto index : task.due_after->tasks) {
    tasks.push_back(json::value(plan.tasks[index].id.str()));
  }
  return json::object{{"tasks", std::move(tasks)},
                      {"days", task.due_after->days},
                      {"working_days", task.due_after->working_days}};
}

std::string_view announced(const model::PlannedTask& task) {
  if (task.announced_by_phases) {
    return "by_phases";
  }
  return task.occurrence ? "by_clock" : "at_issue";
}

json::object task_json(const model::Plan& plan, const model::PlannedTask& task, Language language) {
  json::array after;
  for (const auto index : task.after) {
    after.push_back(json::value(plan.tasks[index].id.str()));
  }
  return {{"id", task.id.str()},
          {"title", task.title},
          {"kind", task.kind->str()},
          {"window", to_json(*task.window, language)},
          {"lead", to_json(*task.leads)},
          {"coordinating", to_json(*task.coordinating)},
          {"detailed_plan", task.detailed_plan_owed ? "owed" : "none"},
          {"after", std::move(after)},
          {"after_elsewhere", elsewhere_json(*task.after_elsewhere)},
          {"due_after", due_after_json(plan, task)},
          {"occurrence", occurrence_json(task)},
          {"part_of", task.part_of ? json::value(plan.tasks[*task.part_of].id.str()) : nullptr},
          {"parts", json::array(task.parts.begin(), task.parts.end())},
          {"source", *task.source},
          {"note", *task.note},
          {"announced", announced(task)}};
}

json::array units_json(const model::Plan& plan) {
  json::array all;
  for (const auto& unit : plan.organisation.units) {
    all.push_back(json::object{{"id", unit.id.str()},
                               {"name", unit.name},
                               {"short", unit.short_name},
                               {"external", unit.external},
                               {"office", unit.id == plan.organisation.office}});
  }
  return all;
}

json::array phases_json(const model::Plan& plan) {
  json::array all;
  const auto& chart = plan.phases.chart;
  for (chart::StateIndex s = 1; s < chart.size(); ++s) {
    const auto parent = chart.state(s).parent;
    all.push_back(
        json::object{{"id", chart.name(s)},
                     {"title", plan.phase_titles.at(chart.name(s))},
                     {"parent", parent == chart::root_state ? json::value(nullptr)
                                                            : json::value(chart.name(parent))}});
  }
  return all;
}

std::optional<Day> first_of(const std::optional<DayRange>& days) {
  return days ? std::optional{days->first} : std::nullopt;
}

std::optional<Day> last_of(const std::optional<DayRange>& days) {
  return days ? std::optional{days->last} : std::nullopt;
}

json::object anchors_json(const model::Plan& plan) {
  json::object all;
  for (const auto& [anchor, day] : plan.anchors) {
    all[anchor] = to_string(day);
  }
  return all;
}

json::array targets_json(const model::Plan& plan) {
  json::array all;
  for (const auto& target : plan.targets) {
    all.push_back(json::object{{"id", target.id.str()},
                               {"title", target.title},
                               {"plan", target.plan},
                               {"phrase", target.phrase},
                               {"comparison", model::name(target.comparison)},
                               {"measure", model::name(target.measure)},
                               {"unit", target.unit},
                               {"base", target.base ? json::value(*target.base) : nullptr},
                               {"base_text", target.base_text},
                               {"period", target.period},
                               {"start", day_or_null(first_of(target.days))},
                               {"due", day_or_null(last_of(target.days))},
                               {"lead", target.lead.str()}});
  }
  return all;
}

}  // namespace

json::object to_json(const model::Plan& plan, Language language) {
  json::array tasks;
  for (const auto& task : plan.tasks) {
    tasks.push_back(task_json(plan, task, language));
  }
  return {{"id", plan.id.str()},
          {"title", plan.title},
          {"document", json::object{{"number", plan.document.number},
                                    {"date", day_or_null(plan.document.date)},
                                    {"issuer", plan.document.issuer},
                                    {"signer", plan.document.signer}}},
          {"period", json::object{{"start", to_string(plan.period.first)},
                                  {"due", to_string(plan.period.last)}}},
          {"peak", plan.peak ? json::value(to_json(*plan.peak, language)) : json::value(nullptr)},
          {"fulfils", elsewhere_json(plan.fulfils)},
          {"anchors", anchors_json(plan)},
          {"tasks", std::move(tasks)},
          {"units", units_json(plan)},
          {"targets", targets_json(plan)},
          {"phases", phases_json(plan)}};
}

json::object check_json(std::span<const definition::Finding> findings, Language language) {
  const auto errors = std::ranges::count(findings, Severity::error, &definition::Finding::severity);
  return {{"valid", errors == 0},
          {"errors", errors},
          {"warnings", static_cast<std::ptrdiff_t>(findings.size()) - errors},
          {"findings", to_json(findings, language)}};
}

}  // namespace tiendo::api
