#pragma once

#include <functional>

#include "api/answers.hpp"

namespace tiendo::api {

/// What a preview says beside what is recorded and moves: made only where it is asked for, of the
/// state as it is before.
using MorePreview = std::function<boost::json::object()>;

/// `carry_out`; or, where the request has dry_run=true, what it would come to: {accepted, dry_run,
/// at, events, told, moves, difference} and `details`. Nothing is done then but what the clock had
/// to do anyway. Refused is what would be refused.
[[nodiscard]] Response carry_out_or_preview(const Writing& writing, Wish wish,
                                            boost::json::object details,
                                            const MorePreview& more = {});

}  // namespace tiendo::api
