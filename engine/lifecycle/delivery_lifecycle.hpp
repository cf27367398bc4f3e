#pragma once

#include <optional>

#include "model/lifecycle.hpp"

namespace tiendo::lifecycle {

/// The state of a notice on its way after `action`, nothing where the law refuses. Pure; any
/// thread.
[[nodiscard]] std::optional<model::DeliveryState> next(model::DeliveryState state,
                                                       model::DeliveryAction action);

}  // namespace tiendo::lifecycle
