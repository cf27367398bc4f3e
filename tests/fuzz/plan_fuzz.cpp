// A plan as anybody may send it: read, checked and laid out anew, with no companions but those
// compiled in.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.hpp"
#include "calendar/working_days.hpp"
#include "definition/format.hpp"
#include "definition/plan_reader.hpp"

using namespace tiendo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const calendar::WorkingDays working_days;
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const auto read =
      definition::read_plan(text, "plan.yaml", definition::no_companions(), working_days);
  check(read.value.has_value() || !read.findings.empty(),
        "what is refused is refused for a reason");
  const auto formatted = definition::format_yaml(text, "plan.yaml");
  if (read.value && formatted.value) {
    const auto again = definition::read_plan(*formatted.value, "plan.yaml",
                                             definition::no_companions(), working_days);
    check(again.value.has_value(), "a plan that was laid out anew is a plan");
  }
  return 0;
}
