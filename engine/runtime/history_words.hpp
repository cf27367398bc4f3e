#pragma once

#include <string>
#include <string_view>

#include "base/text.hpp"
#include "model/event.hpp"

namespace tiendo::runtime {

/// What an event is called, and what it says.
struct EventWords {
  std::string_view type;
  Text text;
};

/// `plan` is that of the campaign of the event, null for an event of the office.
[[nodiscard]] EventWords words_for(const model::EventBody& body, const model::Plan* plan);

}  // namespace tiendo::runtime
