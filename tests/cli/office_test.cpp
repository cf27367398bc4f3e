// People, units and days off from the command line.
#include "cli/tiendo.hpp"

namespace tiendo::test {
namespace {

std::vector<std::string> users(const Rehearsal& rehearsal) {
  std::vector<std::string> ids;
  const auto list = rehearsal.run("user list").document();
  for (const auto& user : list.at("users").as_array()) {
    ids.emplace_back(user.at("user").as_string());
  }
  return ids;
}

}  // namespace

TEST_CASE("people are imported once, with their addresses beside the journal") {
  const Rehearsal rehearsal;
  CHECK(users(rehearsal) == std::vector<std::string>{"an", "binh", "hoa", "lan"});
  const auto again = rehearsal.run("user import '" + (rehearsal.folder / "people.csv") + "'");
  CHECK(again.exit == 0);
  CHECK(again.document().at("changes") == 0);
  CHECK(again.document().at("contacts") == 0);
  CHECK(rehearsal.run("user show hoa").document().at("email") == "hoa@example.vn");
  CHECK(rehearsal.run("journal export").out.find("example.vn") == std::string::npos);
}

TEST_CASE("a table with one wrong line brings nobody, and every error is told") {
  const Rehearsal rehearsal;
  const auto table = rehearsal.folder.file("wrong.csv",
                                           "user,name,role,unit\n"
                                           "chi,Chi,staff,nghiep-vu\n"
                                           "dung,Dũng,staff,no-unit\n"
                                           "em,Em,boss,\n");
  const auto run = rehearsal.run("user import '" + table + "'");
  CHECK(run.exit == 2);
  const auto findings = run.document().at("findings").as_array();
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].at("line") == 3);
  CHECK(findings[1].at("line") == 4);
  CHECK(users(rehearsal).size() == 4);
  CHECK(rehearsal.run("user import '" + table + "' --dry-run").exit == 2);
}

TEST_CASE("a dry run says what would change and changes nothing") {
  const Rehearsal rehearsal;
  const auto table =
      rehearsal.folder.file("more.csv", "user,name,role,unit\nchi,Chi,staff,nghiep-vu\n");
  const auto run = rehearsal.run("user import '" + table + "' --dry-run");
  CHECK(run.exit == 0);
  CHECK(run.document().at("changes") == 1);
  CHECK(users(rehearsal).size() == 4);
  CHECK(rehearsal.run("user import '" + table + "' --as an").exit == 1);
  CHECK(users(rehearsal).size() == 4);
}

TEST_CASE("posts begin and end, and rights with them") {
  const Rehearsal rehearsal;
  CHECK(outcome(rehearsal.run("user add chi --name 'Chi' --role 'chuyên viên' --unit nghiep-vu "
                              "--from 2024-12-01")) == "accepted");
  CHECK(outcome(rehearsal.at("2024-11-20T08:00", "task begin-plan coopstar --as chi")) ==
        "not_permitted");
  CHECK(outcome(rehearsal.at("2024-12-02T08:00", "task begin-plan coopstar --as chi")) ==
        "accepted");
  CHECK(outcome(rehearsal.run("user end-post chi --role staff --unit nghiep-vu "
                              "--until 2024-12-31")) == "accepted");
  CHECK(outcome(rehearsal.at("2025-01-02T08:00", "task comment coopstar x --as chi")) ==
        "not_permitted");
  CHECK(outcome(rehearsal.run("user post chi --role head --unit quy")) == "accepted");
  CHECK(outcome(rehearsal.run("user rename chi 'Phạm Thị Chi'")) == "accepted");
  CHECK(rehearsal.run("user show chi").document().at("name") == "Phạm Thị Chi");
  CHECK(outcome(rehearsal.run("user rename chi 'Ai' --as an")) == "not_permitted");
  CHECK(rehearsal.run("user add x --name X --role boss").exit == 2);
}

TEST_CASE("an address is erased for good, by whoever may") {
  const Rehearsal rehearsal;
  REQUIRE(rehearsal.run("user contact an --email an@example.vn").exit == 0);
  CHECK(rehearsal.run("user contact an --email nonsense").exit == 2);
  CHECK(rehearsal.run("user contact nobody --email a@example.vn").exit == 1);
  CHECK(rehearsal.run("user erase an --as lan").exit == 1);
  CHECK(rehearsal.run("user show an").document().at("email") == "an@example.vn");
  REQUIRE(rehearsal.run("user erase an").exit == 0);
  CHECK(rehearsal.run("user show an").document().at("email").is_null());
}

