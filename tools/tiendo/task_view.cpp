#include "task_view.hpp"

#include "plan_view.hpp"
#include "table.hpp"
#include "time_shown.hpp"

namespace tiendo::cli {
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
