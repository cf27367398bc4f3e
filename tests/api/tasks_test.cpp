#include "api/api_desk.hpp"

using namespace tiendo;
using namespace tiendo::test;

namespace {

const std::string task_a = campaign_path + "/tasks/a";

}  // namespace

TEST_CASE("a task goes its way by requests, and each says what it did and whom it told") {
  ApiDesk desk{three_tasks()};
  CHECK(desk.post(staff(), task_a + "/begin-plan").status == 200);
  const auto submitted = desk.post(staff(), task_a + "/submit-plan", R"({"document":"12/KH"})");
  CHECK(submitted.all("events", "type") == "plan_submitted");
  CHECK(desk.post(staff(), task_a + "/approve-plan").code() == "not_permitted");
  const auto approved = desk.post(leader(), task_a + "/approve-plan");
  CHECK(approved.status == 200);
  CHECK_FALSE(approved.body.at("told").as_array().empty());
  CHECK(desk.post(staff(), task_a + "/submit-plan").code() == "wrong_state");
}

TEST_CASE("a request that comes again under its key is done once and answered as the first time") {
  ApiDesk desk{three_tasks()};
  desk.next.key = "k1";
  const auto first = desk.post(staff(), task_a + "/comment", R"({"text":"một"})");
  REQUIRE(desk.post(leader(), task_a + "/comment", R"({"text":"giữa"})").status == 200);
  const auto events = desk.events();
  desk.next.key = "k1";
  const auto again = desk.post(staff(), task_a + "/comment", R"({"text":"một"})");
  CHECK(again.body.at("position") == first.body.at("position"));
  CHECK(again.body.at("events") == first.body.at("events"));
  CHECK(desk.events() == events);
  desk.next.key = "k1";
  CHECK(desk.post(staff(), task_a + "/comment", R"({"text":"hai"})").code() == "key_reused");
  desk.next.key = "k1";
  desk.next.caller.on_behalf = model::OnBehalf{"Nguyễn Văn An", "12/BC"};
  CHECK(desk.post(staff(), task_a + "/comment", R"({"text":"một"})").code() == "key_reused");
}

TEST_CASE("what is answered again is of its own command alone, at its own instant") {
  ApiDesk desk{three_tasks()};
  const auto comment = [&](std::string key, std::string text) {
    desk.next.key = std::move(key);
    return desk.post(staff(), task_a + "/comment", R"({"text":")" + text + "\"}").body;
  };
  // At one instant, as where the clock stands.
  REQUIRE(desk.post(staff(), task_a + "/begin-plan").status == 200);
  const auto first = comment("k1", "một");
  const auto second = comment("k2", "hai");
  REQUIRE(second.at("events").as_array().size() == 1);
  desk.time("2025-01-09 10:00");
  CHECK(comment("k1", "một") == first);
  CHECK(comment("k2", "hai") == second);
}

TEST_CASE("what the clock did with a command is counted again under its key") {
  ApiDesk desk{three_tasks()};
  desk.time("2025-02-27 09:00");
  const auto comment = [&] {
    desk.next.key = "k1";
    return desk.post(staff(), task_a + "/comment", R"({"text":"một"})").body;
  };
  const auto first = comment();
  REQUIRE(first.at("by_clock").as_int64() > 0);
  CHECK(comment() == first);
}

TEST_CASE("of two who read the same version of a task one has to look again") {
  ApiDesk desk{three_tasks()};
  const auto read = desk.get(staff(), task_a).etag;
  desk.next.if_match = read;
  desk.next.key = "k1";
  CHECK(desk.post(staff(), task_a + "/comment", R"({"text":"một"})").status == 200);
  desk.next.if_match = read;
  CHECK(desk.post(leader(), task_a + "/comment", R"({"text":"hai"})").code() ==
        "changed_meanwhile");
  // The first has lost its answer and asks again: it is what changed the version.
  desk.next.if_match = read;
  desk.next.key = "k1";
  CHECK(desk.post(staff(), task_a + "/comment", R"({"text":"một"})").status == 200);
  desk.next.if_match = desk.get(leader(), task_a).etag;
  CHECK(desk.post(leader(), task_a + "/comment", R"({"text":"hai"})").status == 200);
}

