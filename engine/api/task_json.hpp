#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "api/look.hpp"
#include "api/sight.hpp"
#include "model/state.hpp"

namespace tiendo::api {

/// A task of a list: dates, units, state, how it stands to its date.
[[nodiscard]] boost::json::object to_json(const model::Campaign& campaign, model::TaskIndex task,
                                          const Look& look);

/// The same with all that is said of one task: document numbers, what it waits for, where its
/// procedure stands, its evidence, and what `user` may do now or why he may not. `sight`: that of
/// other campaigns.
[[nodiscard]] boost::json::object detail_json(const model::Campaign& campaign,
                                              model::TaskIndex task, const model::UserId& user,
                                              const Sight& sight, const Look& look);

/// What a path or the command line calls the action: `report_progress` is `progress`.
[[nodiscard]] std::string command_of(model::TaskAction action);

}  // namespace tiendo::api
