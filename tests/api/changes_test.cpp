// Plans and units that change while they are in service, and what is said of it beforehand.
#include <algorithm>
#include <boost/json/serialize.hpp>

#include "api/api_desk.hpp"

namespace tiendo::test {
namespace {

namespace json = boost::json;

const std::string path_of_campaign = "/campaigns/bau-cu";
const api::Fields looking{{"dry_run", "true"}};

/// With an election that tasks count from.
std::string plan_text(const std::string& tasks) {
  return R"(schema: tiendo/plan/1
id: bau-cu
title: Kế hoạch phục vụ bầu cử
document: { number: 1/KH, date: 2025-01-02 }
period: Năm 2025
units:
  nghiep-vu: { name: Phòng Nghiệp vụ }
  trung-tam: { name: Trung tâm }
settings:
  anchors: { ngày bầu cử: 2025-11-15 }
tasks:
)" + tasks;
}

const std::string list =
    "  danh-sach: { title: Lập danh sách, window: trước ngày bầu cử 10 ngày, "
    "lead: nghiep-vu }\n";
const std::string review =
    "  tong-ket: { title: Tổng kết, window: Quý II/2025, lead: nghiep-vu }\n";
const std::string later_review =
    "  tong-ket: { title: Tổng kết, window: Quý III/2025, lead: nghiep-vu }\n";
const std::string news = "  dua-tin: { title: Đưa tin, window: tháng 5/2025, lead: nghiep-vu }\n";

json::array files(const std::string& tasks) {
  return {json::object{{"name", "bau-cu.yaml"}, {"text", plan_text(tasks)}}};
}

/// What is asked of the interface to amend the plan to have these tasks.
std::string amendment(const std::string& tasks, json::object more = {}) {
  json::object body{{"files", files(tasks)},
                    {"document", json::object{{"number", "50/KH"}, {"date", "2025-03-01"}}},
                    {"reason", "thiếu kinh phí"}};
  for (auto& member : more) {
    body[member.key()] = std::move(member.value());
  }
  return json::serialize(body);
}

/// An office with the campaign of the plan, with these tasks.
class ElectionDesk : public ApiDesk {
 public:
  explicit ElectionDesk(const std::string& tasks) : ApiDesk{three_tasks()} {
    const auto body = json::serialize(json::object{{"files", files(tasks)}});
    REQUIRE(post(office(), "/campaigns", body).status == 200);
  }
};

Answered amend(ApiDesk& desk, const std::string& body, const api::Fields& query = {}) {
  desk.next.query = query;
  return desk.post(office(), path_of_campaign + "/amend", body);
}

/// "tong-ket due: 2025-07-01 > 2025-10-01", one after another.
Lines moves(const Answered& answer) {
  const auto shown = [](const json::value& instant) {
    return instant.is_null() ? std::string{"-"} : std::string{instant.as_string()}.substr(0, 10);
  };
  Lines lines;
  for (const auto& move : answer.body.at("moves").as_array()) {
    lines.push_back(std::string{move.at("task").as_string()} + " " +
                    std::string{move.at("rung").as_string()} + ": " + shown(move.at("before")) +
                    " > " + shown(move.at("after")));
  }
  return lines;
}

bool has(const Lines& lines, const std::string& line) {
  return std::ranges::find(lines, line) != lines.end();
}

/// "added dua-tin", one after another.
std::string tasks_of_difference(const Answered& answer) {
  std::string all;
  for (const auto& task : answer.body.at("difference").at("tasks").as_array()) {
    all += (all.empty() ? "" : "; ") + std::string{task.at("change").as_string()} + " " +
           std::string{task.at("id").as_string()};
  }
  return all;
}

}  // namespace

