#include <boost/json/serialize.hpp>

#include "api/api_desk.hpp"
#include "chart/fixture.hpp"

using namespace tiendo;
using namespace tiendo::test;

namespace {

/// Phases that announce `b` of trung-tam once something was said of `a` of nghiep-vu.
PlanBuilder announcing_another() {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-01-06", .due = "2025-03-31"})
      .task({.id = "b", .start = "2025-01-06", .due = "2025-02-28", .leads = {"trung-tam"}});
  plan.phases({chart::state("one", {chart::on("task.a.commented", {"two"})}),
               chart::with_entry(chart::state("two"), {plan.start({"b"})})});
  return plan;
}

}  // namespace

TEST_CASE("everybody is shown the tasks that are his to see, in lists and counts alike") {
  ApiDesk desk{three_tasks()};
  for (const auto& person : {leader(), office(), administrator(), viewer()}) {
    CHECK(desk.get(person, "/tasks").all("tasks", "id") == "a b c");
  }
  CHECK(desk.get(staff(), "/tasks").all("tasks", "id") == "a");
  CHECK(desk.get(coordinator(), "/tasks").all("tasks", "id") == "a b");
  CHECK(desk.get(leader(), campaign_path).body.at("tasks") == 3);
  CHECK(desk.get(staff(), campaign_path).body.at("tasks") == 1);
  CHECK(desk.get(staff(), campaign_path + "/timeline").all("tasks", "id") == "a");
}

TEST_CASE("what somebody may not see is not there for him, to read or to change") {
  ApiDesk desk{three_tasks()};
  CHECK(desk.get(staff(), campaign_path + "/tasks/a").status == 200);
  CHECK(desk.get(staff(), campaign_path + "/tasks/b").code() == "unknown_task");
  CHECK(desk.get(staff(), campaign_path + "/tasks/b/history").code() == "unknown_task");
  CHECK(desk.post(staff(), campaign_path + "/tasks/b/comment", R"({"text":"x"})").code() ==
        "unknown_task");
  model::Person stranger;
  stranger.id = model::UserId{"la"};
  CHECK(desk.get(stranger, "/campaigns").all("campaigns", "id").empty());
  CHECK(desk.get(stranger, campaign_path).status == 404);
  CHECK(desk.get(stranger, "/users").all("users", "user").empty());
}

TEST_CASE("a history holds what is about tasks that may be seen") {
  ApiDesk desk{three_tasks()};
  REQUIRE(desk.post(leader(), campaign_path + "/tasks/b/comment", R"({"text":"kín"})").status ==
          200);
  const auto told = [&](const model::Person& who) {
    const auto history = desk.get(who, campaign_path + "/history");
    std::size_t count = 0;
    for (const auto& entry : history.body.at("history").as_array()) {
      count += entry.at("type") == "commented" ? 1 : 0;
    }
    return count;
  };
  CHECK(told(leader()) == 1);
  CHECK(told(coordinator()) == 1);
  CHECK(told(staff()) == 0);
}

TEST_CASE("a command says nothing of tasks that whoever gave it may not see") {
  for (const auto& who : {staff(), leader()}) {
    ApiDesk desk{announcing_another()};
    const auto answer = desk.post(who, campaign_path + "/tasks/a/comment", R"({"text":"x"})");
    REQUIRE(answer.status == 200);
    REQUIRE(desk.get(leader(), campaign_path + "/tasks/b").body.at("state") != "planned");
    const auto body = boost::json::serialize(answer.body);
    const bool tells = body.find("\"task\":\"b\"") != std::string::npos;
    CHECK(tells == (who.id == leader().id));
    CHECK(answer.body.at("told").as_array().size() == (who.id == leader().id ? 2 : 1));
  }
}
