#pragma once

#include <optional>
#include <span>

#include "decide/decision.hpp"
#include "model/command.hpp"
#include "model/state.hpp"

namespace tiendo::decide {

/// Who gives a command, with all of his posts and the day on which they count.
struct Acting {
  const model::Command& command;
  std::span<const model::Post> posts;
  Day day;
};

/// `command.actor` as the office knows him; the owner of the folder is an administrator.
/// Nothing where nobody of this name is known. Deliveries are the engine's own: nobody is asked.
[[nodiscard]] std::optional<Acting> acting(const model::Office& office,
                                           const model::Command& command, Day day);

/// Nothing where one of the posts gives the right to the command, else the rejection
/// `not_permitted` (or `document_missing`). On behalf of another, with a document number, the
/// office and the administrators may enter whatever that person may do.
[[nodiscard]] std::optional<Rejection> may(const Acting& acting, const model::Task& task,
                                           model::TaskAction action);
/// `leads`: the units that the action concerns, where it concerns any.
[[nodiscard]] std::optional<Rejection> may(const Acting& acting, std::span<const model::Part> leads,
                                           model::CampaignAction action);
[[nodiscard]] std::optional<Rejection> may(const Acting& acting, model::OfficeAction action);

}  // namespace tiendo::decide
