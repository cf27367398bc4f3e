#pragma once

#include <string>

#include "api/look.hpp"
#include "api/sight.hpp"
#include "model/state.hpp"

namespace tiendo::api {

// What a timeline draws (schema Timeline), written straight as JSON: there are many bars, and a
// tree of them costs ten times as much as their text.

/// What stands before the bars.
void begin_timeline(std::string& text, const model::Campaign& campaign, const Look& look);
/// The bar of a task; `follows`: another stands before it.
void add_bar(std::string& text, const model::Campaign& campaign, model::TaskIndex task,
             const Look& look, bool follows);
void end_timeline(std::string& text);

}  // namespace tiendo::api
