#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/text.hpp"
#include "base/time.hpp"
#include "calendar/working_days.hpp"
#include "model/lifecycle.hpp"
#include "model/state.hpp"

namespace tiendo::runtime {

/// How a task stands to its due date; apart from its state in law, and never stored.
enum class TimeStatus : std::uint8_t {
  not_due,
  due_soon,
  due_today,
  overdue,
  awaiting_acceptance,  // reported complete: not done before it is accepted
  done_in_time,         // accepted, and reported in time, however long that took
  done_late,
  no_due_date,
};

struct TimeStanding {
  TimeStatus status = TimeStatus::no_due_date;
  /// Working days from the due date until now (overdue) or until the report (done_late and
  /// awaiting_acceptance).
  int days_late = 0;

  friend bool operator==(const TimeStanding&, const TimeStanding&) = default;
};

/// When the last day that is in time ends: at midnight, or at the hour that the text prints, as
/// long as the date is the one that was printed. Nothing where the task has no due date.
[[nodiscard]] std::optional<Timestamp> deadline(const model::Task& task,
                                                const model::PlannedTask& planned);

/// How the task stands at `now`; nothing for one that was cancelled.
[[nodiscard]] std::optional<TimeStanding> time_standing(const model::Campaign& campaign,
                                                        model::TaskIndex task,
                                                        const calendar::WorkingDays& working_days,
                                                        Timestamp now);

/// Whether somebody settled its dates: what the text left open is firm now, or they are others than
/// those of the text and of the extensions.
[[nodiscard]] bool has_fixed_dates(const model::Task& task, const model::PlannedTask& planned);

/// How far the work is; of what is accepted all of it, whatever was reported on the way.
[[nodiscard]] int percent_done(const model::Task& task);

/// "quá hạn 3 ngày làm việc".
[[nodiscard]] Text words(const TimeStanding& standing);

/// How many tasks of a campaign stand in which way.
struct TimeCounts {
  std::array<int, 8> by_status{};
  int cancelled = 0;

  /// One more task that stands so; nothing: one that was cancelled.
  void add(const std::optional<TimeStanding>& standing);
  [[nodiscard]] int of(TimeStatus status) const {
    return by_status[static_cast<std::size_t>(status)];
  }
};
[[nodiscard]] TimeCounts count_by_time(const model::Campaign& campaign,
                                       const calendar::WorkingDays& working_days, Timestamp now);

}  // namespace tiendo::runtime

template <>
inline std::span<const std::string_view> tiendo::model::names_of<tiendo::runtime::TimeStatus>() {
  static constexpr std::array<std::string_view, 8> names{
      "not_due",      "due_soon",  "due_today",  "overdue", "awaiting_acceptance",
      "done_in_time", "done_late", "no_due_date"};
  return names;
}
