#include "api/plan_simulation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "api/json_parts.hpp"
#include "definition/holidays.hpp"
#include "definition/wording.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;
using Fault = std::optional<SimulationFault>;

constexpr std::array<std::string_view, 8> types{"phase",   "open",       "reminder",      "due",
                                                "overdue", "escalation", "report_period", "notice"};

Fault wrong_day(const std::optional<Day>& day, const char* member) {
  if (!day || definition::built_in_working_days().covers(*day)) {
    return std::nullopt;
  }
  return SimulationFault{"wrong_day",
                         member,
                         {fmt::format("{} không nằm trong các năm có lịch: viết một ngày từ 1968 "
                                      "đến 2053",
                                      to_string(*day)),
                          fmt::format("{} is outside the years that are known: write a day "
                                      "between 1968 and 2053",
                                      to_string(*day))}};
}

Fault unknown(const char* member, const std::string& name,
              const std::vector<std::string_view>& known) {
  if (name.empty() || std::ranges::find(known, name) != known.end()) {
    return std::nullopt;
  }
  const auto meant = definition::suggestion(name, known);
  return SimulationFault{"unknown_name",
                         member,
                         {fmt::format("không có “{}”; {}", name, meant.vi),
                          fmt::format("there is no '{}'; {}", name, meant.en)}};
}

Fault wrong_names(const SimulationWish& wish, const model::Plan& plan) {
  std::vector<std::string_view> tasks;
  for (const auto& task : plan.tasks) {
    tasks.push_back(task.id.str());
  }
  std::vector<std::string_view> units;
  for (const auto& unit : plan.organisation.units) {
    units.push_back(unit.id.str());
  }
  auto fault = unknown("task", wish.task, tasks);
  fault = fault ? fault : unknown("unit", wish.unit, units);
  return fault ? fault : unknown("type", wish.type, {types.begin(), types.end()});
}

/// Whether `unit` is told, itself or its head, or the entry is about a task that it leads or
/// coordinates.
bool concerns(const runtime::Entry& entry, const std::string& unit, const model::Plan& plan) {
  for (std::size_t from = 0; from < entry.to.size();) {
    const auto end = std::min(entry.to.find(", ", from), entry.to.size());
    const auto to = entry.to.substr(from, end - from);
    if (to.substr(0, to.find(':')) == unit) {
      return true;
    }
    from = end + 2;
  }
  const auto takes_part = [&](const model::Part& part) { return part.unit.str() == unit; };
  const auto task = plan.find(entry.task);
  return task && (std::ranges::any_of(plan.tasks[*task].leads, takes_part) ||
                  std::ranges::any_of(plan.tasks[*task].coordinating, takes_part));
}

bool is_wanted(const runtime::Entry& entry, const DayRange& days, const SimulationWish& wish,
               const model::Plan& plan) {
  return days.first <= entry.day && entry.day <= days.last &&
         (wish.task.empty() || entry.task.str() == wish.task) &&
         (wish.type.empty() || entry.type == wish.type) &&
         (wish.unit.empty() || concerns(entry, wish.unit, plan));
}

json::object to_json(const runtime::Entry& entry, Language language) {
  return {{"at", to_string(entry.at)},
          {"day", to_string(entry.day)},
          {"type", entry.type},
          {"task", text_or_null(entry.task.str())},
          {"rung", text_or_null(entry.rung)},
          {"to", text_or_null(entry.to)},
          {"text", entry.text.in(language)}};
}

}  // namespace

std::variant<runtime::Outcome, SimulationFault> simulate(
    const std::shared_ptr<const model::Plan>& plan, const std::vector<model::Source>& sources,
    const SimulationWish& wish, const Patience& patience) {
  auto fault = wrong_day(wish.from, "from");
  fault = fault ? fault : wrong_day(wish.until, "until");
  if (fault) {
    return std::move(*fault);
  }
  const auto first = wish.from.value_or(local_day(runtime::issue_instant(*plan)));
  const Day end = definition::last_day(wish.scenario, plan->period);
  const DayRange days{first, wish.until.value_or(std::max(first, end))};
  if (days.last < days.first) {
    return SimulationFault{"wrong_days",
                           "until",
                           {"đứng trước ngày đầu (from)", "it comes before the first day (from)"}};
  }
  if (auto wrong = wrong_names(wish, *plan)) {
    return std::move(*wrong);
  }
  // People act, and are looked at, through the whole period, whatever part of it is shown.
  const bool nobody_acts = wish.scenario.steps.empty() && wish.scenario.expectations.empty();
  const auto last = nobody_acts ? days.last : std::max(days.last, end);
  runtime::Simulation simulation{definition::built_in_holidays()};
  auto outcome =
      runtime::rehearse(simulation, plan, sources, wish.scenario, end_of(last), patience);
  if (outcome.has_error()) {
    const bool too_long = patience && !patience();
    return SimulationFault{too_long ? "too_long" : "cannot_run", "", outcome.error().message};
  }
  std::erase_if(outcome->entries,
                [&](const runtime::Entry& entry) { return !is_wanted(entry, days, wish, *plan); });
  return std::move(*outcome);
}

json::object to_json(const runtime::Outcome& outcome, Language language) {
  json::array events;
  for (const auto& entry : outcome.entries) {
    events.push_back(to_json(entry, language));
  }
  json::array failures;
  for (const auto& failure : outcome.failures) {
    failures.push_back(json::value(failure.in(language)));
  }
  return {{"events", std::move(events)}, {"failures", std::move(failures)}};
}

}  // namespace tiendo::api
