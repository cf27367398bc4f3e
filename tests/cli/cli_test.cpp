// The program as people and scripts use it: what it prints, and its exit codes.

#include "cli/tiendo.hpp"

namespace tiendo::test {
namespace {

const std::string plan = "workflows/thang-hanh-dong-htx-2025.yaml";
const std::string scenario = "workflows/scenarios/thang-hanh-dong-htx-2025.yaml";

}  // namespace

TEST_CASE("calendar resolve gives days as texts and nothing as null") {
  const auto run = tiendo("calendar resolve 'Dự kiến trung tuần tháng 4/2025' --json");
  CHECK(run.exit == 0);
  CHECK(
      run.out ==
      "{\"phrase\":\"Dự kiến trung tuần tháng 4/2025\",\"start\":\"2025-04-11\",\"due\":\"2025-04-"
      "20\",\"due_time\":null,\"planned\":null,\"certainty\":\"tentative\",\"recurrence\":null,"
      "\"resolved\":true,\"reason\":null}\n");
}

TEST_CASE(
    "a command line that is none is answered in the language that is asked for, and in JSON") {
  for (const auto* wrong : {"task progress coopstar abc", "campaign shw", "task", "plan show",
                            "plan show x --nothing", "nonsense"}) {
    INFO(wrong);
    const auto run = tiendo(std::string{wrong} + " --json --lang en");
    CHECK(run.exit == 2);
    CHECK(run.document().at("code") == "usage");
    CHECK(errors_of(std::string{wrong} + " --lang vi").out.find("Thêm --help") !=
          std::string::npos);
  }
  CHECK(tiendo("campaign shw --json --lang en").document().at("error") ==
        "there is no command 'shw'; did you mean \"show\"?");
}

TEST_CASE("a word that is no text is refused before anything is done") {
  const Rehearsal rehearsal;
  const auto before = rehearsal.events();
  for (const auto* word : {"a\\377b", "\\355\\240\\200", "A\\033[31mB", "a\\342\\200\\256b"}) {
    INFO(word);
    const auto run =
        shell("'" TIENDO_PROGRAM "' task comment coopstar \"$(printf '" + std::string{word} +
              "')\" --json --data '" + rehearsal.data + "' 2>/dev/null");
    CHECK(run.exit == 2);
    CHECK(run.document().at("code") == "usage");
  }
  CHECK(rehearsal.events() == before);
  CHECK(rehearsal.run("journal verify").exit == 0);
  CHECK(rehearsal.run("task comment coopstar 'hai\ndòng'").exit == 0);
}

TEST_CASE("an option that is given says something") {
  const Rehearsal rehearsal;
  for (const auto* option :
       {"--as ''", "--idempotency-key ''", "--clock ''", "--on-behalf-of '' --document ''"}) {
    INFO(option);
    CHECK(rehearsal.run(std::string{"task comment coopstar x "} + option).exit == 2);
  }
  CHECK(rehearsal.run("task list --as-of ''").exit == 2);
}

TEST_CASE("what a command cannot do without says something, and is told by its name") {
  const Rehearsal rehearsal;
  const auto before = rehearsal.events();
  for (const std::string of :
       {"task cancel coopstar --reason", "campaign suspend --reason", "unit merge vp --into"}) {
    INFO(of);
    const auto run = rehearsal.run(of + " '' --lang en");
    CHECK(run.exit == 2);
    CHECK(run.document().at("code") == "usage");
    const auto said = of.substr(of.rfind("--")) + " is empty: fill it in";
    CHECK(run.document().at("error").as_string() == said);
  }
  const auto said = [&](const std::string& arguments) {
    const auto run = rehearsal.run(arguments + " --lang vi");
    CHECK(run.exit == 2);
    return run.document().at("error");
  };
  CHECK(said("task comment coopstar ''") == "TEXT chưa có giá trị: ghi vào");
  CHECK(said("campaign close --reason ''") == "--reason chưa có giá trị: ghi vào, hoặc bỏ đi");
  CHECK(rehearsal.events() == before);
}

TEST_CASE("an answer that cannot be printed is said, and what was recorded stays") {
  const Rehearsal rehearsal;
  const auto before = rehearsal.events();
  const auto run = shell("'" TIENDO_PROGRAM "' task comment coopstar x --lang en --data '" +
                         rehearsal.data + "' 2>&1 >/dev/full");
  CHECK(run.exit == 3);
  CHECK(run.out.find("what was recorded stays") != std::string::npos);
  CHECK(rehearsal.events() > before);
}

TEST_CASE("whoever attaches a pipe does not keep the others waiting") {
  const Rehearsal rehearsal;
  const auto pipe = rehearsal.folder / "pipe";
  REQUIRE(shell("mkfifo '" + pipe + "'").exit == 0);
  const auto run = shell("timeout 10 '" TIENDO_PROGRAM "' task attach coopstar '" + pipe +
                         "' --json --data '" + rehearsal.data + "' 2>/dev/null");
  CHECK(run.exit == 3);
  CHECK(run.document().contains("error"));
}

TEST_CASE("two thousand people with addresses are imported at once") {
  const Rehearsal rehearsal;
  std::string table = "họ tên;tên đăng nhập;vai trò;đơn vị;email\n";
  for (int i = 0; i < 2'000; ++i) {
    const auto id = "nguoi-" + std::to_string(i);
    table += "Người;" + id + ";chuyên viên;nghiep-vu;" + id + "@example.vn\n";
  }
  const auto file = rehearsal.folder.file("many.csv", table);
  const auto run = shell(memory_limit(400'000) + "'" TIENDO_PROGRAM "' user import '" + file +
                         "' --json --data '" + rehearsal.data + "' 2>/dev/null");
  CHECK(run.exit == 0);
  CHECK(run.document().at("contacts") == 2'000);
  CHECK(rehearsal.run("user show nguoi-1999").document().at("email") == "nguoi-1999@example.vn");
}

TEST_CASE("brackets without end are refused before they take memory") {
  const TempFolder folder;
  for (const char bracket : {'[', '{'}) {
    const auto file = folder.file("deep.yaml", std::string(10'000'000, bracket));
    const auto run = shell(memory_limit(500'000) + "'" TIENDO_PROGRAM "' plan check '" + file +
                           "' --lang en 2>&1");
    CHECK(run.exit == 2);
    CHECK(run.out.find("nested more than 64 levels deep") != std::string::npos);
  }
}

TEST_CASE("what cannot be resolved is an answer with a reason, not an error") {
  const auto run = tiendo("calendar resolve 'mỏ Quý Xa' --json");
  CHECK(run.exit == 0);
  const auto answer = json::parse(run.out).as_object();
  CHECK_FALSE(answer.at("resolved").as_bool());
  CHECK(answer.at("reason").is_string());
}

TEST_CASE("every line of many is answered, a wrong one with its error") {
  const auto run = tiendo("calendar lunar - --json", "2025-01-29\nx\n");
  CHECK(run.exit == 2);
  const auto end = run.out.find('\n');
  CHECK(json::parse(run.out.substr(0, end)) == json::value({{"date", "2025-01-29"},
                                                            {"lunar_day", 1},
                                                            {"lunar_month", 1},
                                                            {"leap", false},
                                                            {"lunar_year", 2025}}));
  CHECK(json::parse(run.out.substr(end + 1)).as_object().contains("error"));
}

TEST_CASE("working days are told and counted") {
  CHECK(tiendo("calendar add 2025-04-20 '5 ngày làm việc' --json").out ==
        "{\"date\":\"2025-04-25\"}\n");
  const auto day = json::parse(tiendo("calendar day 2025-04-07 --json").out).as_object();
  CHECK_FALSE(day.at("working").as_bool());
  CHECK(day.at("next_working") == "2025-04-08");
  CHECK(day.at("previous_working") == "2025-04-04");
}

TEST_CASE("a batch of charts is answered line by line") {
  const auto run = tiendo(
      "chart run --batch - --json",
      R"({"id":"1","chart":{"schema":"tiendo/chart/1","states":{"a":{"on":[{"event":"e","to":"b"}]},"b":{"final":true}}},"events":["e"]})"
      "\n{\"id\":\"2\"}\n");
  CHECK(run.exit == 2);
  const auto end = run.out.find('\n');
  CHECK(
      run.out.substr(0, end) ==
      R"({"id":"1","steps":[{"event":null,"active":["a"]},{"event":"e","active":["b"]}],"done":true})");
  CHECK(json::parse(run.out.substr(end + 1)).as_object().contains("error"));
}

TEST_CASE("the plan of document 001 is checked with warnings alone, and exits 0") {
  CHECK(tiendo("plan check " + plan).exit == 0);
}

TEST_CASE("a simulated year is one JSON document") {
  const auto run = tiendo("plan simulate " + plan + " --json");
  CHECK(run.exit == 0);
  const auto events = json::parse(run.out).as_object().at("events").as_array();
  REQUIRE_FALSE(events.empty());
  for (const auto* key : {"at", "day", "type", "task", "rung", "to", "text"}) {
    CHECK(events.front().as_object().contains(key));
  }
}

TEST_CASE("a range of days is shown, both ends included") {
  const auto run = tiendo("plan simulate " + plan + " --from 2025-04-11 --until 2025-04-20 --json");
  const auto events = json::parse(run.out).as_object().at("events").as_array();
  CHECK(events.front().as_object().at("day") == "2025-04-11");
  CHECK(events.back().as_object().at("day") == "2025-04-20");
  CHECK(events.back().as_object().at("type") == "due");
}

TEST_CASE("a scenario that goes as it says exits 0") {
  CHECK(tiendo("plan simulate " + plan + " --scenario " + scenario).exit == 0);
}

TEST_CASE("exit codes tell bad input from a world that failed") {
  CHECK(tiendo("plan check tests/definition/broken").exit == 3);
  CHECK(tiendo("plan check no-such-file.yaml").exit == 3);
  CHECK(tiendo("plan simulate " + plan + " --from yesterday").exit == 2);
  CHECK(tiendo("plan simulate").exit == 2);
  CHECK(tiendo("no-such-command").exit == 2);
  CHECK(tiendo("calendar add 2025-13-01 '5 ngày'").exit == 2);
  CHECK(tiendo("plan check -", "schema: tiendo/plan/1").exit == 2);
  CHECK(tiendo("--version").exit == 0);
}

}  // namespace tiendo::test
