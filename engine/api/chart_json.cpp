#include "api/chart_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <set>
#include <string_view>
#include <utility>

#include "api/json_parts.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;
using chart::Kind;
using chart::StateIndex;

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::atomic:
      return "atomic";
    case Kind::compound:
      return "compound";
    case Kind::parallel:
      return "parallel";
    case Kind::final:
      return "final";
    case Kind::shallow_history:
    case Kind::deep_history:
      return "history";
  }
  return {};
}

json::array states_json(const chart::Chart& chart, const model::Task& task,
                        const std::map<std::string, std::string>& titles) {
  json::array all;
  for (StateIndex state = chart::root_state + 1; state < chart.size(); ++state) {
    const auto& of = chart.state(state);
    const auto title = titles.find(chart.name(state));
    all.push_back(
        json::object{{"id", chart.name(state)},
                     {"title", title == titles.end() ? chart.name(state) : title->second},
                     {"parent", text_or_null(chart.name(of.parent))},
                     {"kind", name_of(of.kind)},
                     {"active", task.procedure && task.procedure->active.contains(state)}});
  }
  return all;
}

json::array arrows_json(const chart::Chart& chart) {
  std::set<std::pair<StateIndex, StateIndex>> arrows;
  for (const auto& transition : chart.transitions()) {
    for (const auto target : chart.targets(transition.targets)) {
      arrows.emplace(transition.source, target);
    }
  }
  json::array all;
  for (const auto& [from, to] : arrows) {
    all.push_back(json::object{{"from", chart.name(from)}, {"to", chart.name(to)}});
  }
  return all;
}

}  // namespace

json::value chart_json(const model::Campaign& campaign, model::TaskIndex task) {
  const auto& planned = campaign.plan->tasks[task];
  if (!planned.procedure) {
    return nullptr;
  }
  const auto& chart = planned.procedure->chart;
  const auto& titles = campaign.plan->kinds.at(planned.kind).state_titles;
  return {{"states", states_json(chart, campaign.tasks[task], titles)},
          {"arrows", arrows_json(chart)}};
}

}  // namespace tiendo::api
