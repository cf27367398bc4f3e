#pragma once

#include <array>
#include <span>

#include "base/text.hpp"
#include "model/ids.hpp"
#include "model/lifecycle.hpp"
#include "model/part.hpp"
#include "model/person.hpp"

namespace tiendo::lifecycle {

/// What an actor is to a task (or, for the result of a target, to its lead unit).
enum class Standing : std::uint8_t {
  staff_of_lead,
  staff_of_coordinating,  // the head of a coordinating unit too
  head_of_lead,
  leader,
  office,
  office_as_lead,  // the office where its own unit leads, or none does and it fills the place
  administrator,
  viewer,  // whoever has no part in it
};

/// Who holds `post`, beside a task with these units; both empty for what concerns a campaign or the
/// office as a whole.
[[nodiscard]] Standing standing_of(const model::Post& post, std::span<const model::Part> leads,
                                   std::span<const model::Part> coordinating);

/// Whether who stands so may give the command himself. What is possible in the state of the task
/// is another question: next().
[[nodiscard]] bool may(Standing standing, model::TaskAction action);
[[nodiscard]] bool may(Standing standing, model::CampaignAction action);
[[nodiscard]] bool may(Standing standing, model::OfficeAction action);

/// Whether who stands so may enter what another did, with the number of the document that shows it.
[[nodiscard]] bool may_enter_for_others(Standing standing);

/// For a refusal: whose command it would be.
[[nodiscard]] Text who_may(model::TaskAction action);
[[nodiscard]] Text who_may(model::CampaignAction action);
[[nodiscard]] Text who_may(model::OfficeAction action);

}  // namespace tiendo::lifecycle

template <>
inline std::span<const std::string_view> tiendo::model::names_of<tiendo::lifecycle::Standing>() {
  static constexpr std::array<std::string_view, 8> names{
      "staff_of_lead", "staff_of_coordinating", "head_of_lead",  "leader",
      "office",        "office_as_lead",        "administrator", "viewer"};
  return names;
}
