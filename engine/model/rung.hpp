#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <limits>
#include <string>

#include "base/time.hpp"
#include "model/lifecycle.hpp"

namespace tiendo::model {

/// What the clock does to a task, in the order in which it happens at one instant: what ends with
/// the old day comes before what begins with the new one.
enum class RungKind : std::uint8_t {
  due,            // the due date has passed
  announce,       // the period of an occurrence begins: never reached, it is announced then
  open,           // the window begins
  fix_date,       // the dates are tentative: fix them
  detailed_plan,  // the detailed plan falls due
  reminder,       // the due date comes near
  overdue,        //
  to_head,        // escalation to the heads of the lead units
  to_leaders,     //
  report_period,  // a task without a due date is reported on
};

template <>
inline std::span<const std::string_view> names_of<RungKind>() {
  static constexpr std::array<std::string_view, 10> names{
      "due",      "announce", "open",    "fix_date",   "detailed_plan",
      "reminder", "overdue",  "to_head", "to_leaders", "report_period"};
  return names;
}

/// One rung of the ladder of a task. Of one kind, rungs come in the order of their offsets.
struct Rung {
  RungKind kind = RungKind::due;
  std::int32_t offset = 0;  // working days from the date it belongs to, negative before it;
                            // report_period: the day of the report, as days since 1970-01-01

  friend bool operator==(const Rung&, const Rung&) = default;
};

/// `-10`, `0`, `+3`, `fix_date-15`, `detailed_plan-5`, `to_head+2`, `report_period 2025-03-31`.
[[nodiscard]] std::string to_string(const Rung& rung);

/// A rung with its place in time.
struct ScheduledRung {
  Rung rung;
  Day day{};     // the day it belongs to
  Timestamp at;  // when it happens
};

/// Which rungs of a task have been reached: of each kind the furthest.
class ReachedRungs {
 public:
  ReachedRungs() { furthest_.fill(none); }

  [[nodiscard]] bool contains(const Rung& rung) const {
    return rung.offset <= furthest_[static_cast<std::size_t>(rung.kind)];
  }
  [[nodiscard]] bool any(RungKind kind) const {
    return furthest_[static_cast<std::size_t>(kind)] != none;
  }
  /// The offset of the furthest rung of `kind`; only where there is `any`.
  [[nodiscard]] std::int32_t furthest(RungKind kind) const {
    return furthest_[static_cast<std::size_t>(kind)];
  }
  void add(const Rung& rung) { furthest_[static_cast<std::size_t>(rung.kind)] = rung.offset; }
  void forget(RungKind kind) { furthest_[static_cast<std::size_t>(kind)] = none; }

  friend bool operator==(const ReachedRungs&, const ReachedRungs&) = default;

 private:
  static constexpr std::int32_t none = std::numeric_limits<std::int32_t>::min();
  std::array<std::int32_t, 10> furthest_;
};

}  // namespace tiendo::model
