// What happens to a campaign and its units, worked from the command line: looked at, then done.
#include <algorithm>

#include "cli/tiendo.hpp"

namespace tiendo::test {
namespace {

constexpr const char* id = "thang-hanh-dong-htx-2025";

/// The plan of the rehearsal as a later version has it: the conference is ten days later, a task is
/// new, and it counts from an anchor.
std::string amended_plan(const Rehearsal& rehearsal) {
  const auto folder = rehearsal.folder / "ke-hoach";
  const auto made =
      shell("mkdir '" + folder + "' && cp -r workflows/organisation workflows/kinds '" + folder +
            "' && sed -e 's/Dự kiến trung tuần tháng 4/Dự kiến hạ tuần tháng 4/' "
            "-e 's/^tasks:$/tasks:\\n  ngay-hoi: { title: Ngày hội, window: trước ngày khai mạc "
            "10 ngày, lead: van-phong }/' workflows/thang-hanh-dong-htx-2025.yaml > '" +
            folder +
            "/moi.yaml' && printf '\\nsettings: { anchors: { ngày khai mạc: 2025-05-20 } "
            "}\\n' >> '" +
            folder + "/moi.yaml'");
  REQUIRE(made.exit == 0);
  return folder + "/moi.yaml";
}

std::string amend(const std::string& file, const std::string& more = "") {
  return std::string{"campaign amend "} + id + " '" + file +
         "' --document 50/KH-LMHTX --date 2025-02-01 --reason 'thiếu kinh phí' --as binh " + more;
}

std::string shown(const Rehearsal& rehearsal, const std::string& arguments) {
  return tiendo(arguments + " --lang en --data '" + rehearsal.data + "'").out;
}

bool moves(const json::object& preview, const std::string& task) {
  return std::ranges::any_of(preview.at("moves").as_array(), [&](const json::value& move) {
    return move.at("task").as_string() == task;
  });
}

}  // namespace

TEST_CASE("an amendment is looked at, made, and told from both sides of its day") {
  const Rehearsal rehearsal;
  const auto file = amended_plan(rehearsal);
  REQUIRE(rehearsal.at("2025-02-03T08:00", "catch-up --after-absence").exit == 0);
  const auto before = rehearsal.events();
  const auto seen = rehearsal.run(amend(file, "--preview")).document();
  CHECK(moves(seen, "hoi-nghi-dien-hinh"));
  CHECK(moves(seen, "ngay-hoi"));
  CHECK_FALSE(moves(seen, "coopstar"));
  CHECK(rehearsal.events() == before);

  const auto table = shown(rehearsal, amend(file, "--preview"));
  const auto added = table.find("Tasks that are added");
  const auto changed = table.find("Tasks that change");
  const auto moved = table.find("Deadlines and reminders that move: ");
  CHECK(added < changed);
  CHECK(changed < moved);
  CHECK(moved != std::string::npos);
  CHECK(table.find("nothing is recorded") != std::string::npos);

  CHECK(outcome(rehearsal.run(amend(file, "--against 1"))) == "accepted");
  CHECK(outcome(rehearsal.run(amend(file, "--against 1"))) == "plan_changed");
  CHECK(rehearsal.run(amend(file, "--map x")).exit == 2);
  const auto campaign = rehearsal.run("campaign show").document();
  CHECK(campaign.at("version") == 2);
  CHECK(campaign.at("amendments").at(0).at("document") == "50/KH-LMHTX");
  CHECK(rehearsal.run("campaign show --as-of 2025-02-02").document().at("version") == 1);
  CHECK(shown(rehearsal, "campaign show").find("50/KH-LMHTX") != std::string::npos);
  CHECK(rehearsal.run("task show ngay-hoi --as-of 2025-02-02").exit == 1);
  CHECK(rehearsal.task("ngay-hoi").at("due") == "2025-05-10");
  CHECK(rehearsal.task("hoi-nghi-dien-hinh", "--as-of 2025-02-02").at("due") == "2025-04-20");

  const std::string anchor = std::string{"campaign set-anchor "} + id + " 'ngày khai mạc' ";
  const auto later = rehearsal.run(anchor + "30/5/2025 --document 9/TB --as lan --preview");
  CHECK(moves(later.document(), "ngay-hoi"));
  CHECK(outcome(rehearsal.run(anchor + "30/5/2025 --document 9/TB --as lan")) == "accepted");
  CHECK(rehearsal.task("ngay-hoi").at("due") == "2025-05-20");
  CHECK(rehearsal.run(anchor + "hôm nào --as lan").exit == 2);
}

TEST_CASE("units are merged on a day, with a word for each task that is not simply handed over") {
  const Rehearsal rehearsal;
  REQUIRE(outcome(rehearsal.at("2024-12-02T08:00", "unit add phong-moi --name 'Phòng mới'")) ==
          "accepted");
  const std::string merge =
      "unit merge nghiep-vu --into phong-moi --on 2025-07-01 --document 1673/NQ --reason 'sáp "
      "nhập tỉnh' ";
  const std::string task = std::string{"--task '"} + id + "/coopstar=";
  const auto before = rehearsal.events();
  const auto seen = rehearsal.run(merge + task + "supersede:theo tỉnh mới' --preview").document();
  std::vector<std::string> types;
  for (const auto& event : seen.at("events").as_array()) {
    types.emplace_back(event.at("type").as_string());
  }
  CHECK(types.front() == "units_merged");
  CHECK(std::ranges::count(types, "transferred") > 3);
  CHECK(std::ranges::count(types, "cancelled") == 1);
  CHECK(rehearsal.events() == before);

  CHECK(rehearsal.run(merge + task + "burn:x'").exit == 2);
  CHECK(rehearsal.run(merge + "--task coopstar=cancel:x").exit == 2);
  CHECK(outcome(rehearsal.run(merge + task + "cancel'")) == "bad_argument");
  CHECK(outcome(rehearsal.run(merge + "--as lan")) == "not_permitted");
  CHECK(outcome(rehearsal.run(merge + task + "supersede:theo tỉnh mới'")) == "accepted");
  REQUIRE(rehearsal.at("2025-07-02T08:00", "catch-up --after-absence").exit == 0);
  const auto lead = [&](const std::string& more) {
    return rehearsal.task("hoi-nghi-dien-hinh", more).at("lead").at(0).at("unit");
  };
  CHECK(lead("") == "phong-moi");
  CHECK(lead("--as-of 2025-06-30") == "nghiep-vu");
  CHECK(rehearsal.state_of("coopstar") == "cancelled");
  CHECK(rehearsal.state_of("coopstar", "--as-of 2025-06-30") != "cancelled");
}

TEST_CASE("a holiday is looked at before it is set") {
  const Rehearsal rehearsal;
  const auto file = rehearsal.folder.file("h.yaml",
                                          "schema: tiendo/holidays/1\nyears:\n  \"2025\":\n    "
                                          "notice: \"1/TB\"\n    days_off: [ 2025-04-17 ]\n");
  const auto before = rehearsal.run("holiday list").out;
  const auto seen = rehearsal.run("holiday set '" + file + "' --as lan --preview").document();
  CHECK(moves(seen, "hoi-nghi-dien-hinh"));
  CHECK(rehearsal.run("holiday list").out == before);
}

TEST_CASE(
    "a campaign is closed before its phases have ended, for a reason that its history keeps") {
  const Rehearsal rehearsal;
  REQUIRE(rehearsal.at("2025-03-03T08:00", "catch-up --after-absence").exit == 0);
  CHECK(rehearsal.run("campaign show").document().at("state") == "running");
  CHECK(outcome(rehearsal.run("campaign close --cancel-open --reason 'sáp nhập tỉnh' --as lan")) ==
        "accepted");
  const auto campaign = rehearsal.run("campaign show --history").document();
  CHECK(campaign.at("state") == "closed");
  const auto& history = campaign.at("history").as_array();
  const auto begun = std::ranges::find_if(
      history, [](const auto& entry) { return entry.at("type") == "closing"; });
  REQUIRE(begun != history.end());
  CHECK(begun->at("text").as_string().find("sáp nhập tỉnh") != std::string::npos);
}

TEST_CASE("a campaign is closed with what is open cancelled, and its report is owed until there") {
  const Rehearsal rehearsal;
  REQUIRE(rehearsal.at("2026-01-02T08:00", "catch-up --after-absence").exit == 0);
  const auto open = rehearsal.run("campaign show").document().at("open").at("tasks");
  CHECK(open == 23);
  CHECK(shown(rehearsal, "campaign show").find("Open: 23 (") != std::string::npos);
  CHECK(outcome(rehearsal.run("campaign close --as lan")) == "tasks_open");
  CHECK(rehearsal.run("campaign close --cancel-open --as lan").exit == 2);
  CHECK(outcome(rehearsal.run("campaign close --cancel-open --reason 'hết năm' --as lan")) ==
        "accepted");
  const auto campaign = rehearsal.run("campaign show").document();
  CHECK(campaign.at("state") == "closed");
  CHECK(campaign.at("report_owed") == true);
  CHECK(shown(rehearsal, "campaign show").find("still owed") != std::string::npos);
}

}  // namespace tiendo::test
