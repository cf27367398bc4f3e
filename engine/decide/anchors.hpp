#pragma once

#include <functional>
#include <string>
#include <vector>

#include "calendar/expression.hpp"
#include "model/state.hpp"

namespace tiendo::decide {

/// What the phrases of the campaign's plan are read with, as far as its days are known now.
/// `office` has to outlive it.
[[nodiscard]] calendar::ExpressionContext reading_of(const model::Campaign& campaign,
                                                     const model::Office& office);

/// The days with names that are not known yet and that times of tasks count from, each once, in the
/// order of the plan; of the tasks that `counts`. What was dated otherwise, accepted or cancelled
/// waits for none.
[[nodiscard]] std::vector<std::string> awaited_anchors(
    const model::Campaign& campaign, const model::Office& office,
    const std::function<bool(const model::Task&)>& counts);

}  // namespace tiendo::decide
