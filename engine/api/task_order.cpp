#include "api/task_order.hpp"

#include <algorithm>

#include "api/lists.hpp"
#include "base/fold.hpp"
#include "model/at_work.hpp"

namespace tiendo::api {
namespace {

/// By what tasks are sorted; tasks without a due date come last either way.
using Less = bool (*)(const ListedTask&, const ListedTask&);

const model::Task& task_of(const ListedTask& listed) {
  return listed.campaign->tasks[listed.index];
}

bool by_due(const ListedTask& a, const ListedTask& b) {
  const auto& one = task_of(a).due;
  const auto& other = task_of(b).due;
  return one && other ? *one < *other : one.has_value() && !other;
}

bool by_due_falling(const ListedTask& a, const ListedTask& b) {
  const auto& one = task_of(a).due;
  const auto& other = task_of(b).due;
  return one && other ? *one > *other : one.has_value() && !other;
}

bool by_title(const ListedTask& a, const ListedTask& b) {
  return fold(a.campaign->plan->tasks[a.index].title) <
         fold(b.campaign->plan->tasks[b.index].title);
}

bool by_title_falling(const ListedTask& a, const ListedTask& b) {
  return by_title(b, a);
}

bool by_state(const ListedTask& a, const ListedTask& b) {
  return task_of(a).state < task_of(b).state;
}

bool by_state_falling(const ListedTask& a, const ListedTask& b) {
  return by_state(b, a);
}

/// What is open, the next first; then what is over, the latest first.
bool by_urgency(const ListedTask& a, const ListedTask& b) {
  const bool is_over = model::is_over(task_of(a).state);
  if (is_over != model::is_over(task_of(b).state)) {
    return !is_over;
  }
  return is_over ? by_due_falling(a, b) : by_due(a, b);
}

struct Order {
  std::string_view name;
  Less less;
};
constexpr Order orders[] = {{"due", by_due},        {"-due", by_due_falling},
                            {"title", by_title},    {"-title", by_title_falling},
                            {"state", by_state},    {"-state", by_state_falling},
                            {"urgency", by_urgency}};

}  // namespace

Result<std::vector<ListedTask>> listed_tasks(const Reading& reading, const TaskFilter& filter) {
  const auto sort = query(reading.request, "sort");
  const auto* order = std::ranges::find(orders, sort, &Order::name);
  if (!sort.empty() && order == std::end(orders)) {
    return Error{{"là một trong: urgency, due, title, state; ba cách sau có thể có “-” phía trước",
                  "is one of: urgency, due, title, state; the last three also with - before them"},
                 "sort"};
  }
  std::vector<ListedTask> listed;
  for (const auto& [id, campaign] : reading.look.state.campaigns) {
    for (model::TaskIndex task = 0; task < campaign.tasks.size(); ++task) {
      if (reading.sight.sees(campaign.tasks[task]) &&
          filter.lets_pass(campaign, task, reading.look)) {
        listed.push_back({&campaign, task});
      }
    }
  }
  if (!sort.empty()) {
    std::ranges::stable_sort(listed, order->less);
  } else if (filter.has_words()) {
    std::stable_partition(listed.begin(), listed.end(), [&](const ListedTask& one) {
      return filter.is_exact(*one.campaign, one.index, reading.look);
    });
  }
  return listed;
}

}  // namespace tiendo::api
