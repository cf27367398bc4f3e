// What a plan says of work that comes again, has parts or hangs on other work.

#include <algorithm>
#include <catch2/catch.hpp>

#include "definition/small_plan.hpp"

using namespace tiendo;
using namespace tiendo::definition;
using namespace tiendo::test;

namespace {

std::vector<std::string> ids(const model::Plan& plan) {
  std::vector<std::string> all;
  for (const auto& task : plan.tasks) {
    all.push_back(task.id.str());
  }
  return all;
}

const model::PlannedTask& task(const model::Plan& plan, std::string_view id) {
  return plan.tasks[plan.find(model::TaskId{id}).value()];
}

Day on(std::string_view text) {
  return parse_day(text).value();
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a task that comes again is a task for each time, in its place in the plan") {
  const auto plan = plan_of(head_of_plan +
                            "tasks:\n"
                            "  a: { title: A, lead: nv }\n"
                            "  giao-ban: { title: Họp giao ban, lead: vp, window: hằng quý }\n"
                            "  z: { title: Z, lead: nv }\n");
  CHECK(ids(plan) == Words{"a", "giao-ban-2025-q1", "giao-ban-2025-q2", "giao-ban-2025-q3",
                           "giao-ban-2025-q4", "z"});
  const auto& second = task(plan, "giao-ban-2025-q2");
  CHECK(second.title == "Họp giao ban (quý II/2025)");
  CHECK(second.window->due == on("2025-06-30"));
  REQUIRE(second.occurrence.has_value());
  CHECK(*second.occurrence ==
        model::Occurrence{model::TaskId{"giao-ban"}, {on("2025-04-01"), on("2025-06-30")}});
}

TEST_CASE("the name of a series stands for all its times, that of one time for it alone") {
  const auto plan = plan_of(head_of_plan +
                            "tasks:\n"
                            "  bao-cao: { title: B, lead: vp, window: hằng quý }\n"
                            "  tong-ket: { title: T, lead: vp, after: [ bao-cao ] }\n"
                            "  so-ket: { title: S, lead: vp, after: [ bao-cao-2025-q2 ] }\n"
                            "phases:\n"
                            "  states:\n"
                            "    x: { on: [ { when: { accepted: [ bao-cao ] }, to: y } ] }\n"
                            "    y: { final: true }\n");
  CHECK(task(plan, "tong-ket").after->size() == 4);
  REQUIRE(task(plan, "so-ket").after->size() == 1);
  CHECK(plan.tasks[task(plan, "so-ket").after->front()].id.str() == "bao-cao-2025-q2");
  CHECK(std::get<model::Accepted>(plan.phases.conditions.at(0)).tasks.size() == 4);
}

TEST_CASE("what was over before the plan was issued does not come") {
  const std::string late = R"(schema: tiendo/plan/1
id: p
title: Kế hoạch
document: { number: 1/KH, date: 2025-04-02 }
period: năm 2025
office: vp
units: { vp: { name: Văn phòng } }
tasks: { a: { title: A, lead: vp, window: hằng quý } }
)";
  const auto plan = read_plan(late, "plan.yaml", no_companions(), built_in_working_days());
  REQUIRE(plan.value.has_value());
  CHECK(ids(*plan.value) == Words{"a-2025-q2", "a-2025-q3", "a-2025-q4"});
}

TEST_CASE("a part with an id is a task of its own inside the whole") {
  const auto plan = plan_of(
      head_of_plan +
      "tasks:\n"
      "  le-hoi:\n"
      "    title: Lễ hội\n"
      "    lead: nv\n"
      "    window: tháng 4/2025\n"
      "    parts:\n"
      "      - Văn nghệ\n"
      "      - { id: gian-hang, title: Gian hàng, lead: vp, window: trung tuần tháng 4/2025 }\n"
      "      - { id: loa, title: Loa đài }\n"
      "  khac: { title: Khác, lead: nv, after: [ gian-hang ] }\n");
  CHECK(ids(plan) == Words{"le-hoi", "gian-hang", "loa", "khac"});
  CHECK(*task(plan, "le-hoi").parts == Words{"Văn nghệ"});
  CHECK(task(plan, "gian-hang").part_of == 0U);
  CHECK(task(plan, "gian-hang").window->due == on("2025-04-20"));
  CHECK_FALSE(task(plan, "le-hoi").part_of.has_value());
  // What a part does not say is as in the whole.
  CHECK(task(plan, "loa").leads == task(plan, "le-hoi").leads);
  CHECK(task(plan, "loa").window == task(plan, "le-hoi").window);
}

