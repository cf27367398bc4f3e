#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/number_text.hpp"
#include "decide/campaign_commands.hpp"
#include "decide/refuse.hpp"

namespace tiendo::decide {

Refusal decide_campaign(const model::RecordResult& command, Draft& draft) {
  const auto& targets = draft.campaign().plan->targets;
  const auto target = std::ranges::find(targets, command.target, &model::Target::id);
  if (target == targets.end()) {
    return bad_argument({fmt::format("kế hoạch không có chỉ tiêu “{}”", command.target.str()),
                         fmt::format("the plan has no target '{}'", command.target.str())});
  }
  if (!std::isfinite(command.value) || command.value < 0) {
    return bad_argument({"kết quả phải là một số không âm", "a result is a number, not negative"});
  }
  const Day today = local_day(draft.now());
  const Day day = command.day.value_or(today);
  const Day first = target->days.value_or(draft.campaign().plan->period).first;
  if (day < first) {
    return bad_argument({fmt::format("kết quả tính đến {}, trước khi kỳ của chỉ tiêu bắt đầu: "
                                     "ghi ngày từ {} trở đi",
                                     to_vietnamese(day), to_vietnamese(first)),
                         fmt::format("the result is of {}, before the period of the target begins: "
                                     "write {} or a later day",
                                     to_string(day), to_string(first))});
  }
  if (day > today) {
    return bad_argument(
        {fmt::format("kết quả tính đến {} là ngày chưa đến: ghi ngày đến hôm nay",
                     to_vietnamese(day)),
         fmt::format("the result is of {}, a day that has not come: write a day until today",
                     to_string(day))});
  }
  const auto base = command.base ? command.base : target->base;
  if (base && !(std::isfinite(*base) && *base > 0)) {
    return bad_argument({"số gốc để so sánh phải lớn hơn 0: ghi số thật",
                         "the base that a result is compared with is above 0: write the real one"});
  }
  const double whole = base.value_or(100);  // without a base results are given in percent
  if (target->measure == model::Measure::share && command.value > whole) {
    const Text value = number_text(command.value);
    const Text most = number_text(whole);
    return bad_argument(
        {fmt::format("kết quả {} lớn hơn số gốc {}: tỷ lệ không vượt 100 %, xem lại hai số",
                     value.vi, most.vi),
         fmt::format("the result {} is more than its base {}: a share is at most 100%, look at "
                     "both numbers again",
                     value.en, most.en)});
  }
  if (target->measure == model::Measure::growth && !base) {
    return bad_argument(
        {fmt::format("thiếu số gốc ({}) để tính mức tăng: ghi số gốc cùng kết quả",
                     target->base_text),
         fmt::format("the base ({}) that growth is measured from is missing: write it with the "
                     "result",
                     target->base_text)});
  }
  draft.record(model::ResultRecorded{command.target, command.value, day, command.document,
                                     command.estimated, command.base});
  draft.wake_phases();
  return std::nullopt;
}

}  // namespace tiendo::decide
