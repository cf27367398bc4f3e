#pragma once

#include <optional>
#include <span>

#include "decide/decision.hpp"
#include "model/command.hpp"
#include "model/state.hpp"

namespace tiendo::decide {

/// Nothing where the actor may give the command, else the rejection `not_permitted` (or
/// `document_missing`). On behalf of another, with a document number, the office and the
/// administrators may enter whatever that person may do.
[[nodiscard]] std::optional<Rejection> may(const model::Command& command, const model::Task& task,
                                           model::TaskAction action);
/// `leads`: the units that the action concerns, where it concerns any.
[[nodiscard]] std::optional<Rejection> may(const model::Command& command,
                                           std::span<const model::Part> leads,
                                           model::CampaignAction action);
[[nodiscard]] std::optional<Rejection> may_set_holidays(const model::Command& command);

}  // namespace tiendo::decide
