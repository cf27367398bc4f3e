#pragma once

#include <boost/json/value.hpp>

#include "definition/finding.hpp"
#include "definition/node.hpp"

namespace tiendo::definition {

/// Says in words for people where and why `root` is not what `schema` asks for, a part of
/// `document`, in which its references are found: unknown and missing
/// keys, types, values out of a list, bounds and patterns. Knows the keywords that the schemas of
/// this house use; which of them decide is the validator's business, not this one's.
///
/// What is wrong or missing gets a stand-in with the place `nowhere`, and what is unknown is taken
/// out of `root`, so that the rest can be checked further.
void explain(Node& root, const boost::json::value& document, const boost::json::value& schema,
             Findings& findings);

}  // namespace tiendo::definition