TEST_CASE("an amendment that is only looked at says what changes and moves, and does nothing") {
  ElectionDesk desk{list + review};
  const auto before = desk.events();
  const auto seen = amend(desk, amendment(later_review + news), looking);
  REQUIRE(seen.status == 200);
  CHECK(seen.body.at("dry_run") == true);
  CHECK(tasks_of_difference(seen) == "changed tong-ket; added dua-tin; removed danh-sach");
  CHECK(seen.all("events", "type").starts_with("amended phases"));
  const auto moved = moves(seen);
  CHECK(has(moved, "tong-ket due: 2025-07-01 > 2025-10-01"));
  CHECK(has(moved, "dua-tin due: - > 2025-06-01"));
  CHECK(has(moved, "danh-sach due: 2025-11-06 > -"));
  const auto& one = seen.body.at("moves").at(0);
  CHECK(one.at("title") == "Tổng kết");
  CHECK_FALSE(one.at("text").as_string().empty());
  CHECK(desk.events() == before);
  CHECK(desk.get(office(), path_of_campaign).body.at("version") == 1);
}

TEST_CASE("an amendment that replaces dates which somebody has fixed says so beforehand") {
  ElectionDesk desk{list + review};
  const auto replaced = [&](const std::string& tasks) {
    return amend(desk, amendment(tasks), looking).body.at("replaced").as_array();
  };
  CHECK(replaced(list + later_review).empty());
  REQUIRE(desk.post(office(), path_of_campaign + "/tasks/tong-ket/fix-dates",
                    R"({"start":"2025-06-02","due":"2025-06-20"})")
              .status == 200);
  CHECK(replaced(list + review + news).empty());  // says nothing else of it, and so it stays
  CHECK(replaced(list + later_review) == json::array{json::object{{"campaign", "bau-cu"},
                                                                  {"task", "tong-ket"},
                                                                  {"title", "Tổng kết"},
                                                                  {"start", "2025-06-02"},
                                                                  {"due", "2025-06-20"}}});
  desk.time("2025-03-03 08:00");
  REQUIRE(amend(desk, amendment(list + later_review)).status == 200);
  CHECK(replaced(list + review).empty());  // what it replaces now is the plan's own
}

TEST_CASE("an amended campaign tells what amended it, and the task that was dropped") {
  ElectionDesk desk{list + review};
  desk.time("2025-03-03 08:00");
  REQUIRE(amend(desk, amendment(review)).status == 200);
  const auto shown = desk.get(office(), path_of_campaign).body;
  CHECK(shown.at("version") == 2);
  const auto& amended = shown.at("amendments").at(0);
  CHECK(amended.at("document") == "50/KH");
  CHECK(amended.at("date") == "2025-03-01");
  CHECK(amended.at("reason") == "thiếu kinh phí");
  CHECK(amended.at("version") == 2);
  const auto dropped = desk.get(office(), path_of_campaign + "/tasks/danh-sach").body;
  CHECK(dropped.at("dropped") == true);
  CHECK(dropped.at("state") == "cancelled");
  const api::Fields before{{"as_of", "2025-03-02"}};
  CHECK(desk.get(office(), path_of_campaign, before).body.at("version") == 1);
  CHECK(desk.get(office(), path_of_campaign, before).body.at("amendments").as_array().empty());
  const auto then = desk.get(office(), path_of_campaign + "/tasks/danh-sach", before).body;
  CHECK(then.at("dropped") == false);
  CHECK(then.at("state") != "cancelled");
  // What was dropped once is no news of the next amendment.
  CHECK(tasks_of_difference(amend(desk, amendment(later_review), looking)) == "changed tong-ket");
}

TEST_CASE("of two who amend the same version one is refused, and looking again tells it too") {
  ElectionDesk desk{list + review};
  const auto first = amendment(later_review + list, {{"version", 1}});
  desk.next.key = "k1";
  CHECK(amend(desk, first).status == 200);
  for (const auto& query : {api::Fields{}, looking}) {
    const auto second = amend(desk, amendment(list + review, {{"version", 1}}), query);
    CHECK(second.status == 409);
    CHECK(second.code() == "plan_changed");
    CHECK(second.body.at("version") == 2);
  }
  // The first has lost its answer and asks again: it is what changed the version.
  desk.next.key = "k1";
  CHECK(amend(desk, first).status == 200);
  CHECK(amend(desk, amendment(list + review, {{"version", 2}})).status == 200);
}

