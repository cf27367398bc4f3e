// The data folder as commands find it: who may use it, and what stops them.
#include <thread>
#include <vector>

#include "cli/tiendo.hpp"

namespace tiendo::test {
namespace {

const std::string plan = "workflows/thang-hanh-dong-htx-2025.yaml";

}  // namespace

TEST_CASE("exit codes of commands on a folder") {
  const TempFolder folder;
  const std::string data = " --data '" + (folder / "data") + "'";
  CHECK(shell("env -u TIENDO_DATA '" TIENDO_PROGRAM "' task list 2>/dev/null").exit == 2);
  CHECK(tiendo("task list" + data).exit == 3);
  CHECK(tiendo("task accept coopstar" + data).exit == 3);
  CHECK(tiendo("task list --as-of yesterday" + data).exit == 2);
  CHECK(tiendo("campaign issue no-such-file.yaml" + data).exit == 3);
  CHECK(tiendo("campaign issue - " + data, "schema: tiendo/plan/1").exit == 2);
  CHECK_FALSE(std::filesystem::exists(folder / "data"));
  CHECK(tiendo("campaign issue " + plan + " --id 'a b'" + data).exit == 2);
  CHECK(tiendo("campaign issue " + plan + data).exit == 0);
  CHECK(tiendo("campaign issue " + plan + data).exit == 1);
  CHECK(tiendo("task show no-such-task" + data).exit == 1);
  CHECK(tiendo("task accept no-such-task" + data).exit == 1);
  CHECK(tiendo("task accept coopstar --as nobody" + data).exit == 1);
  CHECK(tiendo("task fix-dates coopstar tomorrow" + data).exit == 2);
  CHECK(tiendo("task progress coopstar half" + data).exit == 2);
  CHECK(shell("TIENDO_DATA='" + (folder / "data") + "' '" TIENDO_PROGRAM "' task list").exit == 0);
}

TEST_CASE("an error under --json is one document on standard output") {
  const TempFolder folder;
  for (const auto* command : {"task list", "campaign issue no-such-file.yaml", "journal verify",
                              "backup x", "task attach a b", "user show an"}) {
    INFO(command);
    const auto run = tiendo(std::string{command} + " --json --data '" + (folder / "none") + "'");
    CHECK(run.exit == 3);
    CHECK(run.document().contains("error"));
  }
}

TEST_CASE("the first writer says that it made the folder, for its owner alone") {
  const TempFolder folder;
  const auto said =
      errors_of("campaign issue " + plan + " --lang en --data '" + (folder / "data") + "'");
  CHECK(said.exit == 0);
  CHECK(said.out.find("made the data folder") != std::string::npos);
  const auto mode = std::filesystem::status(folder / "data").permissions();
  CHECK(mode == std::filesystem::perms::owner_all);
}

TEST_CASE("without --as the owner of the folder acts, and the record says so") {
  const TempFolder folder;
  const std::string data = " --data '" + (folder / "data") + "' --json";
  REQUIRE(tiendo("campaign issue " + plan + data).exit == 0);
  const auto rows = tiendo("journal export" + data).out;
  std::size_t issued = 0;
  for (std::size_t from = 0; from < rows.size();) {
    const auto end = rows.find('\n', from);
    const auto row = json::parse(rows.substr(from, end - from)).as_object();
    from = end + 1;
    if (row.at("type") == "CampaignIssued") {
      ++issued;
      CHECK(row.at("actor").as_string().starts_with("owner:"));
    }
  }
  CHECK(issued == 1);
}

TEST_CASE("the clock may be set in a rehearsal only") {
  const TempFolder folder;
  const std::string data = " --data '" + (folder / "data") + "' --json";
  const std::string clock = " --clock 2024-11-08T08:00:00+07:00";
  CHECK(tiendo("campaign issue " + plan + data + clock).exit == 2);
  CHECK_FALSE(std::filesystem::exists(folder / "data"));
  REQUIRE(tiendo("campaign issue " + plan + data).exit == 0);
  const auto refused = tiendo("catch-up" + data + clock);
  CHECK(refused.exit == 2);
  CHECK(refused.document().at("code") == "not_a_rehearsal");
  CHECK(tiendo("task list" + data + clock).exit == 2);
  CHECK(tiendo("catch-up --rehearsal" + data).exit == 2);
  CHECK(tiendo("catch-up --clock noon" + data).exit == 2);
}

TEST_CASE("the clock of a rehearsal stands where it was left, and does not go back") {
  const Rehearsal rehearsal;
  REQUIRE(rehearsal.at("2024-12-01T08:00", "task comment coopstar một --as an").exit == 0);
  REQUIRE(rehearsal.run("task comment coopstar hai --as an").exit == 0);
  REQUIRE(rehearsal.at("2024-11-15T08:00", "task comment coopstar ba --as an").exit == 0);
  const auto history = rehearsal.task("coopstar").at("history").as_array();
  for (std::size_t i = history.size() - 3; i < history.size(); ++i) {
    CHECK(history[i].at("at") == "2024-12-01T08:00:00+07:00");
  }
}

TEST_CASE("after sixty days of silence somebody has to look first") {
  const Rehearsal rehearsal;
  const auto before = rehearsal.events();
  const std::string late = "2025-02-20T08:00";
  const auto asked = rehearsal.at(late, "task comment coopstar xin-chào --as an");
  CHECK(asked.exit == 1);
  CHECK(asked.document().at("code") == "after_absence");
  CHECK(asked.document().at("would_fire").as_array().size() > 0);
  CHECK(rehearsal.events() == before);
  CHECK(rehearsal.at(late, "task comment coopstar xin-chào --as an --after-absence").exit == 0);
  CHECK(rehearsal.events() > before);
}

TEST_CASE("a command under one key is done once, and another one under it is refused") {
  const Rehearsal rehearsal;
  const std::string comment = "task comment coopstar 'một lần' --as an --idempotency-key k1";
  CHECK(outcome(rehearsal.run(comment)) == "accepted");
  const auto events = rehearsal.events();
  CHECK(outcome(rehearsal.run(comment)) == "accepted");
  CHECK(rehearsal.events() == events);
  CHECK(outcome(rehearsal.run("task comment coopstar khác --as an --idempotency-key k1")) ==
        "key_reused");
  CHECK(outcome(rehearsal.run("task comment coopstar 'một lần' --as hoa --idempotency-key k1")) ==
        "accepted");

  // A refusal is kept as well.
  const std::string accept = "task accept coopstar --as binh --idempotency-key k2";
  CHECK(outcome(rehearsal.run(accept)) == "wrong_state");
  CHECK(outcome(rehearsal.run(accept)) == "wrong_state");
}

TEST_CASE("two writers at once wait for each other, and neither is lost") {
  const Rehearsal rehearsal;
  std::vector<std::thread> writers;
  std::array<int, 6> exits{};
  for (std::size_t i = 0; i < exits.size(); ++i) {
    writers.emplace_back([&, i] {
      exits[i] =
          std::system(("'" TIENDO_PROGRAM "' task comment coopstar 'lời " + std::to_string(i) +
                       "' --as an --data '" + rehearsal.data + "' >/dev/null 2>&1")
                          .c_str());
    });
  }
  for (auto& writer : writers) {
    writer.join();
  }
  CHECK(exits == std::array<int, 6>{});
  std::size_t comments = 0;
  const auto task = rehearsal.task("coopstar");
  for (const auto& entry : task.at("history").as_array()) {
    comments += entry.at("type") == "commented" ? 1 : 0;
  }
  CHECK(comments == 6);
  CHECK(rehearsal.run("journal verify").exit == 0);
}

TEST_CASE("a backup is restored, and the copy says the same") {
  const Rehearsal rehearsal;
  const auto file = rehearsal.folder / "backup";
  REQUIRE(rehearsal.run("backup '" + file + "'").exit == 0);
  CHECK(rehearsal.run("backup '" + file + "'").exit == 3);
  const auto copy = rehearsal.folder / "copy";
  REQUIRE(tiendo("restore '" + file + "' --data '" + copy + "'").exit == 0);
  CHECK(tiendo("restore '" + file + "' --data '" + copy + "'").exit == 3);
  const auto heads = rehearsal.run("journal heads").out;
  CHECK(tiendo("journal heads --json --data '" + copy + "'").out == heads);
  CHECK(tiendo("user show hoa --json --data '" + copy + "'").document().at("email") ==
        "hoa@example.vn");
}

TEST_CASE("a backup without evidence that is gone says so and replaces none that has it") {
  const Rehearsal rehearsal;
  const auto report = rehearsal.folder.file("report.pdf", "báo cáo");
  REQUIRE(rehearsal.run("task attach coopstar '" + report + "' --as an").exit == 0);
  const auto file = rehearsal.folder / "backup";
  REQUIRE(rehearsal.run("backup '" + file + "'").exit == 0);
  std::filesystem::remove_all(rehearsal.data + "/evidence");
  const auto kept = rehearsal.run("backup '" + file + "' --replace");
  CHECK(kept.exit == 3);
  CHECK(kept.document().contains("error"));
  const auto other = rehearsal.folder / "other";
  const auto made = rehearsal.run("backup '" + other + "'");
  CHECK(made.exit == 3);
  CHECK(made.document().at("code") == "evidence_damaged");
  CHECK(made.document().at("events").as_int64() > 0);
  CHECK(made.document().at("missing").as_array().size() == 1);
  const auto missing = [&](const std::string& backup) {
    const auto restored =
        tiendo("restore '" + backup + "' --json --data '" + backup + "-restored'");
    CHECK(restored.exit == 0);
    return restored.document().at("missing").as_array().size();
  };
  CHECK(missing(file) == 0);
  CHECK(missing(other) == 1);
}

TEST_CASE("a backup has a file name") {
  const Rehearsal rehearsal;
  for (const std::string name : {"-", "''"}) {
    CHECK(rehearsal.run("backup " + name).exit == 2);
  }
  CHECK_FALSE(std::filesystem::exists(TIENDO_SOURCE_DIR "/-"));
}

TEST_CASE("a journal that was cut back is found by heads that were kept elsewhere") {
  const Rehearsal rehearsal;
  const auto early = rehearsal.folder / "early";
  REQUIRE(rehearsal.run("backup '" + early + "'").exit == 0);
  REQUIRE(rehearsal.run("task comment coopstar 'sau đó' --as an").exit == 0);
  const auto heads =
      rehearsal.folder.file("heads", tiendo("journal heads --data '" + rehearsal.data + "'").out);
  CHECK(rehearsal.run("journal verify --heads '" + heads + "'").exit == 0);
  const auto copy = rehearsal.folder / "copy";
  REQUIRE(tiendo("restore '" + early + "' --data '" + copy + "'").exit == 0);
  CHECK(tiendo("journal verify --data '" + copy + "'").exit == 0);
  CHECK(tiendo("journal verify --data '" + copy + "' --heads '" + heads + "'").exit == 3);
  CHECK(rehearsal.run("journal verify --heads no-such-file").exit == 3);
  CHECK(rehearsal.run("journal verify --heads tools/test").exit == 2);
  CHECK(rehearsal.run("journal verify --heads /dev/null").exit == 2);
  CHECK(rehearsal.run("journal verify --heads ''").exit != 0);  // an unset variable of a script
}

TEST_CASE("what verify printed may be kept as it is, to compare with") {
  const Rehearsal rehearsal;
  for (const std::string language : {"vi", "en"}) {
    const auto printed =
        tiendo("journal verify --data '" + rehearsal.data + "' --lang " + language);
    REQUIRE(printed.exit == 0);
    const auto kept = rehearsal.folder.file(language, printed.out);
    CHECK(rehearsal.run("journal verify --heads '" + kept + "'").exit == 0);
  }
}

}  // namespace tiendo::test
