#include <functional>

#include "decide/anchors.hpp"
#include "support/world.hpp"

namespace tiendo::test {
namespace {

const model::TaskId a{"a"};
const model::TaskId b{"b"};

PlanBuilder with(const TaskWords& words, const std::function<void(model::PlannedTask&)>& change) {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-02-03", .due = "2025-02-28"});
  plan.task(words);
  change(plan.plan().tasks[1]);
  return plan;
}

void accept(World& world, const model::TaskId& task) {
  world.does(staff(), model::ReportTask{task, "", ""});
  world.does(leader(), model::AcceptTask{task, ""});
}

model::Command elsewhere(const model::Person& actor, auto body) {
  auto wanted = command(actor, std::move(body));
  wanted.campaign = model::CampaignId{"khac"};
  return wanted;
}

}  // namespace

TEST_CASE("an occurrence is announced when its period begins, one that has passed never is") {
  const auto month = [](const char* first, const char* last) {
    return [=](model::PlannedTask& task) {
      task.occurrence = model::Occurrence{model::TaskId{"giao-ban"}, {day(first), day(last)}};
    };
  };
  World world{with({.id = "b", .due = "2025-03-31"}, month("2025-03-01", "2025-03-31"))};
  world.time("2025-03-03 07:29");
  CHECK(world.state_of("b") == "planned");
  world.time("2025-03-03 07:30");
  CHECK(world.state_of("b") == "in_progress");
  const auto told = world.told();
  CHECK(std::ranges::count(told, "b announced to nghiep-vu") == 1);
  World late{with({.id = "b", .due = "2025-01-31"}, month("2025-01-01", "2025-01-31")),
             "2025-02-03 08:00"};
  CHECK(late.state_of("b") == "cancelled");
}

TEST_CASE("a task that comes after one of another campaign starts when that is accepted") {
  World world{with({.id = "b", .start = "2025-03-03"}, [](model::PlannedTask& task) {
    task.after_elsewhere =
        std::vector<model::TaskElsewhere>{{model::CampaignId{"khac"}, model::TaskId{"c"}}};
  })};
  world.time("2025-03-04 08:00");
  CHECK(world.state_of("b") == "ready");
  CHECK(world.tries(staff(), model::StartTask{b}) == "waits_for");
  PlanBuilder other;
  other.task({.id = "c"});
  const model::TaskId c{"c"};
  CHECK(world.tries(elsewhere(office(), model::IssueCampaign{other.build(), {}})) == "accepted");
  CHECK(world.tries(elsewhere(staff(), model::ReportTask{c, "", ""})) == "accepted");
  CHECK(world.state_of("b") == "ready");
  CHECK(world.tries(elsewhere(leader(), model::AcceptTask{c, ""})) == "accepted");
  CHECK(world.state_of("b") == "in_progress");
}

TEST_CASE("a due date that is counted from an acceptance is known with it") {
  World world{with({.id = "b"}, [](model::PlannedTask& task) {
    task.due_after = model::DueAfter{{0}, 5, true};
  })};
  world.time("2025-02-20 09:00");
  CHECK_FALSE(world.task("b").due.has_value());
  accept(world, a);
  CHECK(world.task("b").due == day("2025-02-27"));
  world.time("2025-02-28 00:00");
  CHECK(world.reminders("b").back() == "2025-02-28 00:00 due");
}

TEST_CASE("the whole is reported once its parts are accepted") {
  World world{with({.id = "b"}, [](model::PlannedTask& task) { task.part_of = 0; })};
  world.time("2025-02-20 09:00");
  CHECK(world.tries(staff(), model::ReportTask{a, "", ""}) == "parts_open");
  accept(world, b);
  world.does(staff(), model::ReportTask{a, "", ""});
}

TEST_CASE("what counts from a day of the year moves when that day is known, and when it moves") {
  World world{with({.id = "b"}, [](model::PlannedTask& task) {
    task.window.replace([](calendar::Window& window) {
      window.phrase = "95 ngày trước ngày bầu cử";
      window.waits = true;
      window.resolved = false;
    });
  })};
  const auto awaited = [&] {
    return decide::awaited_anchors(world.campaign(), world.state().office,
                                   [](const model::Task&) { return true; });
  };
  CHECK(awaited() == Lines{"ngày bầu cử"});
  world.does(office(), model::SetAnchor{"ngày bầu cử", day("2025-12-15"), "40/NQ"});
  CHECK(awaited().empty());
  CHECK(world.task("b").due == day("2025-09-11"));
  world.does(office(), model::SetAnchor{"ngày bầu cử", day("2025-12-20"), "41/NQ"});
  CHECK(world.task("b").due == day("2025-09-16"));
  CHECK(world.task("b").due_version == 3);
  CHECK(world.tries(office(), model::SetAnchor{"ngày khác", day("2025-12-20"), ""}) ==
        "bad_argument");
}

}  // namespace tiendo::test
