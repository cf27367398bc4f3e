#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "decide/decision.hpp"
#include "model/command.hpp"
#include "model/event.hpp"
#include "model/state.hpp"
#include "port/journal.hpp"

namespace tiendo::test {

using Lines = std::vector<std::string>;

inline constexpr const char* campaign_id = "dot-2025";

// People. An and Hoa are of the unit that leads the tasks of a PlanBuilder, Cường is of trung-tam.
[[nodiscard]] model::Person staff();          // An
[[nodiscard]] model::Person head();           // Hoa
[[nodiscard]] model::Person coordinator();    // Cường
[[nodiscard]] model::Person leader();         // Bình
[[nodiscard]] model::Person office();         // Lan
[[nodiscard]] model::Person administrator();  //
[[nodiscard]] model::Person viewer();         //

/// All of them.
[[nodiscard]] std::vector<model::Person> people();
/// What an office with these people and the units of a PlanBuilder begins with.
[[nodiscard]] std::vector<model::Event> office_events();

/// `body`: anything that a command may hold.
template <class Body>
[[nodiscard]] model::Command command(const model::Person& actor, Body body) {
  const model::CampaignId campaign{campaign_id};
  if constexpr (std::is_constructible_v<model::TaskCommand, Body>) {
    return {actor.id, {}, campaign, model::TaskCommand{std::move(body)}};
  } else if constexpr (std::is_constructible_v<model::CampaignCommand, Body>) {
    return {actor.id, {}, campaign, model::CampaignCommand{std::move(body)}};
  } else if constexpr (std::is_constructible_v<model::OfficeCommand, Body>) {
    return {actor.id, {}, {}, model::OfficeCommands{std::move(body)}};
  } else {
    return {actor.id, {}, campaign, std::move(body)};
  }
}

/// One line an event: `a: reported`, `a: -10`, `a: -10 missed`, `phases: peak`, `campaign: closed`,
/// `notice: a -10 to nghiep-vu`.
[[nodiscard]] std::string words(const model::Event& event);
[[nodiscard]] Lines words(std::span<const model::Event> events);

/// Of `lines` those that begin with `start`, without it.
[[nodiscard]] Lines only(const Lines& lines, std::string_view start);
/// Of `lines` those that do not begin with `start`.
[[nodiscard]] Lines without(const Lines& lines, std::string_view start);

/// All of a state, a line a thing: two states are equal when these are.
[[nodiscard]] Lines dump(const model::State& state);

/// `accepted`, or the code of the rejection.
[[nodiscard]] std::string outcome(const decide::Decision& decision);
[[nodiscard]] std::string outcome(const port::Answer& answer);

}  // namespace tiendo::test
