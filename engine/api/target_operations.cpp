#include "api/target_operations.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "api/answers.hpp"
#include "api/body.hpp"
#include "api/lists.hpp"
#include "api/problem.hpp"
#include "api/target_json.hpp"
#include "api/task_operations.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;

const model::Target* find_target(const model::Campaign& campaign, const std::string& id) {
  const auto& targets = campaign.plan->targets;
  const auto found = std::ranges::find(targets, model::TargetId{id}, &model::Target::id);
  return found == targets.end() ? nullptr : &*found;
}

Response no_target(const std::string& id, Language language) {
  return problem(404, "unknown_target",
                 {fmt::format("kế hoạch không có chỉ tiêu “{}”", id),
                  fmt::format("the plan has no target '{}'", id)},
                 language);
}

model::RecordResult command_of(const std::string& target, const Body& body) {
  return {model::TargetId{target},
          body.number("value"),
          body.day("day"),
          body.text("document"),
          body.has("estimated") && body.flag("estimated"),
          body.has("base") ? std::optional{body.number("base")} : std::nullopt};
}

}  // namespace

Outcome list_results(const Reading& reading) {
  const auto* campaign = find_campaign(reading.look.state, reading.path, reading.sight);
  if (campaign == nullptr) {
    return no_campaign(reading.at("campaign"), reading.language());
  }
  const auto* target = find_target(*campaign, reading.at("target"));
  if (target == nullptr) {
    return no_target(reading.at("target"), reading.language());
  }
  const auto end = reading.as_of ? std::optional{end_of(*reading.as_of)} : std::nullopt;
  return ReadJournal{[id = campaign->id, plan = campaign->plan, target, end,
                      language = reading.language()](const port::Journal& journal) {
    const auto recorded = runtime::recorded_results(journal, id, target->id, end);
    if (recorded.has_error()) {
      return unavailable(recorded.error(), language);
    }
    json::array all;
    for (const auto& one : *recorded) {
      all.push_back(to_json(*target, one, language));
    }
    return list_response("results", std::move(all), std::nullopt);
  }};
}

Response record_result(const Writing& writing) {
  const auto* campaign = find_campaign(writing.engine.state(), writing.path, writing.sight);
  if (campaign == nullptr) {
    return no_campaign(writing.at("campaign"), writing.language());
  }
  auto body = read_body(writing.request, "Result");
  if (auto* wrong = std::get_if<Response>(&body)) {
    return std::move(*wrong);
  }
  const auto& id = campaign->id;
  return carry_out(
      writing,
      {id, model::CampaignCommand{command_of(writing.at("target"), std::get<Body>(body))}, {}},
      {{"campaign", id.str()}});
}

}  // namespace tiendo::api
