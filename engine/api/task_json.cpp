#include "api/task_json.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "api/chart_json.hpp"
#include "api/json_parts.hpp"
#include "api/window_json.hpp"
#include "model/lifecycle_words.hpp"
#include "runtime/task_actions.hpp"
#include "runtime/task_view.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;

json::object standing_json(const model::Campaign& campaign, model::TaskIndex task,
                           const Look& look) {
  const auto standing = runtime::time_standing(campaign, task, look.working_days(), look.now);
  if (!standing) {
    return {{"status", nullptr}, {"days_late", 0}, {"text", nullptr}};
  }
  return {{"status", model::name(standing->status)},
          {"days_late", standing->days_late},
          {"text", look.say(runtime::words(*standing))}};
}

/// The extension that was asked for and not answered yet.
json::value asked_json(const model::Task& task) {
  return task.asked
             ? json::value{{"due", to_string(task.asked->due)}, {"reason", task.asked->reason}}
             : json::value(nullptr);
}

json::array evidence_json(const std::vector<model::Evidence>& files) {
  json::array all;
  for (const auto& file : files) {
    all.push_back(json::object{{"hash", file.hash},
                               {"name", file.name},
                               {"media_type", file.media_type},
                               {"size", file.size}});
  }
  return all;
}

json::array choices_json(const model::Campaign& campaign, model::TaskIndex task,
                         const model::UserId& user, const Look& look) {
  json::array all;
  for (const auto& choice : runtime::choices(look.state, campaign, task, user, look.now)) {
    all.push_back(
        json::object{{"action", model::name(choice.action)},
                     {"command", command_of(choice.action)},
                     {"text", look.say(model::words(choice.action))},
                     {"possible", choice.possible},
                     {"permitted", choice.permitted},
                     {"who", look.say(choice.who)},
                     {"why_not", choice.possible ? json::value(nullptr)
                                                 : json::value(look.say(choice.why_not))}});
  }
  return all;
}

json::array steps_json(const model::Campaign& campaign, model::TaskIndex task, const Look& look) {
  json::array all;
  for (const auto& step : runtime::awaited_steps(look.state, campaign, task, look.now)) {
    all.push_back(json::object{{"step", step.event},
                               {"leads_to", step.leads_to},
                               {"from", step.from},
                               {"to", text_or_null(step.to)}});
  }
  return all;
}

json::value title_or_null(const model::Plan& plan, std::optional<model::TaskIndex> task) {
  return task ? json::value{{"id", plan.tasks[*task].id.str()}, {"title", plan.tasks[*task].title}}
              : json::value(nullptr);
}

json::value occurrence_json(const model::PlannedTask& planned) {
  if (!planned.occurrence) {
    return nullptr;
  }
  const auto& [of, days] = *planned.occurrence;
  return json::object{
      {"of", of.str()}, {"start", to_string(days.first)}, {"end", to_string(days.last)}};
}

json::array titles_json(const model::Plan& plan, const std::vector<model::TaskIndex>& tasks) {
  json::array all;
  for (const auto task : tasks) {
    all.push_back(title_or_null(plan, task));
  }
  return all;
}

json::value due_after_json(const model::Plan& plan, const model::PlannedTask& planned) {
  const auto& rule = planned.due_after;
  return rule ? json::value{{"tasks", titles_json(plan, rule->tasks)},
                            {"days", rule->days},
                            {"working_days", rule->working_days}}
              : json::value(nullptr);
}

/// Tasks of other campaigns; what they are called where it may be seen and is there.
json::array elsewhere_json(const model::PlannedTask& planned, const Sight& sight,
                           const Look& look) {
  json::array all;
  for (const auto& awaited : runtime::awaited_elsewhere(look.state, planned)) {
    const bool is_seen =
        awaited.task != nullptr && sight.sees(awaited.campaign->tasks[awaited.index]);
    all.push_back(json::object{
        {"campaign", awaited.wanted->campaign.str()},
        {"task", awaited.wanted->task.str()},
        {"title", is_seen ? json::value(awaited.planned().title) : json::value(nullptr)},
        {"state", is_seen ? json::value(model::name(awaited.task->state)) : json::value(nullptr)},
        {"awaited", awaited.is_awaited()}});
  }
  return all;
}