TEST_CASE("a part may come again, each time as a part of the whole") {
  const auto plan = plan_of(
      head_of_plan +
      "tasks:\n"
      "  a: { title: A, lead: nv, parts: [ { id: hop, title: Họp, window: hằng quý } ] }\n");
  REQUIRE(plan.tasks.size() == 5);
  for (std::size_t i = 1; i < 5; ++i) {
    CHECK(plan.tasks[i].part_of == 0U);
  }
  CHECK(plan.tasks[0].part_tasks->size() == 4);
}

TEST_CASE("a part outside its whole is a warning on either side") {
  const auto part = [](const std::string& window) {
    return codes(head_of_plan +
                 "tasks:\n  a:\n    title: A\n    lead: nv\n    window: tháng 4/2025\n    parts: [ "
                 "{ id: b, title: B, window: " +
                 window + " } ]\n");
  };
  CHECK(part("tháng 4/2025").empty());
  CHECK(part("{ due: 2025-04-30 }").empty());
  CHECK(part("{ start: 2025-03-31, due: 2025-04-10 }") == Words{"part_outside"});
  CHECK(part("{ due: 2025-03-31 }") == Words{"part_outside"});
  CHECK(part("{ due: 2025-05-01 }") == Words{"part_outside"});
}

TEST_CASE("a due date may be counted from the acceptance of other tasks") {
  const auto plan = plan_of(
      head_of_plan +
      "tasks:\n"
      "  a: { title: Lễ hội, lead: nv }\n"
      "  b: { title: B, lead: nv, window: { after: [ a ], within: 5 ngày làm việc } }\n"
      "  c: { title: C, lead: nv, window: { after: [ a, b ], within: 2 tuần, phrase: sau lễ } }\n");
  const auto& b = task(plan, "b");
  REQUIRE(b.due_after.has_value());
  CHECK(*b.due_after == model::DueAfter{{0}, 5, true});
  CHECK_FALSE(b.window->due.has_value());
  CHECK(b.window->waits);
  CHECK(b.window->phrase == "trong thời hạn 5 ngày làm việc kể từ khi hoàn thành: Lễ hội");
  CHECK(*task(plan, "c").due_after == model::DueAfter{{0, 1}, 14, false});
  CHECK(task(plan, "c").window->phrase == "sau lễ");
  CHECK(codes(head_of_plan +
              "tasks:\n"
              "  a: { title: A, lead: nv }\n"
              "  b: { title: B, lead: nv, window: { after: [ a ], within: 5 ngày } }\n")
            .empty());
}

TEST_CASE("a task may come after tasks of another campaign, and a plan carry out what one orders") {
  const auto plan =
      plan_of(head_of_plan +
              "fulfils: [ { campaign: khac, task: phat-dong } ]\n"
              "tasks:\n"
              "  a: { title: A, lead: nv }\n"
              "  b: { title: B, lead: nv, after: [ a, { campaign: khac, task: coopstar } ] }\n");
  using Elsewhere = std::vector<model::TaskElsewhere>;
  CHECK(plan.fulfils == Elsewhere{{model::CampaignId{"khac"}, model::TaskId{"phat-dong"}}});
  CHECK(*task(plan, "b").after_elsewhere ==
        Elsewhere{{model::CampaignId{"khac"}, model::TaskId{"coopstar"}}});
  CHECK(task(plan, "b").after->size() == 1);
}

