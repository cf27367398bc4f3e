#pragma once

#include <string>

#include "base/text.hpp"
#include "base/time.hpp"
#include "calendar/working_days.hpp"
#include "model/state.hpp"

namespace tiendo::api {

/// The office as somebody looks at it: as it is, or as it was at the end of a day.
struct Look {
  const model::State& state;
  Timestamp now;  // the instant as which it is looked at
  Language language = Language::vi;

  [[nodiscard]] const calendar::WorkingDays& working_days() const {
    return *state.office.working_days;
  }
  [[nodiscard]] std::string say(const Text& text) const { return text.in(language); }
};

}  // namespace tiendo::api
