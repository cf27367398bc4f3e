// What `tiendo plan …` shows, and how it fails.

#include "cli/tiendo.hpp"

namespace tiendo::test {
namespace {

const std::string plan = "workflows/thang-hanh-dong-htx-2025.yaml";

const std::string head =
    "schema: tiendo/plan/1\nid: p\ntitle: Kế hoạch\nperiod: năm 2025\n"
    "units: { nv: { name: NV } }\ntasks: { t: { title: T, lead: nv, window: Quý I/2025 } }\n";

bool contains(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

std::size_t longest_line(const std::string& text) {
  std::size_t longest = 0;
  std::size_t columns = 0;
  for (const char c : text) {
    columns = c == '\n' ? 0 : columns + ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U);
    longest = std::max(longest, columns);
  }
  return longest;
}

}  // namespace

TEST_CASE("a plan that cannot be shown is answered in JSON as well") {
  for (const auto* command : {"plan show no-such.yaml", "plan simulate no-such.yaml",
                              "plan draw no-such.yaml", "plan diff no-such.yaml no-such.yaml"}) {
    const auto run = tiendo(std::string{command} + " --json");
    CHECK(run.exit == 3);
    CHECK(run.document().contains("error"));
  }
  for (const auto& command :
       {"plan draw " + plan + " --task nothing", "plan draw " + plan + " --format svg",
        "plan simulate " + plan + " --from yesterday", "plan simulate " + plan + " --task nothing",
        "plan simulate " + plan + " --from 2025-02-01 --until 2025-01-01"}) {
    const auto run = tiendo(command + " --json");
    CHECK(run.exit == 2);
    CHECK(run.document().contains("error"));
  }
}

TEST_CASE("a plan is copied for the next year into a new file, with what has to be looked at") {
  const TempFolder folder;
  const auto draft = folder / "2026.yaml";
  const auto copied =
      errors_of("plan copy " + plan + " --to 2026 --lang en --output '" + draft + "'");
  CHECK(copied.exit == 0);
  CHECK(contains(copied.out, draft + ":"));
  CHECK(contains(copied.out, "'lần thứ IX' became 'lần thứ X'"));
  CHECK(std::filesystem::exists(draft));
  CHECK(errors_of("plan copy " + plan + " --to 2026 --output '" + draft + "'").exit == 1);
  const auto shown = tiendo("plan copy " + plan + " --to 2026 --json").document();
  CHECK(shown.at("from") == 2025);
  CHECK(shown.at("doubts").as_array().size() > 20);
  CHECK(errors_of("plan copy " + plan + " --to 2025").exit == 2);
}

TEST_CASE("phases that guards lead round for ever are an error of their plan") {
  const TempFolder folder;
  const auto file = folder.file("p.yaml", head + R"(phases:
  initial: a
  states:
    a: { on: [ { at: 2025-03-03, to: b } ] }
    b: { on: [ { when: { at: 2025-03-03 }, to: c } ] }
    c: { on: [ { when: { at: 2025-03-03 }, to: b }, { event: never, to: z } ] }
    z: { final: true }
)");
  const auto run = tiendo("plan simulate " + file + " --json");
  CHECK(run.exit == 2);
  CHECK(run.document().contains("error"));
  for (const auto* language : {"vi", "en"}) {
    const auto said = errors_of("--lang " + std::string{language} + " plan simulate " + file).out;
    CHECK(contains(said, file));
    CHECK(contains(said, language == std::string{"vi"} ? "03/03/2025" : "2025-03-03"));
  }
}

TEST_CASE("a simulated year is filtered by task, unit and type") {
  const auto events = [](const std::string& filter) {
    const auto run = tiendo("plan simulate " + plan + " --json " + filter);
    CHECK(run.exit == 0);
    return run.document().at("events").as_array();
  };
  const auto all = events("").size();
  const auto of_task = events("--task coopstar");
  REQUIRE_FALSE(of_task.empty());
  for (const auto& event : of_task) {
    CHECK(event.as_object().at("task") == "coopstar");
  }
  const auto due = events("--type due");
  REQUIRE_FALSE(due.empty());
  for (const auto& event : due) {
    CHECK(event.as_object().at("type") == "due");
  }
  const auto of_unit = events("--unit nghiep-vu").size();
  CHECK((0 < of_unit && of_unit < all));
}

TEST_CASE("tables keep to the width, with the ids of the tasks and ISO dates in English") {
  for (const auto* columns : {"40", "60", "80", "100", "200"}) {
    const auto run = shell(std::string{"COLUMNS="} + columns + " '" TIENDO_PROGRAM "' plan show " +
                           plan + " --lang vi");
    CHECK(run.exit == 0);
    const auto tasks = run.out.substr(0, run.out.find("\nĐơn vị\n"));
    CHECK(longest_line(tasks.substr(tasks.find("Nhiệm vụ ("))) <= std::stoul(columns));
  }
  for (const auto* columns : {"40", "100", "200"}) {
    CHECK(contains(
        shell(std::string{"COLUMNS="} + columns + " '" TIENDO_PROGRAM "' plan show " + plan).out,
        "tuyen-truyen-thang-hanh-dong"));
  }
  const auto english =
      shell("COLUMNS=300 '" TIENDO_PROGRAM "' plan show " + plan + " --lang en").out;
  CHECK(contains(english, "coopstar"));
  CHECK(contains(english, "2025-01-01 - 2025-12-31"));
  CHECK_FALSE(contains(tiendo("plan simulate " + plan + " --lang vi").out, "Giai đoạn: Giai đoạn"));
}

TEST_CASE("a task that comes again is shown for each time, what is done every day once") {
  const TempFolder folder;
  const auto shown = [&](const std::string& window) {
    auto text = head;
    text.replace(text.find("Quý I/2025"), 12, window);
    const auto file = folder.file("p.yaml", text);
    return shell("COLUMNS=300 '" TIENDO_PROGRAM "' plan show '" + file + "' --lang vi").out;
  };
  const auto months = shown("trước ngày 20 hằng tháng");
  CHECK(contains(months, "Nhiệm vụ (12)"));
  CHECK(contains(months, "trước ngày 20 hằng tháng  01/02/2025 - 19/02/2025"));
  const auto daily = shown("hằng ngày");
  CHECK(contains(daily, "Nhiệm vụ (1)"));
  // As printed, and as understood.
  CHECK(daily.find("hằng ngày") != daily.rfind("hằng ngày"));
}

TEST_CASE("parts, targets as printed and ties to other plans are shown") {
  const TempFolder folder;
  const auto file = folder.file(
      "p.yaml",
      head.substr(0, head.find("tasks:")) +
          "fulfils: [ { campaign: khac, task: le-hoi } ]\n"
          "settings: { anchors: { ngày khai mạc: 2025-04-20 } }\n"
          "targets:\n"
          "  a: { title: Hộ thoát nghèo, unit: hộ, plan: 1500 }\n"
          "  b: { title: Doanh thu, unit: tỷ đồng, plan: tăng 10 %, base: { value: 812.5, of: năm "
          "2024 } }\n"
          "tasks:\n"
          "  t:\n"
          "    title: Lễ hội\n"
          "    lead: nv\n"
          "    after: [ { campaign: khac, task: coopstar } ]\n"
          "    parts: [ { id: p, title: Gian hàng } ]\n");
  const auto shown =
      shell("COLUMNS=300 '" TIENDO_PROGRAM "' plan show '" + file + "' --lang vi").out;
  for (const char* part : {"Thực hiện nhiệm vụ của đợt khác: khac/le-hoi", "t chờ: khac/coopstar",
                           "ngày khai mạc: 20/04/2025", "↳ Gian hàng", "1.500 hộ",
                           "tăng 10 % (năm 2024: 812,5 tỷ đồng)"}) {
    CHECK(contains(shown, part));
  }
}

}  // namespace tiendo::test
