#pragma once

#include "api/operation.hpp"

namespace tiendo::api {

// Of plans as they are written: nothing is recorded.
[[nodiscard]] Response check_plan(const Request& request, const Patience& patience);
[[nodiscard]] Response show_plan(const Request& request, const Patience& patience);
[[nodiscard]] Response simulate_plan(const Request& request, const Patience& patience);
[[nodiscard]] Response compare_plans(const Request& request, const Patience& patience);
[[nodiscard]] Response draw_plan(const Request& request, const Patience& patience);
[[nodiscard]] Response format_plan(const Request& request, const Patience& patience);
[[nodiscard]] Response copy_plan(const Request& request, const Patience& patience);

}  // namespace tiendo::api
