#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "api/json_parts.hpp"
#include "api/plan_json.hpp"
#include "model/rung.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;
using definition::FactChange;
using definition::PlanDifference;
using definition::ThingChange;
using How = ThingChange::How;

json::value to_json(const std::optional<Text>& value, Language language) {
  return value ? json::value(value->in(language)) : json::value(nullptr);
}

json::array to_json(const std::vector<FactChange>& facts, Language language) {
  json::array all;
  for (const auto& fact : facts) {
    all.push_back(json::object{{"name", fact.name.en},
                               {"label", fact.name.in(language)},
                               {"before", to_json(fact.before, language)},
                               {"after", to_json(fact.after, language)}});
  }
  return all;
}

std::string_view name(How how) {
  return how == How::added ? "added" : how == How::removed ? "removed" : "changed";
}

json::array to_json(const std::vector<ThingChange>& things, Language language) {
  json::array all;
  for (const auto& thing : things) {
    all.push_back(json::object{{"change", name(thing.how)},
                               {"id", thing.id},
                               {"title", thing.title},
                               {"facts", to_json(thing.facts, language)}});
  }
  return all;
}

}  // namespace

json::object to_json(const PlanDifference& found, Language language) {
  json::object object{
      {"plan", to_json(found.plan, language)},       {"tasks", to_json(found.tasks, language)},
      {"phases", to_json(found.phases, language)},   {"kinds", to_json(found.kinds, language)},
      {"targets", to_json(found.targets, language)}, {"units", to_json(found.units, language)}};
  json::array days;
  for (const auto& day : found.days) {
    days.push_back(json::object{{"task", day.task.str()},
                                {"rung", to_string(day.rung)},
                                {"before", day_or_null(day.before)},
                                {"after", day_or_null(day.after)}});
  }
  object["days"] = std::move(days);
  return object;
}

}  // namespace tiendo::api
