#include "plan_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "calendar_answer.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

Text certainty_shown(calendar::Certainty certainty) {
  switch (certainty) {
    case calendar::Certainty::firm:
      return {};
    case calendar::Certainty::tentative:
      return {", dự kiến", ", tentative"};
    case calendar::Certainty::aspirational:
      return {", phấn đấu", ", aspirational"};
    case calendar::Certainty::external:
      return {", cấp trên định", ", set by others"};
  }
  return {};
}

json::value day_or_null(const std::optional<Day>& day) {
  return day ? json::value(to_string(*day)) : json::value(nullptr);
}

json::array to_json(const std::vector<model::Part>& parts) {
  json::array all;
  for (const auto& part : parts) {
    all.push_back(json::object{{"unit", part.unit.str()}, {"scope", part.scope}});
  }
  return all;
}

json::object to_json(const model::Plan& plan, const model::PlannedTask& task,
                     const Context& context) {
  json::array after;
  for (const auto index : task.after) {
    after.push_back(json::value(plan.tasks[index].id.str()));
  }
  return {{"id", task.id.str()},
          {"title", task.title},
          {"kind", task.kind.str()},
          {"window", cli::to_json(task.window, context.language)},
          {"lead", to_json(task.leads)},
          {"coordinating", to_json(task.coordinating)},
          {"detailed_plan", task.detailed_plan_owed ? "owed" : "none"},
          {"after", std::move(after)},
          {"parts", json::array(task.parts.begin(), task.parts.end())},
          {"source", task.source},
          {"note", task.note},
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

std::string units_shown(const model::Plan& plan, const std::vector<model::Part>& parts) {
  std::string shown;
  for (const auto& part : parts) {
    const auto& units = plan.organisation.units;
    const auto unit = std::ranges::find(units, part.unit, &model::Unit::id);
    shown +=
        (shown.empty() ? "" : "; ") + (unit == units.end() ? part.unit.str() : unit->short_name);
    if (!part.scope.empty()) {
      shown += " (" + part.scope + ")";
    }
  }
  return shown;
}

Text window_shown(const calendar::Window& window) {
  if (!window.resolved) {
    return {"chưa có hạn: " + window.reason.vi, "no due date yet: " + window.reason.en};
  }
  const Text certainty = certainty_shown(window.certainty);
  if (window.due) {
    const std::string start = window.start ? to_vietnamese(*window.start) : std::string{"…"};
    const std::string shown = fmt::format("{} - {}", start, to_vietnamese(*window.due));
    return {shown + certainty.vi, shown + certainty.en};
  }
  if (window.continuous) {
    return {"thường xuyên" + certainty.vi, "continuous" + certainty.en};
  }
  if (window.recurrence) {
    return {"định kỳ" + certainty.vi, "recurring" + certainty.en};
  }
  return {"không hạn" + certainty.vi, "no due date" + certainty.en};
}

json::object to_json(const model::Plan& plan, const Context& context) {
  json::array tasks;
  for (const auto& task : plan.tasks) {
    tasks.push_back(to_json(plan, task, context));
  }
  return {{"id", plan.id.str()},
          {"title", plan.title},
          {"document", json::object{{"number", plan.document.number},
                                    {"date", day_or_null(plan.document.date)},
                                    {"issuer", plan.document.issuer},
                                    {"signer", plan.document.signer}}},
          {"period", json::object{{"start", to_string(plan.period.first)},
                                  {"due", to_string(plan.period.last)}}},
          {"peak", plan.peak ? json::value(cli::to_json(*plan.peak, context.language))
                             : json::value(nullptr)},
          {"tasks", std::move(tasks)},
          {"units", units_json(plan)},
          {"targets", targets_json(plan)},
          {"phases", phases_json(plan)}};
}

}  // namespace tiendo::cli
