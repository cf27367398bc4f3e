#include "office.hpp"

#include <fmt/format.h>

namespace tiendo::cli {
namespace {

Failure missing_campaign(const std::string& id) {
  return {Exit::refused,
          "unknown_campaign",
          {fmt::format("không có đợt “{}”", id), fmt::format("no campaign '{}'", id)}};
}

}  // namespace

const model::Campaign* find_campaign(const model::State& state, const std::string& id,
                                     Context& context) {
  if (!id.empty()) {
    const auto* campaign = state.find(model::CampaignId{id});
    if (campaign == nullptr) {
      complain(context, missing_campaign(id));
    }
    return campaign;
  }
  if (state.campaigns.size() == 1) {
    return &state.campaigns.begin()->second;
  }
  if (state.campaigns.empty()) {
    complain(context, {Exit::refused,
                       "no_campaign",
                       {"chưa có đợt nào: hãy ban hành một kế hoạch (tiendo campaign issue)",
                        "there is no campaign yet: issue a plan (tiendo campaign issue)"}});
    return nullptr;
  }
  std::string ids;
  for (const auto& [one, campaign] : state.campaigns) {
    ids += (ids.empty() ? "" : ", ") + one.str();
  }
  complain(context, {Exit::bad_input,
                     "which_campaign",
                     {"có nhiều đợt, hãy nêu một đợt: " + ids,
                      "there are several campaigns, name one: " + ids}});
  return nullptr;
}

std::optional<model::TaskIndex> find_task(const model::Campaign& campaign, const std::string& id,
                                          Context& context) {
  const auto index = campaign.plan->find(model::TaskId{id});
  if (!index) {
    complain(context, {Exit::refused,
                       "unknown_task",
                       {fmt::format("đợt “{}” không có nhiệm vụ “{}”", campaign.id.str(), id),
                        fmt::format("the campaign '{}' has no task '{}'", campaign.id.str(), id)}});
  }
  return index;
}

}  // namespace tiendo::cli