/// The campaigns that carry out what this task orders.
json::array fulfilling_json(const model::Campaign& campaign, const model::TaskId& task,
                            const Look& look) {
  const model::TaskElsewhere ordered{campaign.id, task};
  json::array all;
  for (const auto& [id, other] : look.state.campaigns) {
    if (std::ranges::find(other.plan->fulfils, ordered) != other.plan->fulfils.end()) {
      all.push_back(json::object{{"campaign", id.str()},
                                 {"title", other.plan->title},
                                 {"state", model::name(other.state)}});
    }
  }
  return all;
}

}  // namespace

std::string command_of(model::TaskAction action) {
  using model::TaskAction;
  switch (action) {
    case TaskAction::report_progress:
      return "progress";
    case TaskAction::perform_step:
      return "step";
    case TaskAction::return_report:
      return "return";
    default: {
      std::string name{model::name(action)};
      std::ranges::replace(name, '_', '-');
      return name;
    }
  }
}

json::object to_json(const model::Campaign& campaign, model::TaskIndex index, const Look& look) {
  const auto& task = campaign.tasks[index];
  const auto& planned = campaign.plan->tasks[index];
  return {{"campaign", campaign.id.str()},
          {"id", planned.id.str()},
          {"title", planned.title},
          {"kind", planned.kind->str()},
          {"state", model::name(task.state)},
          {"state_text", look.say(model::words(task.state))},
          {"time", standing_json(campaign, index, look)},
          {"phrase", planned.window->phrase},
          {"start", day_or_null(task.start)},
          {"due", day_or_null(task.due)},
          {"first_due", day_or_null(task.first_due)},
          {"due_version", task.due_version},
          {"extensions", task.extensions},
          {"certainty", name_of(task.certainty)},
          {"lead", to_json(*task.leads)},
          {"coordinating", to_json(*task.coordinating)},
          {"part_of", planned.part_of ? json::value(campaign.plan->tasks[*planned.part_of].id.str())
                                      : json::value(nullptr)},
          {"dropped", planned.dropped},
          {"percent", runtime::percent_done(task)},
          {"asked", asked_json(task)},
          {"version", task.version}};
}

json::object detail_json(const model::Campaign& campaign, model::TaskIndex index,
                         const model::UserId& user, const Sight& sight, const Look& look) {
  auto document = to_json(campaign, index, look);
  const auto& task = campaign.tasks[index];
  const auto procedure = runtime::procedure_states(campaign, index);
  const auto& plan = *campaign.plan;
  const auto& planned = plan.tasks[index];
  document["dates_fixed"] = runtime::has_fixed_dates(task, planned);
  document["whole"] = title_or_null(plan, planned.part_of);
  document["parts"] = titles_json(plan, planned.part_tasks);
  document["occurrence"] = occurrence_json(planned);
  document["due_after"] = due_after_json(plan, planned);
  document["after_elsewhere"] = elsewhere_json(planned, sight, look);
  document["fulfilled_by"] = fulfilling_json(campaign, planned.id, look);
  document["source"] = *planned.source;
  document["plan_document"] = *task.plan_document;
  document["report_document"] = *task.report_document;
  document["progress"] = *task.progress;
  document["waits_for"] = titles_json(plan, runtime::waits_for(campaign, index));
  document["procedure"] = json::array(procedure.begin(), procedure.end());
  document["chart"] = chart_json(campaign, index);
  document["plan_owed"] = planned.detailed_plan_owed;
  document["steps"] = steps_json(campaign, index, look);
  document["actions"] = choices_json(campaign, index, user, look);
  document["evidence"] = evidence_json(*task.evidence);
  return document;
}

}  // namespace tiendo::api
