#include "runtime/cause_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace tiendo::runtime {
namespace {

/// What may happen to a task (model/event.hpp), as in "after … it" and "after it was …".
constexpr std::array<std::pair<std::string_view, std::pair<std::string_view, std::string_view>>, 9>
    happenings{{{"announced", {"giao", "announced"}},
                {"started", {"bắt đầu thực hiện", "started"}},
                {"reported", {"báo cáo hoàn thành", "reported"}},
                {"report_returned", {"trả lại báo cáo", "returned"}},
                {"accepted", {"nghiệm thu", "accepted"}},
                {"reopened", {"mở lại", "reopened"}},
                {"suspended", {"tạm dừng", "suspended"}},
                {"resumed", {"tiếp tục thực hiện", "resumed"}},
                {"cancelled", {"hủy", "cancelled"}}}};

std::string title_of(std::string_view task, const model::Plan* plan) {
  const auto index = plan == nullptr ? std::nullopt : plan->find(model::TaskId{task});
  return index ? plan->tasks[*index].title : std::string{task};
}

}  // namespace

Text cause_words(std::string_view cause, const model::Plan* plan) {
  constexpr std::string_view of_task = "task.";
  const bool elsewhere = cause.starts_with(of_task);
  const auto dot = elsewhere ? cause.rfind('.') : std::string_view::npos;
  const auto word = elsewhere ? cause.substr(dot + 1) : cause;
  const auto* found =
      std::ranges::find(happenings, word, [](const auto& one) { return one.first; });
  if (found == happenings.end()) {
    return {};
  }
  const auto& [vi, en] = found->second;
  if (!elsewhere) {
    return {fmt::format("tự động, sau khi {}", vi), fmt::format("by itself, once {}", en)};
  }
  const auto title = title_of(cause.substr(of_task.size(), dot - of_task.size()), plan);
  return {fmt::format("tự động, sau khi {} “{}”", vi, title),
          fmt::format("by itself, once '{}' was {}", title, en)};
}

}  // namespace tiendo::runtime
