#pragma once

#include <boost/json/object.hpp>

#include "api/operation.hpp"
#include "decide/decision.hpp"
#include "model/command.hpp"

namespace tiendo::api {

/// What is asked of the engine. `version` is that of the thing to be changed as it is now: If-Match
/// is held against it.
struct Wish {
  model::CampaignId campaign;
  decltype(model::Command::body) body;
  std::optional<std::uint32_t> version{};
  std::optional<Response> stale{};  // the refusal of what was asked of something older
};

/// Gives the command to the engine, under the idempotency key of the request, and says what it came
/// to: {accepted, at, position, events, told, by_clock} and `details`; a problem document where it
/// was refused. A request that came before under its key is answered as the first time.
[[nodiscard]] Response carry_out(const Writing& writing, Wish wish, boost::json::object details);

/// The refusal where the caller may not give this command on the office, whatever else is wrong
/// with it. For what may come to no command at all, and would be done for anybody then.
[[nodiscard]] std::optional<Response> may_not(const Writing& writing, model::OfficeCommands like);

/// The problem document of a rejection: 403 who may not, 404 what is not there, 409 the rest.
[[nodiscard]] Response refused(std::string_view code, const Text& reason, Language language);
/// With what stands in the way as members: `task`, `states`.
[[nodiscard]] Response refused(const decide::Rejection& rejection, Language language);

// What is not there for whoever asks, be it that he may not see it.
[[nodiscard]] Response no_campaign(const std::string& id, Language language);
[[nodiscard]] Response no_task(const std::string& id, Language language);

/// 400: a query parameter that cannot be read, with its name and what would be right.
[[nodiscard]] Response bad_parameter(const Error& error, Language language);

}  // namespace tiendo::api
