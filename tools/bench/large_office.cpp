#include "large_office.hpp"

#include <fmt/format.h>

#include "base/check.hpp"

namespace tiendo::bench {
namespace {

using std::chrono::April;
using std::chrono::year;

constexpr year of_the_plan{2025};
const model::UnitId unit{"nghiep-vu"};

model::PlannedTask made_task(int number, MadePlan how) {
  model::PlannedTask task;
  task.id = model::TaskId{fmt::format("t{}", number)};
  task.title = fmt::format("Nhiệm vụ số {}", number);
  task.kind = model::KindId{"general"};
  calendar::Window window;
  window.phrase = "đến ngày 20/4/2025";
  window.start = of_the_plan / 1 / 1;
  window.due = window.end = of_the_plan / April / 20;
  window.resolved = true;
  task.window = std::move(window);
  task.leads = std::vector<model::Part>{{unit, ""}};
  task.detailed_plan_owed = how.plan_owed;
  if (how.reminded) {
    task.ladder = model::Ladder{};
  }
  return task;
}

model::Command adding(model::UserId user, model::Post post) {
  std::string name = user.str();
  return {owner(),
          {},
          {},
          model::OfficeCommands{
              model::AddPerson{{std::move(user), std::move(name), {std::move(post)}}}}};
}

}  // namespace

std::shared_ptr<const model::Plan> made_plan(const std::string& id, int tasks, MadePlan how) {
  auto plan = std::make_shared<model::Plan>();
  plan->id = model::PlanId{id};
  plan->title = "Kế hoạch lớn";
  plan->period = {of_the_plan / 1 / 1, of_the_plan / 12 / 31};
  plan->period_window.start = plan->period.first;
  plan->period_window.end = plan->period.last;
  plan->organisation.units.push_back({unit, "Phòng Nghiệp vụ - Kiểm tra", "NV-KT"});
  plan->kinds[model::KindId{"general"}] = {model::KindId{"general"}, "Chung", false, nullptr, {}};
  for (int i = 0; i < tasks; ++i) {
    plan->tasks.push_back(made_task(i, how));
  }
  plan->phases.document.states.push_back({.id = "thuc-hien"});
  auto compiled = chart::compile(plan->phases.document);
  check(compiled.chart.has_value(), "the phases of the benchmark are in order");
  plan->phases.chart = std::move(*compiled.chart);
  model::link(*plan);
  return plan;
}

model::UserId owner() {
  return model::UserId{model::owner_prefix};
}
model::UserId clerk() {
  return model::UserId{"an"};
}
model::UserId leader() {
  return model::UserId{"binh"};
}

std::vector<model::Command> hiring() {
  return {adding(clerk(), {model::Role::staff, unit, {}, {}}),
          adding(leader(), {model::Role::leader, {}, {}, {}})};
}

}  // namespace tiendo::bench
