#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/shared.hpp"
#include "base/time.hpp"
#include "calendar/window.hpp"
#include "chart/chart.hpp"
#include "chart/document.hpp"
#include "model/condition.hpp"
#include "model/ids.hpp"
#include "model/organisation.hpp"
#include "model/part.hpp"
#include "model/target.hpp"
#include "model/task_finder.hpp"

namespace tiendo::model {

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

/// A task of another campaign.
struct TaskElsewhere {
  CampaignId campaign;
  TaskId task;

  friend bool operator==(const TaskElsewhere&, const TaskElsewhere&) = default;
};

/// One time of a task that comes again: a task of its own.
struct Occurrence {
  TaskId of;        // what the plan declares: "giao-ban"
  DayRange days{};  // the week, month, quarter or year that it is for; announced when it begins

  friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

/// A due date that is counted from the day on which other tasks are accepted, all of them.
struct DueAfter {
  std::vector<TaskIndex> tasks;
  int days = 0;
  bool working_days = false;

  friend bool operator==(const DueAfter&, const DueAfter&) = default;
};

/// A task as the plan declares it. Plans have many, and many are alike: what tasks have in common
/// is one in memory once the plan is linked.
struct PlannedTask {
  TaskId id;
  std::string title;
  Shared<KindId> kind;
  Shared<calendar::Window> window;  // a task without one has the plan's period and no due date
  Shared<std::vector<Part>> leads;  // empty: chưa phân công
  Shared<std::vector<Part>> coordinating;
  Shared<std::vector<TaskIndex>> after;    // have to be accepted before this one starts
  SharedOptional<Ladder> ladder;           // none: nobody is reminded
  Shared<std::string> ladder_name;         // of the office's that goes before it; empty: its own
  Shared<std::vector<std::string>> parts;  // what the document lists under the task
  Shared<std::string> source;              // where it stands in the document: "III.1.1; V.2"
  Shared<std::string> note;
  SharedOptional<Occurrence> occurrence;
  SharedOptional<DueAfter> due_after;
  Shared<std::vector<TaskElsewhere>> after_elsewhere;  // have to be accepted before this one starts
  std::optional<TaskIndex> part_of;  // the whole, which is reported once its parts are accepted
  bool dropped = false;              // an amendment left it out: kept, cancelled, for its history
  Shared<std::vector<TaskIndex>> dependents;   // what waits for its acceptance; set by link
  Shared<std::vector<TaskIndex>> part_tasks;   // the tasks that are part of it; set by link
  std::shared_ptr<const Procedure> procedure;  // that of its kind; set by link
  bool announced_by_phases = false;            // a `start` of the phases names it; set by link
  bool detailed_plan_owed = false;
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
  TaskFinder finder;                         // of the tasks; set by link
  std::vector<TaskIndex> waiting_elsewhere;  // those with `after_elsewhere`; set by link
  std::vector<Target> targets;
  std::vector<TaskElsewhere> fulfils;  // what other plans ordered and this one carries out
  std::map<std::string, Day> anchors;  // days that phrases count from: "ngày bầu cử"
  bool before_is_inclusive = false;    // "trước ngày X" includes X
  std::map<KindId, Kind> kinds;
  Procedure phases;
  std::map<std::string, std::string>
      phase_titles;  // by id of the state; the id where none is given

  [[nodiscard]] std::optional<TaskIndex> find(const TaskId& task) const {
    return finder.find(tasks, task);
  }
};

/// Fills what follows from the rest: `finder`, `waiting_elsewhere`, and of each task `dependents`,
/// `part_tasks`, `procedure` and `announced_by_phases`; makes what tasks have in common one. The
/// last step of making a plan.
void link(Plan& plan);

}  // namespace tiendo::model
