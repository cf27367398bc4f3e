#include "model/plan.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <memory>

namespace tiendo::model {
namespace {

Plan plan_of(int tasks) {
  Plan plan;
  for (int i = 0; i < tasks; ++i) {
    PlannedTask task;
    task.id = TaskId{fmt::format("t{}", i)};
    task.kind = KindId{i % 2 == 0 ? "conference" : "award"};
    calendar::Window window;
    window.phrase = i % 2 == 0 ? "Quý I/2025" : "Quý II/2025";
    task.window = std::move(window);
    task.leads = std::vector<Part>{{UnitId{"nghiep-vu"}, ""}};
    task.ladder = Ladder{};
    plan.tasks.push_back(std::move(task));
  }
  link(plan);
  return plan;
}

}  // namespace

TEST_CASE("every task of a plan is found by its id, and nothing else is") {
  for (const int tasks : {0, 1, 2, 3, 7, 8, 100, 10'000}) {
    const auto plan = plan_of(tasks);
    for (TaskIndex i = 0; i < plan.tasks.size(); ++i) {
      REQUIRE(plan.find(plan.tasks[i].id) == i);
    }
    CHECK_FALSE(plan.find(TaskId{fmt::format("t{}", tasks)}));
    CHECK_FALSE(plan.find(TaskId{}));
  }
  CHECK_FALSE(Plan{}.find(TaskId{"t0"}));
}

TEST_CASE("tasks are found in a copy of their plan, after the plan has gone") {
  auto plan = std::make_unique<Plan>(plan_of(100));
  const Plan copy = *plan;
  plan.reset();
  CHECK(copy.find(TaskId{"t99"}) == 99);
}

TEST_CASE("of two tasks with one id the first is found, and the ids are counted once") {
  auto plan = plan_of(3);
  plan.tasks[2].id = plan.tasks[0].id;
  link(plan);
  CHECK(plan.find(TaskId{"t0"}) == 0);
  CHECK(plan.finder.size() == 2);
}

TEST_CASE("what tasks of a plan have in common is one in memory") {
  const auto plan = plan_of(4);
  const auto& first = plan.tasks[0];
  const auto& second = plan.tasks[1];
  const auto& third = plan.tasks[2];
  const auto& fourth = plan.tasks[3];
  CHECK(&*first.window == &*third.window);
  CHECK(&*first.kind == &*third.kind);
  CHECK(first.window->phrase != second.window->phrase);
  CHECK(&*second.window == &*fourth.window);
  CHECK(&*first.leads == &*fourth.leads);
  CHECK(&*first.ladder == &*fourth.ladder);
}

}  // namespace tiendo::model