TEST_CASE("an amendment is refused alike whether it is looked at or made") {
  ElectionDesk desk{list + review};
  const auto before = desk.events();
  for (const auto& query : {api::Fields{}, looking}) {
    CHECK(amend(desk, amendment("  x: { title: X, lead: khong-co }\n"), query).code() ==
          "bad_plan");
    CHECK(amend(desk, R"({"files":[]})", query).status == 422);
    CHECK(amend(desk,
                amendment(review,
                          {{"document", json::object{{"number", "1"}, {"date", "2025-02-30"}}}}),
                query)
              .all("errors", "pointer") == "/document/date");
    desk.next.query = query;
    CHECK(desk.post(staff(), path_of_campaign + "/amend", amendment(review)).code() ==
          "not_permitted");
    desk.next.query = query;
    CHECK(desk.post(office(), "/campaigns/khong-co/amend", amendment(review)).code() ==
          "unknown_campaign");
    desk.next.query = query;
    CHECK(desk.post(office(), campaign_path + "/amend", amendment(review)).code() ==
          "bad_argument");
  }
  CHECK(desk.events() == before);
}

TEST_CASE("a day that phrases count from moves what counts from it") {
  ElectionDesk desk{list + review};
  const auto path = path_of_campaign + "/anchors/ng%C3%A0y%20b%E1%BA%A7u%20c%E1%BB%AD";
  desk.next.query = looking;
  const auto seen = desk.put(office(), path, R"({"day":"2025-12-15"})");
  REQUIRE(seen.status == 200);
  CHECK(has(moves(seen), "danh-sach due: 2025-11-06 > 2025-12-06"));
  CHECK(seen.body.at("difference").is_null());
  CHECK(desk.put(office(), path, R"({"day":"2025-12-15","document":"9/NQ"})").status == 200);
  CHECK(desk.get(office(), path_of_campaign + "/tasks/danh-sach").body.at("due") == "2025-12-05");
  CHECK(desk.get(office(), path_of_campaign).body.at("anchors").at("ngày bầu cử") == "2025-12-15");
  CHECK(desk.put(office(), path, R"({"day":"2025-02-30"})").status == 422);
  CHECK(desk.put(office(), path_of_campaign + "/anchors/khac", R"({"day":"2025-12-15"})").code() ==
        "bad_argument");
  CHECK(desk.put(staff(), path, R"({"day":"2025-12-20"})").code() == "not_permitted");
}

TEST_CASE(
    "a campaign says which days its tasks count from are not known yet, to whom they concern") {
  ElectionDesk desk{
      list +
      "  khai-mac: { title: Khai mạc, window: trước ngày Khai mạc 10 ngày, lead: trung-tam }\n"
      "  don-dep: { title: Dọn dẹp, window: sau ngày bế mạc 5 ngày, lead: nghiep-vu }\n"
      "  be-mac: { title: Bế mạc, window: sau ngày bế mạc 2 ngày, lead: nghiep-vu }\n"};
  const auto awaited = [&](const model::Person& who) {
    return json::serialize(desk.get(who, path_of_campaign).body.at("awaited_anchors"));
  };
  CHECK(awaited(office()) == R"(["ngày Khai mạc","ngày bế mạc"])");
  CHECK(awaited(staff()) == R"(["ngày bế mạc"])");
  const auto of_closing = path_of_campaign + "/anchors/ng%C3%A0y%20b%E1%BA%BF%20m%E1%BA%A1c";
  REQUIRE(desk.put(office(), of_closing, R"({"day":"2025-12-01"})").status == 200);
  CHECK(awaited(office()) == R"(["ngày Khai mạc"])");
  REQUIRE(desk.post(leader(), path_of_campaign + "/tasks/khai-mac/cancel", R"({"reason":"x"})")
              .status == 200);
  CHECK(awaited(office()) == "[]");
}

