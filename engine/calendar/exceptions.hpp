#pragma once

#include <vector>

#include "calendar/dating.hpp"

namespace tiendo::calendar {

/// Takes the days that do not count ("trừ tháng 7") out of what was dated, in order.
[[nodiscard]] std::vector<DayRange> take_exceptions(std::vector<Dated>& dated);

/// Shortens the window by them at its ends; between its ends they are only said. Not resolved: a
/// phrase of nothing else, a recurrence or a counted limit with exceptions.
void subtract(const std::vector<DayRange>& exceptions, const Phrase& phrase, Window& window);

}  // namespace tiendo::calendar
