#pragma once

#include "definition/finding.hpp"
#include "definition/names.hpp"
#include "definition/node.hpp"
#include "definition/time_context.hpp"
#include "model/target.hpp"

namespace tiendo::definition {

/// What the targets of a plan are read with.
struct TargetContext {
  const TimeContext& time;
  const Names& units;
};

/// The target that `entry` of a `targets:` map declares. Its planned value is a number or a phrase
/// (planned_value.hpp). Errors: a plan or a base of nothing, a base that nothing is measured from,
/// two units or bases. Warnings: growth without a base, a period outside that of the plan.
[[nodiscard]] model::Target read_target(const Entry& entry, const TargetContext& context,
                                        Findings& findings);

}  // namespace tiendo::definition
