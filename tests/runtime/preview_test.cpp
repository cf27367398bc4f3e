#include "runtime/preview.hpp"

#include "chart/fixture.hpp"
#include "support/world.hpp"

namespace tiendo::test {
namespace {

PlanBuilder due_on(const char* due) {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-04-11", .due = due});
  plan.task({.id = "b", .start = "2025-04-11", .due = "2025-04-20"});
  return plan;
}

runtime::Preview previewed(const World& world, const model::Command& command) {
  auto found = runtime::preview(world.state(), command, at("2025-04-01 08:00"));
  REQUIRE(std::holds_alternative<runtime::Preview>(found));
  return std::get<runtime::Preview>(std::move(found));
}

std::string shown(const std::optional<Timestamp>& instant) {
  return instant ? to_string(*instant).substr(0, 10) : "-";
}

Lines words(const std::vector<runtime::Move>& moves) {
  Lines lines;
  for (const auto& move : moves) {
    lines.push_back(move.task.str() + " " + model::to_string(move.rung) + ": " +
                    shown(move.before) + " > " + shown(move.after));
  }
  return lines;
}

model::SetHolidays day_off(const char* text) {
  return {{calendar::HolidayYear{2025, "thông báo thử", {day(text)}, {}}}};
}

}  // namespace

TEST_CASE("an amendment says beforehand every deadline and reminder that it moves") {
  World world{due_on("2025-04-20")};
  world.time("2025-04-01 08:00");
  const model::AmendPlan amendment{
      due_on("2025-04-29").build(), {}, {"50/KH", {}, {}, {}}, "lý do", {}};
  const auto moves = previewed(world, command(office(), amendment)).moves;
  CHECK(words(moves) == Lines{"a -10: 2025-04-04 > 2025-04-15", "a -5: 2025-04-14 > 2025-04-22",
                              "a -3: 2025-04-16 > 2025-04-24", "a -1: - > 2025-04-28",
                              "a 0: 2025-04-18 > 2025-04-29", "a due: 2025-04-21 > 2025-04-30",
                              "a to_head+2: 2025-04-22 > 2025-05-05",
                              "a +3: 2025-04-23 > 2025-05-06",
                              "a to_leaders+5: 2025-04-25 > 2025-05-08"});
  CHECK(world.campaign().plan_version == 1);
}

TEST_CASE("of a deadline that has passed and is to come again it is said when it was") {
  World world{due_on("2025-04-20")};
  world.time("2025-04-28 09:00");
  const model::AmendPlan amendment{
      due_on("2025-05-23").build(), {}, {"50/KH", {}, {}, {}}, "lý do", {}};
  const auto lines = words(previewed(world, command(office(), amendment)).moves);
  CHECK(std::ranges::count(lines, "a due: 2025-04-21 > 2025-05-24") == 1);
  CHECK(std::ranges::count(lines, "a to_head+2: 2025-04-22 > 2025-05-27") == 1);
  CHECK(std::ranges::count(lines, "a -5: 2025-04-14 > 2025-05-16") == 1);
  CHECK(std::ranges::count(lines, "a -1: - > 2025-05-22") == 1);  // there was none before a Sunday
}

TEST_CASE("a deadline that had passed when the task was given out moves from its own day") {
  World world{due_on("2025-03-20")};  // the plan is issued on 2025-04-01
  world.time("2025-04-03 09:00");
  const model::AmendPlan amendment{
      due_on("2025-05-23").build(), {}, {"50/KH", {}, {}, {}}, "lý do", {}};
  const auto lines = words(previewed(world, command(office(), amendment)).moves);
  CHECK(std::ranges::count(lines, "a due: 2025-03-21 > 2025-05-24") == 1);
}

TEST_CASE("a holiday says beforehand what it moves") {
  World world{due_on("2025-04-20")};
  world.time("2025-04-01 08:00");
  const auto moves =
      previewed(world, command(office(), model::OfficeCommands{day_off("2025-04-16")})).moves;
  const auto lines = words(moves);
  CHECK(std::ranges::count(lines, "a -3: 2025-04-16 > 2025-04-15") == 1);
  CHECK(std::ranges::count(lines, "b -3: 2025-04-16 > 2025-04-15") == 1);
}

TEST_CASE("a merger says beforehand what becomes of every open task") {
  World world{due_on("2025-04-20")};
  world.time("2025-04-01 08:00");
  const model::MergeUnits merger{
      {{model::UnitId{"nghiep-vu"}}, model::UnitId{"trung-tam"}, day("2025-07-01"), "", "", {}}};
  const auto found = previewed(world, command(administrator(), model::OfficeCommands{merger}));
  const auto lines = test::words(found.events);
  CHECK(std::ranges::count(lines, "a: transferred") == 1);
  CHECK(std::ranges::count(lines, "b: transferred") == 1);
  CHECK(world.task("a").leads->front().unit == model::UnitId{"nghiep-vu"});
}

TEST_CASE("a merger that is looked at moves no more than it does itself") {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-08-01", .due = "2025-08-20"});
  plan.task({.id = "b", .start = "2025-05-05", .due = "2025-05-20", .leads = {"trung-tam"}});
  plan.phases({chart::state("before",
                            {chart::when(plan.on_day("2025-05-01"), chart::eventless({"after"}))}),
               chart::with_entry(chart::state("after"), {plan.start({"b"})})});
  World world{plan};
  world.time("2025-04-01 08:00");
  const model::MergeUnits merger{
      {{model::UnitId{"nghiep-vu"}}, model::UnitId{"trung-tam"}, day("2025-07-01"), "", "", {}}};
  const auto found = previewed(world, command(administrator(), model::OfficeCommands{merger}));
  CHECK(test::words(found.events) == Lines{"units: merged into trung-tam on 2025-07-01",
                                           "a: transferred", "notice: a transferred to trung-tam"});
  CHECK(found.events.back().at == at("2025-07-01"));
  CHECK(found.moves.empty());
}

TEST_CASE("what would be refused is refused beforehand") {
  World world{due_on("2025-04-20")};
  const model::MergeUnits merger{
      {{model::UnitId{"nghiep-vu"}}, model::UnitId{"nghiep-vu"}, {}, {}, {}, {}}};
  const auto found = runtime::preview(
      world.state(), command(administrator(), model::OfficeCommands{merger}), at("2025-04-01"));
  CHECK(std::holds_alternative<decide::Rejection>(found));
}

}  // namespace tiendo::test
