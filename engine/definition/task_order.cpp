#include "definition/task_order.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "definition/order.hpp"
#include "definition/wording.hpp"

namespace tiendo::definition {
namespace {

using Lists = std::vector<std::vector<std::uint32_t>>;
using model::TaskIndex;

class Ordering {
 public:
  Ordering(std::vector<TaskItem>& items, const std::vector<std::vector<TaskIndex>>& before,
           Findings& findings)
      : items_(items), before_(before), findings_(findings) {
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      item_of_.insert(item_of_.end(), items_[i].count(), i);
    }
  }

  void put() {
    check_circles();
    place();
  }

 private:
  /// The items of `tasks`, each once.
  void add_items(const std::vector<TaskIndex>& tasks, std::vector<std::uint32_t>& items) const {
    for (const auto task : tasks) {
      if (const auto item = item_of_[task]; std::ranges::find(items, item) == items.end()) {
        items.push_back(item);
      }
    }
  }

  void check_circles() {
    Lists waits_for(items_.size());
    for (std::size_t i = 0; i < items_.size(); ++i) {
      add_items(items_[i].task.after, waits_for[i]);
    }
    if (report(order_of(waits_for), "after")) {
      return;
    }
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      if (const auto& due = items_[i].task.due_after) {
        add_items(due->tasks, waits_for[i]);
      }
      if (const auto whole = items_[i].whole) {
        waits_for[*whole].push_back(i);
      }
    }
    report(order_of(waits_for), "");
  }

  /// `word` is the one key that the circles are made of; empty: there are several.
  bool report(const Order& order, std::string_view word) {
    const auto words = word.empty() ? "after, within, parts" : std::string{word};
    const auto remedy = word.empty()
                            ? Text{"bỏ bớt một mối trong vòng này", "take one of these ties out"}
                            : Text{fmt::format("bỏ một \"{}\" trong vòng này", word),
                                   fmt::format("take one \"{}\" out", word)};
    for (const auto& cycle : order.cycles) {
      std::string path;
      for (const auto index : cycle) {
        path += fmt::format("{} → ", items_[index].id);
      }
      path += items_[cycle.front()].id;
      findings_.error(items_[cycle.front()].at, "cycle",
                      {fmt::format("các nhiệm vụ chờ nhau theo vòng tròn ({}): {}; {}", words,
                                   in_quotes(path), remedy.vi),
                       fmt::format("these tasks wait for each other in a circle ({}): {}; {}",
                                   words, in_quotes(path), remedy.en)});
    }
    return !order.cycles.empty();
  }

  void place() {
    Lists hangs_on(items_.size());
    for (std::size_t i = 0; i < items_.size(); ++i) {
      add_items(before_[i], hangs_on[i]);
      if (has_window_of_whole(i)) {
        hangs_on[i].push_back(static_cast<std::uint32_t>(*items_[i].whole));
      }
    }
    const Order order = order_of(hangs_on);
    report(order, "before");
    for (const auto index : order.sorted) {
      place(index);
    }
  }

  [[nodiscard]] bool has_window_of_whole(std::size_t index) const {
    return items_[index].whole && items_[index].node->find("window") == nullptr;
  }

  void place(std::size_t index) {
    TaskItem& item = items_[index];
    if (has_window_of_whole(index)) {
      const auto& whole = items_[*item.whole].task;
      item.task.window = whole.window;
      item.task.due_after = whole.due_after;
      return;
    }
    if (item.task.due_after) {
      item.task.window.replace([&](calendar::Window& window) { wait(window, item); });
    } else if (!before_[index].empty()) {
      item.task.window.replace(
          [&](calendar::Window& window) { place_before(window, before_[index]); });
      warn_of_waiting(item);
    }
  }

  void warn_of_waiting(const TaskItem& item) {
    if (item.task.window->waits) {
      findings_.warning(item.node->find("window")->mark(), "waiting_window",
                        {"chưa tính được hạn: " + item.task.window->reason.vi,
                         "no due date yet: " + item.task.window->reason.en});
    }
  }

  [[nodiscard]] std::string titles(const std::vector<TaskIndex>& tasks) const {
    std::vector<std::uint32_t> items;
    add_items(tasks, items);
    std::string all;
    for (const auto item : items) {
      all += (all.empty() ? "" : "; ") + items_[item].task.title;
    }
    return all;
  }

  /// Due once other tasks are accepted.
  void wait(calendar::Window& window, const TaskItem& item) const {
    const auto& due = *item.task.due_after;
    const auto names = titles(due.tasks);
    if (window.phrase.empty()) {
      window.phrase = fmt::format("trong thời hạn {} ngày{} kể từ khi hoàn thành: {}", due.days,
                                  due.working_days ? " làm việc" : "", names);
    }
    window.resolved = false;
    window.waits = true;
    window.reason = {"hạn được tính từ ngày nghiệm thu: " + names,
                     "the due date is counted from the acceptance of: " + names};
  }

  void place_before(calendar::Window& window, const std::vector<TaskIndex>& others) const {
    std::optional<Day> last;
    for (const auto other : others) {
      const TaskItem& next = items_[item_of_[other]];
      last = std::max(last, begin_of(next, other));
      if (next.task.window->certainty == calendar::Certainty::tentative) {
        window.certainty = calendar::Certainty::tentative;
      }
    }
    if (window.phrase.empty()) {
      window.phrase = "trước khi tiến hành: " + titles(others);
    }
    window.resolved = last.has_value();
    if (last) {
      window.due = plus_days(*last, -1);
      window.end = window.due;
    } else {
      window.waits = true;
      window.reason = {"các nhiệm vụ đứng sau chưa có ngày bắt đầu",
                       "the tasks that come next have no first day"};
    }
  }

  static std::optional<Day> begin_of(const TaskItem& item, TaskIndex task) {
    const calendar::Window& window =
        item.times.empty() ? *item.task.window : item.times[task - item.first].window;
    return window.start ? window.start : window.due;
  }

  std::vector<TaskItem>& items_;
  const std::vector<std::vector<TaskIndex>>& before_;
  Findings& findings_;
  std::vector<std::uint32_t> item_of_;  // of each task
};

}  // namespace

void put_in_order(std::vector<TaskItem>& items, const std::vector<std::vector<TaskIndex>>& before,
                  Findings& findings) {
  Ordering{items, before, findings}.put();
}

}  // namespace tiendo::definition
