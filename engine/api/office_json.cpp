#include "api/office_json.hpp"

#include <boost/json/array.hpp>

#include "api/json_parts.hpp"
#include "model/lifecycle_words.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;

json::array days_json(const std::vector<Day>& days) {
  json::array all;
  for (const Day day : days) {
    all.push_back(json::value(to_string(day)));
  }
  return all;
}

json::value number_or_null(std::optional<int> number) {
  return number ? json::value(*number) : json::value(nullptr);
}

json::object ladder_json(const std::string& name, const model::Ladder& ladder) {
  return {{"name", name},
          {"before", json::array(ladder.before.begin(), ladder.before.end())},
          {"overdue_every", ladder.overdue_every},
          {"head_after", number_or_null(ladder.head_after)},
          {"leaders_after", number_or_null(ladder.leaders_after)},
          {"fix_date_before", ladder.fix_date_before},
          {"detailed_plan_before",
           json::array(ladder.detailed_plan_before.begin(), ladder.detailed_plan_before.end())}};
}

}  // namespace

json::object to_json(const model::Person& person, const Look& look) {
  const Day today = local_day(look.now);
  json::array posts;
  for (const auto& post : person.posts) {
    posts.push_back(json::object{{"role", model::name(post.role)},
                                 {"role_text", look.say(model::words(post.role))},
                                 {"unit", text_or_null(post.unit.str())},
                                 {"from", day_or_null(post.from)},
                                 {"until", day_or_null(post.until)},
                                 {"now", post.holds_on(today)}});
  }
  return {{"user", person.id.str()}, {"name", person.name}, {"posts", std::move(posts)}};
}

json::object to_json(const model::Unit& unit) {
  json::array successors;
  for (const auto& successor : unit.successors) {
    successors.push_back(json::value(successor.str()));
  }
  return {{"id", unit.id.str()},
          {"name", unit.name},
          {"short", unit.short_name},
          {"external", unit.external},
          {"from", day_or_null(unit.valid_from)},
          {"until", day_or_null(unit.valid_until)},
          {"successors", std::move(successors)}};
}

json::object to_json(int year, const calendar::HolidayYear& days) {
  return {{"year", year},
          {"notice", days.notice},
          {"days_off", days_json(days.days_off)},
          {"saturdays_worked", days_json(days.saturdays_worked)}};
}

json::object to_json(const model::Office& office) {
  json::array ladders;
  for (const auto& [name, standing] : office.ladders) {
    ladders.push_back(ladder_json(name, standing.ladder));
  }
  return {{"name", text_or_null(office.name)},
          {"hours", office.hours ? json::value(to_string(*office.hours)) : json::value(nullptr)},
          {"ladders", std::move(ladders)}};
}

}  // namespace tiendo::api
