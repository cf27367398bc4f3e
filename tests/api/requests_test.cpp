#include <algorithm>

#include "api/api_desk.hpp"

using namespace tiendo;
using namespace tiendo::test;

namespace {

const std::string comment_path = campaign_path + "/tasks/a/comment";

std::string pointers(const Answered& answer) {
  return answer.all("errors", "pointer");
}

}  // namespace

TEST_CASE("a body that is not as its schema says is refused, with every place") {
  ApiDesk desk{three_tasks()};
  const auto before = desk.events();
  CHECK(pointers(desk.post(staff(), comment_path, "{}")) == "");
  CHECK(desk.post(staff(), comment_path, "{}").status == 422);
  CHECK(pointers(desk.post(staff(), comment_path, R"({"text":1,"x":2})")) == "/text /x");
  CHECK(pointers(desk.post(staff(), campaign_path + "/tasks/a/assign",
                           R"({"lead":[{"unit":"a"},{"unit":3}]})")) == "/lead/1/unit");
  CHECK(
      desk.post(staff(), campaign_path + "/tasks/a/fix-dates", R"({"due":"2025-02-30"})").status ==
      422);
  CHECK(desk.post(staff(), comment_path, R"({"text":)").code() == "bad_json");
  CHECK(desk.post(staff(), comment_path, R"({"text":"a","text":"b"})").code() == "bad_json");
  CHECK(desk.post(staff(), comment_path, std::string(200, '[')).code() == "bad_json");
  CHECK(desk.post(staff(), comment_path, "{\"text\":\"\xFF\"}").code() == "bad_json");
  CHECK(desk.events() == before);
}

TEST_CASE("a body with more errors than anybody reads is refused like any other") {
  ApiDesk desk{three_tasks()};
  std::string body = R"({"text":"a")";
  for (int i = 0; i < 500; ++i) {
    body += ",\"x" + std::to_string(i) + "\":1";
  }
  const auto answer = desk.post(staff(), comment_path, body + "}");
  CHECK(answer.status == 422);
  CHECK(answer.body.at("errors").as_array().size() <= 202);
}

TEST_CASE("a body of another type or charset is not guessed at") {
  ApiDesk desk{three_tasks()};
  for (const auto* type : {"text/plain", "application/json; charset=utf-16", "application/x"}) {
    desk.next.content_type = type;
    CHECK(desk.post(staff(), comment_path, R"({"text":"a"})").status == 415);
  }
  for (const auto* type : {"application/json; charset=UTF-8", "Application/JSON"}) {
    desk.next.content_type = type;
    CHECK(desk.post(staff(), comment_path, R"({"text":"a"})").status == 200);
  }
}

TEST_CASE("paths, methods and parameters that are not there are told apart") {
  ApiDesk desk{three_tasks()};
  CHECK(desk.get(leader(), "/task").code() == "unknown_path");
  CHECK(desk.put(leader(), "/tasks").code() == "method_not_allowed");
  CHECK(desk.get(leader(), "/tasks", {{"untt", "x"}}).code() == "bad_parameter");
  for (const auto& [name, value] : api::Fields{{"limit", "0"},
                                               {"limit", "x"},
                                               {"cursor", "zz"},
                                               {"state", "x"},
                                               {"sort", "x"},
                                               {"due_from", "x"}}) {
    const auto answer = desk.get(leader(), "/tasks", {{name, value}});
    CHECK(answer.status == 400);
    CHECK(answer.body.at("parameter").as_string() == name);
  }
}

TEST_CASE("operations have names and paths of their own") {
  std::vector<std::string> ids;
  std::vector<std::string> places;
  for (const auto& operation : api::operations()) {
    ids.emplace_back(operation.id);
    places.push_back(std::to_string(static_cast<int>(operation.method)) +
                     std::string{operation.path});
  }
  std::ranges::sort(ids);
  std::ranges::sort(places);
  CHECK(std::ranges::adjacent_find(ids) == ids.end());
  CHECK(std::ranges::adjacent_find(places) == places.end());
}
