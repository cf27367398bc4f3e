#include "runtime/task_view.hpp"

#include <algorithm>

#include "chart/fixture.hpp"
#include "runtime/task_actions.hpp"
#include "support/world.hpp"

namespace tiendo::test {
namespace {

using runtime::TimeStatus;

const model::TaskId a{"a"};

/// Due on Sunday, 20 April 2025. By law 30 April and 1 May are off.
PlanBuilder april() {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-03-03", .due = "2025-04-20"});
  return plan;
}

std::string standing(const World& world, std::string_view now, model::TaskIndex task = 0) {
  const auto found =
      runtime::time_standing(world.campaign(), task, *world.state().office.working_days, at(now));
  return found ? std::string{model::name(found->status)} + " " + std::to_string(found->days_late)
               : "none";
}

std::vector<std::string> possible(const World& world, const model::Person& who) {
  std::vector<std::string> names;
  for (const auto& choice :
       runtime::choices(world.state(), world.campaign(), 0, who.id, at("2025-03-10 08:00"))) {
    CHECK(choice.possible == choice.why_not.vi.empty());
    CHECK_FALSE(choice.who.en.empty());
    if (choice.possible && choice.permitted) {
      names.emplace_back(model::name(choice.action));
    }
  }
  return names;
}

}  // namespace

TEST_CASE("a task is due soon three working days before its date, and late after its midnight") {
  World world{april()};
  CHECK(standing(world, "2025-04-15 23:59") == "not_due 0");
  CHECK(standing(world, "2025-04-16 00:00") == "due_soon 0");
  CHECK(standing(world, "2025-04-19 12:00") == "due_soon 0");
  CHECK(standing(world, "2025-04-20 00:00") == "due_today 0");
  CHECK(standing(world, "2025-04-20 23:59") == "due_today 0");
  CHECK(standing(world, "2025-04-21 00:00") == "overdue 1");
  CHECK(standing(world, "2025-04-25 12:00") == "overdue 5");
}

TEST_CASE("over a weekend a task is late by no working day yet") {
  PlanBuilder plan;
  plan.task({.id = "a", .due = "2025-04-18"});
  World world{plan};
  CHECK(standing(world, "2025-04-19 12:00") == "overdue 0");
  CHECK(runtime::words(runtime::TimeStanding{TimeStatus::overdue, 0}).vi == "quá hạn");
  CHECK(runtime::words(runtime::TimeStanding{TimeStatus::overdue, 3}).vi ==
        "quá hạn 3 ngày làm việc");
}

TEST_CASE("a printed hour ends the day, until the date has been moved") {
  PlanBuilder plan;
  plan.task({.id = "a", .due = "2025-04-18", .due_time = std::chrono::hours{17}});
  World world{plan};
  CHECK(standing(world, "2025-04-18 16:59") == "due_today 0");
  CHECK(standing(world, "2025-04-18 17:00") == "overdue 0");
  world.time("2025-04-01 08:00").does(leader(), model::GrantExtension{a, day("2025-04-22")});
  CHECK(standing(world, "2025-04-22 17:00") == "due_today 0");
}

TEST_CASE("work that was reported in time stays so, however late it is accepted") {
  World world{april()};
  world.time("2025-04-20 22:00").does(staff(), model::ReportTask{a, "1/BC", ""});
  CHECK(standing(world, "2025-05-20") == "done_in_time 0");
  world.time("2025-05-20 08:00").does(leader(), model::AcceptTask{a, ""});
  CHECK(standing(world, "2025-06-01") == "done_in_time 0");
  world.does(leader(), model::ReopenTask{a, "thiếu hồ sơ"});
  CHECK(standing(world, "2025-05-20 08:00") == "overdue 20");
  world.time("2025-05-21 08:00").does(staff(), model::ReportTask{a, "2/BC", ""});
  CHECK(standing(world, "2025-06-01") == "done_late 21");
}

TEST_CASE("without a due date nothing is late, and what is cancelled has no standing") {
  PlanBuilder plan;
  plan.task({.id = "a"}).task({.id = "b", .due = "2025-04-18"});
  World world{plan};
  CHECK(standing(world, "2025-12-31") == "no_due_date 0");
  world.time("2025-05-01").does(leader(), model::CancelTask{model::TaskId{"b"}, "thôi"});
  CHECK(standing(world, "2025-12-31", 1) == "none");
  const auto counts = runtime::count_by_time(world.campaign(), *world.state().office.working_days,
                                             at("2025-05-02"));
  CHECK(counts.of(TimeStatus::no_due_date) == 1);
  CHECK(counts.of(TimeStatus::overdue) == 0);
  CHECK(counts.cancelled == 1);
}

TEST_CASE("what can be done is what the law allows, to whom the rights give it") {
  World world{april()};
  world.time("2025-03-10 08:00");
  CHECK(possible(world, staff()) == std::vector<std::string>{"report_progress", "report",
                                                             "ask_extension", "comment", "attach"});
  const auto of_leader = possible(world, leader());
  CHECK(std::ranges::find(of_leader, "grant_extension") != of_leader.end());
  CHECK(std::ranges::find(of_leader, "accept") == of_leader.end());
  world.does(leader(), model::SuspendCampaign{"bão"});
  CHECK(possible(world, leader()).empty());
}

TEST_CASE("the steps that are shown are those that the procedure takes") {
  PlanBuilder plan;
  plan.kind("two-steps",
            {chart::state("one", {chart::on("go", {"two"})}),
             chart::state("two", {chart::on("stop", {"three"})}), chart::final_state("three")});
  plan.task({.id = "a", .start = "2025-02-03", .due = "2025-04-20", .kind = "two-steps"});
  World world{plan};
  const auto steps = [&] {
    std::vector<std::string> names;
    for (const auto& step :
         runtime::awaited_steps(world.state(), world.campaign(), 0, at("2025-03-10"))) {
      names.push_back(step.event);
    }
    return names;
  };
  CHECK(steps().empty());
  world.time("2025-03-10 08:00");
  CHECK(steps() == std::vector<std::string>{"go"});
  CHECK(runtime::procedure_states(world.campaign(), 0) == std::vector<std::string>{"one"});
  world.does(staff(), model::PerformStep{a, "go"});
  CHECK(steps() == std::vector<std::string>{"stop"});
}

}  // namespace tiendo::test
