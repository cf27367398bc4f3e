// Plans as they are written, the calendar, and the record itself.
#include <boost/json/serialize.hpp>

#include "api/api_desk.hpp"

namespace tiendo::test {
namespace {

namespace json = boost::json;

constexpr const char* plan_text = R"(schema: tiendo/plan/1
id: thu
title: Kế hoạch thử
document: { number: 1/KH, date: 2025-01-02 }
period: năm 2025
units:
  van-phong: { name: Văn phòng }
tasks:
  tong-ket:
    title: Tổng kết
    kind: review
    window: Quý I/2025
    lead: van-phong
)";

json::array files(const std::string& text = plan_text) {
  return {json::object{{"name", "thu.yaml"}, {"text", text}}};
}

std::string later() {
  std::string text = plan_text;
  return text.replace(text.find("Quý I/"), std::string{"Quý I/"}.size(), "Quý II/");
}

}  // namespace

TEST_CASE("a plan is shown, drawn, laid out and compared without a record") {
  ApiDesk desk{three_tasks()};
  const auto before = desk.events();
  const auto shown =
      desk.post(staff(), "/plans/show", json::serialize(json::object{{"files", files()}}));
  REQUIRE(shown.status == 200);
  CHECK(shown.all("tasks", "id") == "tong-ket");
  CHECK(shown.body.at("tasks").at(0).at("window").at("due") == "2025-03-31");
  const auto drawn =
      desk.post(staff(), "/plans/draw", json::serialize(json::object{{"files", files()}}));
  CHECK(drawn.body.at("text").as_string().find("stateDiagram-v2") != json::string::npos);
  const auto laid = desk.post(
      staff(), "/plans/format",
      json::serialize(json::object{{"name", "a.yaml"}, {"text", std::string{plan_text} + "\n\n"}}));
  CHECK(laid.body.at("changed") == true);
  CHECK(laid.body.at("text") == plan_text);
  const auto difference =
      desk.post(staff(), "/plans/diff",
                json::serialize(json::object{{"before", files()}, {"after", files(later())}}));
  CHECK(difference.all("tasks", "id") == "tong-ket");
  CHECK(difference.body.at("days").as_array().size() > 1);
  CHECK(desk.events() == before);
}

TEST_CASE("a campaign is simulated, and what is asked for is kept") {
  ApiDesk desk{three_tasks()};
  const auto simulate = [&](json::object more) {
    more["files"] = files();
    return desk.post(staff(), "/plans/simulate", json::serialize(more));
  };
  const auto due = simulate({{"type", "due"}, {"unit", "van-phong"}, {"from", "2025-03-01"}});
  REQUIRE(due.status == 200);
  CHECK(due.all("events", "day") == "2025-03-31");
  CHECK(simulate({{"task", "khong-co"}}).code() == "unknown_name");
  CHECK(simulate({{"from", "2025-03-01"}, {"until", "2025-02-01"}}).code() == "wrong_days");
  CHECK(simulate({{"until", "3025-02-01"}}).code() == "wrong_day");
}

TEST_CASE("a simulation that takes too long is given up") {
  ApiDesk desk{three_tasks()};
  int asked = 0;
  desk.patience = [&] { return ++asked < 10; };
  const auto answer =
      desk.post(staff(), "/plans/simulate", json::serialize(json::object{{"files", files()}}));
  CHECK(answer.status == 413);
  CHECK(answer.code() == "too_long");
}

TEST_CASE("plans are worked on for those who hold a post, and of a bounded size") {
  ApiDesk desk{three_tasks()};
  const model::Person nobody{model::UserId{"nobody"}, "Không Ai", {}};
  const auto body = json::serialize(json::object{{"files", files()}});
  CHECK(desk.post(nobody, "/plans/check", body).code() == "not_permitted");
  CHECK(desk.post(staff(), "/plans/check", body).body.at("valid") == true);
  CHECK(desk.post(staff(), "/plans/check", std::string(api::computed_bytes_max + 1, ' ')).status ==
        413);
  const auto bad = json::serialize(json::object{{"files", files("x: 1\n")}});
  CHECK(desk.post(staff(), "/plans/check", bad).body.at("valid") == false);
  CHECK(desk.post(staff(), "/plans/show", bad).code() == "bad_plan");
}

