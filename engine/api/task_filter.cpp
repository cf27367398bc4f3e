#include "api/task_filter.hpp"

#include <fmt/ranges.h>

#include <algorithm>

#include "api/exchange.hpp"
#include "api/lists.hpp"
#include "base/fold.hpp"
#include "model/at_work.hpp"

namespace tiendo::api {
namespace {

template <class Enum>
Result<std::optional<Enum>> read_name(const Request& request, std::string_view parameter) {
  const auto text = query(request, parameter);
  if (text.empty()) {
    return std::optional<Enum>{};
  }
  const auto found = model::named<Enum>(text);
  if (found) {
    return found;
  }
  const auto names = fmt::format("{}", fmt::join(model::names_of<Enum>(), ", "));
  return Error{{"là một trong: " + names, "is one of: " + names}, std::string{parameter}};
}

Result<std::optional<Day>> read_day(const Request& request, std::string_view parameter) {
  const auto text = query(request, parameter);
  if (text.empty()) {
    return std::optional<Day>{};
  }
  if (const auto day = parse_day(text)) {
    return day;
  }
  return Error{{"là một ngày như 2025-04-20", "is a day like 2025-04-20"}, std::string{parameter}};
}

std::vector<std::string> words_of(const std::string& folded) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while ((at = folded.find_first_not_of(' ', at)) != std::string::npos) {
    const auto end = std::min(folded.find(' ', at), folded.size());
    words.push_back(folded.substr(at, end - at));
    at = end;
  }
  return words;
}

/// Whether a leader has to answer: to its detailed plan, its report, or a wish for a later date.
bool awaits_decision(const model::Task& task) {
  return task.state == model::TaskState::plan_submitted ||
         task.state == model::TaskState::reported || task.asked.has_value();
}

/// Whether the office has to say which unit leads it.
bool awaits_assignment(const model::Task& task) {
  return task.leads->empty() && !model::is_over(task.state);
}

/// All of a task that is searched.
std::string text_of(const model::Campaign& campaign, model::TaskIndex task, const Look& look) {
  const auto& planned = campaign.plan->tasks[task];
  std::string text =
      planned.title + ' ' + planned.id.str() + ' ' + *planned.source + ' ' + planned.window->phrase;
  for (const auto* parts : {&*campaign.tasks[task].leads, &*campaign.tasks[task].coordinating}) {
    for (const auto& part : *parts) {
      const auto& units = look.state.office.units;
      const auto unit = units.find(part.unit);
      text += ' ' + (unit == units.end() ? part.unit.str()
                                         : unit->second.name + ' ' + unit->second.short_name);
    }
  }
  return text;
}

}  // namespace

Result<TaskFilter> TaskFilter::read(const Request& request) {
  TaskFilter filter;
  const auto state = read_name<model::TaskState>(request, "state");
  const auto status = read_name<runtime::TimeStatus>(request, "status");
  const auto from = read_day(request, "due_from");
  const auto until = read_day(request, "due_until");
  if (state.has_error()) {
    return state.error();
  }
  if (status.has_error()) {
    return status.error();
  }
  if (from.has_error()) {
    return from.error();
  }
  if (until.has_error()) {
    return until.error();
  }
  const auto awaits = query(request, "awaits");
  if (!awaits.empty() && awaits != "decision" && awaits != "assignment") {
    return Error{{"là một trong: decision, assignment", "is one of: decision, assignment"},
                 "awaits"};
  }
  filter.awaits_decision_ = awaits == "decision";
  filter.awaits_assignment_ = awaits == "assignment";
  filter.campaign_ = query(request, "campaign");
  filter.unit_ = query(request, "unit");
  filter.kind_ = query(request, "kind");
  filter.state_ = *state;
  filter.status_ = *status;
  filter.due_from_ = *from;
  filter.due_until_ = *until;
  filter.text_ = to_lower(query(request, "q"));
  filter.words_ = words_of(fold(filter.text_));
  return filter;
}

bool TaskFilter::lets_pass(const model::Campaign& campaign, model::TaskIndex index,
                           const Look& look) const {
  const auto& task = campaign.tasks[index];
  if ((!campaign_.empty() && campaign.id.str() != campaign_) || (state_ && task.state != *state_) ||
      (!kind_.empty() && campaign.plan->tasks[index].kind->str() != kind_) || !is_of_unit(task) ||
      !is_in_days(task) || (awaits_decision_ && !awaits_decision(task)) ||
      (awaits_assignment_ && !awaits_assignment(task))) {
    return false;
  }
  if (status_) {
    const auto standing = runtime::time_standing(campaign, index, look.working_days(), look.now);
    if (!standing || standing->status != *status_) {
      return false;
    }
  }
  if (words_.empty()) {
    return true;
  }
  const auto text = fold(text_of(campaign, index, look));
  return std::ranges::all_of(
      words_, [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

bool TaskFilter::is_exact(const model::Campaign& campaign, model::TaskIndex task,
                          const Look& look) const {
  return to_lower(text_of(campaign, task, look)).find(text_) != std::string::npos;
}

bool TaskFilter::is_of_unit(const model::Task& task) const {
  const auto is_unit = [this](const model::Part& part) { return part.unit.str() == unit_; };
  return unit_.empty() || std::ranges::any_of(*task.leads, is_unit) ||
         std::ranges::any_of(*task.coordinating, is_unit);
}

bool TaskFilter::is_in_days(const model::Task& task) const {
  return (!due_from_ || (task.due && *task.due >= *due_from_)) &&
         (!due_until_ || (task.due && *task.due <= *due_until_));
}

}  // namespace tiendo::api
