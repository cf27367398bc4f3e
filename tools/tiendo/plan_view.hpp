#pragma once

#include <string>
#include <vector>

#include "base/text.hpp"
#include "calendar/window.hpp"
#include "model/plan.hpp"

namespace tiendo::cli {

/// The short names of the units, with what each does: "NV-KT; TTTV (thiết kế gian hàng)".
[[nodiscard]] std::string units_shown(const model::Plan& plan,
                                      const std::vector<model::Part>& parts);

/// "11/4/2025 - 20/4/2025, dự kiến"; "ngày 20 hằng tháng"; what there is instead of a due date; why
/// there is none.
[[nodiscard]] Text window_shown(const calendar::Window& window);

/// "trên 50 HTX"; "1.500 hộ"; "tăng 10 % so với năm 2024 (năm 2024: 75 HTX)": what is planned as
/// printed, with its unit and base.
[[nodiscard]] Text target_shown(const model::Target& target);

/// "đợt/nhiệm vụ", one after another.
[[nodiscard]] std::string elsewhere_shown(const std::vector<model::TaskElsewhere>& tasks);

}  // namespace tiendo::cli
