#pragma once

#include "base/result.hpp"
#include "runtime/engine.hpp"

namespace tiendo::api {

/// Gives an office that has no days off yet those that the program knows, in the name of `owner`.
/// It counts once the engine has committed.
[[nodiscard]] Result<void> give_first_holidays(runtime::Engine& engine, const model::UserId& owner,
                                               Timestamp now);

}  // namespace tiendo::api
