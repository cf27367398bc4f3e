#pragma once

#include <optional>
#include <string>

#include "model/command.hpp"
#include "model/state.hpp"
#include "sim/dice.hpp"

namespace tiendo::sim {

/// What somebody wants of this campaign now, seen with the eyes of people: `state` may be old by
/// the time the command arrives. Where the command has room for words, `mark` stands in them, by
/// which its event is known again; it begins with `mark_begin`.

inline constexpr std::string_view mark_begin = "lenh-";

/// Something that moves the work on, by one whose right it is; nothing when there is nothing to do.
[[nodiscard]] std::optional<model::Command> ask_sensibly(Dice& dice, const model::State& state,
                                                         const model::CampaignId& campaign,
                                                         Timestamp now, const std::string& mark);

/// Anything, by anybody.
[[nodiscard]] model::Command ask_foolishly(Dice& dice, const model::State& state,
                                           const model::CampaignId& campaign, Timestamp now,
                                           const std::string& mark);

/// What brings the campaign to its end: resumes, and ends what is open; nothing when it has ended.
[[nodiscard]] std::optional<model::Command> ask_to_finish(const model::State& state,
                                                          const model::CampaignId& campaign,
                                                          const std::string& mark);

/// A change of holidays, people or units, mergers among them, right or wrong.
[[nodiscard]] model::Command ask_of_office(Dice& dice, const model::State& state, Timestamp now,
                                           const std::string& mark);

}  // namespace tiendo::sim
