#include "api/first_holidays.hpp"

#include "definition/holidays.hpp"

namespace tiendo::api {

Result<void> give_first_holidays(runtime::Engine& engine, const model::UserId& owner,
                                 Timestamp now) {
  if (!engine.state().office.holidays.empty()) {
    return {};
  }
  const model::Command command{
      owner, {}, {}, model::OfficeCommands{model::SetHolidays{definition::built_in_holidays()}}};
  const auto answer = engine.decide({command, {}, {}}, now);
  return answer.has_error() ? Result<void>{answer.error()} : Result<void>{};
}

}  // namespace tiendo::api
