#include "api/timelines.hpp"

#include <algorithm>

#include "api/api_desk.hpp"

using namespace tiendo;
using namespace tiendo::test;

namespace {

const std::string timeline_path = campaign_path + "/timeline";

std::string whole(const api::SharedText& text) {
  std::string all;
  for (const auto& piece : text) {
    all += piece->text();
  }
  return all;
}

/// So many tasks `tN`, each of trung-tam but the first, which is of nghiep-vu.
PlanBuilder many_tasks(int count) {
  PlanBuilder plan;
  for (int i = 0; i < count; ++i) {
    plan.task({.id = "t" + std::to_string(i),
               .start = "2025-01-06",
               .due = "2025-03-31",
               .leads = {i == 0 ? "nghiep-vu" : "trung-tam"}});
  }
  return plan;
}

/// What `kept` shows is what somebody who has kept nothing is shown.
api::SharedText checked(api::Timelines& kept, const ApiDesk& desk, const api::Sight& sight,
                        std::string_view now) {
  const auto& state = desk.engine().state();
  const auto& campaign = state.campaigns.begin()->second;
  const api::Look look{state, at(now)};
  auto text = kept.text(campaign, sight, look);
  CHECK(whole(text) == whole(api::Timelines{}.text(campaign, sight, look)));
  return text;
}

std::size_t in_common(const api::SharedText& one, const api::SharedText& other) {
  std::size_t count = 0;
  for (const auto& piece : one) {
    count += std::ranges::count(other, piece) > 0 ? 1 : 0;
  }
  return count;
}

}  // namespace

TEST_CASE("a timeline says of a task what the task itself says") {
  ApiDesk desk{three_tasks()};
  desk.time("2025-03-10 09:00");
  const auto timeline = desk.get(leader(), timeline_path).body;
  CHECK(timeline.at("campaign") == campaign_id);
  CHECK(timeline.at("today") == "2025-03-10");
  REQUIRE(timeline.at("tasks").as_array().size() == 3);
  for (const auto& bar : timeline.at("tasks").as_array()) {
    const auto id = std::string{bar.at("id").as_string()};
    const auto task = desk.get(leader(), campaign_path + "/tasks/" + id).body;
    for (const auto* name : {"id", "title", "kind", "state", "start", "due", "first_due",
                             "extensions", "certainty", "percent"}) {
      CHECK(bar.at(name) == task.at(name));
    }
    CHECK(bar.at("status") == task.at("time").at("status"));
    CHECK(bar.at("days_late") == task.at("time").at("days_late"));
    CHECK(bar.at("lead").as_array().size() == task.at("lead").as_array().size());
  }
}

TEST_CASE("whoever asks first, nobody is shown tasks on a timeline that are not his to see") {
  ApiDesk desk{three_tasks()};
  for (int round = 0; round < 2; ++round) {
    const auto all = desk.get(leader(), timeline_path);
    const auto one = desk.get(staff(), timeline_path);
    CHECK(all.all("tasks", "id") == "a b c");
    CHECK(one.all("tasks", "id") == "a");
    CHECK(desk.get(coordinator(), timeline_path).all("tasks", "id") == "a b");
    CHECK(all.etag != one.etag);
  }
  model::Person stranger;
  stranger.id = model::UserId{"la"};
  CHECK(desk.get(stranger, timeline_path).status == 404);
}

TEST_CASE("a task given to another unit leaves the timeline of the first and enters the other's") {
  ApiDesk desk{three_tasks()};
  CHECK(desk.get(staff(), timeline_path).all("tasks", "id") == "a");
  REQUIRE(
      desk.post(leader(), campaign_path + "/tasks/c/assign", R"({"lead":[{"unit":"nghiep-vu"}]})")
          .status == 200);
  CHECK(desk.get(staff(), timeline_path).all("tasks", "id") == "a c");
}

