#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "api/look.hpp"
#include "model/state.hpp"
#include "runtime/target_view.hpp"

namespace tiendo::api {

/// The targets of a campaign: what was planned, what was reached last, how much of the time has
/// passed, and whether `user` may record a result now. `with_results`: all that were recorded too.
[[nodiscard]] boost::json::array targets_json(const model::Campaign& campaign,
                                              const model::UserId& user, const Look& look,
                                              bool with_results);

/// A result held against its target.
[[nodiscard]] boost::json::object to_json(const model::Target& target, const model::Result& result,
                                          Language language);
/// The same, with who recorded it and when.
[[nodiscard]] boost::json::object to_json(const model::Target& target,
                                          const runtime::RecordedResult& recorded,
                                          Language language);

}  // namespace tiendo::api
