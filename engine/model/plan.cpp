#include "model/plan.hpp"

#include <boost/container_hash/hash.hpp>
#include <unordered_set>

namespace tiendo::model {
namespace {

// Enough of a value to tell most apart.
std::size_t hash_of(const calendar::Window& window) {
  return boost::hash_value(window.phrase);
}
std::size_t hash_of(const std::vector<Part>& parts) {
  std::size_t hash = parts.size();
  for (const auto& part : parts) {
    boost::hash_combine(hash, part.unit.str());
  }
  return hash;
}
std::size_t hash_of(const KindId& kind) {
  return std::hash<KindId>{}(kind);
}
std::size_t hash_of(const std::string& text) {
  return boost::hash_value(text);
}
std::size_t hash_of(const Ladder& ladder) {
  return boost::hash_value(ladder.before);
}

/// Makes equal values one.
template <class Holder>
class Sharing {
 public:
  void operator()(Holder& held) { held.join(*values_.insert(held).first); }

 private:
  struct Hash {
    std::size_t operator()(const Holder& held) const { return hash_of(*held); }
  };
  std::unordered_set<Holder, Hash> values_;
};

void share_what_is_alike(std::vector<PlannedTask>& tasks) {
  Sharing<Shared<KindId>> kinds;
  Sharing<Shared<calendar::Window>> windows;
  Sharing<Shared<std::vector<Part>>> units;
  Sharing<SharedOptional<Ladder>> ladders;
  Sharing<Shared<std::string>> ladder_names;
  for (auto& task : tasks) {
    kinds(task.kind);
    windows(task.window);
    units(task.leads);
    units(task.coordinating);
    if (task.ladder) {
      ladders(task.ladder);
      ladder_names(task.ladder_name);
    }
  }
}

void link_dependents(std::vector<PlannedTask>& tasks) {
  std::vector<std::vector<TaskIndex>> dependents(tasks.size());
  std::vector<std::vector<TaskIndex>> parts(tasks.size());
  for (TaskIndex i = 0; i < tasks.size(); ++i) {
    for (const TaskIndex earlier : *tasks[i].after) {
      dependents[earlier].push_back(i);
    }
    if (tasks[i].due_after) {
      for (const TaskIndex earlier : tasks[i].due_after->tasks) {
        dependents[earlier].push_back(i);
      }
    }
    if (tasks[i].part_of) {
      parts[*tasks[i].part_of].push_back(i);
    }
  }
  for (TaskIndex i = 0; i < tasks.size(); ++i) {
    tasks[i].dependents = std::move(dependents[i]);
    tasks[i].part_tasks = std::move(parts[i]);
  }
}

}  // namespace

void link(Plan& plan) {
  plan.finder = TaskFinder{plan.tasks};
  for (auto& task : plan.tasks) {
    task.announced_by_phases = false;
    const auto kind = plan.kinds.find(task.kind);
    task.procedure = kind == plan.kinds.end() ? nullptr : kind->second.procedure;
  }
  link_dependents(plan.tasks);
  plan.waiting_elsewhere.clear();
  for (TaskIndex i = 0; i < plan.tasks.size(); ++i) {
    if (!plan.tasks[i].after_elsewhere.empty()) {
      plan.waiting_elsewhere.push_back(i);
    }
  }
  share_what_is_alike(plan.tasks);
  for (const auto& start : plan.phases.starts) {
    for (const auto& task : start.tasks) {
      if (const auto index = plan.find(task)) {
        plan.tasks[*index].announced_by_phases = true;
      }
    }
  }
}

}  // namespace tiendo::model
