#include "definition/task_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "definition/order.hpp"
#include "definition/organisation_reader.hpp"
#include "definition/unit_reader.hpp"
#include "definition/window_reader.hpp"
#include "definition/wording.hpp"

namespace tiendo::definition {
namespace {

using model::PlannedTask;

class TaskReader {
 public:
  TaskReader(const Node& node, const Names& names, const TaskContext& context, model::Plan& plan,
             Findings& findings)
      : tasks_(node.map()),
        names_(names),
        context_(context),
        plan_(plan),
        findings_(findings),
        before_(node.map().size()) {}

  void read() {
    plan_.tasks.resize(tasks_.size());
    std::vector<std::vector<model::TaskIndex>> after(tasks_.size());
    for (model::TaskIndex i = 0; i < tasks_.size(); ++i) {
      read_task(i);
      after[i] = plan_.tasks[i].after;
    }
    plan_.finder = model::TaskFinder{plan_.tasks};
    report_cycles(order_of(after), "after");
    place_before();
  }

 private:
  void read_task(model::TaskIndex index) {
    const Entry& entry = tasks_[index];
    const Node& node = entry.value;
    PlannedTask& task = plan_.tasks[index];
    task.id = model::TaskId{entry.key};
    task.title = node.find("title")->text();
    read_kind(entry, task);
    task.window = read_window_of(index);
    task.leads = read_parts(node.find("lead"), context_.units, findings_);
    task.coordinating = read_parts(node.find("coordinating"), context_.units, findings_);
    if (const Node* owed = node.find("detailed_plan")) {
      task.detailed_plan_owed = owed->text() == "owed";
    }
    if (const Node* after = node.find("after")) {
      task.after = names_.refer_all(*after, findings_);
    }
    read_ladder_of(node.find("remind"), task);
    if (const Node* parts = node.find("parts")) {
      std::vector<std::string> texts;
      for (const Node& part : parts->list()) {
        texts.push_back(part.text());
      }
      task.parts = std::move(texts);
    }
    if (const Node* source = node.find("source")) {
      task.source = source->text();
    }
    if (const Node* note = node.find("note")) {
      task.note = note->text();
    }
  }

  void read_kind(const Entry& entry, PlannedTask& task) {
    const Node* named = entry.value.find("kind");
    const std::string_view name = named == nullptr ? "general" : std::string_view{named->text()};
    task.kind = model::KindId{name};
    const Mark at = named == nullptr ? entry.key_mark : named->mark();
    if (const auto* kind = context_.kinds.refer(name, at, findings_)) {
      task.detailed_plan_owed = kind->detailed_plan_owed;
    }
  }

  calendar::Window read_window_of(model::TaskIndex index) {
    const Node& node = tasks_[index].value;
    const Node* given = node.find("window");
    const Node* before = given == nullptr ? nullptr : given->find("before");
    auto window = given == nullptr    ? whole_period()
                  : before == nullptr ? read_window(*given, context_.time, findings_)
                                      : read_before(index, *given, *before);
    if (const Node* certainty = node.find("certainty")) {
      window.certainty = read_certainty(*certainty);
    }
    return window;
  }

  /// Of a task without a window: it has no due date and is never overdue.
  [[nodiscard]] calendar::Window whole_period() const {
    calendar::Window window;
    window.start = plan_.period.first;
    window.end = plan_.period.last;
    window.resolved = true;
    return window;
  }

  calendar::Window read_before(model::TaskIndex index, const Node& given, const Node& before) {
    before_[index] = names_.refer_all(before, findings_);
    if (const Node* due = given.find("due")) {
      findings_.error(due->mark(), "two_due_dates",
                      {"đã có \"before\" thì hạn được tính từ đó: bỏ \"due\"",
                       "\"before\" gives the due date: take out \"due\""});
    }
    calendar::Window window;
    if (const Node* phrase = given.find("phrase")) {
      window.phrase = phrase->text();
    }
    if (const Node* start = given.find("start")) {
      window.start = read_first_day(start->text(), start->mark(), context_.time, findings_);
    }
    if (const Node* certainty = given.find("certainty")) {
      window.certainty = read_certainty(*certainty);
    }
    return window;
  }

