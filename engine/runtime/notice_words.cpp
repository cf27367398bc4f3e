#include "runtime/notice_words.hpp"

#include <fmt/format.h>

namespace tiendo::runtime {
namespace {

using model::RungKind;
using model::Subject;

Text reminder(int offset, std::optional<Day> due, const std::string& title) {
  const Text on = due ? Text{" " + to_vietnamese(*due), " on " + to_string(*due)} : Text{};
  if (offset == 0) {
    return {fmt::format("Đến hạn hoàn thành{}: {}", on.vi, title),
            fmt::format("Due{}: {}", due ? on.en : " now", title)};
  }
  return {fmt::format("Còn {} ngày làm việc đến hạn{}: {}", -offset, on.vi, title),
          fmt::format("Due in {} working days{}: {}", -offset, due ? "," + on.en : "", title)};
}

Text detailed_plan(int offset, const std::string& title) {
  if (offset == 0) {
    return {fmt::format("Đến hạn trình kế hoạch chi tiết: {}", title),
            fmt::format("The detailed plan is due now: {}", title)};
  }
  return {fmt::format("Còn {} ngày làm việc đến hạn trình kế hoạch chi tiết: {}", -offset, title),
          fmt::format("The detailed plan is due in {} working days: {}", -offset, title)};
}

Text report(std::int32_t date, const std::string& title) {
  const Day day{std::chrono::sys_days{std::chrono::days{date}}};
  return {fmt::format("Báo cáo kỳ đến ngày {}: {}", to_vietnamese(day), title),
          fmt::format("Report on the period up to {}: {}", to_string(day), title)};
}

}  // namespace

Text words_for(const model::ScheduledRung& rung, const model::PlannedTask& task,
               std::optional<Day> due) {
  const auto& title = task.title;
  const auto offset = rung.rung.offset;
  switch (rung.rung.kind) {
    case RungKind::due:
      return {fmt::format("Hết hạn hoàn thành ngày {}: {}", to_vietnamese(rung.day), title),
              fmt::format("The due date {} has passed: {}", to_string(rung.day), title)};
    case RungKind::open:
      return {fmt::format("Bắt đầu thực hiện: {}", title), fmt::format("Begins: {}", title)};
    case RungKind::fix_date:
      return {fmt::format("Đề nghị chốt thời gian ({}): {}", task.window->phrase, title),
              fmt::format("Fix the dates ({}): {}", task.window->phrase, title)};
    case RungKind::detailed_plan:
      return detailed_plan(offset, title);
    case RungKind::reminder:
      return reminder(offset, due, title);
    case RungKind::overdue:
      return {fmt::format("Quá hạn {} ngày làm việc: {}", offset, title),
              fmt::format("Overdue by {} working days: {}", offset, title)};
    case RungKind::to_head:
      return {
          fmt::format("Báo cáo trưởng đơn vị, quá hạn {} ngày làm việc: {}", offset, title),
          fmt::format("To the head of the unit, overdue by {} working days: {}", offset, title)};
    case RungKind::to_leaders:
      return {fmt::format("Báo cáo lãnh đạo, quá hạn {} ngày làm việc: {}", offset, title),
              fmt::format("To the leaders, overdue by {} working days: {}", offset, title)};
    case RungKind::report_period:
      return report(offset, title);
  }
  return {};
}

Text words_for(Subject subject, const model::PlannedTask& task) {
  const auto& title = task.title;
  switch (subject) {
    case Subject::announced:
      return {"Giao nhiệm vụ: " + title, "Assigned: " + title};
    case Subject::assigned:
      return {"Phân công: " + title, "Units assigned: " + title};
    case Subject::rung:
      return {"Nhắc việc: " + title, "Reminder: " + title};
    case Subject::late_to_start:
      return {"Chậm bắt đầu, chưa sẵn sàng: " + title, "Late to start, not ready: " + title};
    case Subject::plan_returned:
      return {"Kế hoạch chi tiết bị trả lại: " + title, "The detailed plan came back: " + title};
    case Subject::plan_approved:
      return {"Kế hoạch chi tiết được duyệt: " + title, "The detailed plan is approved: " + title};
    case Subject::report_returned:
      return {"Báo cáo bị trả lại, thực hiện tiếp: " + title,
              "The report came back, the work goes on: " + title};
    case Subject::reopened:
      return {"Mở lại, thực hiện tiếp: " + title, "Reopened, the work goes on: " + title};
    case Subject::accepted:
      return {"Đã xác nhận hoàn thành: " + title, "Accepted: " + title};
    case Subject::extension_answered:
      return {"Trả lời đề nghị gia hạn: " + title, "The extension was answered: " + title};
    case Subject::suspended:
      return {"Tạm dừng: " + title, "Suspended: " + title};
    case Subject::resumed:
      return {"Tiếp tục thực hiện: " + title, "Resumed: " + title};
    case Subject::cancelled:
      return {"Hủy nhiệm vụ: " + title, "Cancelled: " + title};
  }
  return {};
}

}  // namespace tiendo::runtime
