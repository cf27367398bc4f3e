#include "api/window_json.hpp"

#include <fmt/format.h>

#include <boost/json/value.hpp>

#include "api/json_parts.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;
using calendar::Certainty;
using calendar::Frequency;
using calendar::Recurrence;
using calendar::Window;

/// "T2" to "T7", "CN", as in Vietnamese calendars.
std::string short_name(std::chrono::weekday weekday) {
  const unsigned number = weekday.c_encoding();
  return number == 0 ? "CN" : fmt::format("T{}", number + 1);
}

json::object to_json(const Recurrence& recurrence) {
  json::object object{{"every", name_of(recurrence.every)}};
  if (recurrence.interval != 1) {
    object["interval"] = recurrence.interval;
  }
  if (recurrence.weekday) {
    object["weekday"] = short_name(*recurrence.weekday);
  }
  if (recurrence.month) {
    object["month"] = *recurrence.month;
  }
  if (recurrence.day) {
    object[recurrence.before ? "before_day" : "day"] = *recurrence.day;
  }
  if (recurrence.from_time) {
    object["from_time"] = clock_shown(*recurrence.from_time);
  }
  if (recurrence.until_time) {
    object["until_time"] = clock_shown(*recurrence.until_time);
  }
  return object;
}

}  // namespace

std::string_view name_of(Certainty certainty) {
  switch (certainty) {
    case Certainty::firm:
      return "firm";
    case Certainty::tentative:
      return "tentative";
    case Certainty::aspirational:
      return "aspirational";
    case Certainty::external:
      return "external";
  }
  return "firm";
}

std::string_view name_of(Frequency frequency) {
  switch (frequency) {
    case Frequency::daily:
      return "day";
    case Frequency::weekly:
      return "week";
    case Frequency::monthly:
      return "month";
    case Frequency::quarterly:
      return "quarter";
    case Frequency::yearly:
      return "year";
  }
  return "year";
}

std::string clock_shown(std::chrono::minutes time) {
  return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

json::object to_json(const Window& window, Language language) {
  const auto& text = (window.resolved ? window.warning : window.reason).in(language);
  json::object object;
  object["phrase"] = window.phrase;
  object["start"] = day_or_null(window.start);
  object["due"] = day_or_null(window.due);
  object["due_time"] = window.due_time ? json::value(clock_shown(*window.due_time)) : nullptr;
  object["planned"] = day_or_null(window.planned);
  object["certainty"] = name_of(window.certainty);
  object["recurrence"] = window.recurrence ? json::value(to_json(*window.recurrence)) : nullptr;
  object["resolved"] = window.resolved;
  object["reason"] = text.empty() ? json::value(nullptr) : json::value(text);
  return object;
}

}  // namespace tiendo::api