TEST_CASE("a refused amendment names what stands in its way, also to who asks again") {
  ElectionDesk desk{list + review};
  const auto path = path_of_campaign + "/tasks/tong-ket";
  REQUIRE(desk.post(office(), path + "/start").status == 200);
  REQUIRE(desk.post(staff(), path + "/report").status == 200);
  for (const auto& query : {looking, api::Fields{}, api::Fields{}}) {
    desk.next.key = query.empty() ? "k1" : "";
    const auto refused = amend(desk, amendment(list), query);
    CHECK(refused.status == 409);
    CHECK(refused.code() == "task_finished");
    CHECK(refused.body.at("task") == "tong-ket");
    CHECK_FALSE(refused.body.contains("states"));
  }
}

TEST_CASE("a merger says beforehand what becomes of each task, and is refused with its reason") {
  ApiDesk desk{three_tasks()};
  const auto merger = [](const std::string& task, const std::string& more) {
    return R"({"from":["trung-tam"],"into":"nghiep-vu","day":"2025-07-01","document":"1673/NQ",)"
           R"("tasks":[{"campaign":"dot-2025","task":")" +
           task + R"(",)" + more + "}]}";
  };
  const auto before = desk.events();
  const auto good = merger("b", R"("treatment":"supersede","reason":"theo tỉnh mới")");
  desk.next.query = looking;
  const auto seen = desk.post(administrator(), "/mergers", good);
  REQUIRE(seen.status == 200);
  CHECK(seen.all("events", "type") == "units_merged transferred cancelled");
  CHECK(desk.events() == before);
  for (const auto& wrong : {merger("b", R"("treatment":"cancel")"),
                            merger("khong-co", R"("treatment":"cancel","reason":"x")"),
                            merger("c", R"("treatment":"cancel","reason":"x")")}) {
    CHECK(desk.post(administrator(), "/mergers", wrong).code() == "bad_argument");
  }
  CHECK(desk.post(office(), "/mergers", good).code() == "not_permitted");
  CHECK(desk.events() == before);
  CHECK(desk.post(administrator(), "/mergers", good).status == 200);
  desk.time("2025-07-02 08:00");
  REQUIRE(desk.post(leader(), campaign_path + "/tasks/a/comment", R"({"text":"x"})").status == 200);
  CHECK(desk.get(leader(), campaign_path + "/tasks/b").body.at("state") == "cancelled");
  CHECK(desk.get(leader(), campaign_path + "/tasks/a").body.at("coordinating").as_array().empty());
  const auto then = desk.get(leader(), campaign_path + "/tasks/a", {{"as_of", "2025-06-30"}}).body;
  CHECK(then.at("coordinating").at(0).at("unit") == "trung-tam");
}

TEST_CASE("a changed holiday says beforehand what it moves") {
  ApiDesk desk{three_tasks()};
  const std::string text =
      "schema: tiendo/holidays/1\nyears:\n  \"2025\":\n    notice: 1/TB\n"
      "    days_off: [ 2025-03-26 ]\n";
  const auto before = desk.events();
  desk.next.query = looking;
  const auto seen = desk.put(office(), "/holidays", text);
  REQUIRE(seen.status == 200);
  CHECK(has(moves(seen), "a -3: 2025-03-26 > 2025-03-25"));
  CHECK(desk.events() == before);
  CHECK(desk.put(office(), "/holidays", text).status == 200);
}