TEST_CASE("circles through after, within and parts are errors") {
  CHECK(codes(head_of_plan +
              "tasks:\n"
              "  a: { title: A, lead: nv, after: [ b ] }\n"
              "  b: { title: B, lead: nv, window: { after: [ a ], within: 5 ngày } }\n") ==
        Words{"cycle"});
  CHECK(codes(head_of_plan +
              "tasks:\n"
              "  a: { title: A, lead: nv, parts: [ { id: p, title: P, after: [ b ] } ] }\n"
              "  b: { title: B, lead: nv, after: [ a ] }\n") == Words{"cycle"});
  CHECK(codes(head_of_plan +
              "tasks:\n"
              "  a: { title: A, lead: nv, parts: [ { id: p, title: P, after: [ a ] } ] }\n") ==
        Words{"cycle"});
  CHECK(codes(head_of_plan +
              "tasks:\n"
              "  a: { title: A, lead: nv, window: hằng quý, after: [ a-2025-q1 ] }\n") ==
        Words{"cycle"});
  // The whole waits for its parts anyway.
  CHECK(codes(head_of_plan +
              "tasks:\n"
              "  a: { title: A, lead: nv, after: [ p ], parts: [ { id: p, title: P } ] }\n")
            .empty());
}

TEST_CASE("a day that is not known yet is waited for, and known once it is declared") {
  const auto window = [](const std::string& anchor, const std::string& phrase) {
    return task(plan_of(head_of_plan + "settings: { anchors: { ngày khai mạc: " + anchor +
                        " } }\ntasks: { a: { title: A, lead: nv, window: " + phrase + " } }\n"),
                "a")
        .window;
  };
  for (const std::string phrase : {"10 ngày trước ngày khai mạc", "ngày khai mạc"}) {
    INFO(phrase);
    CHECK(window("null", phrase)->waits);
    CHECK_FALSE(window("null", phrase)->due.has_value());
    CHECK_FALSE(window("2025-04-20", phrase)->waits);
  }
  CHECK(window("2025-04-20", "10 ngày trước ngày khai mạc")->due == on("2025-04-10"));
  const auto plan =
      plan_of(head_of_plan +
              "settings: { before_day: inclusive, anchors: { a: 2025-04-20, b: null } }\n"
              "tasks: { a: { title: A, lead: nv } }\n");
  CHECK(plan.anchors == std::map<std::string, Day>{{"a", on("2025-04-20")}});
  CHECK(plan.before_is_inclusive);
}

TEST_CASE("a target is read as printed, its period resolved") {
  const auto plan = plan_of(
      head_of_plan +
      "targets:\n"
      "  moi: { title: HTX mới, plan: trên 50 HTX, period: Quý I/2025, lead: nv }\n"
      "  thu: { title: Doanh thu, unit: tỷ đồng, plan: tăng 10 % so với năm 2024, base: 812.5 }\n"
      "  ty-le: { title: Tỷ lệ, plan: 75 %, base: { value: 525, of: số HTX } }\n"
      "  so: { title: Số, unit: HTX, plan: 80 }\n"
      "tasks: { a: { title: A, lead: nv } }\n");
  const auto& targets = plan.targets;
  CHECK(targets[0].plan == 50);
  CHECK(targets[0].comparison == model::Comparison::more_than);
  CHECK(targets[0].unit == "HTX");
  CHECK(targets[0].phrase == "trên 50 HTX");
  CHECK(targets[0].days == DayRange{on("2025-01-01"), on("2025-03-31")});
  CHECK(targets[1].measure == model::Measure::growth);
  CHECK(targets[1].base == 812.5);
  CHECK(targets[1].base_text == "năm 2024");
  CHECK(targets[2].measure == model::Measure::share);
  CHECK(targets[2].base == 525);
  CHECK(targets[2].base_text == "số HTX");
  CHECK(targets[3].phrase.empty());
  CHECK_FALSE(targets[3].days.has_value());
}

TEST_CASE("growth without a base, and a period outside the plan, are warnings") {
  CHECK(codes(head_of_plan + "targets:\n"
                             "  a: { title: A, plan: tăng 10 % so với năm trước }\n"
                             "  b: { title: B, plan: 80, period: năm 2024 }\n"
                             "  c: { title: C, plan: 75 % }\n"
                             "tasks: { a: { title: A, lead: nv } }\n") ==
        Words{"growth_without_base", "outside_period"});
}