TEST_CASE("a first password is made and printed, or read, by whoever may") {
  const Rehearsal rehearsal;
  const auto made = rehearsal.run("user password an");
  REQUIRE(made.exit == 0);
  CHECK(made.document().at("password").as_string().size() == 19);
  CHECK(rehearsal.run("user password nobody").exit == 1);
  CHECK(rehearsal.run("user password an --as lan").exit == 1);
  const auto given = [&](const std::string& input) {
    return tiendo("user password an --stdin --json --data '" + rehearsal.data + "'", input);
  };
  CHECK(given("").exit == 2);
  CHECK(given("ngắn").exit == 2);
  const auto read = given("chiều nay trời mưa\\n");
  REQUIRE(read.exit == 0);
  CHECK(!read.document().contains("password"));
}

TEST_CASE("the plan brings its units, others are added and imported") {
  const Rehearsal rehearsal;
  const auto count = [&] {
    return rehearsal.run("unit list").document().at("units").as_array().size();
  };
  CHECK(count() == 7);
  CHECK(outcome(rehearsal.run("unit add so-nn --name 'Sở Nông nghiệp' --external")) == "accepted");
  const auto table = rehearsal.folder.file(
      "units.csv", "mã;tên;ngoài cơ quan\nso-nn;Sở Nông nghiệp;có\nso-tc;Sở Tài chính;có\n");
  CHECK(rehearsal.run("unit import '" + table + "'").document().at("changes") == 1);
  CHECK(count() == 9);
  CHECK(rehearsal.run("unit add 'a b' --name x").exit == 2);
}

TEST_CASE("the first writer brings the days off that the program knows; others are set") {
  const Rehearsal rehearsal;
  const auto years = rehearsal.run("holiday list").document().at("years").as_array();
  REQUIRE(years.size() == 6);
  CHECK(years[0].at("year") == 2021);
  const auto file = rehearsal.folder.file("h.yaml",
                                          "schema: tiendo/holidays/1\nyears:\n  \"2027\":\n    "
                                          "notice: \"1/TB\"\n    days_off: [ 2027-01-01 ]\n");
  CHECK(outcome(rehearsal.run("holiday set '" + file + "' --as lan")) == "accepted");
  CHECK(rehearsal.run("holiday list").document().at("years").as_array().size() == 7);
  CHECK(rehearsal.run("holiday set tools/test").exit == 2);
}

TEST_CASE("the plan brings hours and ladders of its organisation; a file changes them") {
  const Rehearsal rehearsal;
  const auto office = [&] { return rehearsal.run("office show").document(); };
  CHECK(office().at("hours") == "07:30 - 17:00");
  REQUIRE(office().at("ladders").as_array().size() == 1);
  const auto file = rehearsal.folder.file(
      "o.yaml",
      "schema: tiendo/organisation/1\nid: yb\nname: Liên minh HTX\nunits:\n"
      "  van-phong: { name: Văn phòng, short: VP }\noffice_hours: { opens: \"08:00\" }\n"
      "ladders: { default: { before: [ 7, 1 ] }, gap: { before: [ 2, 1, 0 ] } }\n");
  CHECK(outcome(rehearsal.run("office set '" + file + "' --as an")) == "not_permitted");
  const auto set = rehearsal.run("office set '" + file + "' --as lan");
  CHECK(outcome(set) == "accepted");
  CHECK(set.document().at("changes") == 4);
  CHECK(office().at("name") == "Liên minh HTX");
  CHECK(office().at("hours") == "08:00 - 17:00");
  CHECK(office().at("ladders").at(0).at("before").as_array() == json::array{7, 1});
  CHECK(rehearsal.run("office set '" + file + "'").document().at("changes") == 0);
  CHECK(rehearsal.run("office set tools/test").exit == 2);
  const auto warning = errors_of(
      "--lang en campaign issue workflows/thang-hanh-dong-htx-2025.yaml "
      "--id lan-hai --data '" +
      rehearsal.data + "'");
  CHECK(warning.out.find("the office's ladder 'default' is not that of the plan") !=
        std::string::npos);
}

}  // namespace tiendo::test
