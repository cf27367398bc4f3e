#include "model/rung.hpp"

#include <fmt/format.h>

namespace tiendo::model {

std::string to_string(const Rung& rung) {
  switch (rung.kind) {
    case RungKind::due:
    case RungKind::announce:
    case RungKind::open:
      return std::string{name(rung.kind)};
    case RungKind::reminder:
      return fmt::format("{}", rung.offset);
    case RungKind::overdue:
      return fmt::format("+{}", rung.offset);
    case RungKind::report_period:
      return "report_period " +
             tiendo::to_string(Day{std::chrono::sys_days{std::chrono::days{rung.offset}}});
    case RungKind::fix_date:
    case RungKind::detailed_plan:
    case RungKind::to_head:
    case RungKind::to_leaders:
      return fmt::format("{}{:+}", name(rung.kind), rung.offset);
  }
  return {};
}

}  // namespace tiendo::model