TEST_CASE("a task names what it waits for, by id and title") {
  PlanBuilder plan;
  plan.task({.id = "a"}).task({.id = "b", .after = {"a"}});
  plan.plan().tasks[0].title = "Chuẩn bị";
  ApiDesk desk{plan};
  const auto waits = desk.get(leader(), campaign_path + "/tasks/b").body.at("waits_for");
  CHECK(waits == boost::json::value({{{"id", "a"}, {"title", "Chuẩn bị"}}}));
}

TEST_CASE("what becomes of a whole campaign stands in the inbox under no task") {
  ApiDesk desk{three_tasks()};
  REQUIRE(desk.post(leader(), campaign_path + "/suspend", R"({"reason":"chờ"})").status == 200);
  const auto notices = desk.get(staff(), "/inbox").body.at("notices").as_array();
  const auto& last = notices.back();
  CHECK(last.at("subject") == "campaign_suspended");
  CHECK(last.at("task").is_null());
  CHECK(last.at("to") == "nghiep-vu");
  CHECK(last.at("text").as_string().ends_with("– chờ"));
}

TEST_CASE("nobody is told in his inbox of what he did himself") {
  ApiDesk desk{three_tasks()};
  const auto task_c = campaign_path + "/tasks/c";
  const auto told = [&](api::Fields query = {}) {
    return desk.get(office(), "/inbox", std::move(query)).all("notices", "subject");
  };
  const auto before = told();
  REQUIRE(desk.post(office(), task_c + "/suspend", R"({"reason":"bão"})").status == 200);
  CHECK(told() == before);
  CHECK(told({{"unit", "van-phong"}}).ends_with("suspended"));
  REQUIRE(desk.post(leader(), task_c + "/cancel", R"({"reason":"thôi"})").status == 200);
  CHECK(told().ends_with("cancelled"));
}

TEST_CASE("a task is shown as it was at the end of a day") {
  ApiDesk desk{three_tasks()};
  REQUIRE(desk.post(staff(), task_a + "/begin-plan").status == 200);
  desk.time("2025-01-08 09:00");
  REQUIRE(desk.post(staff(), task_a + "/submit-plan").status == 200);
  CHECK(desk.get(leader(), task_a).body.at("state") == "plan_submitted");
  CHECK(desk.get(leader(), task_a, {{"as_of", "2025-01-07"}}).body.at("state") == "planning");
  CHECK(desk.get(leader(), task_a, {{"as_of", "7/1"}}).code() == "bad_parameter");
}

TEST_CASE("tasks are filtered, sorted and given a page at a time") {
  ApiDesk desk{three_tasks()};
  const auto ids = [&](api::Fields query) {
    return desk.get(leader(), "/tasks", std::move(query)).all("tasks", "id");
  };
  CHECK(ids({{"unit", "trung-tam"}}) == "a b");
  CHECK(ids({{"status", "no_due_date"}}) == "c");
  CHECK(ids({{"due_from", "2025-03-01"}}) == "a");
  CHECK(ids({{"sort", "due"}}) == "b a c");
  CHECK(ids({{"sort", "-due"}}) == "a b c");
  const auto first = desk.get(leader(), "/tasks", {{"sort", "due"}, {"limit", "2"}});
  CHECK(first.all("tasks", "id") == "b a");
  const std::string next{first.body.at("next").as_string()};
  const auto second =
      desk.get(leader(), "/tasks", {{"sort", "due"}, {"limit", "2"}, {"cursor", next}});
  CHECK(second.all("tasks", "id") == "c");
  CHECK(second.body.at("next").is_null());
}

TEST_CASE("what is open is listed before what is over, the latest of that first") {
  ApiDesk desk{three_tasks()};
  const auto by_urgency = [&] {
    return desk.get(leader(), "/tasks", {{"sort", "urgency"}}).all("tasks", "id");
  };
  CHECK(by_urgency() == "b a c");
  const std::string called_off = R"({"reason":"thôi"})";
  REQUIRE(desk.post(leader(), campaign_path + "/tasks/b/cancel", called_off).status == 200);
  CHECK(by_urgency() == "a c b");
  REQUIRE(desk.post(leader(), task_a + "/cancel", called_off).status == 200);
  CHECK(by_urgency() == "c a b");
}

