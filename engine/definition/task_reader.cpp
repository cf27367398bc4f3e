#include "definition/task_reader.hpp"

#include <fmt/format.h>

#include "definition/elsewhere_reader.hpp"
#include "definition/organisation_reader.hpp"
#include "definition/task_order.hpp"
#include "definition/task_window_reader.hpp"
#include "definition/unit_reader.hpp"
#include "definition/wording.hpp"

namespace tiendo::definition {
namespace {

using model::PlannedTask;

class TaskReader {
 public:
  TaskReader(TaskItems& tasks, const TaskContext& context, model::Plan& plan, Findings& findings)
      : items_(tasks.items),
        names_(tasks.names),
        context_(context),
        plan_(plan),
        findings_(findings),
        before_(tasks.items.size()) {}

  void read() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      read_item(i);
    }
    put_in_order(items_, before_, findings_);
    for (const auto& item : items_) {
      take_into_plan(item);
    }
    plan_.finder = model::TaskFinder{plan_.tasks};
  }

 private:
  void read_item(std::size_t index) {
    TaskItem& item = items_[index];
    const Node& node = *item.node;
    PlannedTask& task = item.task;
    task.id = model::TaskId{item.id};
    task.title = node.find("title")->text();
    read_kind(item);
    if (const Node* window = node.find("window"); window != nullptr && !item.window_is_read) {
      read_hanging(index, *window);
    }
    const Node* lead = node.find("lead");
    if (lead == nullptr && item.whole) {  // which stands before its parts
      task.leads = items_[*item.whole].task.leads;
    } else {
      task.leads = read_parts(lead, context_.units, findings_);
    }
    task.coordinating = read_parts(node.find("coordinating"), context_.units, findings_);
    if (const Node* owed = node.find("detailed_plan")) {
      task.detailed_plan_owed = owed->text() == "owed";
    }
    if (const Node* after = node.find("after")) {
      read_after(*after, task);
    }
    read_ladder_of(node.find("remind"), task);
    read_texts(node, task);
  }

  void read_hanging(std::size_t index, const Node& window) {
    TaskItem& item = items_[index];
    auto hanging = read_hanging_window(window, names_, context_.time, findings_);
    set_certainty(*item.node, hanging.window);
    item.task.window = std::move(hanging.window);
    if (hanging.due_after) {
      item.task.due_after = std::move(*hanging.due_after);
    }
    before_[index] = std::move(hanging.before);
  }

  void read_kind(TaskItem& item) {
    const Node* named = item.node->find("kind");
    const std::string_view name = named == nullptr ? "general" : std::string_view{named->text()};
    item.task.kind = model::KindId{name};
    const Mark at = named == nullptr ? item.at : named->mark();
    if (const auto* kind = context_.kinds.refer(name, at, findings_)) {
      item.task.detailed_plan_owed = kind->detailed_plan_owed;
    }
  }

  void read_after(const Node& list, PlannedTask& task) {
    std::vector<model::TaskIndex> here;
    std::vector<model::TaskElsewhere> elsewhere;
    for (const Node& one : list.list()) {
      if (one.is(Node::Type::map)) {
        add_elsewhere(one, plan_.id, elsewhere, findings_);
      } else {
        names_.add(one, here, findings_);
      }
    }
    task.after = std::move(here);
    task.after_elsewhere = std::move(elsewhere);
  }

  static void read_texts(const Node& node, PlannedTask& task) {
    if (const Node* parts = node.find("parts")) {
      std::vector<std::string> texts;
      for (const Node& part : parts->list()) {
        if (part.is(Node::Type::text)) {
          texts.push_back(part.text());
        }
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

  void take_into_plan(const TaskItem& item) {
    const auto add = [&]() -> PlannedTask& {
      PlannedTask& task = plan_.tasks.emplace_back(item.task);
      if (item.whole) {
        task.part_of = items_[*item.whole].first;
      }
      return task;
    };
    if (item.times.empty()) {
      add();
    }
    for (const auto& time : item.times) {
      PlannedTask& task = add();
      task.id = model::TaskId{std::string{item.id} + time.suffix};
      task.title = fmt::format("{} ({})", item.task.title, time.title);
      task.window = time.window;
      task.occurrence = model::Occurrence{item.task.id, time.days};
    }
  }

  std::vector<TaskItem>& items_;
  const TaskNames& names_;
  const TaskContext& context_;
  model::Plan& plan_;
  Findings& findings_;
  std::vector<std::vector<model::TaskIndex>> before_;  // of each item
};

}  // namespace

void read_tasks(TaskItems& tasks, const TaskContext& context, model::Plan& plan,
                Findings& findings) {
  TaskReader{tasks, context, plan, findings}.read();
}

}  // namespace tiendo::definition