TEST_CASE("the calendar answers by the days off of the office") {
  ApiDesk desk{three_tasks()};
  CHECK(desk.get(staff(), "/calendar/lunar", {{"date", "2025-04-07"}}).body.at("lunar_day") == 10);
  CHECK(desk.get(staff(), "/calendar/day", {{"date", "2025-04-05"}}).body.at("working") == false);
  CHECK(desk.get(staff(), "/calendar/holidays", {{"year", "2025"}}).body.at("year") == 2025);
  CHECK(desk.get(staff(), "/calendar/add", {{"date", "2025-04-01"}, {"length", "3 ngày làm việc"}})
            .body.at("date") == "2025-04-04");
  CHECK(desk.get(staff(), "/calendar/resolve",
                 {{"phrase", "trước ngày bầu cử 10 ngày"}, {"anchor", "ngày bầu cử=2026-03-15"}})
            .body.at("due") == "2026-03-05");
  for (const auto& [path, query] : std::vector<std::pair<std::string, api::Fields>>{
           {"/calendar/day", {{"date", "3000-01-01"}}},
           {"/calendar/day", {}},
           {"/calendar/holidays", {{"year", "1900"}}},
           {"/calendar/add", {{"date", "2025-04-01"}, {"length", "mãi mãi"}}},
           {"/calendar/resolve", {{"phrase", "Quý I/2025"}, {"anchor", "x"}}}}) {
    INFO(path);
    CHECK(desk.get(staff(), path, query).code() == "bad_parameter");
  }
}

TEST_CASE("the record itself is for those who see everything, its check for administrators") {
  ApiDesk desk{three_tasks()};
  CHECK(desk.get(staff(), "/journal").code() == "not_permitted");
  CHECK(desk.get(head(), "/journal/heads").code() == "not_permitted");
  CHECK(desk.get(leader(), "/journal", {{"after", "-1"}}).code() == "bad_parameter");
  CHECK(desk.post(leader(), "/journal/verify").code() == "not_permitted");
}

TEST_CASE("an address is shown to its person, the office and administrators") {
  ApiDesk desk{three_tasks()};
  const auto path = "/users/" + staff().id.str() + "/contact";
  REQUIRE(desk.put(administrator(), path, R"({"email":"an@example.vn"})").status == 200);
  for (const auto& who : {staff(), office(), administrator()}) {
    CHECK(desk.get(who, path).body.at("email") == "an@example.vn");
  }
  CHECK(desk.get(leader(), path).code() == "not_permitted");
  CHECK(desk.get(office(), "/users/khong-co/contact").code() == "unknown_user");
  CHECK(desk.get(leader(), "/users/" + leader().id.str() + "/contact").body.at("email").is_null());
}

TEST_CASE("only a file that has been uploaded is attached") {
  ApiDesk desk{three_tasks()};
  const std::string hash(64, 'a');
  const auto body = R"({"files":[{"hash":")" + hash + R"(","name":"biên bản.pdf","size":3}]})";
  const auto path = campaign_path + "/tasks/a/attach";
  CHECK(desk.post(staff(), path, body).code() == "unknown_evidence");
  desk.blobs.kept.insert(hash);
  CHECK(desk.post(staff(), path, body).status == 200);
}

TEST_CASE("what is said of a file that is attached is right, or refused by name") {
  ApiDesk desk{three_tasks()};
  std::string hash(64, 'a');
  int number = 10;
  const auto attach = [&](std::string name, std::string type, std::string size) {
    hash.replace(0, 2, std::to_string(++number));  // every file is another
    desk.blobs.kept.insert(hash);
    const auto answer = desk.post(staff(), campaign_path + "/tasks/a/attach",
                                  R"({"files":[{"hash":")" + hash + R"(","name":")" + name +
                                      R"(","media_type":")" + type + R"(","size":)" + size + "}]}");
    return answer.status == 422 ? answer.all("errors", "pointer") : std::to_string(answer.status);
  };
  CHECK(attach("a.pdf", "application/pdf", "4") == "/files/0/size");
  for (const auto* type : {"x", "text/", "/x", "*/*", "text/html,text/plain", "text/plain;",
                           "text/plain; x", R"(text/plain; x=\"a)", "text/plain\\r\\nX: 1"}) {
    CAPTURE(type);
    CHECK(attach("a.pdf", type, "3") == "/files/0/media_type");
  }
  for (const auto* name :
       {"../a", "a/b", R"(a\\b)", "..", " ", R"(a\r\nB: c)", R"(\u202egnp.exe)", R"(a\tb)"}) {
    CAPTURE(name);
    CHECK(attach(name, "text/plain", "3") == "/files/0/name");
  }
  for (const auto* type : {"", "text/plain", "TEXT/html; charset=utf-8; x=\\\"a;b\\\""}) {
    CAPTURE(type);
    CHECK(attach("biên bản 😀.pdf", type, "3") == "200");
  }
}

}  // namespace tiendo::test
