#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "model/ids.hpp"

namespace tiendo::model {

struct Unit {
  UnitId id;
  std::string name;
  std::string short_name;         // the name, where none is given
  bool external = false;          // a partner outside the office: named, never told
  std::optional<Day> valid_from;  // both ends included; open where empty
  std::optional<Day> valid_until;
  std::vector<UnitId> successors;

  friend bool operator==(const Unit&, const Unit&) = default;
};

/// When people are told of one due date, counted in working days.
struct Ladder {
  std::vector<int> before{10, 5, 3, 1, 0};         // days before the due date, falling
  int overdue_every = 3;                           // days between two overdue notices; 0: none
  std::optional<int> head_after = 2;               // escalation to the heads of the lead units
  std::optional<int> leaders_after = 5;            // escalation to the leaders
  int fix_date_before = 15;                        // before the start of a tentative window
  std::vector<int> detailed_plan_before{5, 1, 0};  // before the detailed plan is due

  friend bool operator==(const Ladder&, const Ladder&) = default;
};

/// Hours of the office, from the midnight of the day.
struct OfficeHours {
  std::chrono::minutes opens{7 * 60 + 30};  // people are told at this hour
  std::chrono::minutes closes{17 * 60};

  friend bool operator==(const OfficeHours&, const OfficeHours&) = default;
};

/// `07:30 - 17:00`.
[[nodiscard]] std::string to_string(const OfficeHours& hours);

enum class ReportEvery : std::uint8_t { never, month, quarter };

/// What a plan may set and an organisation may set for all of its plans.
struct Settings {
  int detailed_plan_days = 10;  // working days before the window at which a detailed plan is due
  int due_soon_days = 3;        // working days before the due date from which a task is due soon
  ReportEvery report_every = ReportEvery::quarter;  // for tasks without a due date

  friend bool operator==(const Settings&, const Settings&) = default;
};

/// Units, hours and ladders of an office.
struct Organisation {
  std::string name;
  UnitId office;  // is told where a task has no lead; empty: nobody was named
  std::vector<Unit> units;
  OfficeHours hours;
  std::map<std::string, Ladder> ladders{{"default", Ladder{}}};
  Settings settings;

  friend bool operator==(const Organisation&, const Organisation&) = default;
};

}  // namespace tiendo::model
