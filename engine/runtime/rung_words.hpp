#pragma once

#include "base/text.hpp"
#include "model/rung.hpp"

namespace tiendo::runtime {

/// What a deadline or reminder is called, without its date: "nhắc, còn 3 ngày", "hạn hoàn thành".
/// Days are working days.
[[nodiscard]] Text name_of(const model::Rung& rung);

}  // namespace tiendo::runtime