  void read_ladder_of(const Node* remind, PlannedTask& task) {
    const auto& ladders = plan_.organisation.ladders;
    if (remind != nullptr && remind->is(Node::Type::map)) {
      task.ladder = read_ladder(*remind, ladders.at("default"), findings_);
      return;
    }
    const auto name = remind == nullptr ? std::string{"default"} : remind->text();
    if (const auto found = ladders.find(name); found != ladders.end()) {
      task.ladder = found->second;
      task.ladder_name = name;
    } else if (name != "none") {
      std::vector<std::string_view> names{"none"};
      for (const auto& ladder : ladders) {
        names.push_back(ladder.first);
      }
      const Text meant = suggestion(remind->text(), names);
      findings_.error(
          remind->mark(), "unknown_ladder",
          {fmt::format("không có bậc nhắc việc {}; {}", in_quotes(remind->text()), meant.vi),
           fmt::format("there is no ladder {}; {}", in_quotes(remind->text()), meant.en)});
    }
  }

  void report_cycles(const Order& order, std::string_view word) {
    for (const auto& cycle : order.cycles) {
      std::string path;
      for (const auto index : cycle) {
        path += tasks_[index].key + " → ";
      }
      path += tasks_[cycle.front()].key;
      findings_.error(
          tasks_[cycle.front()].key_mark, "cycle",
          {fmt::format(
               "các nhiệm vụ chờ nhau theo vòng tròn ({}): {}; bỏ một \"{}\" trong vòng này", word,
               in_quotes(path), word),
           fmt::format("these tasks wait for each other in a circle ({}): {}; take one \"{}\" out",
                       word, in_quotes(path), word)});
    }
  }

  /// Gives the tasks with `window: { before: … }` their due date: the day before the last of those
  /// tasks begins.
  void place_before() {
    const Order order = order_of(before_);
    report_cycles(order, "before");
    for (const auto index : order.sorted) {
      if (before_[index].empty()) {
        continue;
      }
      auto& window = plan_.tasks[index].window;
      window.replace([&](calendar::Window& placed) { place_before(placed, before_[index]); });
      if (window->waits) {
        findings_.warning(
            tasks_[index].value.find("window")->mark(), "waiting_window",
            {"chưa tính được hạn: " + window->reason.vi, "no due date yet: " + window->reason.en});
      }
    }
  }

  void place_before(calendar::Window& window, const std::vector<model::TaskIndex>& others) const {
    std::optional<Day> last;
    std::string titles;
    for (const auto other : others) {
      const PlannedTask& next = plan_.tasks[other];
      last = std::max(last, begin_of(next));
      if (next.window->certainty == calendar::Certainty::tentative) {
        window.certainty = calendar::Certainty::tentative;
      }
      titles += (titles.empty() ? "" : "; ") + next.title;
    }
    if (window.phrase.empty()) {
      window.phrase = "trước khi tiến hành: " + titles;
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

  static std::optional<Day> begin_of(const PlannedTask& task) {
    return task.window->start ? task.window->start : task.window->due;
  }

  const Node::Map& tasks_;
  const Names& names_;
  const TaskContext& context_;
  model::Plan& plan_;
  Findings& findings_;
  std::vector<std::vector<model::TaskIndex>> before_;  // of each task
};

}  // namespace

Names read_task_names(const Node& node, Findings& findings) {
  const Text words{"nhiệm vụ", "task"};
  Names names{{"task", words}};
  for (const Entry& entry : node.map()) {
    check_id(entry.key, entry.key_mark, words, findings);
    names.declare(entry.key);
  }
  return names;
}

void read_tasks(const Node& node, const Names& names, const TaskContext& context, model::Plan& plan,
                Findings& findings) {
  TaskReader{node, names, context, plan, findings}.read();
}

}  // namespace tiendo::definition
