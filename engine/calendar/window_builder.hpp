#pragma once

#include "calendar/expression.hpp"
#include "calendar/phrase.hpp"

namespace tiendo::calendar {

/// The window of a phrase that has been read.
[[nodiscard]] Window window_of(Phrase phrase, const ExpressionContext& context);

/// Moves the clauses that name the day of a recurrence ("trước ngày 20" of "hằng tháng") into it.
/// Gives the recurrence, if the phrase has one; a remark where more was printed than it can hold.
[[nodiscard]] std::optional<Recurrence> take_recurrence(Phrase& phrase,
                                                        const ExpressionContext& context,
                                                        Text& remark);

}  // namespace tiendo::calendar
