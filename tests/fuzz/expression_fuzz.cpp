#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.hpp"
#include "base/fold.hpp"
#include "calendar/expression.hpp"

using namespace tiendo;
using namespace tiendo::calendar;

namespace {

/// What holds for every window, whatever the phrase was.
void check_window(const Window& window) {
  const auto ok = [](const std::optional<Day>& day) { return !day || day->ok(); };
  check(ok(window.start) && ok(window.end) && ok(window.due) && ok(window.planned), "days exist");
  check(window.resolved == window.reason.vi.empty(), "a reason stands exactly where it is needed");
  check(window.reason.vi.empty() == window.reason.en.empty(), "reasons are in both languages");
  const bool ordered = !window.start || !window.due || *window.start <= *window.due;
  check(!window.resolved || ordered, "a window that is resolved begins before it ends");
  check(!window.due || window.end == window.due, "a due date ends the window");
  if (window.recurrence) {
    const Day from{std::chrono::year{2025}, std::chrono::April, std::chrono::day{11}};
    check(window.recurrence->next(from) >= from, "an occurrence is not in the past");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view phrase{reinterpret_cast<const char*>(data), size};
  const Day first{std::chrono::year{2025}, std::chrono::January, std::chrono::day{1}};
  const Day last{std::chrono::year{2026}, std::chrono::June, std::chrono::day{30}};
  const ExpressionContext bare;
  const ExpressionContext plan{
      .period = DayRange{first, last}, .issued = first, .anchors = {{"ngày bầu cử", last}}};
  for (const auto& context : {bare, plan}) {
    const auto window = resolve(phrase, context);
    check_window(window);
    check(resolve(phrase, context) == window, "the same phrase gives the same window");
  }
  (void)parse_limit(phrase);
  return 0;
}
