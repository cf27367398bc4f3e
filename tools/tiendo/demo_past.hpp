#pragma once

#include <span>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "definition/embedded_story.hpp"
#include "model/event.hpp"
#include "model/ids.hpp"

namespace tiendo::cli {

/// What happened in an office until `begin`, from the issue of the first plan on: decided by the
/// engine, in memory. With the last of the stories the office begins to write letters; they count
/// as sent. An error where a step of a scenario is refused that is not meant to be.
[[nodiscard]] Result<std::vector<model::Event>> demo_past(
    std::span<const definition::Story> stories, Timestamp begin, const model::UserId& owner);

}  // namespace tiendo::cli