TEST_CASE("words are found without their marks, and with them first") {
  auto plan = three_tasks();
  plan.plan().tasks[0].title = "Hội nghị tổng kết";
  plan.plan().tasks[1].title = "Hỏi nghĩ tong ket";
  plan.plan().tasks[2].title = "Đại hội";
  ApiDesk desk{plan};
  const auto found = [&](const char* words) {
    return desk.get(leader(), "/tasks", {{"q", words}}).all("tasks", "id");
  };
  CHECK(found("hoi nghi") == "a b");
  CHECK(found("hỏi nghĩ") == "b a");
  CHECK(found("DAI HOI") == "c");
  CHECK(found("tong nghi ket") == "a b");
  CHECK(found("không có").empty());
}

TEST_CASE("what waits for a leader's decision is found: plans, reports, wishes for a later date") {
  ApiDesk desk{three_tasks()};
  const auto waiting = [&] {
    return desk.get(leader(), "/tasks", {{"awaits", "decision"}}).all("tasks", "id");
  };
  CHECK(waiting().empty());
  REQUIRE(desk.post(staff(), task_a + "/submit-plan").status == 200);
  CHECK(waiting() == "a");
  REQUIRE(desk.post(leader(), task_a + "/approve-plan").status == 200);
  CHECK(waiting().empty());
  REQUIRE(desk.post(staff(), task_a + "/ask-extension",
                    R"({"due":"2025-04-30","reason":"chờ hướng dẫn"})")
              .status == 200);
  CHECK(waiting() == "a");
  const auto listed = desk.get(leader(), "/tasks", {{"awaits", "decision"}}).body;
  CHECK(listed.at("tasks").at(0).at("asked").at("due") == "2025-04-30");
  CHECK(desk.get(leader(), "/tasks", {{"awaits", "khong-co"}}).code() == "bad_parameter");
}

TEST_CASE("what no unit leads is found by the office until it is assigned or over") {
  ApiDesk desk{three_tasks()};
  const auto waiting = [&] {
    return desk.get(office(), "/tasks", {{"awaits", "assignment"}}).all("tasks", "id");
  };
  CHECK(waiting() == "c");
  const auto nobody = R"({"lead":[],"coordinating":[{"unit":"trung-tam"}]})";
  REQUIRE(desk.post(office(), task_a + "/assign", nobody).status == 200);
  CHECK(waiting() == "a c");
  REQUIRE(desk.post(leader(), task_a + "/cancel", R"({"reason":"đã dừng"})").status == 200);
  const auto somebody = R"({"lead":[{"unit":"trung-tam"}],"coordinating":[]})";
  REQUIRE(desk.post(office(), campaign_path + "/tasks/c/assign", somebody).status == 200);
  CHECK(waiting().empty());
}

TEST_CASE("the record of a task names by its hash what was attached, and nothing else") {
  ApiDesk desk{three_tasks()};
  const std::string hash(64, 'a');
  desk.blobs.kept.insert(hash);
  const auto file = R"({"name":"dự thảo.docx","media_type":"text/plain","size":3,"hash":")" + hash;
  REQUIRE(desk.post(staff(), task_a + "/attach", R"({"files":[)" + file + "\"}]}").status == 200);
  REQUIRE(desk.post(staff(), task_a + "/comment", R"({"text":"x"})").status == 200);
  const auto history = desk.get(staff(), task_a + "/history").body;
  for (const auto& entry : history.at("history").as_array()) {
    CHECK(entry.at("file") == (entry.at("type") == "attached" ? boost::json::value(hash)
                                                              : boost::json::value(nullptr)));
  }
}

TEST_CASE(
    "a task says whether it owes a detailed plan, and has no chart where it has no procedure") {
  ApiDesk desk{three_tasks()};
  const auto task = desk.get(leader(), task_a).body;
  CHECK(task.at("plan_owed") == true);
  CHECK(task.at("chart").is_null());
}
