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
          {"parts", json::array(task.parts.begin(), task.parts.end())},
          {"source", *task.source},
          {"note", *task.note},
          {"announced", task.announced_by_phases ? "by_phases" : "at_issue"}};
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

json::array targets_json(const model::Plan& plan) {
  json::array all;
  for (const auto& target : plan.targets) {
    all.push_back(json::object{{"id", target.id.str()},
                               {"title", target.title},
                               {"plan", target.plan},
                               {"unit", target.unit},
                               {"period", target.period},
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
