#include "task_view.hpp"

#include <boost/json/array.hpp>

#include "model/lifecycle_words.hpp"
#include "plan_view.hpp"
#include "runtime/task_view.hpp"
#include "table.hpp"
#include "time_shown.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

json::array parts_json(const std::vector<model::Part>& parts) {
  json::array all;
  for (const auto& part : parts) {
    all.push_back(json::object{{"unit", part.unit.str()}, {"scope", part.scope}});
  }
  return all;
}

std::string_view name_of(calendar::Certainty certainty) {
  switch (certainty) {
    case calendar::Certainty::firm:
      return "firm";
    case calendar::Certainty::tentative:
      return "tentative";
    case calendar::Certainty::aspirational:
      return "aspirational";
    case calendar::Certainty::external:
      return "external";
  }
  return {};
}

}  // namespace

json::value day_or_null(const std::optional<Day>& day) {
  return day ? json::value(to_string(*day)) : json::value(nullptr);
}

json::object to_json(const model::Campaign& campaign, model::TaskIndex index,
                     const OfficeReader& office, const Context& context) {
  const auto& task = campaign.tasks[index];
  const auto& planned = campaign.plan->tasks[index];
  const auto standing =
      runtime::time_standing(campaign, index, office.working_days(), office.now());
  json::object time{{"status", nullptr}, {"days_late", 0}, {"text", nullptr}};
  if (standing) {
    time = {{"status", model::name(standing->status)},
            {"days_late", standing->days_late},
            {"text", context.say(runtime::words(*standing))}};
  }
  return {{"campaign", campaign.id.str()},
          {"id", planned.id.str()},
          {"title", planned.title},
          {"kind", planned.kind->str()},
          {"state", model::name(task.state)},
          {"state_text", context.say(model::words(task.state))},
          {"time", std::move(time)},
          {"phrase", planned.window->phrase},
          {"start", day_or_null(task.start)},
          {"due", day_or_null(task.due)},
          {"first_due", day_or_null(task.first_due)},
          {"due_version", task.due_version},
          {"extensions", task.extensions},
          {"certainty", name_of(task.certainty)},
          {"lead", parts_json(task.leads)},
          {"coordinating", parts_json(task.coordinating)},
          {"percent", task.percent},
          {"version", task.version}};
}

json::object to_json(const runtime::HistoryEntry& entry, const Context& context) {
  json::object object{
      {"position", entry.position},
      {"at", to_string(entry.at)},
      {"actor", entry.actor.empty() ? json::value(nullptr) : json::value(entry.actor.str())},
      {"on_behalf_of", nullptr},
      {"document", nullptr},
      {"task", entry.task.empty() ? json::value(nullptr) : json::value(entry.task.str())},
      {"type", entry.type},
      {"text", context.say(entry.text)}};
  if (entry.on_behalf) {
    object["on_behalf_of"] = entry.on_behalf->whom;
    object["document"] = entry.on_behalf->document;
  }
  return object;
}

std::string actor_shown(const runtime::HistoryEntry& entry, const Context& context) {
  if (entry.actor.empty()) {
    return context.say({"hệ thống", "the machine"});
  }
  std::string shown = entry.actor.str();
  if (entry.on_behalf) {
    shown += context.say({", thay ", ", for "}) + entry.on_behalf->whom + " (" +
             entry.on_behalf->document + ")";
  }
  return shown;
}

std::string drawn(const std::vector<runtime::HistoryEntry>& entries, const Context& context) {
  Table table{{{context.say({"lúc", "at"})},
               {context.say({"ai", "who"}), true},
               {context.say({"việc", "what"}), true}}};
  for (const auto& entry : entries) {
    table.add({instant_shown(entry.at), actor_shown(entry, context), context.say(entry.text)});
  }
  return table.draw(terminal_width());
}

std::string leads_shown(const model::Campaign& campaign, model::TaskIndex task,
                        const Context& context) {
  const auto leads = units_shown(*campaign.plan, campaign.tasks[task].leads);
  return leads.empty() ? context.say({"chưa phân công", "nobody yet"}) : leads;
}

}  // namespace tiendo::cli
