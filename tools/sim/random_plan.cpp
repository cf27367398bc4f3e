#include "sim/random_plan.hpp"

#include <string>
#include <utility>
#include <vector>

#include "base/check.hpp"
#include "chart/chart.hpp"

namespace tiendo::sim {
namespace {

using chart::Action;
using chart::Guard;
using chart::Send;
using chart::State;
using chart::StateType;
using chart::Transition;
using model::TaskId;
using model::UnitId;

Transition on(const char* event, const char* to) {
  return {.events = {event}, .to = {to}};
}

Transition when(Guard guard, const char* to) {
  return {.to = {to}, .when = std::move(guard)};
}

State state(const char* id, std::vector<Transition> transitions, std::vector<Action> entry = {}) {
  return {.id = id, .entry = std::move(entry), .on = std::move(transitions)};
}

State last(const char* id) {
  return {.id = id, .type = StateType::final};
}

chart::Chart compiled(const chart::Document& document) {
  auto result = chart::compile(document);
  check(result.chart.has_value(),
        result.findings.empty() ? "" : result.findings.front().text.en.c_str());
  return std::move(*result.chart);
}

/// Steps one after another, pushed on by a delay of working days when nobody does them.
std::vector<State> in_steps(Dice& dice) {
  return {state("first", {on("go", "second"), on("tick", "second")},
                {Send{"tick", chart::WorkingDays{dice.between(1, 15)}, "t"}}),
          state("second", {on("end", "done"), on("progress", "first")}, {chart::Cancel{"t"}}),
          last("done")};
}

/// Two things at once, left for a while and taken up where they were.
std::vector<State> in_pairs() {
  State left{.id = "left", .states = {state("l1", {on("go", "l2")}), last("l2")}};
  State right{.id = "right", .states = {state("r1", {on("end", "r2")}), last("r2")}};
  State memory{.id = "memory", .type = StateType::deep_history};
  memory.initial.emplace().to = {"l1", "r1"};
  State both{.id = "both",
             .type = StateType::parallel,
             .on = {on("tick", "pause"), on("done.state.both", "over")},
             .states = {std::move(left), std::move(right), std::move(memory)}};
  return {std::move(both), state("pause", {on("go", "memory"), on("end", "memory")}), last("over")};
}

void add_kind(model::Plan& plan, const char* id, std::vector<State> states) {
  auto procedure = std::make_shared<model::Procedure>();
  procedure->document.states = std::move(states);
  procedure->chart = compiled(procedure->document);
  const model::KindId name{id};
  plan.kinds[name] = {name, id, false, std::move(procedure), {}};
}

std::vector<model::Part> parts(std::initializer_list<const char*> units) {
  std::vector<model::Part> made;
  for (const auto* unit : units) {
    made.push_back({UnitId{unit}, ""});
  }
  return made;
}

void set_window(calendar::Window& window, Dice& dice, DayRange period, int days) {
  const int start = dice.between(-5, days);
  if (!dice.one_in(4)) {
    window.start = plus_days(period.first, start);
  }
  if (!dice.one_in(5)) {
    window.due = plus_days(period.first, start + dice.between(0, 30));
    if (dice.one_in(4)) {
      window.due_time = std::chrono::hours{17};
    }
  }
  window.end = window.due;
  window.certainty = dice.one_in(3) ? calendar::Certainty::tentative : calendar::Certainty::firm;
  if (!window.due && dice.one_in(2)) {
    window.recurrence = calendar::Recurrence{.every = calendar::Frequency::weekly};
  }
  window.resolved = true;
}

Guard condition(model::Plan& plan, model::Condition is) {
  plan.phases.conditions.push_back(std::move(is));
  return {chart::External{static_cast<std::uint32_t>(plan.phases.conditions.size() - 1)}};
}

Action start(model::Plan& plan, std::vector<TaskId> tasks) {
  plan.phases.starts.push_back({std::move(tasks)});
  return chart::External{static_cast<std::uint32_t>(plan.phases.starts.size() - 1)};
}

std::vector<TaskId> some_tasks(Dice& dice, const model::Plan& plan) {
  std::vector<TaskId> some;
  for (const auto& task : plan.tasks) {
    if (dice.one_in(3)) {
      some.push_back(task.id);
    }
  }
  return some;
}

std::vector<State> random_phases(Dice& dice, model::Plan& plan, int days) {
  if (dice.one_in(4)) {
    return {state("running", {})};
  }
  const auto day = plus_days(plan.period.first, dice.between(-2, days));
  const auto all = some_tasks(dice, plan);
  std::vector<State> states;
  states.push_back(state(
      "one", {when(condition(plan, model::At{day}), "two"), on("task.t0.accepted", "three")}));
  states.push_back(
      state("two",
            {on("late", "one"), on("task.t1", "three"),
             when(condition(plan, model::Reached{model::TargetId{"htx"}, 50}), "three")},
            {start(plan, some_tasks(dice, plan)),
             Send{"late", std::chrono::hours{24 * dice.between(1, 20)}, ""}}));
  states.push_back(state("three", {when(condition(plan, model::Accepted{all}), "end")},
                         {start(plan, some_tasks(dice, plan)), start(plan, all)}));
  states.push_back(last("end"));
  return states;
}

model::Unit unit(const char* id, const char* name) {
  model::Unit made;
  made.id = UnitId{id};
  made.name = name;
  made.short_name = name;
  return made;
}

}  // namespace

model::Organisation organisation() {
  model::Organisation made;
  made.name = "Liên minh Hợp tác xã";
  made.office = UnitId{"van-phong"};
  made.units = {unit("van-phong", "Văn phòng"), unit("nghiep-vu", "Phòng Nghiệp vụ"),
                unit("trung-tam", "Trung tâm"), unit("doi-tac", "Đối tác"), unit("to-cu", "Tổ cũ")};
  made.units[3].external = true;
  made.units[4].valid_until = Day{std::chrono::year{2024} / 12 / 31};
  return made;
}

model::PlannedTask random_task(Dice& dice, const model::Plan& plan, model::TaskIndex index,
                               int days) {
  model::PlannedTask task;
  task.id = TaskId{"t" + std::to_string(index)};
  task.title = "Nhiệm vụ " + std::to_string(index);
  const char* const kinds[] = {"general", "general", "steps", "pair"};
  task.kind = model::KindId{kinds[dice.below(4)]};
  task.window.replace([&](auto& window) { set_window(window, dice, plan.period, days); });
  task.detailed_plan_owed = dice.one_in(2);
  switch (dice.below(5)) {
    case 0:
      break;  // nobody leads it yet
    case 1:
      task.leads = parts({"trung-tam", "nghiep-vu"});
      break;
    case 2:
      task.leads = parts({"trung-tam"});
      task.coordinating = parts({"doi-tac", "nghiep-vu"});
      break;
    default:
      task.leads = parts({"nghiep-vu"});
      task.coordinating = parts({"trung-tam"});
  }
  if (index > 0 && dice.one_in(3)) {
    task.after = std::vector{static_cast<model::TaskIndex>(dice.below(index))};
  }
  if (!dice.one_in(8)) {
    task.ladder = model::Ladder{};
    task.ladder_name = std::string{dice.one_in(2) ? "default" : ""};
  }
  return task;
}

std::shared_ptr<const model::Plan> random_plan(Dice& dice, Day first) {
  auto made = std::make_shared<model::Plan>();
  auto& plan = *made;
  const int days = dice.between(10, 60);
  plan.id = model::PlanId{"ke-hoach"};
  plan.title = "Kế hoạch thử";
  plan.period.first = plus_days(first, dice.between(-5, 15));
  plan.period.last = plus_days(plan.period.first, days);
  plan.period_window.start = plan.period.first;
  plan.period_window.end = plan.period.last;
  plan.organisation = organisation();
  const model::ReportEvery every[] = {model::ReportEvery::never, model::ReportEvery::month,
                                      model::ReportEvery::quarter};
  plan.settings.report_every = every[dice.below(3)];
  plan.settings.detailed_plan_days = dice.between(1, 10);
  plan.kinds[model::KindId{"general"}] = {model::KindId{"general"}, "Chung", false, nullptr, {}};
  add_kind(plan, "steps", in_steps(dice));
  add_kind(plan, "pair", in_pairs());
  const auto tasks = static_cast<model::TaskIndex>(dice.one_in(6) ? 12 : dice.between(1, 6));
  for (model::TaskIndex i = 0; i < tasks; ++i) {
    plan.tasks.push_back(random_task(dice, plan, i, days));
  }
  plan.targets.push_back(
      {model::TargetId{"htx"}, "HTX thành lập mới", "HTX", 80, "", UnitId{"nghiep-vu"}});
  plan.phases.document.states = random_phases(dice, plan, days);
  plan.phases.chart = compiled(plan.phases.document);
  model::link(plan);
  return made;
}

}  // namespace tiendo::sim
