#include "runtime/notice_words.hpp"

#include <fmt/format.h>

namespace tiendo::runtime {
namespace {

using model::RungKind;
using model::Subject;

/// "1 working day", "3 working days".
std::string in_english(int days) {
  return fmt::format("{} working day{}", days, days == 1 ? "" : "s");
}

Text reminder(int offset, std::optional<Day> due) {
  const Text on = due ? Text{" " + to_vietnamese(*due), " on " + to_string(*due)} : Text{};
  if (offset == 0) {
    return {"Đến hạn hoàn thành" + on.vi, "Due" + (due ? on.en : " now")};
  }
  return {fmt::format("Còn {} ngày làm việc đến hạn{}", -offset, on.vi),
          fmt::format("Due in {}{}", in_english(-offset), due ? "," + on.en : "")};
}

Text detailed_plan(int offset) {
  if (offset > 0) {
    return {fmt::format("Quá hạn trình kế hoạch chi tiết {} ngày làm việc", offset),
            fmt::format("The detailed plan is overdue by {}", in_english(offset))};
  }
  if (offset == 0) {
    return {"Đến hạn trình kế hoạch chi tiết", "The detailed plan is due now"};
  }
  return {fmt::format("Còn {} ngày làm việc đến hạn trình kế hoạch chi tiết", -offset),
          fmt::format("The detailed plan is due in {}", in_english(-offset))};
}

Text report(std::int32_t date) {
  const Day day{std::chrono::sys_days{std::chrono::days{date}}};
  return {"Báo cáo kỳ đến ngày " + to_vietnamese(day),
          "Report on the period up to " + to_string(day)};
}

Text with_title(Text what, const std::string& title) {
  what.vi.append(": ").append(title);
  what.en.append(": ").append(title);
  return what;
}

}  // namespace

Text what_of(const model::ScheduledRung& rung, const model::PlannedTask& task,
             std::optional<Day> due) {
  const auto offset = rung.rung.offset;
  switch (rung.rung.kind) {
    case RungKind::due:
      return {"Hết hạn hoàn thành ngày " + to_vietnamese(rung.day),
              fmt::format("The due date {} has passed", to_string(rung.day))};
    case RungKind::announce:
      return what_of(Subject::announced);
    case RungKind::open:
      return {"Bắt đầu thực hiện", "Begins"};
    case RungKind::fix_date:
      return {fmt::format("Đề nghị chốt thời gian ({})", task.window->phrase),
              fmt::format("Fix the dates ({})", task.window->phrase)};
    case RungKind::detailed_plan:
      return detailed_plan(offset);
    case RungKind::reminder:
      return reminder(offset, due);
    case RungKind::overdue:
      return {fmt::format("Quá hạn {} ngày làm việc", offset),
              fmt::format("Overdue by {}", in_english(offset))};
    case RungKind::to_head:
      return {fmt::format("Báo cáo trưởng đơn vị, quá hạn {} ngày làm việc", offset),
              fmt::format("To the head of the unit, overdue by {}", in_english(offset))};
    case RungKind::to_leaders:
      return {fmt::format("Báo cáo lãnh đạo, quá hạn {} ngày làm việc", offset),
              fmt::format("To the leaders, overdue by {}", in_english(offset))};
    case RungKind::report_period:
      return report(offset);
  }
  return {};
}

Text what_of(Subject subject) {
  switch (subject) {
    case Subject::announced:
      return {"Giao nhiệm vụ", "Assigned"};
    case Subject::assigned:
      return {"Phân công", "Units assigned"};
    case Subject::rung:
      return {"Nhắc việc", "Reminder"};
    case Subject::late_to_start:
      return {"Chậm bắt đầu, chưa sẵn sàng", "Late to start, not ready"};
    case Subject::plan_returned:
      return {"Kế hoạch chi tiết bị trả lại", "The detailed plan came back"};
    case Subject::plan_approved:
      return {"Kế hoạch chi tiết được duyệt", "The detailed plan is approved"};
    case Subject::report_returned:
      return {"Báo cáo bị trả lại, thực hiện tiếp", "The report came back, the work goes on"};
    case Subject::reopened:
      return {"Mở lại, thực hiện tiếp", "Reopened, the work goes on"};
    case Subject::accepted:
      return {"Đã xác nhận hoàn thành", "Accepted"};
    case Subject::extension_answered:
      return {"Trả lời đề nghị gia hạn", "The extension was answered"};
    case Subject::extension_granted:
      return {"Đồng ý gia hạn", "The extension is granted"};
    case Subject::extension_refused:
      return {"Không đồng ý gia hạn", "The extension is refused"};
    case Subject::commented:
      return {"Ý kiến", "Comment"};
    case Subject::dates_fixed:
      return {"Đã chốt thời gian thực hiện", "The dates are fixed"};
    case Subject::suspended:
      return {"Tạm dừng", "Suspended"};
    case Subject::resumed:
      return {"Tiếp tục thực hiện", "Resumed"};
    case Subject::cancelled:
      return {"Hủy nhiệm vụ", "Cancelled"};
    case Subject::amended:
      return {"Điều chỉnh thời gian", "The dates were amended"};
    case Subject::transferred:
      return {"Đổi đơn vị thực hiện", "Now with another unit"};
  }
  return {};
}

Text words_for(const model::ScheduledRung& rung, const model::PlannedTask& task,
               std::optional<Day> due) {
  return with_title(what_of(rung, task, due), task.title);
}

Text words_for(Subject subject, const model::PlannedTask& task) {
  return with_title(what_of(subject), task.title);
}

std::string glance(std::string_view reason) {
  constexpr std::size_t longest = 300;  // bytes
  if (reason.size() <= longest) {
    return std::string{reason};
  }
  auto end = reason.rfind(' ', longest);
  if (end == std::string_view::npos) {
    for (end = longest; (static_cast<unsigned char>(reason[end]) & 0xC0U) == 0x80U; --end) {
    }
  }
  return std::string{reason.substr(0, end)} + " …";
}

}  // namespace tiendo::runtime
