#pragma once

#include "base/text.hpp"

namespace tiendo {

/// A number as people write it: `1.234,5` in Vietnamese, `1,234.5` in English. At most so many
/// decimals, none of them a zero at the end; six are all that a value of ours has.
[[nodiscard]] Text number_text(double value, int decimals_max = 6);

/// `115 %`, `61,33 %`; in English `115%`. At most two decimals. What is not `bound` is not rounded
/// to it: just below what was planned is never shown as all of it.
[[nodiscard]] Text percent_text(double percent, double bound = 100);

}  // namespace tiendo
