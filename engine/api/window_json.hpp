#pragma once

#include <boost/json/object.hpp>
#include <chrono>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "calendar/window.hpp"

namespace tiendo::api {

/// `{"phrase","start","due","due_time","planned","certainty","recurrence","resolved","reason"}`
/// (relied on from outside). The reason says why it is not resolved; where it is resolved, what a
/// reader should look at all the same, or null.
[[nodiscard]] boost::json::object to_json(const calendar::Window& window, Language language);

// The words of JSON for parts of a window.
[[nodiscard]] std::string_view name_of(calendar::Certainty certainty);
[[nodiscard]] std::string_view name_of(calendar::Frequency frequency);
/// "07:30".
[[nodiscard]] std::string clock_shown(std::chrono::minutes time);

}  // namespace tiendo::api
