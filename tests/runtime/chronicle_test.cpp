#include "runtime/chronicle.hpp"

#include <algorithm>

#include "chart/fixture.hpp"
#include "support/world.hpp"

namespace tiendo::test {
namespace {

const model::TaskId a{"a"};

Lines told_by(const World& world) {
  Lines lines;
  for (const auto& entry : runtime::chronicle(*world.campaign().plan, world.events())) {
    std::string line = to_string(entry.at).substr(0, 16) + " " + entry.type;
    for (const auto& part : {entry.task.str(), entry.rung, entry.to}) {
      line += part.empty() ? "" : " " + part;
    }
    lines.push_back(line);
    CHECK_FALSE(entry.text.vi.empty());
    CHECK_FALSE(entry.text.en.empty());
  }
  return lines;
}

PlanBuilder april() {
  PlanBuilder plan;
  plan.task({.id = "a",
             .start = "2025-04-11",
             .due = "2025-04-20",
             .leads = {"nghiep-vu", "trung-tam"},
             .plan_owed = true});
  return plan;
}

}  // namespace

TEST_CASE("the chronicle tells a rung once, with all whom it concerns") {
  World world{april()};
  world.time("2025-03-21");
  CHECK(told_by(world) ==
        Lines{"2025-01-06T08:00 phase", "2025-01-06T08:00 notice a announced nghiep-vu, trung-tam",
              "2025-03-20T07:30 reminder a detailed_plan-5 nghiep-vu, trung-tam"});
}

TEST_CASE("a due date that has passed belongs to its own day, and happens at its end") {
  World world{april()};
  world.time("2025-04-21 00:00");
  const auto last = runtime::chronicle(*world.campaign().plan, world.events()).back();
  CHECK(last.type == "due");
  CHECK(last.day == day("2025-04-20"));
  CHECK(last.at == at("2025-04-21"));
}

TEST_CASE("what is told late stands where it was told") {
  World world{april()};
  world.time("2025-04-01 09:00").does(leader(), model::SuspendTask{a, "chờ"});
  world.time("2025-04-22 09:00").does(leader(), model::ResumeTask{a});
  const auto lines = told_by(world);
  CHECK(std::ranges::is_sorted(lines, {}, [](const auto& line) { return line.substr(0, 16); }));
  CHECK(std::ranges::count(lines, "2025-04-22T09:00 due a due nghiep-vu, trung-tam") == 1);
  CHECK(std::ranges::count(lines, "2025-04-22T09:00 open a open nghiep-vu, trung-tam") == 1);
}

}  // namespace tiendo::test
