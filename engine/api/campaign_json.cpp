#include "api/campaign_json.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <map>

#include "api/json_parts.hpp"
#include "api/target_json.hpp"
#include "decide/anchors.hpp"
#include "model/at_work.hpp"
#include "model/lifecycle_words.hpp"
#include "runtime/task_actions.hpp"
#include "runtime/task_view.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;

json::object counts_json(const runtime::TimeCounts& counts) {
  json::object object;
  const auto names = model::names_of<runtime::TimeStatus>();
  for (std::size_t i = 0; i < names.size(); ++i) {
    object[names[i]] = counts.by_status[i];
  }
  object["cancelled"] = counts.cancelled;
  return object;
}

json::array amendments_json(const model::Campaign& campaign) {
  json::array all;
  for (const auto& amendment : campaign.amendments) {
    all.push_back(json::object{{"version", amendment.version},
                               {"document", amendment.document.number},
                               {"date", day_or_null(amendment.document.date)},
                               {"reason", amendment.reason},
                               {"at", to_string(amendment.at)}});
  }
  return all;
}

/// The days that phrases count from, as they are known now.
json::object anchors_json(const model::Campaign& campaign) {
  auto anchors = campaign.plan->anchors;
  for (const auto& [anchor, day] : campaign.anchors) {
    anchors.insert_or_assign(anchor, day);
  }
  json::object all;
  for (const auto& [anchor, day] : anchors) {
    all[anchor] = to_string(day);
  }
  return all;
}

json::array awaited_anchors_json(const model::Campaign& campaign, const Sight& sight,
                                 const model::Office& office) {
  const auto names = decide::awaited_anchors(
      campaign, office, [&](const model::Task& task) { return sight.sees(task); });
  return json::array(names.begin(), names.end());
}

/// How many tasks are neither accepted nor cancelled, of each state.
json::object open_json(const model::Campaign& campaign, const Sight& sight) {
  std::map<model::TaskState, std::size_t> counts;
  std::size_t all = 0;
  for (const auto& task : campaign.tasks) {
    if (!model::is_over(task.state) && sight.sees(task)) {
      ++counts[task.state];
      ++all;
    }
  }
  json::object by_state;
  for (const auto& [state, count] : counts) {
    by_state[model::name(state)] = count;
  }
  return {{"tasks", all}, {"by_state", std::move(by_state)}};
}

json::object campaign_json(const model::Campaign& campaign, const Sight& sight, const Look& look,
                           json::array targets) {
  const auto phases = runtime::phases(campaign);
  std::size_t tasks = 0;
  runtime::TimeCounts counts;
  for (model::TaskIndex task = 0; task < campaign.tasks.size(); ++task) {
    if (sight.sees(campaign.tasks[task])) {
      ++tasks;
      counts.add(runtime::time_standing(campaign, task, look.working_days(), look.now));
    }
  }
  const auto waiting = std::ranges::count_if(
      campaign.outbox, [&](const auto& delivery) { return sight.sees(delivery.second.notice.to); });
  return {{"id", campaign.id.str()},
          {"title", campaign.plan->title},
          {"document", campaign.plan->document.number},
          {"state", model::name(campaign.state)},
          {"state_text", look.say(model::words(campaign.state))},
          {"issued_at", to_string(campaign.issued_at)},
          {"period", json::object{{"start", to_string(campaign.plan->period.first)},
                                  {"due", to_string(campaign.plan->period.last)}}},
          {"phases", json::array(phases.begin(), phases.end())},
          {"version", campaign.plan_version},
          {"amendments", amendments_json(campaign)},
          {"anchors", anchors_json(campaign)},
          {"awaited_anchors", awaited_anchors_json(campaign, sight, look.state.office)},
          {"tasks", tasks},
          {"open", open_json(campaign, sight)},
          {"report_document", text_or_null(campaign.report_document)},
          {"report_owed", owes_report(campaign)},
          {"by_time", counts_json(counts)},
          {"targets", std::move(targets)},
          {"waiting_notices", waiting}};
}

}  // namespace

bool owes_report(const model::Campaign& campaign) {
  return campaign.state == model::CampaignState::closed && campaign.report_document.empty();
}

json::object to_json(const model::Campaign& campaign, const model::UserId& user, const Sight& sight,
                     const Look& look) {
  return campaign_json(campaign, sight, look, targets_json(campaign, user, look, false));
}

json::object detail_json(const model::Campaign& campaign, const model::UserId& user,
                         const Sight& sight, const Look& look) {
  return campaign_json(campaign, sight, look, targets_json(campaign, user, look, true));
}

}  // namespace tiendo::api
