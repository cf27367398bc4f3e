#include "plan_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tiendo::cli {
namespace {

Text certainty_shown(calendar::Certainty certainty) {
  switch (certainty) {
    case calendar::Certainty::firm:
      return {};
    case calendar::Certainty::tentative:
      return {", dự kiến", ", tentative"};
    case calendar::Certainty::aspirational:
      return {", phấn đấu", ", aspirational"};
    case calendar::Certainty::external:
      return {", cấp trên định", ", set by others"};
  }
  return {};
}

/// "ngày 20 hằng tháng", "trước thứ Bảy hằng tuần".
Text recurrence_shown(const calendar::Recurrence& recurrence) {
  using calendar::Frequency;
  static constexpr std::array<std::array<std::string_view, 2>, 5> units{
      {{"ngày", "day"}, {"tuần", "week"}, {"tháng", "month"}, {"quý", "quarter"}, {"năm", "year"}}};
  static constexpr std::array<std::array<std::string_view, 2>, 7> weekdays{
      {{"Chủ nhật", "Sunday"},
       {"thứ Hai", "Monday"},
       {"thứ Ba", "Tuesday"},
       {"thứ Tư", "Wednesday"},
       {"thứ Năm", "Thursday"},
       {"thứ Sáu", "Friday"},
       {"thứ Bảy", "Saturday"}}};
  const auto [vi, en] = units[static_cast<std::size_t>(recurrence.every)];
  Text text = recurrence.interval == 1
                  ? Text{fmt::format("hằng {}", vi), fmt::format("every {}", en)}
                  : Text{fmt::format("{} {} một lần", recurrence.interval, vi),
                         fmt::format("every {} {}s", recurrence.interval, en)};
  if (recurrence.month) {
    const bool of_year = recurrence.every == Frequency::yearly;
    text.vi = fmt::format(fmt::runtime(of_year ? "tháng {} {}" : "tháng thứ {} {}"),
                          *recurrence.month, text.vi);
    text.en = fmt::format("month {} of {}", *recurrence.month, text.en);
  }
  if (recurrence.weekday) {
    const auto [day_vi, day_en] = weekdays[recurrence.weekday->c_encoding()];
    text = {fmt::format("{} {}", day_vi, text.vi), fmt::format("{}, {}", day_en, text.en)};
  }
  if (recurrence.day) {
    text = {fmt::format("ngày {} {}", *recurrence.day, text.vi),
            fmt::format("day {} of {}", *recurrence.day, text.en)};
  }
  return recurrence.before ? Text{"trước " + text.vi, "before " + text.en} : text;
}

}  // namespace

std::string units_shown(const model::Plan& plan, const std::vector<model::Part>& parts) {
  std::string shown;
  for (const auto& part : parts) {
    const auto& units = plan.organisation.units;
    const auto unit = std::ranges::find(units, part.unit, &model::Unit::id);
    shown +=
        (shown.empty() ? "" : "; ") + (unit == units.end() ? part.unit.str() : unit->short_name);
    if (!part.scope.empty()) {
      shown += " (" + part.scope + ")";
    }
  }
  return shown;
}

Text window_shown(const calendar::Window& window) {
  if (!window.resolved) {
    return {"chưa có hạn: " + window.reason.vi, "no due date yet: " + window.reason.en};
  }
  const Text certainty = certainty_shown(window.certainty);
  if (window.due) {
    const Text start = window.start ? Text{to_vietnamese(*window.start), to_string(*window.start)}
                                    : Text{"…", "…"};
    return {fmt::format("{} - {}{}", start.vi, to_vietnamese(*window.due), certainty.vi),
            fmt::format("{} - {}{}", start.en, to_string(*window.due), certainty.en)};
  }
  if (window.continuous) {
    return {"thường xuyên" + certainty.vi, "continuous" + certainty.en};
  }
  if (window.recurrence) {
    const Text shown = recurrence_shown(*window.recurrence);
    return {shown.vi + certainty.vi, shown.en + certainty.en};
  }
  return {"không hạn" + certainty.vi, "no due date" + certainty.en};
}

}  // namespace tiendo::cli