TEST_CASE("a campaign is closed with its report, or says that it is owed") {
  PlanBuilder plan;
  plan.task({.id = "a"}).task({.id = "b"});
  plan.phases({chart::State{.id = "main", .on = {{.to = {"done"}, .when = plan.accepted({"a"})}}},
               chart::State{.id = "done", .type = chart::StateType::final}});
  for (const bool with_report : {true, false}) {
    ApiDesk desk{plan};
    REQUIRE(desk.post(staff(), campaign_path + "/tasks/a/report").status == 200);
    REQUIRE(desk.post(leader(), campaign_path + "/tasks/a/accept").status == 200);
    const auto open = desk.get(leader(), campaign_path).body.at("open");
    CHECK(open.at("tasks") == 1);
    CHECK(open.at("by_state").as_object().size() == 1);
    const auto close = campaign_path + "/close";
    CHECK(desk.post(leader(), close).code() == "tasks_open");
    CHECK(desk.post(leader(), close, R"({"cancel_open":true})").code() == "bad_argument");
    const std::string document = with_report ? R"("document":"99/BC",)" : "";
    CHECK(desk.post(leader(), close, "{" + document + R"("cancel_open":true,"reason":"hết năm"})")
              .status == 200);
    const auto shown = desk.get(leader(), campaign_path).body;
    CHECK(shown.at("state") == "closed");
    CHECK(shown.at("open").at("tasks") == 0);
    CHECK(shown.at("report_owed") == !with_report);
    CHECK(shown.at("report_document") == (with_report ? json::value("99/BC") : json::value()));
  }
}

TEST_CASE("the office is called what its organisation file says") {
  ApiDesk desk{three_tasks()};
  CHECK(desk.get(staff(), "/office").body.at("name").is_null());
  const std::string text =
      "schema: tiendo/organisation/1\nid: yb\nname: Liên minh HTX tỉnh Yên Bái\nunits:\n"
      "  van-phong: { name: Văn phòng }\n";
  REQUIRE(desk.put(office(), "/office", text).status == 200);
  CHECK(desk.get(staff(), "/office").body.at("name") == "Liên minh HTX tỉnh Yên Bái");
  CHECK(desk.get(staff(), "/me").body.at("office") == "Liên minh HTX tỉnh Yên Bái");
  CHECK(desk.put(office(), "/office", text).body.at("changes") == 0);
}

TEST_CASE("a task that orders a campaign says which one carries it out") {
  PlanBuilder plan;
  plan.task({.id = "a"}).task({.id = "b"});
  ApiDesk desk{plan};
  const auto below = list + "fulfils:\n  - { campaign: dot-2025, task: a }\n";
  REQUIRE(desk.post(office(), "/campaigns", json::serialize(json::object{{"files", files(below)}}))
              .status == 200);
  const auto ordered = [&](const char* id) {
    return desk.get(leader(), campaign_path + "/tasks/" + id).body.at("fulfilled_by").as_array();
  };
  REQUIRE(ordered("a").size() == 1);
  CHECK(ordered("a").at(0).at("campaign") == "bau-cu");
  CHECK(ordered("a").at(0).at("state") == "running");
  CHECK(ordered("b").empty());
}

TEST_CASE("the summing-up report is filed once the campaign is closed") {
  PlanBuilder plan;
  plan.task({.id = "a"});
  plan.phases({chart::State{.id = "done", .type = chart::StateType::final}});
  ApiDesk desk{plan};
  const auto file = [&] {
    return desk.put(office(), campaign_path + "/report", R"({"document":"99/BC"})");
  };
  CHECK(file().code() == "wrong_state");
  REQUIRE(desk.post(leader(), campaign_path + "/close", R"({"cancel_open":true,"reason":"x"})")
              .status == 200);
  CHECK(desk.get(leader(), campaign_path).body.at("report_owed") == true);
  CHECK(file().status == 200);
  CHECK(desk.get(leader(), campaign_path).body.at("report_document") == "99/BC");
  CHECK(desk.get(leader(), campaign_path).body.at("report_owed") == false);
  CHECK(file().code() == "report_filed");
}

