#include "api/campaign_json.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "api/json_parts.hpp"
#include "api/target_json.hpp"
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
          {"tasks", tasks},
          {"by_time", counts_json(counts)},
          {"targets", std::move(targets)},
          {"waiting_notices", waiting}};
}

}  // namespace

json::object to_json(const model::Campaign& campaign, const model::UserId& user, const Sight& sight,
                     const Look& look) {
  return campaign_json(campaign, sight, look, targets_json(campaign, user, look, false));
}

json::object detail_json(const model::Campaign& campaign, const model::UserId& user,
                         const Sight& sight, const Look& look) {
  return campaign_json(campaign, sight, look, targets_json(campaign, user, look, true));
}

}  // namespace tiendo::api
