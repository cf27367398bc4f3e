#pragma once

#include "base/text.hpp"
#include "model/target.hpp"
#include "runtime/target_view.hpp"

namespace tiendo::runtime {

/// What is to be reached: "80 HTX", "trên 50 HTX", "tăng 10 % so với năm 2024", "75 % tổng số HTX".
[[nodiscard]] Text planned_words(const model::Target& target);

/// What was reached, by itself: "92 HTX", "ước 92 HTX"; "80 %" of a share that is given so.
[[nodiscard]] Text result_words(const model::Target& target, const model::Result& result);

/// A result held against what was planned, with what its percentage is of: "đạt 115 % kế hoạch
/// (92/80 HTX)", "tăng 12 % so với năm 2024 (kế hoạch tăng 10 %)", "đạt 61,33 % của 525 HTX (kế
/// hoạch 75 %)". "Ước" stands in front of what is estimated. Where there is no percentage: the
/// result alone.
[[nodiscard]] Text achievement_words(const model::Target& target, const model::Result& result);

/// The base of a result: "250 HTX (năm 2024)"; empty where it rests on none.
[[nodiscard]] Text base_words(const model::Target& target, const model::Result& result);

/// "đã qua 305/365 ngày (83,56 %)".
[[nodiscard]] Text passed_words(const PassedPeriod& period);

/// "đạt kế hoạch", "chưa đạt kế hoạch"; of a limit "trong mức cho phép", "vượt mức cho phép".
[[nodiscard]] Text met_words(const model::Target& target, bool met);

}  // namespace tiendo::runtime
