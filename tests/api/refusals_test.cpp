#include "api/api_desk.hpp"

using namespace tiendo;
using namespace tiendo::test;

namespace {

const std::string task_a = campaign_path + "/tasks/a";

}  // namespace

TEST_CASE("texts that would show otherwise than they are written are refused by name") {
  ApiDesk desk{three_tasks()};
  const auto before = desk.events();
  for (const auto* text : {R"(a\u001b[2J)", R"(a\u0000)", R"(a\u0085b)", R"(\u202eb)", R"(\u2066b)",
                           R"(a\rb)", R"(a\u007f)"}) {
    CAPTURE(text);
    const auto comment =
        desk.post(staff(), task_a + "/comment", std::string{R"({"text":")"} + text + "\"}");
    CHECK(comment.status == 422);
    CHECK(comment.all("errors", "pointer") == "/text");
  }
  CHECK(desk.post(leader(), task_a + "/suspend", R"({"reason":"\u001b"})").status == 422);
  CHECK(desk.post(administrator(), "/users/" + staff().id.str() + "/rename",
                  R"({"name":"A\nBcc: b"})")
            .all("errors", "pointer") == "/name");
  CHECK(desk.post(staff(), task_a + "/submit-plan", R"({"document":"12\t/KH"})")
            .all("errors", "pointer") == "/document");
  CHECK(desk.events() == before);
  CHECK(desk.post(staff(), task_a + "/comment", R"({"text":"một\n\thai"})").status == 200);
}

TEST_CASE("who acts for another is limited as what stands in bodies") {
  ApiDesk desk{three_tasks()};
  const auto comment = [&](std::string whom, std::string document) {
    desk.next.caller.on_behalf = model::OnBehalf{std::move(whom), std::move(document)};
    return desk.post(office(), task_a + "/comment", R"({"text":"x"})");
  };
  CHECK(comment(std::string(201, 'a'), "1").body.at("parameter") == "X-Tiendo-On-Behalf-Of");
  CHECK(comment("An", std::string(201, 'a')).body.at("parameter") == "X-Tiendo-Document");
  CHECK(comment("An\nBình", "1").status == 400);
  CHECK(comment("An", "1\x1b[2J").status == 400);
  CHECK(comment("Nguyễn Văn An", "12/BC").status == 200);
}

TEST_CASE("a person who is not there is not found by those who may change people") {
  ApiDesk desk{three_tasks()};
  const auto contact = R"({"email":"an@example.vn"})";
  CHECK(desk.put(administrator(), "/users/ghost/contact", contact).code() == "unknown_user");
  CHECK(desk.post(administrator(), "/users/ghost/rename", R"({"name":"x"})").status == 404);
  CHECK(desk.post(administrator(), "/users/ghost/posts", R"({"role":"viewer"})").status == 404);
  CHECK(desk.put(staff(), "/users/ghost/contact", contact).code() == "not_permitted");
  CHECK(desk.secrets.kept.empty());
}

TEST_CASE("whoever may not enter the address of another is told so") {
  ApiDesk desk{three_tasks()};
  const auto answer =
      desk.put(staff(), "/users/" + leader().id.str() + "/contact", R"({"email":"an@example.vn"})");
  CHECK(answer.code() == "not_permitted");
  CHECK(answer.body.at("detail") == "addresses are entered by administrators");
}

TEST_CASE("a table is no JSON and no body is compressed") {
  ApiDesk desk{three_tasks()};
  desk.next.content_type = "application/json";
  CHECK(desk.post(administrator(), "/imports/users", "{}").status == 415);
  desk.next.content_encoding = "gzip";
  CHECK(desk.post(staff(), task_a + "/comment", R"({"text":"x"})").status == 415);
  desk.next.content_encoding = "identity";
  CHECK(desk.post(staff(), task_a + "/comment", R"({"text":"x"})").status == 200);
}

TEST_CASE("a table is held to the limits of what is entered one by one") {
  ApiDesk desk{three_tasks()};
  const auto codes = [&](const std::string& name) {
    desk.next.content_type = "text/csv";
    const auto answer =
        desk.post(administrator(), "/imports/users", "user,name,role\nmoi," + name + ",viewer\n");
    return answer.status == 422 ? answer.all("findings", "code") : std::to_string(answer.status);
  };
  CHECK(codes(std::string(201, 'n')) == "too_long");
  CHECK(codes("A\x1b[2J") == "control_character");
  CHECK(codes("\u202e"
              "A") == "control_character");
  CHECK(codes(std::string(200, 'n')) == "200");
}

TEST_CASE("a parameter comes once") {
  ApiDesk desk{three_tasks()};
  const auto answer = desk.get(leader(), "/tasks", {{"limit", "1"}, {"limit", "2"}});
  CHECK(answer.status == 400);
  CHECK(answer.body.at("parameter") == "limit");
  // Days that have names are as many as there are.
  CHECK(desk.get(leader(), "/calendar/resolve",
                 {{"phrase", "15/3/2025"}, {"anchor", "x=2025-01-01"}, {"anchor", "y=2025-01-02"}})
            .status == 200);
}

TEST_CASE("no position lies beyond what a journal can number") {
  ApiDesk desk{three_tasks()};
  for (const auto* after : {"9223372036854775808", "18446744073709551615", "-1", "x"}) {
    CHECK(desk.get(leader(), "/journal", {{"after", after}}).status == 400);
  }
}

TEST_CASE("a task that has left a unit is shown as of a day with its history or not at all") {
  ApiDesk desk{three_tasks()};
  desk.time("2025-01-10 09:00");
  REQUIRE(desk.post(leader(), task_a + "/assign", R"({"lead":[{"unit":"trung-tam"}]})").status ==
          200);
  CHECK(desk.get(staff(), task_a).status == 404);
  CHECK(desk.get(staff(), task_a + "/history").status == 404);
  for (const auto* day : {"2025-01-08", "2025-01-10"}) {
    CAPTURE(day);
    CHECK(desk.get(staff(), task_a, {{"as_of", day}}).status ==
          desk.get(staff(), task_a + "/history", {{"as_of", day}}).status);
  }
}
