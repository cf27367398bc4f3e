// The campaign of document 001, worked from the command line.
#include <algorithm>

#include "cli/tiendo.hpp"

namespace tiendo::test {
namespace {

/// A step of the year: when, what, and what it has to come to.
struct Step {
  const char* at;
  std::string command;
  const char* outcome = "accepted";
};

void play(const Rehearsal& rehearsal, const std::vector<Step>& steps) {
  for (const auto& step : steps) {
    INFO(step.at << " " << step.command);
    const auto run = rehearsal.at(step.at, step.command);
    CHECK(outcome(run) == step.outcome);
    CHECK(run.exit == (std::string{step.outcome} == "accepted" ? 0 : 1));
  }
}

std::string due_of(const json::object& task) {
  return task.at("due").is_null() ? "" : std::string{task.at("due").as_string()};
}

/// From the detailed plan to the acceptance of a task, an extension on the way.
const std::vector<Step> year{
    {"2024-11-11T08:00",
     "task assign ra-soat-htx --lead nghiep-vu --coordinating cac-huyen --coordinating "
     "'van-phong=kinh phí' --as lan"},
    {"2024-11-20T08:00", "task begin-plan ra-soat-htx --as an"},
    {"2024-11-25T08:00", "task submit-plan ra-soat-htx 12/TTr-NVKT --as an"},
    {"2024-11-26T08:00", "task approve-plan ra-soat-htx 250/KH-LMHTX --as an", "not_permitted"},
    {"2024-11-26T09:00", "task return-plan ra-soat-htx --reason 'thiếu dự toán' --as binh"},
    {"2024-11-27T08:00", "task submit-plan ra-soat-htx 13/TTr-NVKT --as an"},
    {"2024-11-28T08:00", "task approve-plan ra-soat-htx 250/KH-LMHTX --as binh"},
    {"2025-01-15T08:00", "task progress ra-soat-htx 40 --text 'đã rà soát 210 HTX' --as an"},
    {"2025-02-20T08:00",
     "task ask-extension ra-soat-htx 10/4/2025 --reason 'huyện gửi chậm' --as an"},
    {"2025-02-21T08:00", "task grant-extension ra-soat-htx --as binh"},
};

}  // namespace

TEST_CASE("a task goes its way, and everybody does only what is his") {
  const Rehearsal rehearsal;
  const auto before = rehearsal.task("ra-soat-htx");
  const auto first_due = due_of(before);
  REQUIRE_FALSE(first_due.empty());
  play(rehearsal, year);
  const auto task = rehearsal.task("ra-soat-htx");
  CHECK(task.at("state") == "in_progress");
  CHECK(task.at("due") == "2025-04-10");
  CHECK(task.at("first_due").as_string() == first_due);
  CHECK(task.at("extensions") == 1);
  CHECK(task.at("percent") == 40);
  CHECK(task.at("plan_document") == "250/KH-LMHTX");

  SECTION("as of a day before the extension it is as it was then") {
    CHECK(due_of(rehearsal.task("ra-soat-htx", "--as-of 2025-02-20")) == first_due);
    CHECK(due_of(rehearsal.task("ra-soat-htx", "--as-of 2025-02-21")) == "2025-04-10");
    CHECK(rehearsal.state_of("ra-soat-htx", "--as-of 2024-11-25") == "plan_submitted");
    CHECK(rehearsal.run("campaign list --as-of 2024-11-07").document().at("campaigns") ==
          json::array{});
  }
  SECTION("the history says who did what") {
    std::vector<std::string> told;
    for (const auto& entry : task.at("history").as_array()) {
      if (!entry.at("actor").is_null()) {
        told.emplace_back(std::string{entry.at("actor").as_string()} + " " +
                          std::string{entry.at("type").as_string()});
      }
    }
    CHECK(std::ranges::count(told, "binh plan_returned") == 1);
    CHECK(told.back() == "binh extension_granted");
  }
}

TEST_CASE("a task that is not ready on its first day is late to start, and does not begin") {
  const Rehearsal rehearsal;
  REQUIRE(rehearsal.at("2025-01-01T08:00", "catch-up").exit == 0);
  const auto inbox = rehearsal.run("inbox --unit nghiep-vu --lang en").document();
  std::size_t late = 0;
  for (const auto& notice : inbox.at("notices").as_array()) {
    const std::string text{notice.at("text").as_string()};
    CHECK_FALSE(text.starts_with("Begins"));
    late += text.starts_with("Late to start") ? 1 : 0;
  }
  CHECK(late > 0);
}

TEST_CASE("what was accepted may be reopened, and both days keep their own truth") {
  const Rehearsal rehearsal;
  play(rehearsal, year);
  CHECK(outcome(rehearsal.at("2025-03-03T08:00", "task report ra-soat-htx 31/BC --as an")) ==
        "procedure_not_finished");
  const auto wrong_step = errors_of("task step ra-soat-htx synthesised --as an --lang en --data '" +
                                    rehearsal.data + "'");
  CHECK(wrong_step.out.find("it waits for: forms-sent") != std::string::npos);
  for (const auto* step :
       {"forms-sent", "reports-received", "visits-made", "synthesised", "proposal-sent"}) {
    INFO(step);
    std::vector<std::string> shown;
    const auto task = rehearsal.task("ra-soat-htx");
    for (const auto& waiting : task.at("steps").as_array()) {
      shown.emplace_back(waiting.at("step").as_string());
    }
    CHECK(std::ranges::find(shown, step) != shown.end());
    play(rehearsal,
         {{"2025-03-04T08:00", "task step ra-soat-htx " + std::string{step} + " --as an"}});
  }
  CHECK(outcome(rehearsal.run("task step ra-soat-htx forms-sent --as an")) == "step_not_possible");
  play(rehearsal, {{"2025-03-10T08:00", "task report ra-soat-htx 31/BC-NVKT --as an"},
                   {"2025-03-12T08:00", "task accept ra-soat-htx --as hoa", "not_permitted"},
                   {"2025-03-12T09:00", "task accept ra-soat-htx --as binh"},
                   {"2025-03-13T09:00", "task progress ra-soat-htx 50 --as an", "wrong_state"},
                   {"2025-03-20T09:00", "task reopen ra-soat-htx --reason 'sót 2 xã' --as binh"}});
  CHECK(rehearsal.state_of("ra-soat-htx") == "in_progress");
  CHECK(rehearsal.state_of("ra-soat-htx", "--as-of 2025-03-19") == "accepted");
  CHECK(rehearsal.state_of("ra-soat-htx", "--as-of 2025-03-20") == "in_progress");
  CHECK(rehearsal.task("ra-soat-htx", "--as-of 2025-03-19").at("time").at("status") ==
        "done_in_time");
}

TEST_CASE("the office enters what another did, with the document that shows it") {
  const Rehearsal rehearsal;
  const std::string submit = "task submit-plan coopstar 7/TTr";
  CHECK(outcome(rehearsal.at("2024-11-20T08:00", submit + " --as lan")) == "not_permitted");
  CHECK(outcome(rehearsal.at(
            "2024-11-20T08:00",
            submit + " --as lan --on-behalf-of 'Hoàng Thị Hoa' --document 7/TTr")) == "accepted");
  const auto history = rehearsal.task("coopstar").at("history").as_array();
  CHECK(history.back().at("on_behalf_of") == "Hoàng Thị Hoa");
  CHECK(history.back().at("document") == "7/TTr");
  CHECK(rehearsal.run(submit + " --as lan --on-behalf-of 'Hoa'").exit == 2);
}

TEST_CASE("files are attached once, and checked with the journal") {
  const Rehearsal rehearsal;
  const auto report = rehearsal.folder.file("báo cáo.pdf", "%PDF-1.4 nothing");
  CHECK(outcome(rehearsal.run("task attach coopstar '" + report + "' --text 'dự thảo' --as an")) ==
        "accepted");
  CHECK(rehearsal.run("task attach coopstar '" + report + "' --as an").exit == 1);
  CHECK(rehearsal.run("task attach coopstar no-such-file.pdf --as an").exit == 3);
  const auto evidence = rehearsal.task("coopstar").at("evidence").as_array();
  REQUIRE(evidence.size() == 1);
  CHECK(evidence[0].at("name") == "báo cáo.pdf");
  CHECK(evidence[0].at("media_type") == "application/pdf");
  CHECK(evidence[0].at("size") == 16);
  CHECK(rehearsal.run("journal verify").exit == 0);
  const std::string hash{evidence[0].at("hash").as_string()};
  std::ofstream{rehearsal.data + "/evidence/" + hash.substr(0, 2) + "/" + hash} << "other";
  CHECK(rehearsal.run("journal verify").exit == 3);
}

TEST_CASE("tasks are listed by unit, standing and state") {
  const Rehearsal rehearsal;
  const auto size = [&](const std::string& filter) {
    return rehearsal.run("task list " + filter).document().at("tasks").as_array().size();
  };
  CHECK(size("") == 23);
  CHECK(size("--unit quy") > 0);
  CHECK(size("--unit quy") < size(""));
  CHECK(size("--state announced") + size("--state ready") + size("--state planned") == 23);
  CHECK(size("--status overdue") == 0);
  CHECK(size("--status overdue --as-of 2025-06-30") > 0);
  CHECK(rehearsal.run("task list --status late").exit == 2);
  CHECK(rehearsal.run("task list --state done").exit == 2);
  CHECK(rehearsal.run("task list --unit nobody").exit == 2);
  CHECK(rehearsal.run("task list --campaign other").exit == 1);
}

TEST_CASE("what the machine tells is in the inbox") {
  const Rehearsal rehearsal;
  const auto count = [&](const std::string& unit) {
    return rehearsal.run("inbox" + unit).document().at("notices").as_array().size();
  };
  const auto announced = count("");
  CHECK(announced > 0);
  CHECK(count(" --unit nghiep-vu") < announced);
  REQUIRE(rehearsal.at("2025-01-02T09:00", "catch-up").exit == 0);
  CHECK(count("") > announced);
  CHECK(count(" --as-of 2024-11-08") == announced);
}

TEST_CASE("a campaign is suspended, goes on, is not closed with open tasks, and is cancelled") {
  const Rehearsal rehearsal;
  play(rehearsal,
       {{"2024-11-20T08:00", "campaign suspend --reason 'chờ sáp nhập' --as binh"},
        {"2024-11-20T09:00", "task begin-plan coopstar --as an", "wrong_state"},
        {"2024-11-21T08:00", "campaign resume --as lan"},
        {"2024-11-21T09:00", "campaign close --as lan", "tasks_open"},
        {"2024-11-22T08:00", "campaign cancel --reason 'thay kế hoạch' --as lan", "not_permitted"},
        {"2024-11-22T09:00", "campaign cancel --reason 'thay kế hoạch' --as binh"}});
  const auto campaign = rehearsal.run("campaign show --history").document();
  CHECK(campaign.at("state") == "cancelled");
  CHECK(campaign.at("history").as_array().back().at("type") == "campaign_cancelled");
  CHECK(rehearsal.run("campaign show --as-of 2024-11-20").document().at("state") == "suspended");
}

}  // namespace tiendo::test