TEST_CASE("a timeline is that of the day and hour at which it is asked for") {
  ApiDesk desk{three_tasks()};
  desk.time("2025-02-28 23:59");
  const auto today = desk.get(leader(), timeline_path);
  CHECK(today.all("tasks", "status") == "not_due due_today no_due_date");
  desk.time("2025-03-01 00:00");
  const auto tomorrow = desk.get(leader(), timeline_path);
  CHECK(tomorrow.all("tasks", "status") == "not_due overdue no_due_date");
  CHECK(tomorrow.body.at("today") == "2025-03-01");
  CHECK(tomorrow.etag != today.etag);
}

TEST_CASE("an hour that the text prints counts on the timeline from its minute on") {
  PlanBuilder plan;
  plan.task({.id = "a", .due = "2025-02-28", .due_time = std::chrono::hours{17}});
  ApiDesk desk{plan};
  CHECK(desk.time("2025-02-28 16:59").get(leader(), timeline_path).all("tasks", "status") ==
        "due_today");
  CHECK(desk.time("2025-02-28 17:00").get(leader(), timeline_path).all("tasks", "status") ==
        "overdue");
}

TEST_CASE("a timeline of a day gone by is not that of today, and does not take its place") {
  ApiDesk desk{three_tasks()};
  desk.time("2025-03-10 09:00");
  const auto now = desk.get(leader(), timeline_path);
  const auto then = desk.get(leader(), timeline_path, {{"as_of", "2025-02-28"}});
  CHECK(then.body.at("today") == "2025-02-28");
  CHECK(then.all("tasks", "status") == "not_due due_today no_due_date");
  CHECK(desk.get(leader(), timeline_path).body == now.body);
}

TEST_CASE("a timeline says which phases there are, when each can begin, and which is active") {
  PlanBuilder plan;
  plan.task({.id = "a", .due = "2025-02-28"});
  chart::Transition in_april;
  in_april.to = {chart::Name{"cao-diem"}};
  in_april.when = plan.on_day("2025-04-01");
  plan.phases({chart::State{.id = "chuan-bi", .on = {in_april}}, chart::State{.id = "cao-diem"}});
  ApiDesk desk{plan};
  const auto body = desk.get(leader(), timeline_path).body;
  const auto& phases = body.at("phases").as_array();
  REQUIRE(phases.size() == 2);
  CHECK(phases[0].at("id") == "chuan-bi");
  CHECK(phases[0].at("active") == true);
  CHECK(phases[0].at("start").is_null());
  CHECK(phases[0].at("within").is_null());
  CHECK(phases[1].at("active") == false);
  CHECK(phases[1].at("start") == "2025-04-01");

  auto campaign = desk.engine().state().campaigns.begin()->second;
  const api::Look look{desk.engine().state(), at("2025-01-06 09:00")};
  api::Timelines kept;
  const auto before = whole(kept.text(campaign, api::Sight::everything(), look));
  campaign.phases.active.erase(*campaign.plan->phases.chart.find("chuan-bi"));
  campaign.phases.active.insert(*campaign.plan->phases.chart.find("cao-diem"));
  CHECK(before != whole(kept.text(campaign, api::Sight::everything(), look)));
}

TEST_CASE("a timeline names the days off of the years of its period, in the reader's language") {
  ApiDesk desk{three_tasks()};
  const auto body = desk.get(leader(), timeline_path).body;
  CHECK(body.at("peak").is_null());
  const auto& holidays = body.at("holidays").as_array();
  REQUIRE_FALSE(holidays.empty());
  CHECK(holidays[0].at("day") == "2025-01-01");
  CHECK(holidays[0].at("works") == false);
  const auto& state = desk.engine().state();
  api::Timelines kept;
  api::Look look{state, at("2025-01-06 09:00")};
  const auto& campaign = state.campaigns.begin()->second;
  const auto vietnamese = whole(kept.text(campaign, api::Sight::everything(), look));
  look.language = Language::en;
  CHECK(vietnamese != whole(kept.text(campaign, api::Sight::everything(), look)));
}

