#include "api/preview_json.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <map>

#include "api/json_parts.hpp"
#include "runtime/addressee_words.hpp"
#include "runtime/history.hpp"
#include "runtime/history_words.hpp"
#include "runtime/rung_words.hpp"
#include "runtime/task_view.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;

json::value instant_or_null(const std::optional<Timestamp>& at) {
  return at ? json::value(to_string(*at)) : json::value(nullptr);
}

/// The plans in whose words a change is told: those that it makes, else those that there are.
class Plans {
 public:
  Plans(const model::State& state, const std::vector<model::Event>& events) : state_{state} {
    for (const auto& event : events) {
      if (const auto* amended = std::get_if<model::PlanAmended>(&event.body)) {
        made_[event.campaign] = amended->plan.get();
      }
    }
  }

  [[nodiscard]] const model::Plan* of(const model::CampaignId& id) const {
    if (const auto made = made_.find(id); made != made_.end()) {
      return made->second;
    }
    const auto* campaign = state_.find(id);
    return campaign == nullptr ? nullptr : campaign->plan.get();
  }

  [[nodiscard]] std::string title_of(const model::CampaignId& id, const model::TaskId& task) const {
    const auto* plan = of(id);
    const auto index = plan == nullptr ? std::nullopt : plan->find(task);
    return index ? plan->tasks[*index].title : task.str();
  }

 private:
  const model::State& state_;
  std::map<model::CampaignId, const model::Plan*> made_;
};

json::object event_json(const model::Event& event, const Plans& plans, Language language) {
  const auto entry = runtime::told(0, event, plans.of(event.campaign));
  return {{"at", to_string(entry.at)},
          {"campaign", text_or_null(event.campaign.str())},
          {"task", text_or_null(entry.task.str())},
          {"type", entry.type},
          {"text", entry.text.in(language)}};
}

json::object move_json(const runtime::Move& move, const Plans& plans, Language language) {
  return {{"campaign", move.campaign.str()},
          {"task", move.task.str()},
          {"title", plans.title_of(move.campaign, move.task)},
          {"rung", model::to_string(move.rung)},
          {"text", runtime::name_of(move.rung).in(language)},
          {"before", instant_or_null(move.before)},
          {"after", instant_or_null(move.after)}};
}

/// Dates that somebody has fixed and that an amendment replaces by those of the new plan.
void add_replaced(const model::Event& event, const model::State& state, const Plans& plans,
                  json::array& all) {
  const auto* amended = std::get_if<model::PlanAmended>(&event.body);
  const auto* campaign = amended == nullptr ? nullptr : state.find(event.campaign);
  if (campaign == nullptr) {
    return;
  }
  for (const auto& moved : amended->dates) {
    const auto index = *campaign->plan->find(moved.task);
    const auto& task = campaign->tasks[index];
    const auto& planned = campaign->plan->tasks[index];
    const auto differs = [&task](const auto& from) {
      return task.start != from.start || task.due != from.due;
    };
    // What stands as the plan in force has it was not fixed by anybody, if it was amended before.
    if (runtime::has_fixed_dates(task, planned) && differs(*planned.window) && differs(moved)) {
      all.push_back(json::object{{"campaign", campaign->id.str()},
                                 {"task", moved.task.str()},
                                 {"title", plans.title_of(campaign->id, moved.task)},
                                 {"start", day_or_null(task.start)},
                                 {"due", day_or_null(task.due)}});
    }
  }
}

}  // namespace

json::object to_json(const runtime::Preview& preview, const model::State& state,
                     Language language) {
  const Plans plans{state, preview.events};
  json::array events;
  json::array told;
  json::array replaced;
  for (const auto& event : preview.events) {
    const auto* notice = std::get_if<model::NoticeQueued>(&event.body);
    if (notice == nullptr) {
      events.push_back(event_json(event, plans, language));
      add_replaced(event, state, plans, replaced);
      continue;
    }
    const auto* plan = plans.of(event.campaign);
    const json::value to(runtime::words_for(notice->notice.to, plan, &state.office).in(language));
    if (std::ranges::find(told, to) == told.end()) {
      told.push_back(to);
    }
  }
  json::array moves;
  for (const auto& move : preview.moves) {
    moves.push_back(move_json(move, plans, language));
  }
  return {{"events", std::move(events)},
          {"told", std::move(told)},
          {"moves", std::move(moves)},
          {"replaced", std::move(replaced)}};
}

}  // namespace tiendo::api
