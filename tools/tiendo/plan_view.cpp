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

/// With dots between thousands and a decimal comma in Vietnamese, the other way round in English.
Text number_shown(double value) {
  const std::string plain = fmt::format("{}", value);
  const auto point = std::min(plain.find('.'), plain.size());
  std::string vi = point < plain.size() ? "," + plain.substr(point + 1) : "";
  std::string en = plain.substr(point);
  for (std::size_t i = point; i > 0; --i) {
    const bool between = (point - i) % 3 == 0 && i != point;
    vi.insert(0, between ? fmt::format("{}.", plain[i - 1]) : std::string{plain[i - 1]});
    en.insert(0, between ? fmt::format("{},", plain[i - 1]) : std::string{plain[i - 1]});
  }
  return {std::move(vi), std::move(en)};
}

}  // namespace

Text target_shown(const model::Target& target) {
  Text shown =
      target.phrase.empty() ? number_shown(target.plan) : Text{target.phrase, target.phrase};
  const auto add = [&shown](const Text& text) { shown = {shown.vi + text.vi, shown.en + text.en}; };
  const bool in_unit = target.measure == model::Measure::amount;
  if (in_unit && !target.unit.empty() && !target.phrase.ends_with(target.unit)) {
    add({" " + target.unit, " " + target.unit});
  }
  if (target.base) {
    const auto of = target.base_text.empty() ? Text{"số gốc", "base"}
                                             : Text{target.base_text, target.base_text};
    const auto base = number_shown(*target.base);
    add({fmt::format(" ({}: {} {})", of.vi, base.vi, target.unit),
         fmt::format(" ({}: {} {})", of.en, base.en, target.unit)});
  }
  return shown;
}

std::string elsewhere_shown(const std::vector<model::TaskElsewhere>& tasks) {
  std::string shown;
  for (const auto& task : tasks) {
    shown +=
        fmt::format("{}{}/{}", shown.empty() ? "" : ", ", task.campaign.str(), task.task.str());
  }
  return shown;
}

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
