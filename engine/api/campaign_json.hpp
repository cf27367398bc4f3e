#pragma once

#include <boost/json/object.hpp>

#include "api/look.hpp"
#include "api/sight.hpp"
#include "model/state.hpp"

namespace tiendo::api {

/// Whether a closed campaign has no summing-up report yet.
[[nodiscard]] bool owes_report(const model::Campaign& campaign);

/// A campaign of a list: its document and what amended it, state, phases, targets as they look to
/// `user`, and its tasks in numbers: of those that `sight` sees.
[[nodiscard]] boost::json::object to_json(const model::Campaign& campaign,
                                          const model::UserId& user, const Sight& sight,
                                          const Look& look);

/// The same with all that is said of one campaign: every result of its targets.
[[nodiscard]] boost::json::object detail_json(const model::Campaign& campaign,
                                              const model::UserId& user, const Sight& sight,
                                              const Look& look);

}  // namespace tiendo::api
