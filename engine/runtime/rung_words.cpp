#include "runtime/rung_words.hpp"

#include <fmt/format.h>

namespace tiendo::runtime {

using model::RungKind;

Text name_of(const model::Rung& rung) {
  const auto days = rung.offset < 0 ? -rung.offset : rung.offset;
  const auto of = [&](const char* vi, const char* en) {
    const auto counted = fmt::format("{} day{}", days, days == 1 ? "" : "s");
    return Text{fmt::format(fmt::runtime(vi), days), fmt::format(fmt::runtime(en), counted)};
  };
  switch (rung.kind) {
    case RungKind::due:
      return {"hạn hoàn thành", "due date"};
    case RungKind::announce:
      return {"giao việc", "announced"};
    case RungKind::open:
      return {"bắt đầu", "start"};
    case RungKind::fix_date:
      return {"đề nghị chốt thời gian", "dates to be fixed"};
    case RungKind::detailed_plan:
      return days == 0 ? Text{"hạn trình kế hoạch chi tiết", "detailed plan due"}
                       : of("kế hoạch chi tiết, còn {} ngày", "detailed plan, {} before");
    case RungKind::reminder:
      return days == 0 ? Text{"nhắc đúng hạn", "reminder on the day"}
                       : of("nhắc, còn {} ngày", "reminder, {} before");
    case RungKind::overdue:
      return of("nhắc quá hạn {} ngày", "overdue by {}");
    case RungKind::to_head:
      return of("báo thủ trưởng đơn vị, quá hạn {} ngày", "to the head of the unit, {} after");
    case RungKind::to_leaders:
      return of("báo lãnh đạo, quá hạn {} ngày", "to the leaders, {} after");
    case RungKind::report_period:
      return {"kỳ báo cáo", "report"};
  }
  return {};
}

}  // namespace tiendo::runtime
