#pragma once

#include <string>
#include <string_view>

#include "base/text.hpp"
#include "model/event.hpp"
#include "model/state.hpp"

namespace tiendo::runtime {

/// What an event is called, and what it says.
struct EventWords {
  std::string_view type;
  Text text;
};

/// `plan` is that of the campaign of the event, null for an event of the office.
[[nodiscard]] EventWords words_for(const model::EventBody& body, const model::Plan* plan);

/// What a step led to, as the procedure then moved: the state that was gone to and, after it, those
/// to which the procedure went on by itself.
[[nodiscard]] Text step_words(const model::StepPerformed& performed, const model::ChartMoved& moved,
                              const model::Plan* plan);

/// The unit's short name in the plan, where it has none in the office: "lãnh đạo", "trưởng NV-KT".
[[nodiscard]] Text words_for(const model::Addressee& to, const model::Plan* plan,
                             const model::Office* office = nullptr);

}  // namespace tiendo::runtime
