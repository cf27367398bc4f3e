#pragma once

#include <boost/json/object.hpp>
#include <span>

#include "base/text.hpp"
#include "definition/finding.hpp"
#include "definition/plan_diff.hpp"
#include "model/plan.hpp"

namespace tiendo::api {

/// A plan with its windows resolved: tasks, units, targets, phases.
[[nodiscard]] boost::json::object to_json(const model::Plan& plan, Language language);

/// {valid, errors, warnings, findings} of a file that was read.
[[nodiscard]] boost::json::object check_json(std::span<const definition::Finding> findings,
                                             Language language);

/// What an amendment would change, a list for each sort of thing, and the days that would move. The
/// names of facts are English and stay the same; what they are is told in the language.
[[nodiscard]] boost::json::object to_json(const definition::PlanDifference& difference,
                                          Language language);

}  // namespace tiendo::api
