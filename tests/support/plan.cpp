#include "support/plan.hpp"

#include <utility>

#include "base/check.hpp"
#include "chart/chart.hpp"

namespace tiendo::test {

using model::TaskId;
using model::UnitId;

namespace {

std::optional<Day> maybe_day(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional{day(text)};
}

std::vector<model::Part> parts(const Ids& units) {
  std::vector<model::Part> result;
  for (const auto& unit : units) {
    result.push_back({UnitId{unit}, ""});
  }
  return result;
}

std::vector<TaskId> task_ids(const Ids& ids) {
  return {ids.begin(), ids.end()};
}

void declare(model::Procedure& procedure, std::vector<chart::State> states) {
  procedure.document = {.initial = {}, .states = std::move(states)};
  auto result = chart::compile(procedure.document);
  check(result.chart.has_value(), "the chart of a test is right");
  procedure.chart = std::move(*result.chart);
}

model::Unit unit(const char* id, const char* name) {
  model::Unit made;
  made.id = UnitId{id};
  made.name = name;
  made.short_name = name;
  return made;
}

}  // namespace

Day day(std::string_view text) {
  return parse_day(text).value();
}

Timestamp at(std::string_view text) {
  const auto date = day(text.substr(0, 10));
  if (text.size() == 10) {
    return instant_of(date);
  }
  const auto number = [&](std::size_t from) {
    return std::stoi(std::string{text.substr(from, 2)});
  };
  return instant_of(date, std::chrono::hours{number(11)} + std::chrono::minutes{number(14)});
}

PlanBuilder::PlanBuilder() {
  plan_.id = model::PlanId{"plan"};
  plan_.title = "Kế hoạch thử";
  plan_.period = {day("2025-01-01"), day("2025-12-31")};
  plan_.period_window.start = plan_.period.first;
  plan_.period_window.end = plan_.period.last;
  auto& organisation = plan_.organisation;
  organisation.office = UnitId{"van-phong"};
  organisation.units = {unit("van-phong", "Văn phòng"), unit("nghiep-vu", "Phòng Nghiệp vụ"),
                        unit("trung-tam", "Trung tâm"), unit("so-nong-nghiep", "Sở Nông nghiệp"),
                        unit("to-cu", "Tổ cũ")};
  organisation.units[3].external = true;
  organisation.units[4].valid_until = day("2024-12-31");
  plan_.settings.report_every = model::ReportEvery::never;
  plan_.kinds[model::KindId{"general"}] = {model::KindId{"general"}, "Chung", false, nullptr, {}};
  phases({chart::State{.id = "running"}});
}

PlanBuilder& PlanBuilder::task(TaskWords words) {
  model::PlannedTask task;
  task.id = TaskId{words.id};
  task.title = "Nhiệm vụ " + words.id;
  task.kind = model::KindId{words.kind};
  calendar::Window window;
  window.start = maybe_day(words.start);
  window.due = maybe_day(words.due);
  window.end = window.due;
  window.due_time = words.due_time;
  window.certainty = words.certainty;
  window.recurrence = words.recurrence;
  window.resolved = true;
  task.window = std::move(window);
  task.leads = parts(words.leads);
  task.coordinating = parts(words.coordinating);
  task.detailed_plan_owed = words.plan_owed;
  task.ladder_name = words.ladder_name;
  if (words.ladder) {
    task.ladder = *words.ladder;
  }
  plan_.tasks.push_back(std::move(task));
  after_.push_back(std::move(words.after));
  return *this;
}

PlanBuilder& PlanBuilder::target(std::string id, double plan, std::string lead) {
  plan_.targets.push_back(
      {model::TargetId{id}, "Chỉ tiêu " + id, "HTX", plan, "năm 2025", UnitId{std::move(lead)}});
  return *this;
}

PlanBuilder& PlanBuilder::phases(std::vector<chart::State> states) {
  declare(plan_.phases, std::move(states));
  return *this;
}

PlanBuilder& PlanBuilder::kind(std::string id, std::vector<chart::State> procedure) {
  model::Procedure made;
  declare(made, std::move(procedure));
  const model::KindId name{id};
  plan_.kinds[name] = {
      name, std::move(id), false, std::make_shared<const model::Procedure>(std::move(made)), {}};
  return *this;
}

chart::Guard PlanBuilder::accepted(Ids tasks) {
  return condition(model::Accepted{task_ids(tasks)});
}

chart::Guard PlanBuilder::any_accepted(Ids tasks) {
  return condition(model::AnyAccepted{task_ids(tasks)});
}

chart::Guard PlanBuilder::reached(std::string target, double at_least) {
  return condition(model::Reached{model::TargetId{std::move(target)}, at_least});
}

chart::Guard PlanBuilder::on_day(std::string_view text) {
  return condition(model::At{day(text)});
}

chart::Guard PlanBuilder::condition(model::Condition condition) {
  plan_.phases.conditions.push_back(std::move(condition));
  return {chart::External{static_cast<std::uint32_t>(plan_.phases.conditions.size() - 1)}};
}

chart::Action PlanBuilder::start(Ids tasks) {
  plan_.phases.starts.push_back({task_ids(tasks)});
  return chart::External{static_cast<std::uint32_t>(plan_.phases.starts.size() - 1)};
}

std::shared_ptr<const model::Plan> PlanBuilder::build() const {
  auto plan = std::make_shared<model::Plan>(plan_);
  model::link(*plan);
  for (std::size_t task = 0; task < after_.size(); ++task) {
    std::vector<model::TaskIndex> after;
    for (const auto& earlier : after_[task]) {
      after.push_back(plan->find(TaskId{earlier}).value());
    }
    plan->tasks[task].after = std::move(after);
  }
  model::link(*plan);
  return plan;
}

}  // namespace tiendo::test
