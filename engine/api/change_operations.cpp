#include "api/change_operations.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "api/answers.hpp"
#include "api/body.hpp"
#include "api/finding_json.hpp"
#include "api/look_ahead.hpp"
#include "api/plan_files.hpp"
#include "api/plan_json.hpp"
#include "api/problem.hpp"
#include "api/task_operations.hpp"
#include "definition/plan_diff.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;

model::DocumentReference document_of(const Body& document) {
  return {document.text("number"), document.day("date"), document.text("issuer"),
          document.text("signer")};
}

std::map<std::string, std::string> states_of(const Body& body) {
  std::map<std::string, std::string> states;
  if (const auto* given = body.find("states")) {
    for (const auto& [before, mark, now] : given->map()) {
      states.emplace(before, now.text());
    }
  }
  return states;
}

/// 409 where the amendment was made against a version that is not that of now: somebody else
/// amended the plan meanwhile.
std::optional<Response> plan_changed(std::optional<std::uint32_t> against,
                                     const model::Campaign& campaign, Language language) {
  const auto now = campaign.plan_version;
  if (!against || *against == now) {
    return std::nullopt;
  }
  return problem(409, "plan_changed",
                 {fmt::format("bản điều chỉnh soạn theo phiên bản {} của kế hoạch, nay kế hoạch đã "
                              "là phiên bản {}: xem lại thay đổi rồi soạn lại",
                              *against, now),
                  fmt::format("the amendment was made against version {} of the plan, which is "
                              "version {} now: look at what changed and make it anew",
                              *against, now)},
                 language, {{"version", now}});
}

/// What the two versions say otherwise. What an amendment left out before is no news.
json::object difference_of(const model::Plan& before, const model::Plan& after,
                           const calendar::WorkingDays& working_days, Language language) {
  auto difference = definition::diff(before, after, working_days);
  const auto was_dropped = [&](const std::string& id) {
    const auto index = before.find(model::TaskId{id});
    return index && before.tasks[*index].dropped;
  };
  std::erase_if(difference.tasks, [&](const auto& task) { return was_dropped(task.id); });
  std::erase_if(difference.days, [&](const auto& day) { return was_dropped(day.task.str()); });
  return to_json(difference, language);
}

model::Merger merger_of(const Body& body) {
  model::Merger merger;
  for (const auto& unit : body.find("from")->list()) {
    merger.from.emplace_back(unit.text());
  }
  merger.into = model::UnitId{body.text("into")};
  merger.day = body.needed_day("day");
  merger.document = body.text("document");
  merger.reason = body.text("reason");
  if (const auto* tasks = body.find("tasks")) {
    for (const auto& node : tasks->list()) {
      const Body task{node};
      merger.tasks.push_back(
          {model::CampaignId{task.text("campaign")}, model::TaskId{task.text("task")},
           *model::named<model::Treatment>(task.text("treatment")), task.text("reason")});
    }
  }
  return merger;
}

}  // namespace

Prepared amend_campaign(const Request& request) {
  auto read = read_body(request, "Amendment");
  if (auto* wrong = std::get_if<Response>(&read)) {
    return std::move(*wrong);
  }
  const auto& body = std::get<Body>(read);
  auto plan = good_plan(body, "files", request.language);
  if (auto* wrong = std::get_if<Response>(&plan)) {
    return std::move(*wrong);
  }
  auto& good = std::get<GoodPlan>(plan);
  const auto against = body.has("version")
                           ? std::optional{static_cast<std::uint32_t>(body.number("version"))}
                           : std::nullopt;
  model::AmendPlan command{good.plan, std::move(good.sources),
                           document_of(Body{*body.find("document")}), body.text("reason"),
                           states_of(body)};
  return [command = std::move(command), against,
          findings = to_json(good.findings, request.language)](const Writing& writing) {
    const auto language = writing.language();
    const auto* campaign = find_campaign(writing.engine.state(), writing.path, writing.sight);
    if (campaign == nullptr) {
      return no_campaign(writing.at("campaign"), language);
    }
    const auto more = [&, before = campaign->plan] {
      const auto& working_days = *writing.engine.state().office.working_days;
      return json::object{
          {"difference", difference_of(*before, *command.plan, working_days, language)}};
    };
    return carry_out_or_preview(writing,
                                {.campaign = campaign->id,
                                 .body = model::CampaignCommand{command},
                                 .stale = plan_changed(against, *campaign, language)},
                                {{"campaign", campaign->id.str()}, {"findings", findings}}, more);
  };
}

Response set_anchor(const Writing& writing) {
  const auto* campaign = find_campaign(writing.engine.state(), writing.path, writing.sight);
  if (campaign == nullptr) {
    return no_campaign(writing.at("campaign"), writing.language());
  }
  auto read = read_body(writing.request, "AnchorDay");
  if (auto* wrong = std::get_if<Response>(&read)) {
    return std::move(*wrong);
  }
  const auto& body = std::get<Body>(read);
  return carry_out_or_preview(
      writing,
      {campaign->id, model::CampaignCommand{model::SetAnchor{
                         writing.at("anchor"), body.needed_day("day"), body.text("document")}}},
      {{"campaign", campaign->id.str()}});
}

Response merge_units(const Writing& writing) {
  auto read = read_body(writing.request, "Merger");
  if (auto* wrong = std::get_if<Response>(&read)) {
    return std::move(*wrong);
  }
  return carry_out_or_preview(
      writing, {{}, model::OfficeCommands{model::MergeUnits{merger_of(std::get<Body>(read))}}},
      json::object{});
}

}  // namespace tiendo::api
