#pragma once

#include "base/text.hpp"
#include "base/time.hpp"
#include "calendar/recurrence.hpp"
#include "calendar/window.hpp"
#include "calendar/working_days.hpp"
#include "journal/description.hpp"

namespace tiendo::journal {

template <>
struct Description<Text> {
  static constexpr auto fields = std::tuple{
      optional("vi", &Text::vi),
      optional("en", &Text::en),
  };
};

template <>
struct Description<DayRange> {
  static constexpr auto fields = std::tuple{
      required("first", &DayRange::first),
      required("last", &DayRange::last),
  };
};

template <>
struct Description<calendar::Certainty> {
  static constexpr std::array<std::string_view, 4> names{"firm", "tentative", "aspirational",
                                                         "external"};
};

template <>
struct Description<calendar::Frequency> {
  static constexpr std::array<std::string_view, 5> names{"daily", "weekly", "monthly", "quarterly",
                                                         "yearly"};
};

template <>
struct Description<calendar::Recurrence> {
  using T = calendar::Recurrence;
  static constexpr auto fields = std::tuple{
      required("every", &T::every),
      optional("interval", &T::interval, 1),
      optional("weekday", &T::weekday),
      optional("month", &T::month),
      optional("day", &T::day),
      optional("before", &T::before),
      optional("from_minutes", &T::from_time),
      optional("until_minutes", &T::until_time),
  };
};

template <>
struct Description<calendar::Window> {
  using T = calendar::Window;
  static constexpr auto fields = std::tuple{
      optional("phrase", &T::phrase),
      optional("start", &T::start),
      optional("end", &T::end),
      optional("due", &T::due),
      optional("due_time_minutes", &T::due_time),
      optional("planned", &T::planned),
      optional("certainty", &T::certainty, calendar::Certainty::firm),
      optional("recurrence", &T::recurrence),
      optional("peak", &T::peak),
      optional("continuous", &T::continuous),
      optional("resolved", &T::resolved),
      optional("waits", &T::waits),
      optional("reason", &T::reason),
      optional("warning", &T::warning),
  };
};

template <>
struct Description<calendar::HolidayYear> {
  using T = calendar::HolidayYear;
  static constexpr auto key = &T::year;
  static constexpr auto fields = std::tuple{
      required("year", &T::year),
      optional("notice", &T::notice),
      optional("days_off", &T::days_off),
      optional("saturdays_worked", &T::saturdays_worked),
  };
};

}  // namespace tiendo::journal
