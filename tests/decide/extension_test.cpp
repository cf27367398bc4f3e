#include "support/desk.hpp"

namespace tiendo::test {
namespace {

const model::TaskId a{"a"};
const model::TaskId endless{"b"};

PlanBuilder plan_due_in_april() {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-04-11", .due = "2025-04-20"}).task({.id = "b"});
  return plan;
}

}  // namespace

TEST_CASE("an extension moves the due date, raises its version and keeps the first one") {
  Desk desk{plan_due_in_april()};
  desk.given(staff(), model::AskExtension{a, day("2025-05-15"), "mưa bão"});
  CHECK(desk.task("a").asked == model::ExtensionRequest{day("2025-05-15"), "mưa bão"});
  CHECK(desk.task("a").due == day("2025-04-20"));
  desk.given(leader(), model::GrantExtension{a, {}});
  CHECK(desk.task("a").due == day("2025-05-15"));
  CHECK(desk.task("a").first_due == day("2025-04-20"));
  CHECK(desk.task("a").due_version == 2);
  CHECK(desk.task("a").extensions == 1);
  CHECK_FALSE(desk.task("a").asked);
  desk.given(leader(), model::GrantExtension{a, day("2025-06-01")});
  CHECK(desk.task("a").due == day("2025-06-01"));
  CHECK(desk.task("a").first_due == day("2025-04-20"));
  CHECK(desk.task("a").due_version == 3);
}

TEST_CASE("a leader may grant another day than was asked for") {
  Desk desk{plan_due_in_april()};
  desk.given(staff(), model::AskExtension{a, day("2025-05-15"), "mưa bão"});
  desk.given(leader(), model::GrantExtension{a, day("2025-05-01")});
  CHECK(desk.task("a").due == day("2025-05-01"));
}

TEST_CASE("an extension that was refused changes nothing") {
  Desk desk{plan_due_in_april()};
  CHECK(desk.tried(leader(), model::RefuseExtension{a, "không"}) == "no_extension_asked");
  CHECK(desk.tried(leader(), model::GrantExtension{a, {}}) == "no_extension_asked");
  desk.given(staff(), model::AskExtension{a, day("2025-05-15"), "mưa bão"});
  CHECK(desk.tried(leader(), model::RefuseExtension{a, ""}) == "bad_argument");
  desk.given(leader(), model::RefuseExtension{a, "phải kịp hội nghị"});
  CHECK_FALSE(desk.task("a").asked);
  CHECK(desk.task("a").due == day("2025-04-20"));
  CHECK(desk.task("a").due_version == 1);
  CHECK(only(desk.last(), "notice: ") == Lines{"a extension_refused to nghiep-vu"});
}

TEST_CASE("a new due date is later than the old one and has not passed") {
  Desk desk{plan_due_in_april()};
  const auto asked = [&](Day due) { return desk.tried(staff(), model::AskExtension{a, due, "x"}); };
  CHECK(asked(day("2025-04-20")) == "bad_argument");
  CHECK(asked(day("2025-04-19")) == "bad_argument");
  CHECK(asked(Day{}) == "bad_argument");
  CHECK(asked(day("2025-04-21")) == "accepted");
  desk.time("2025-05-10 08:00");
  CHECK(asked(day("2025-05-09")) == "bad_argument");
  CHECK(asked(day("2025-05-10")) == "accepted");
  CHECK(desk.tried(leader(), model::GrantExtension{a, day("2025-05-09")}) == "bad_argument");
}

TEST_CASE("what was asked for in time may have passed when it is granted") {
  Desk desk{plan_due_in_april()};
  desk.given(staff(), model::AskExtension{a, day("2025-05-15"), "mưa bão"});
  desk.time("2025-05-16 08:00");
  CHECK(desk.tried(leader(), model::GrantExtension{a, {}}) == "bad_argument");
}

TEST_CASE("a task without a due date has nothing to extend") {
  const Desk desk{plan_due_in_april()};
  CHECK(desk.tried(staff(), model::AskExtension{endless, day("2025-05-15"), "x"}) ==
        "bad_argument");
}

TEST_CASE("fixed dates are firm, in order and to come") {
  PlanBuilder plan;
  plan.task({.id = "a",
             .start = "2025-04-11",
             .due = "2025-04-20",
             .certainty = calendar::Certainty::tentative});
  Desk desk{plan};
  const auto fixed = [&](std::optional<Day> start, Day due) {
    return desk.tried(leader(), model::FixDates{a, start, due});
  };
  CHECK(fixed(day("2025-04-18"), day("2025-04-17")) == "bad_argument");
  CHECK(fixed({}, day("2025-04-10")) == "bad_argument");
  CHECK(fixed(Day{}, day("2025-04-20")) == "bad_argument");
  CHECK(fixed({}, Day{}) == "bad_argument");
  CHECK(fixed({}, day("2025-04-11")) == "accepted");
  CHECK(fixed(day("2024-12-01"), day("2025-01-05")) == "bad_argument");

  desk.given(leader(), model::FixDates{a, day("2025-04-14"), day("2025-04-20")});
  CHECK(desk.task("a").certainty == calendar::Certainty::firm);
  CHECK(desk.task("a").start == day("2025-04-14"));
  CHECK(desk.task("a").first_due == day("2025-04-20"));
  CHECK(desk.task("a").due_version == 2);
}

TEST_CASE("dates that are fixed as they stood keep their version") {
  PlanBuilder plan;
  plan.task({.id = "a",
             .start = "2025-04-11",
             .due = "2025-04-20",
             .certainty = calendar::Certainty::tentative});
  Desk desk{plan};
  desk.given(leader(), model::FixDates{a, day("2025-04-11"), day("2025-04-20")});
  CHECK(desk.task("a").certainty == calendar::Certainty::firm);
  CHECK(desk.task("a").due_version == 1);
}

}  // namespace tiendo::test
