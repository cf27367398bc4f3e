#include "api/look_ahead.hpp"

#include <boost/json/value.hpp>

#include "api/lists.hpp"
#include "api/preview_json.hpp"
#include "api/problem.hpp"
#include "runtime/preview.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;

Response preview_of(const Writing& writing, Wish wish, json::object details,
                    const MorePreview& more) {
  auto& engine = writing.engine;
  if (const auto caught_up = engine.catch_up(writing.now); caught_up.has_error()) {
    return unavailable(caught_up.error(), writing.language());
  }
  if (wish.stale) {
    return std::move(*wish.stale);
  }
  const auto& caller = writing.request.caller;
  const auto found = runtime::preview(
      engine.state(),
      {caller.user, caller.on_behalf, std::move(wish.campaign), std::move(wish.body)},
      engine.now());
  if (const auto* refusal = std::get_if<decide::Rejection>(&found)) {
    return refused(*refusal, writing.language());
  }
  json::object document{{"accepted", true},
                        {"dry_run", true},
                        {"at", to_string(engine.now())},
                        {"difference", nullptr}};
  auto comes_to = to_json(std::get<runtime::Preview>(found), engine.state(), writing.language());
  auto beside = more ? more() : json::object{};
  for (auto* members : {&comes_to, &beside, &details}) {
    for (auto& member : *members) {
      document[member.key()] = std::move(member.value());
    }
  }
  return json_response(document);
}

}  // namespace

Response carry_out_or_preview(const Writing& writing, Wish wish, json::object details,
                              const MorePreview& more) {
  if (query(writing.request, "dry_run") == "true") {
    return preview_of(writing, std::move(wish), std::move(details), more);
  }
  return carry_out(writing, std::move(wish), std::move(details));
}

}  // namespace tiendo::api
