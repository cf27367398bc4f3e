#include "support/world.hpp"

namespace tiendo::test {
namespace {

using model::UnitId;

model::MergeUnits merging(const char* from, const char* into, const char* on,
                          std::vector<model::TreatedTask> tasks = {}) {
  return {{{UnitId{from}},
           UnitId{into},
           day(on),
           "1673/NQ-UBTVQH15",
           "sáp nhập tỉnh",
           std::move(tasks)}};
}

model::TreatedTask treated(const char* task, model::Treatment treatment) {
  return {model::CampaignId{campaign_id}, model::TaskId{task}, treatment, "theo tỉnh mới"};
}

PlanBuilder year() {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-08-11", .due = "2025-08-20"});
  plan.task({.id = "b",
             .start = "2025-04-11",
             .due = "2025-12-20",
             .leads = {"trung-tam"},
             .coordinating = {"nghiep-vu"}});
  return plan;
}

Lines units(const model::Task& task) {
  Lines all;
  for (const auto& part : task.leads) {
    all.push_back(part.unit.str());
  }
  for (const auto& part : task.coordinating) {
    all.push_back("with " + part.unit.str());
  }
  return all;
}

}  // namespace

TEST_CASE("open tasks go to the unit that comes after, on the day") {
  World world{year()};
  world.time("2025-06-10 09:00");
  world.does(administrator(), merging("nghiep-vu", "trung-tam", "2025-07-01"));
  world.time("2025-06-30 23:59");
  CHECK(units(world.task("a")) == Lines{"nghiep-vu"});
  world.time("2025-07-01 00:00");
  CHECK(units(world.task("a")) == Lines{"trung-tam"});
  CHECK(units(world.task("b")) == Lines{"trung-tam"});
  CHECK(world.told().back() == "b transferred to trung-tam");
  const auto& unit = world.state().office.units.at(UnitId{"nghiep-vu"});
  CHECK(unit.valid_until == day("2025-06-30"));
  CHECK(unit.successors == std::vector{UnitId{"trung-tam"}});
}

TEST_CASE("a task that is given to a unit whose merger is decided goes with it on the day") {
  World world{year()};
  world.time("2025-06-10 09:00");
  world.does(leader(), model::AssignTask{model::TaskId{"a"}, {{UnitId{"van-phong"}, ""}}, {}});
  world.does(administrator(), merging("nghiep-vu", "trung-tam", "2025-07-01"));
  world.time("2025-06-20 09:00");
  world.does(leader(), model::AssignTask{model::TaskId{"a"}, {{UnitId{"nghiep-vu"}, ""}}, {}});
  world.time("2025-07-01 00:00");
  CHECK(units(world.task("a")) == Lines{"trung-tam"});
}

TEST_CASE("people of a unit that is merged work in the one that comes after") {
  World world{year()};
  world.time("2025-07-01 09:00");
  world.does(administrator(), merging("nghiep-vu", "trung-tam", "2025-07-01"));
  const auto& posts = world.state().office.people.at(staff().id).posts;
  REQUIRE(posts.size() == 2);
  CHECK(posts[0].until == day("2025-06-30"));
  CHECK(posts[1].unit == UnitId{"trung-tam"});
  CHECK(posts[1].from == day("2025-07-01"));
  world.does(staff(), model::StartTask{model::TaskId{"a"}});
}

TEST_CASE("after a merger work is given to the unit that is there, and to the old one no more") {
  World world{year()};
  world.time("2025-06-10 09:00");
  world.does(
      office(),
      model::SetUnit{
          {UnitId{"tinh-moi"}, "Liên minh HTX tỉnh mới", "LM", false, day("2025-07-01"), {}, {}}});
  world.does(administrator(), merging("nghiep-vu", "tinh-moi", "2025-07-01"));
  const auto given_to = [&](const char* unit) {
    return world.tries(office(), model::AssignTask{model::TaskId{"b"}, {{UnitId{unit}, ""}}, {}});
  };
  CHECK(given_to("tinh-moi") == "bad_argument");
  world.time("2025-07-01 09:00");
  CHECK(given_to("nghiep-vu") == "bad_argument");
  CHECK(given_to("tinh-moi") == "accepted");
}

TEST_CASE("a task may be cancelled, or give way to another document, instead") {
  World world{year()};
  world.time("2025-07-02 09:00");
  world.does(administrator(), merging("nghiep-vu", "trung-tam", "2025-07-01",
                                      {treated("a", model::Treatment::cancel),
                                       treated("b", model::Treatment::supersede)}));
  CHECK(world.state_of("a") == "cancelled");
  CHECK(world.state_of("b") == "cancelled");
}

TEST_CASE("mergers follow one another") {
  World world{year()};
  world.time("2025-07-01 09:00");
  world.does(administrator(), merging("nghiep-vu", "trung-tam", "2025-07-01"));
  world.does(administrator(), merging("trung-tam", "van-phong", "2025-07-10"));
  world.time("2025-07-10 00:00");
  CHECK(units(world.task("a")) == Lines{"van-phong"});
}

TEST_CASE("a task that a merger names has to be there, open, and of a unit that merges") {
  World world{year()};
  world.time("2025-06-10 09:00");
  const auto tried = [&](const char* from, std::vector<model::TreatedTask> tasks) {
    return world.tries(administrator(), merging(from, "van-phong", "2025-07-01", std::move(tasks)));
  };
  const auto cancel = [](const char* task) { return treated(task, model::Treatment::cancel); };
  auto elsewhere = cancel("a");
  elsewhere.campaign = model::CampaignId{"khong-co"};
  CHECK(tried("nghiep-vu", {elsewhere}) == "bad_argument");
  CHECK(tried("nghiep-vu", {cancel("khong-co")}) == "bad_argument");
  CHECK(tried("nghiep-vu", {cancel("a"), cancel("a")}) == "bad_argument");
  CHECK(tried("trung-tam", {cancel("a")}) == "bad_argument");
  world.does(leader(), model::CancelTask{model::TaskId{"a"}, "thôi"});
  CHECK(tried("nghiep-vu", {cancel("a")}) == "bad_argument");
  world.does(administrator(), merging("nghiep-vu", "trung-tam", "2025-06-20"));
  CHECK(tried("trung-tam", {cancel("b")}) == "accepted");
  World called_off{year()};
  called_off.does(leader(), model::CancelCampaign{"thay kế hoạch"});
  CHECK(called_off.tries(administrator(), merging("nghiep-vu", "trung-tam", "2025-07-01",
                                                  {cancel("a")})) == "bad_argument");
  CHECK(called_off.tries(administrator(), merging("nghiep-vu", "trung-tam", "2025-07-01")) ==
        "accepted");
}

TEST_CASE("a merger that cannot be is refused") {
  World world{year()};
  const auto refused = [&](const model::MergeUnits& merger) {
    return world.tries(administrator(), merger);
  };
  CHECK(refused(merging("nghiep-vu", "nghiep-vu", "2025-07-01")) == "bad_argument");
  CHECK(refused(merging("nghiep-vu", "khong-co", "2025-07-01")) == "bad_argument");
  CHECK(refused(merging("to-cu", "nghiep-vu", "2025-07-01")) == "bad_argument");
  CHECK(refused(merging("nghiep-vu", "to-cu", "2025-07-01")) == "bad_argument");
  auto later = model::Unit{UnitId{"moi"}, "Phòng mới", "Mới", false, day("2025-08-01"), {}, {}};
  world.does(office(), model::SetUnit{later});
  CHECK(refused(merging("nghiep-vu", "moi", "2025-07-01")) == "bad_argument");
  CHECK(world.tries(office(), merging("nghiep-vu", "trung-tam", "2025-07-01")) == "not_permitted");
  auto twice = merging("nghiep-vu", "trung-tam", "2025-07-01");
  twice.merger.from.emplace_back("nghiep-vu");
  CHECK(refused(twice) == "bad_argument");
}

TEST_CASE("units do not merge into each other in a circle, in which tasks would never rest") {
  World world{year()};
  world.does(administrator(), merging("nghiep-vu", "trung-tam", "2025-07-01"));
  world.does(administrator(), merging("trung-tam", "van-phong", "2025-07-10"));
  for (const auto* day : {"2025-06-20", "2025-07-01"}) {
    CHECK(world.tries(administrator(), merging("van-phong", "nghiep-vu", day)) == "bad_argument");
  }
  world.time("2025-07-10 00:00");
  CHECK(units(world.task("a")) == Lines{"van-phong"});
}

TEST_CASE("a unit for which a merger is decided merges into no other, on whatever day") {
  World world{year()};
  world.does(administrator(), merging("nghiep-vu", "trung-tam", "2025-07-01"));
  for (const auto* day : {"2025-06-01", "2025-07-01", "2025-08-01"}) {
    CHECK(world.tries(administrator(), merging("nghiep-vu", "van-phong", day)) == "bad_argument");
  }
  world.time("2025-07-01 00:00");
  CHECK(units(world.task("a")) == Lines{"trung-tam"});
}

}  // namespace tiendo::test
