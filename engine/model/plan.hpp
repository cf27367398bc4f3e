#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "calendar/window.hpp"
#include "chart/chart.hpp"
#include "chart/document.hpp"
#include "model/condition.hpp"
#include "model/ids.hpp"
#include "model/organisation.hpp"
#include "model/part.hpp"

namespace tiendo::model {

/// The place of a task in its plan; what the engine counts with.
using TaskIndex = std::uint32_t;

/// A declared statechart together with what its guards and actions of the domain mean: an External
/// guard or action of the chart is an index into one of the two lists.
struct Procedure {
  chart::Document document;  // what the chart was made of
  chart::Chart chart;
  std::vector<Condition> conditions;
  std::vector<StartTasks> starts;
};

/// A kind of task: what is owed for it and how it runs.
struct Kind {
  KindId id;
  std::string title;
  bool detailed_plan_owed = false;
  std::shared_ptr<const Procedure> procedure;       // none: nothing stands before the report
  std::map<std::string, std::string> state_titles;  // of the procedure, where they are given
};

/// A task as the plan declares it.
struct PlannedTask {
  TaskId id;
  std::string title;
  KindId kind;
  calendar::Window window;  // a task without one has the plan's period and no due date
  std::vector<Part> leads;  // empty: chưa phân công
  std::vector<Part> coordinating;
  bool detailed_plan_owed = false;
  std::vector<TaskIndex> after;    // have to be accepted before this one starts
  std::optional<Ladder> ladder;    // none: nobody is reminded
  std::vector<std::string> parts;  // what the document lists under the task
  std::string source;              // where it stands in the document: "III.1.1; V.2"
  std::string note;
  bool announced_by_phases = false;            // a `start` of the phases names it; set by link
  std::vector<TaskIndex> dependents;           // the tasks that come after this one; set by link
  std::shared_ptr<const Procedure> procedure;  // that of its kind; set by link
};

struct Target {
  TargetId id;
  std::string title;
  std::string unit;  // what is counted: "HTX"
  double plan = 0;
  std::string period;
  UnitId lead;
};

struct DocumentReference {
  std::string number;
  std::optional<Day> date;
  std::string issuer;
  std::string signer;
};

/// A checked plan: everything that it names exists. Immutable; shared by the campaign and its
/// views.
struct Plan {
  PlanId id;
  std::string title;
  DocumentReference document;
  std::vector<std::string> basis;
  calendar::Window period_window;
  DayRange period{};
  std::optional<calendar::Window> peak;
  Organisation organisation;
  Settings settings;
  std::vector<PlannedTask> tasks;
  boost::unordered_flat_map<TaskId, TaskIndex, std::hash<TaskId>> task_index;  // set by link
  std::vector<Target> targets;
  std::map<KindId, Kind> kinds;
  Procedure phases;
  std::map<std::string, std::string>
      phase_titles;  // by id of the state; the id where none is given

  [[nodiscard]] std::optional<TaskIndex> find(const TaskId& task) const {
    const auto found = task_index.find(task);
    return found == task_index.end() ? std::nullopt : std::optional{found->second};
  }
};

/// Fills what follows from the rest: `task_index`, and of each task `dependents`, `procedure` and
/// `announced_by_phases`. The last step of making a plan.
void link(Plan& plan);

}  // namespace tiendo::model