TEST_CASE("a plan is copied into a draft for the next year, and what is doubtful is said") {
  PlanBuilder plan;
  plan.task({.id = "a"});
  ApiDesk desk{plan};
  const auto copied =
      desk.post(viewer(), "/plans/copy",
                json::serialize(json::object{{"files", files(list)}, {"year", 2026}}));
  REQUIRE(copied.status == 200);
  CHECK(copied.body.at("from") == 2025);
  CHECK(std::string{copied.body.at("text").as_string()}.find("ngày bầu cử: 2026-11-15") !=
        std::string::npos);
  CHECK_FALSE(copied.body.at("doubts").as_array().empty());
  CHECK(desk.post(viewer(), "/plans/copy",
                  json::serialize(json::object{{"files", files(list)}, {"year", 2025}}))
            .code() == "bad_plan");
}

TEST_CASE("the plan is given back as it was sent, in its version of a day") {
  PlanBuilder plan;
  plan.task({.id = "a"});
  ApiDesk desk{plan};
  REQUIRE(desk.post(office(), "/campaigns", json::serialize(json::object{{"files", files(list)}}))
              .status == 200);
  const auto sent = desk.get(viewer(), "/campaigns/bau-cu/plan");
  CHECK(sent.body.at("version") == 1);
  CHECK(sent.body.at("files") == files(list));
  CHECK(desk.get(staff(), "/campaigns/bau-cu/plan").status == 403);
  desk.time("2025-02-03 08:00");
  REQUIRE(desk.post(office(), "/campaigns/bau-cu/amend",
                    json::serialize(json::object{{"files", files(list + news)},
                                                 {"document", json::object{{"number", "2/KH"}}},
                                                 {"reason", "thêm việc"}}))
              .status == 200);
  CHECK(desk.get(viewer(), "/campaigns/bau-cu/plan").body.at("files") == files(list + news));
  const auto before = desk.get(viewer(), "/campaigns/bau-cu/plan", {{"as_of", "2025-02-02"}});
  CHECK(before.body.at("files") == files(list));
}

TEST_CASE("a task says how it belongs to others, of other campaigns as far as they may be seen") {
  PlanBuilder plan;
  plan.task({.id = "a"}).task({.id = "b"}).task({.id = "c", .due = "2025-05-30"});
  auto& tasks = plan.plan().tasks;
  tasks[1].part_of = 0;
  tasks[1].due_after = model::DueAfter{{2}, 5, true};
  tasks[2].occurrence =
      model::Occurrence{model::TaskId{"giao-ban"}, {day("2025-05-01"), day("2025-05-31")}};
  tasks[0].after_elsewhere =
      std::vector<model::TaskElsewhere>{{model::CampaignId{"bau-cu"}, model::TaskId{"danh-sach"}},
                                        {model::CampaignId{"chua-co"}, model::TaskId{"x"}}};
  ApiDesk desk{plan};
  REQUIRE(desk.post(office(), "/campaigns", json::serialize(json::object{{"files", files(list)}}))
              .status == 200);
  const auto task = [&](const model::Person& who, const char* id) {
    return desk.get(who, campaign_path + "/tasks/" + id).body;
  };
  const auto whole = task(leader(), "a");
  CHECK(whole.at("parts").at(0).at("id") == "b");
  CHECK(whole.at("after_elsewhere").at(0).at("title") == "Lập danh sách");
  CHECK(whole.at("after_elsewhere").at(0).at("awaited") == true);
  CHECK(whole.at("after_elsewhere").at(1).at("title").is_null());
  const auto part = task(leader(), "b");
  CHECK(part.at("part_of") == "a");
  CHECK(part.at("whole").at("title") == "Nhiệm vụ a");
  CHECK(part.at("due_after").at("tasks").at(0).at("id") == "c");
  CHECK(part.at("due_after").at("days") == 5);
  CHECK(task(leader(), "c").at("occurrence").at("of") == "giao-ban");
}

}  // namespace tiendo::test