TEST_CASE("days off that are set move what is due soon on the timeline") {
  PlanBuilder plan;
  plan.task({.id = "a", .due = "2025-02-28", .ladder = std::nullopt});
  ApiDesk desk{plan};
  desk.time("2025-02-24 09:00");
  const auto take_off = [&](std::string_view day) {
    const auto set = desk.put(administrator(), "/holidays",
                              "schema: tiendo/holidays/1\nyears: { \"2025\": { notice: x, "
                              "days_off: [ " +
                                  std::string{day} + " ] } }");
    REQUIRE(set.status == 200);
  };
  take_off("2025-12-24");
  CHECK(desk.get(leader(), timeline_path).all("tasks", "status") == "not_due");
  take_off("2025-02-26");
  CHECK(desk.get(leader(), timeline_path).all("tasks", "status") == "due_soon");
}

TEST_CASE("a change writes one piece of a timeline anew, and nothing a moment later") {
  ApiDesk desk{many_tasks(1'000)};
  api::Timelines kept;
  const auto all = api::Sight::everything();
  const auto first = checked(kept, desk, all, "2025-01-06 09:00");
  REQUIRE(first.size() == 5);
  CHECK(in_common(first, checked(kept, desk, all, "2025-01-06 09:00")) == 5);
  CHECK(in_common(first, checked(kept, desk, all, "2025-01-06 09:07")) == 5);
  REQUIRE(desk.post(leader(), campaign_path + "/tasks/t700/cancel", R"({"reason":"x"})").status ==
          200);
  const auto second = checked(kept, desk, all, "2025-01-06 09:07");
  CHECK(in_common(first, second) == 4);
  CHECK(api::etag_of(first) != api::etag_of(second));
  const auto tomorrow = checked(kept, desk, all, "2025-01-07 09:00");
  CHECK(in_common(second, tomorrow) == 4);  // the first says what day it is
  (void)checked(kept, desk, all, "2025-04-02 09:00");
}

TEST_CASE("the first bar that somebody sees may stand in any piece, and move") {
  ApiDesk desk{many_tasks(450)};
  api::Timelines kept;
  const auto& office = desk.engine().state().office;
  const auto sight = [&](const model::Person& who) {
    return api::Sight::of(office, who.id, local_day(at("2025-01-06 09:00")));
  };
  (void)checked(kept, desk, sight(staff()), "2025-01-06 09:00");
  (void)checked(kept, desk, sight(coordinator()), "2025-01-06 09:00");
  CHECK(desk.get(staff(), timeline_path).all("tasks", "id") == "t0");
  const auto assign = [&](std::string_view task, std::string_view unit) {
    REQUIRE(desk.post(leader(), campaign_path + "/tasks/" + std::string{task} + "/assign",
                      R"({"lead":[{"unit":")" + std::string{unit} + R"("}]})")
                .status == 200);
  };
  assign("t300", "nghiep-vu");
  (void)checked(kept, desk, sight(staff()), "2025-01-06 09:00");
  assign("t0", "trung-tam");
  (void)checked(kept, desk, sight(staff()), "2025-01-06 09:00");
  (void)checked(kept, desk, sight(coordinator()), "2025-01-06 09:00");
  CHECK(desk.get(staff(), timeline_path).all("tasks", "id") == "t300");
}

TEST_CASE("timelines are kept within bounds: the one asked for least lately goes first") {
  ApiDesk desk{many_tasks(300)};
  const auto& campaign = desk.engine().state().campaigns.begin()->second;
  const api::Look look{desk.engine().state(), at("2025-01-06 09:00")};
  const auto all = api::Sight::everything();
  const auto size = api::size_of(api::Timelines{}.text(campaign, all, look));
  api::Timelines kept{size + size / 2};
  auto other = campaign;
  other.id = model::CampaignId{"khac"};
  const auto first = kept.text(campaign, all, look);
  (void)kept.text(other, all, look);
  CHECK(kept.kept_bytes() <= size + size / 2);
  CHECK(in_common(first, kept.text(campaign, all, look)) == 0);
  api::Timelines none{0};
  CHECK(api::size_of(none.text(campaign, all, look)) == size);
  CHECK(none.kept_bytes() == 0);
}
