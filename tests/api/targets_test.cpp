#include "api/api_desk.hpp"

using namespace tiendo;
using namespace tiendo::test;

namespace {

const std::string result_path = campaign_path + "/targets/htx-moi/result";

/// 80 new cooperatives in the year, led by nghiep-vu; and a tenth more members than in 2024.
PlanBuilder two_targets() {
  auto plan = three_tasks();
  plan.target("htx-moi", 80).target("thanh-vien", 10, "trung-tam");
  auto& growth = plan.plan().targets.back();
  growth.measure = model::Measure::growth;
  growth.base = 250;
  growth.base_text = "năm 2024";
  growth.unit = "thành viên";
  growth.phrase = "tăng 10%";
  growth.days = DayRange{day("2025-01-01"), day("2025-06-30")};
  return plan;
}

boost::json::object target_of(ApiDesk& desk, const model::Person& who, std::size_t index = 0) {
  return desk.get(who, campaign_path).body.at("targets").at(index).as_object();
}

}  // namespace

TEST_CASE("a target says what was planned before anything is reached") {
  ApiDesk desk{two_targets()};
  const auto growth = target_of(desk, leader(), 1);
  CHECK(growth.at("plan") == 10.0);
  CHECK(growth.at("comparison") == "at_least");
  CHECK(growth.at("measure") == "growth");
  CHECK(growth.at("phrase") == "tăng 10%");
  CHECK(growth.at("plan_text") == "up 10% on năm 2024");
  CHECK(growth.at("base") == 250.0);
  CHECK(growth.at("base_text") == "năm 2024");
  CHECK(growth.at("lead") == "trung-tam");
  CHECK(growth.at("latest").is_null());
  CHECK(growth.at("percent").is_null());
  CHECK(growth.at("results").as_array().empty());
}

TEST_CASE("a result is held against its target, with its day and document") {
  ApiDesk desk{two_targets()};
  desk.time("2025-07-02 08:00");
  REQUIRE(desk.put(staff(), result_path,
                   R"({"value":92,"day":"2025-06-30","document":"31/BC","estimated":true})")
              .status == 200);
  const auto target = target_of(desk, leader());
  CHECK(target.at("result") == 92.0);
  CHECK(target.at("percent") == 115.0);
  const auto& latest = target.at("latest").as_object();
  CHECK(latest.at("day") == "2025-06-30");
  CHECK(latest.at("document") == "31/BC");
  CHECK(latest.at("estimated") == true);
  CHECK(latest.at("met") == true);
  CHECK(latest.at("text") == "estimated: 115% of the plan (92/80 HTX)");
  CHECK(latest.at("base").is_null());
}

TEST_CASE("growth has its base said, and may bring another one") {
  ApiDesk desk{two_targets()};
  desk.time("2025-05-02 08:00");
  const auto path = campaign_path + "/targets/thanh-vien/result";
  REQUIRE(desk.put(office(), path, R"({"value":280})").status == 200);
  auto latest = target_of(desk, leader(), 1).at("latest").as_object();
  CHECK(latest.at("measured") == 12.0);
  CHECK(latest.at("base") == 250.0);
  CHECK(latest.at("base_text") == "250 thành viên (năm 2024)");
  REQUIRE(desk.put(office(), path, R"({"value":280,"base":256})").status == 200);
  latest = target_of(desk, leader(), 1).at("latest").as_object();
  CHECK(latest.at("measured") == 9.375);
  CHECK(latest.at("met") == false);
}

TEST_CASE("the trend is by day, whenever a result was recorded, and says by whom") {
  ApiDesk desk{two_targets()};
  desk.time("2025-05-02 08:00");
  REQUIRE(desk.put(office(), result_path, R"({"value":40,"day":"2025-04-30"})").status == 200);
  REQUIRE(desk.put(staff(), result_path, R"({"value":18,"day":"2025-03-31"})").status == 200);
  const auto target = target_of(desk, leader());
  REQUIRE(target.at("results").as_array().size() == 2);
  CHECK(target.at("results").at(0).at("day") == "2025-03-31");
  CHECK(target.at("result") == 40.0);
  const auto trend = desk.get(leader(), campaign_path + "/targets/htx-moi/results");
  CHECK(trend.all("results", "day") == "2025-03-31 2025-04-30");
  CHECK(trend.all("results", "by") == staff().id.str() + " " + office().id.str());
  CHECK(trend.body.at("results").at(0).at("percent") == 22.5);
  CHECK(desk.get(leader(), campaign_path + "/targets/khac/results").status == 404);
}

TEST_CASE("a list of campaigns has the latest result alone") {
  ApiDesk desk{two_targets()};
  REQUIRE(desk.put(staff(), result_path, R"({"value":18})").status == 200);
  const auto campaigns = desk.get(leader(), "/campaigns").body.at("campaigns");
  const auto& target = campaigns.at(0).at("targets").at(0).as_object();
  CHECK(target.at("percent") == 22.5);
  CHECK_FALSE(target.contains("results"));
}

TEST_CASE("of the period so many days are over, today not counted") {
  ApiDesk desk{two_targets(), "2025-01-01 08:00"};
  const auto passed = [&](std::string_view now) {
    return target_of(desk.time(now), leader(), 1).at("time").as_object();
  };
  CHECK(passed("2025-01-01 08:00").at("days_passed") == 0);
  const auto middle = passed("2025-04-01 08:00");
  CHECK(middle.at("days_passed") == 90);
  CHECK(middle.at("days") == 181);
  CHECK(middle.at("percent_passed") == 49.723757);
  CHECK(passed("2025-06-30 23:00").at("days_passed") == 180);
  CHECK(passed("2025-07-01 00:00").at("percent_passed") == 100.0);
  CHECK(passed("2025-12-01 08:00").at("percent_passed") == 100.0);
}

TEST_CASE("whoever leads the target and the office may record, and are told so") {
  ApiDesk desk{two_targets()};
  const auto may = [&](const model::Person& who, std::size_t index) {
    return target_of(desk, who, index).at("may_record").as_bool();
  };
  CHECK(may(staff(), 0));
  CHECK_FALSE(may(staff(), 1));
  CHECK(may(office(), 1));
  CHECK_FALSE(may(leader(), 0));
  CHECK(desk.put(leader(), result_path, R"({"value":1})").status == 403);
  REQUIRE(desk.post(leader(), campaign_path + "/suspend", R"({"reason":"chờ"})").status == 200);
  CHECK_FALSE(may(staff(), 0));
}

TEST_CASE("a result that cannot be is refused, and nothing is kept of it") {
  ApiDesk desk{two_targets()};
  desk.time("2025-05-02 08:00");
  const auto status = [&](const std::string& body) {
    return desk.put(office(), result_path, body).status;
  };
  CHECK(status(R"({"value":1,"day":"2025-05-03"})") == 409);
  const auto before = desk.events();  // after what the clock did
  CHECK(status("{}") == 422);
  CHECK(status(R"({"value":"92"})") == 422);
  CHECK(status(R"({"value":-1})") == 422);
  CHECK(status(R"({"value":1e300})") == 422);
  CHECK(status(R"({"value":1,"day":"2025-02-30"})") == 422);
  CHECK(status(R"({"value":1,"day":"2024-12-31"})") == 409);
  CHECK(status(R"({"value":1,"base":0})") == 409);
  CHECK(desk.events() == before);
}
