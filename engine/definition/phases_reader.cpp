#include "definition/phases_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/check.hpp"
#include "definition/chart_reader.hpp"
#include "definition/first_days.hpp"
#include "definition/phase_words.hpp"
#include "definition/wording.hpp"

namespace tiendo::definition {
namespace {

/// Which of the starts some run can come to.
std::vector<bool> reachable_starts(const chart::Chart& chart, std::size_t starts) {
  std::vector<bool> reachable(starts, false);
  const auto mark = [&](chart::Slice actions) {
    for (const auto& action : chart.actions(actions)) {
      if (action.op == chart::CompiledAction::Op::external) {
        reachable[action.value] = true;
      }
    }
  };
  for (const auto& state : chart.states()) {
    if (state.reachable) {
      mark(state.entry);
      mark(state.exit);
      mark(state.initial_actions);
    }
  }
  for (const auto& transition : chart.transitions()) {
    const bool closed = transition.guard != chart::nothing &&
                        chart.guard(transition.guard).op == chart::CompiledGuard::Op::constant &&
                        chart.guard(transition.guard).value == 0;
    if (chart.state(transition.source).reachable && !closed) {
      mark(transition.actions);
    }
  }
  return reachable;
}

void check_starts(const model::Procedure& phases, Mark at, model::Plan& plan, Findings& findings) {
  const auto reachable = reachable_starts(phases.chart, phases.starts.size());
  std::vector<bool> named(plan.tasks.size(), false);
  std::vector<bool> comes(plan.tasks.size(), false);
  for (std::size_t i = 0; i < phases.starts.size(); ++i) {
    for (const auto& id : phases.starts[i].tasks) {
      if (const auto task = plan.find(id)) {
        named[*task] = true;
        comes[*task] = comes[*task] || reachable[i];
      }
    }
  }
  for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
    plan.tasks[i].announced_by_phases = named[i];
    if (named[i] && !comes[i]) {
      const std::string id = in_quotes(plan.tasks[i].id.str());
      findings.error(
          at, "unreachable_task",
          {fmt::format("nhiệm vụ {} không bao giờ được giao: \"start\" nêu nó đứng ở chỗ "
                       "không thể tới",
                       id),
           fmt::format("task {} is never announced: the \"start\" that names it cannot "
                       "be reached",
                       id)});
    }
  }
}

/// What has to be done by when of a task, if anything has: its detailed plan, else the task.
struct Owed {
  std::optional<Day> day;
  Text what;
};

Owed first_owed(const model::Plan& plan, const model::PlannedTask& task,
                const calendar::WorkingDays& working_days) {
  if (task.detailed_plan_owed && task.window->start) {
    return {working_days.add(*task.window->start, -plan.settings.detailed_plan_days),
            {"trình kế hoạch chi tiết", "its detailed plan"}};
  }
  return {task.window->due, {"hoàn thành", "the task"}};
}

/// A task that no `start` can announce before it, or its detailed plan, is due; said at the last of
/// them.
void check_first_days(const model::Plan& plan, const std::vector<Mark>& marks,
                      const calendar::WorkingDays& working_days, Findings& findings) {
  struct Announced {
    std::optional<Day> first;
    bool any_day = false;
    Mark at;
  };
  const auto days = first_days(plan.phases);
  std::map<std::size_t, Announced> tasks;
  for (std::size_t i = 0; i < days.size(); ++i) {
    for (const auto& id : plan.phases.starts[i].tasks) {
      if (const auto task = plan.find(id)) {
        auto& announced = tasks[*task];
        announced.any_day = announced.any_day || !days[i];
        announced.first = announced.first && days[i] ? std::min(announced.first, days[i]) : days[i];
        announced.at = marks[i];
      }
    }
  }
  for (const auto& [index, announced] : tasks) {
    const auto& task = plan.tasks[index];
    const auto [due, what] = first_owed(plan, task, working_days);
    if (announced.any_day || !due || *announced.first <= *due) {
      continue;
    }
    const std::string id = in_quotes(task.id.str());
    findings.warning(
        announced.at, "announced_late",
        {fmt::format("nhiệm vụ {}: hạn {} là {}, nhưng sớm nhất {} mới được giao: xem lại \"at\", "
                     "hoặc thời gian của nhiệm vụ",
                     id, what.vi, to_vietnamese(*due), to_vietnamese(*announced.first)),
         fmt::format("task {}: {} is due on {}, but announced on {} at the earliest: look at "
                     "\"at\", or at the window of the task",
                     id, what.en, tiendo::to_string(*due), tiendo::to_string(*announced.first))});
  }
}

chart::Guard guard_at(Day day, std::vector<model::Condition>& conditions) {
  conditions.emplace_back(model::At{day});
  return {chart::External{static_cast<std::uint32_t>(conditions.size() - 1)}};
}

chart::State phase(std::string id, std::string next, chart::Guard when) {
  chart::State state;
  state.id = std::move(id);
  chart::Transition transition;
  transition.to.emplace_back(std::move(next));
  transition.when = std::move(when);
  state.on.push_back(std::move(transition));
  return state;
}

/// The last day on which something is due; of a plan without due dates, or with some that are not
/// known yet, of its period.
Day last_day(const model::Plan& plan) {
  std::optional<Day> last;
  for (const auto& task : plan.tasks) {
    last = std::max(last, task.window->waits ? plan.period.last : task.window->due);
  }
  return last.value_or(plan.period.last);
}

}  // namespace

void read_phases(const Node& node, const PhasesContext& context, model::Plan& plan,
                 Findings& findings) {
  PhaseWords words{context, plan};
  auto chart = read_chart(node, words, chart::Severity::error, findings);
  if (!chart) {
    return;
  }
  plan.phases = {std::move(chart->document), std::move(chart->chart), words.take_conditions(),
                 words.take_starts()};
  plan.phase_titles = words.take_titles();
  for (chart::StateIndex s = 1; s < plan.phases.chart.size(); ++s) {
    plan.phase_titles.try_emplace(plan.phases.chart.name(s), plan.phases.chart.name(s));
  }
  check_starts(plan.phases, node.mark(), plan, findings);
  check_first_days(plan, words.take_start_marks(), *context.time.working_days, findings);
}

void make_phases(model::Plan& plan) {
  std::vector<model::Condition> conditions;
  chart::Document document;
  document.states.push_back(
      phase("chuan-bi", "thuc-hien", guard_at(plan.period.first, conditions)));
  document.states.push_back(
      phase("thuc-hien", "tong-ket", guard_at(plus_days(last_day(plan), 1), conditions)));
  chart::State last;
  last.id = "tong-ket";
  last.type = chart::StateType::final;
  document.states.push_back(std::move(last));
  auto compiled = chart::compile(document);
  check(compiled.chart.has_value(), "the phases made from the windows are in order");
  plan.phases = {std::move(document), std::move(*compiled.chart), std::move(conditions), {}};
  plan.phase_titles = {
      {"chuan-bi", "Chuẩn bị"}, {"thuc-hien", "Thực hiện"}, {"tong-ket", "Tổng kết"}};
}

}  // namespace tiendo::definition
