#pragma once

#include "base/result.hpp"
#include "calendar/phrase.hpp"
#include "calendar/working_days.hpp"

namespace tiendo::calendar {

/// Puts the day that a clause names into the recurrence beside it: "trước ngày 20" of "hằng tháng",
/// "20/6 và 20/12" of "hằng năm". Gives whether the clause was one of it; an error if it is and the
/// recurrence cannot hold it.
[[nodiscard]] Result<bool> put_day(Recurrence& recurrence, const Clause& clause,
                                   const WorkingDays& working_days);

/// Why a recurrence with several days in a period is refused.
[[nodiscard]] Text several_days();

}  // namespace tiendo::calendar
