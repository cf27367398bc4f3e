#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace tiendo::definition {

/// `text` in quotes on one line, cut where it is long: for messages.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// `a, b, c`; where there are many, the first and how many more.
[[nodiscard]] Text listed(std::span<const std::string_view> names);

/// The one of `names` that was probably meant by `name`: apart by a slip or two, or by marks and
/// case alone.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view name,
                                                      std::span<const std::string_view> names);

/// `; có phải "x"?` where there is a nearest name, else what there is to choose from.
[[nodiscard]] Text suggestion(std::string_view name, std::span<const std::string_view> names);

}  // namespace tiendo::definition
