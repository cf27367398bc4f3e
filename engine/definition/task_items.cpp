#include "definition/task_items.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "definition/task_window_reader.hpp"
#include "definition/window_reader.hpp"
#include "definition/wording.hpp"

namespace tiendo::definition {
namespace {

class ItemReader {
 public:
  ItemReader(const TimeContext& time, Findings& findings) : time_(time), findings_(findings) {}

  TaskItems read(const Node& node) {
    for (const Entry& entry : node.map()) {
      add(entry.key, entry.key_mark, entry.value, std::nullopt);
      add_parts(entry.value);
    }
    for (auto& item : items_.items) {
      read_window_of(item);
    }
    name_times();
    return std::move(items_);
  }

 private:
  void add(std::string_view id, Mark at, const Node& node, std::optional<std::size_t> whole) {
    check_id(id, at, {"nhiệm vụ", "task"}, findings_);
    if (items_.names.is_known(id)) {
      findings_.error(
          at, "id_taken",
          {fmt::format("mã nhiệm vụ {} đã có trong kế hoạch: đặt mã khác", in_quotes(id)),
           fmt::format("the task id {} is taken in this plan: choose another", in_quotes(id))});
    }
    TaskItem item;
    item.id = id;
    item.at = at;
    item.node = &node;
    item.whole = whole;
    items_.names.declare(std::string{id}, {});
    items_.items.push_back(std::move(item));
  }

  void add_parts(const Node& whole) {
    const auto index = items_.items.size() - 1;
    const Node* parts = whole.find("parts");
    if (parts == nullptr) {
      return;
    }
    for (const Node& part : parts->list()) {
      if (part.is(Node::Type::map)) {
        const Node& id = *part.find("id");
        add(id.text(), id.mark(), part, index);
      }
    }
  }

  void read_window_of(TaskItem& item) {
    const Node* given = item.node->find("window");
    if (given != nullptr && hangs_on_tasks(*given)) {
      return;
    }
    if (given == nullptr && item.whole) {
      return;  // that of the whole
    }
    auto window = given == nullptr ? whole_period(time_) : read_window(*given, time_, findings_);
    set_certainty(*item.node, window);
    item.window_is_read = true;
    if (comes_again(window) && time_.period) {
      read_times(item, *given, window);
    }
    item.task.window = std::move(window);
  }

  void read_times(TaskItem& item, const Node& given, calendar::Window& window) {
    // What was over before the plan was issued nobody can do.
    const Day first = std::max(time_.period->first, time_.issued.value_or(time_.period->first));
    item.times = times_of(window, {first, time_.period->last});
    if (item.times.empty()) {
      findings_.error(given.mark(), "no_occurrence",
                      {fmt::format("{} không có lần nào đến hạn trong thời gian của kế hoạch: ghi "
                                   "hạn cụ thể, hoặc bỏ \"window\"",
                                   in_quotes(window.phrase)),
                       fmt::format("{} never falls due in the period of the plan: write the date, "
                                   "or leave \"window\" out",
                                   in_quotes(window.phrase))});
      return;
    }
    all_times_ += item.times.size();
    const bool too_long = item.times.size() > times_max;
    if (too_long || all_times_ > times_in_plan_max) {
      const auto most = too_long ? times_max : times_in_plan_max;
      findings_.error(
          given.mark(), "too_many_occurrences",
          {fmt::format("{} lặp lại quá nhiều lần: tối đa {} lần {}; chọn kỳ dài hơn, hoặc rút ngắn "
                       "thời gian của kế hoạch",
                       in_quotes(item.id), most, too_long ? "mỗi nhiệm vụ" : "cả kế hoạch"),
           fmt::format("{} comes again too often: at most {} times {}; take a longer interval, or "
                       "shorten the period of the plan",
                       in_quotes(item.id), most, too_long ? "a task" : "in the whole plan")});
      item.times.resize(1);
    }
    window.start = item.times.front().window.start;
    window.due = item.times.back().window.due;
    window.end = window.due;
    check_parts(item);
  }

  void check_parts(const TaskItem& item) {
    const Node* parts = item.node->find("parts");
    if (parts == nullptr) {
      return;
    }
    const auto& list = parts->list();
    const auto part =
        std::ranges::find_if(list, [](const Node& one) { return one.is(Node::Type::map); });
    if (part != list.end()) {
      findings_.error(
          part->mark(), "parts_of_series",
          {fmt::format("{} lặp lại theo kỳ nên các phần chỉ là dòng chữ: tách phần này thành nhiệm "
                       "vụ riêng",
                       in_quotes(item.id)),
           fmt::format("{} comes again, so its parts are lines of text alone: make this part a "
                       "task of its own",
                       in_quotes(item.id))});
    }
  }

  /// Gives the items their places in the plan, and names to the times of those that come again.
  void name_times() {
    TaskNames names;
    model::TaskIndex next = 0;
    for (auto& item : items_.items) {
      item.first = next;
      next += item.count();
      names.declare(std::string{item.id}, {item.first, item.count(), !item.times.empty()});
    }
    for (const auto& item : items_.items) {
      for (model::TaskIndex i = 0; i < item.times.size(); ++i) {
        std::string id = std::string{item.id} + item.times[i].suffix;
        check_name(item, item.times[i], id, names);
        names.declare(std::move(id), {item.first + i, 1, true});
      }
    }
    items_.names = std::move(names);
  }

  void check_name(const TaskItem& item, const TimeOfTask& time, const std::string& id,
                  const TaskNames& names) {
    if (id.size() > id_bytes_max && &time == &item.times.front()) {
      findings_.error(item.at, "illegal_id",
                      {fmt::format("mã {} quá dài để thêm {} cho từng lần (tối đa {} ký tự): đặt "
                                   "mã ngắn hơn",
                                   in_quotes(item.id), in_quotes(time.suffix), id_bytes_max),
                       fmt::format("the id {} is too long to take {} for each time (at most {} "
                                   "letters): choose a shorter one",
                                   in_quotes(item.id), in_quotes(time.suffix), id_bytes_max)});
    }
    if (!names.is_known(id)) {
      return;
    }
    const auto other = std::ranges::find(items_.items, id, &TaskItem::id);
    const Mark at = other == items_.items.end() ? item.at : other->at;
    findings_.error(at, "id_taken",
                    {fmt::format("{} là mã của một lần ({}) trong loạt {}: đặt mã khác",
                                 in_quotes(id), time.title, in_quotes(item.id)),
                     fmt::format("{} is the id of one time ({}) of the series {}: choose another",
                                 in_quotes(id), time.title, in_quotes(item.id))});
  }

  const TimeContext& time_;
  Findings& findings_;
  TaskItems items_;
  std::size_t all_times_ = 0;
};

}  // namespace

TaskItems read_task_items(const Node& node, const TimeContext& time, Findings& findings) {
  return ItemReader{time, findings}.read(node);
}

}  // namespace tiendo::definition
