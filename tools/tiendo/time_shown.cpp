#include "time_shown.hpp"

#include <algorithm>

namespace tiendo::cli {
namespace {

using runtime::TimeStatus;

struct Look {
  const char* icon;
  const char* colour;
  const char* mark;  // colour of the icon, where it is another one
};

Look look_of(TimeStatus status) {
  constexpr auto red = "31";
  constexpr auto green = "32";
  switch (status) {
    case TimeStatus::not_due:
      return {"○", "34", ""};
    case TimeStatus::due_soon:
      return {"◔", "33", ""};
    case TimeStatus::due_today:
      return {"◑", "38;5;208", ""};
    case TimeStatus::overdue:
      return {"▲", red, ""};
    case TimeStatus::awaiting_acceptance:
      return {"…", "36", ""};
    case TimeStatus::done_in_time:
      return {"✓", green, ""};
    case TimeStatus::done_late:
      return {"✗", green, red};
    case TimeStatus::no_due_date:
      return {"·", "90", ""};
  }
  return {};
}

}  // namespace

Table::Cell time_shown(const std::optional<runtime::TimeStanding>& standing,
                       const Context& context) {
  if (!standing) {
    return "–";
  }
  const auto look = look_of(standing->status);
  return {std::string{look.icon} + " " + context.say(runtime::words(*standing)), look.colour,
          look.mark};
}

std::optional<TimeStatus> time_status_named(std::string name) {
  std::ranges::replace(name, '-', '_');
  return model::named<TimeStatus>(name);
}

std::string instant_shown(Timestamp at) {
  return to_string(at).substr(11, 5) + " " + to_vietnamese(local_day(at));
}

std::string day_shown(const std::optional<Day>& day) {
  return day ? to_vietnamese(*day) : "–";
}

}  // namespace tiendo::cli
