#include "decide/anchors.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "model/at_work.hpp"

namespace tiendo::decide {
namespace {

/// Whether the task goes by its phrase, which was not resolved: nobody dated it otherwise.
bool waits(const model::Task& task, const calendar::Window& window,
           const calendar::ExpressionContext& context) {
  if (window.resolved || window.phrase.empty() || model::is_over(task.state)) {
    return false;
  }
  const auto goes_by = [&task](const calendar::Window& read) {
    return task.start == read.start && task.due == read.due;
  };
  return goes_by(window) || goes_by(calendar::resolve(window.phrase, context));
}

}  // namespace

calendar::ExpressionContext reading_of(const model::Campaign& campaign,
                                       const model::Office& office) {
  const auto& plan = *campaign.plan;
  calendar::ExpressionContext context;
  context.period = plan.period;
  context.issued = plan.document.date;
  context.before_day =
      plan.before_is_inclusive ? calendar::BeforeDay::inclusive : calendar::BeforeDay::strict;
  context.anchors = plan.anchors;
  for (const auto& [anchor, day] : campaign.anchors) {
    context.anchors.insert_or_assign(anchor, day);
  }
  context.working_days = office.working_days.get();
  return context;
}

std::vector<std::string> awaited_anchors(const model::Campaign& campaign,
                                         const model::Office& office,
                                         const std::function<bool(const model::Task&)>& counts) {
  const auto context = reading_of(campaign, office);
  std::vector<std::string> names;
  for (model::TaskIndex task = 0; task < campaign.tasks.size(); ++task) {
    const auto& window = *campaign.plan->tasks[task].window;
    if (!counts(campaign.tasks[task]) || !waits(campaign.tasks[task], window, context)) {
      continue;
    }
    for (auto& name : calendar::awaited_days(window.phrase, context)) {
      const auto is_it = [lower = to_lower(name)](const auto& other) {
        return to_lower(other) == lower;
      };
      if (std::ranges::none_of(names, is_it)) {
        names.push_back(std::move(name));
      }
    }
  }
  return names;
}

}  // namespace tiendo::decide
