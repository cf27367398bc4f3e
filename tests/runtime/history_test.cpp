#include "runtime/history.hpp"
#include "runtime/cause_words.hpp"

#include <algorithm>

#include "chart/fixture.hpp"
#include "runtime/history_words.hpp"
#include "runtime/memory_journal.hpp"
#include "runtime/outlook.hpp"
#include "support/world.hpp"

namespace tiendo::test {
namespace {

const model::TaskId a{"a"};

/// A task that is extended on 10 April, reported and accepted on the 22nd, reopened on the 24th.
World worked() {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-03-03", .due = "2025-04-20"}).task({.id = "b"});
  World world{plan};
  world.time("2025-04-08 09:00")
      .does(staff(), model::AskExtension{a, day("2025-04-25"), "chờ kinh phí"});
  world.time("2025-04-10 09:00").does(leader(), model::GrantExtension{a, std::nullopt});
  world.time("2025-04-22 09:00").does(staff(), model::ReportTask{a, "12/BC", "xong"});
  world.time("2025-04-22 15:00").does(leader(), model::AcceptTask{a, ""});
  world.time("2025-04-24 09:00").does(leader(), model::ReopenTask{a, "thiếu biên bản"});
  return world;
}

void fill(runtime::MemoryJournal& journal, const World& world) {
  REQUIRE(journal.append(world.events(), {}).has_value());
}

const model::Task& task_of(const model::State& state) {
  return state.campaigns.at(model::CampaignId{campaign_id}).tasks.front();
}

}  // namespace

TEST_CASE("phases that go on where they stood are told so, and not with nothing behind a colon") {
  model::ChartMoved stayed;
  stayed.stands = std::make_shared<const chart::Snapshot>();
  CHECK(runtime::words_for(model::EventBody{stayed}, nullptr).text.vi ==
        "Các giai đoạn giữ nguyên");
  stayed.task = a;
  CHECK(runtime::words_for(model::EventBody{stayed}, nullptr).text.vi ==
        "Quy trình giữ nguyên bước");
  stayed.entered = {"bieu-quyet"};
  CHECK(runtime::words_for(model::EventBody{stayed}, nullptr).text.vi ==
        "Quy trình chuyển sang: bieu-quyet");
}

TEST_CASE("the history of a task is told in order, by whom, in both languages") {
  const auto world = worked();
  runtime::MemoryJournal journal;
  fill(journal, world);
  const auto entries = runtime::history(journal, {model::CampaignId{campaign_id}, a}).value();
  Lines told;
  for (const auto& entry : entries) {
    CHECK(entry.task == a);
    CHECK_FALSE(entry.text.vi.empty());
    CHECK_FALSE(entry.text.en.empty());
    if (!entry.actor.empty()) {
      told.push_back(entry.actor.str() + ": " + entry.text.vi);
    }
  }
  const auto from = std::ranges::find(told, "an: Xin gia hạn đến 25/04/2025: chờ kinh phí");
  CHECK(Lines(from, told.end()) == Lines{"an: Xin gia hạn đến 25/04/2025: chờ kinh phí",
                                         "binh: Cho gia hạn đến 25/04/2025",
                                         "an: Báo cáo hoàn thành: 12/BC; xong", "binh: Nghiệm thu",
                                         "binh: Mở lại nhiệm vụ: thiếu biên bản"});
  CHECK(std::ranges::is_sorted(entries, {}, &runtime::HistoryEntry::position));
}

TEST_CASE(
    "the history of a task tells of the amendment that moved it, in the words of the new plan") {
  const auto plan = [](const char* due, bool with_b) {
    PlanBuilder made;
    made.task({.id = "a", .start = "2025-03-03", .due = due});
    if (with_b) {
      made.task({.id = "b"});
    }
    return made;
  };
  World world{plan("2025-04-20", false)};
  world.time("2025-04-01 09:00")
      .does(office(),
            model::AmendPlan{
                plan("2025-04-30", true).build(), {}, {"50/KH", {}, {}, {}}, "thêm việc", {}});
  runtime::MemoryJournal journal;
  fill(journal, world);
  const auto history_of = [&](const model::TaskId& task) {
    return runtime::history(journal, {model::CampaignId{campaign_id}, task}).value();
  };
  CHECK(history_of(a).back().text.vi == "Điều chỉnh kế hoạch: 50/KH; thêm việc");
  CHECK(history_of(model::TaskId{"b"}).front().type == "announced");
}

TEST_CASE("a step is told by what it leads to, as it was offered") {
  PlanBuilder plan;
  plan.kind(
      "conference",
      {chart::state("preparing", {chart::on("invited", {"waiting"}),
                                  chart::on("moved", {"preparing"}), chart::on("held", {"done"})}),
       chart::state("waiting", {chart::on("held", {"ending"})}),
       chart::state("ending", {chart::on("signed", {"done"})}), chart::final_state("done")});
  plan.plan().kinds.at(model::KindId{"conference"}).state_titles = {{"waiting", "Đã mời"}};
  plan.task({.id = "a", .start = "2025-04-01", .due = "2025-06-20", .kind = "conference"});
  World world{plan};
  world.time("2025-04-08 09:00");
  for (const auto* step : {"moved", "invited", "held", "signed"}) {
    world.does(staff(), model::PerformStep{a, step});
  }
  runtime::MemoryJournal journal;
  fill(journal, world);
  Lines told;
  for (const auto& entry : runtime::history(journal, {model::CampaignId{campaign_id}, a}).value()) {
    if (entry.type == "step") {
      told.push_back(entry.text.vi);
    }
  }
  // `held` leads elsewhere from `preparing`; states without a title are called by their id.
  CHECK(told == Lines{"Chuyển sang bước: preparing", "Chuyển sang bước: Đã mời",
                      "Chuyển sang bước: ending", "Chuyển sang bước: done"});
}

TEST_CASE("a step is told once, with where the procedure went by itself after it") {
  PlanBuilder plan;
  plan.kind("review",
            {chart::compound("survey",
                             {chart::state("awaited", {chart::on("received", {"complete"})}),
                              chart::final_state("complete")},
                             {chart::on("done.state.survey", {"synthesis"})}),
             chart::state("synthesis", {chart::on("sent", {"done"})}), chart::final_state("done")});
  plan.task({.id = "a", .start = "2025-04-01", .due = "2025-06-20", .kind = "review"});
  World world{plan};
  world.time("2025-04-08 09:00");
  world.does(staff(), model::PerformStep{a, "received"});
  world.does(staff(), model::PerformStep{a, "sent"});
  runtime::MemoryJournal journal;
  fill(journal, world);
  Lines told;
  for (const auto& entry : runtime::history(journal, {model::CampaignId{campaign_id}, a}).value()) {
    if (entry.type == "step" || entry.type == "procedure") {
      told.push_back(entry.text.vi);
    }
  }
  CHECK(told == Lines{"Quy trình chuyển sang: survey; awaited (tự động, sau khi bắt đầu thực hiện)",
                      "Chuyển sang bước: complete → synthesis", "Chuyển sang bước: done"});
}

TEST_CASE("why a chart went on by itself is said, with the task that it waited for") {
  PlanBuilder plan;
  plan.task({.id = "a"});
  plan.plan().tasks.front().title = "Rà soát";
  const auto built = plan.build();
  const auto accepted = runtime::cause_words("task.a.accepted", built.get());
  CHECK(accepted.vi == "tự động, sau khi nghiệm thu “Rà soát”");
  CHECK(accepted.en == "by itself, once 'Rà soát' was accepted");
  CHECK(runtime::cause_words("task.gone.cancelled", built.get()).vi ==
        "tự động, sau khi hủy “gone”");
  CHECK(runtime::cause_words("started", nullptr).en == "by itself, once started");
  for (const auto* goes_without_saying : {"time", "issued", "amended", "invited"}) {
    CHECK(runtime::cause_words(goes_without_saying, nullptr).vi.empty());
  }
}

TEST_CASE("a history asked for with notices says who was told") {
  const auto world = worked();
  runtime::MemoryJournal journal;
  fill(journal, world);
  const auto count = [&](bool notices) {
    const auto entries =
        runtime::history(journal, {model::CampaignId{campaign_id}, a, std::nullopt, notices})
            .value();
    return std::ranges::count(entries, "notice", &runtime::HistoryEntry::type);
  };
  CHECK(count(false) == 0);
  CHECK(count(true) > 0);
}

TEST_CASE("the state of a day has what happened before its midnight and nothing after") {
  const auto world = worked();
  runtime::MemoryJournal journal;
  fill(journal, world);
  const auto as_of = [&](std::string_view text) {
    return runtime::state_before(journal, end_of(day(text))).value();
  };
  CHECK(task_of(as_of("2025-04-09")).due == day("2025-04-20"));
  CHECK(task_of(as_of("2025-04-10")).due == day("2025-04-25"));
  CHECK(task_of(as_of("2025-04-21")).state == model::TaskState::in_progress);
  CHECK(task_of(as_of("2025-04-22")).state == model::TaskState::accepted);
  CHECK(task_of(as_of("2025-04-23")).state == model::TaskState::accepted);
  CHECK(task_of(as_of("2025-04-24")).state == model::TaskState::in_progress);
  CHECK(dump(as_of("2025-12-31")) == dump(world.state()));
  CHECK(as_of("2025-01-01").campaigns.empty());
}

TEST_CASE("a history before an instant ends there") {
  const auto world = worked();
  runtime::MemoryJournal journal;
  fill(journal, world);
  const auto entries =
      runtime::history(journal, {model::CampaignId{campaign_id}, a, end_of(day("2025-04-10"))})
          .value();
  REQUIRE_FALSE(entries.empty());
  CHECK(entries.back().type == "extension_granted");
}

TEST_CASE("an outlook says what the clock would do, and does nothing") {
  const auto world = worked();
  runtime::MemoryJournal journal;
  fill(journal, world);
  const auto size = journal.events().size();
  const auto ahead = runtime::outlook(journal, at("2025-05-20"), 3).value();
  CHECK(journal.events().size() == size);
  CHECK(ahead.events.size() == 3);
  CHECK(ahead.total > 3);
  for (const auto& event : ahead.events) {
    CHECK(event.actor.empty());
    CHECK(event.at > at("2025-04-24 09:00"));
  }
  CHECK(runtime::outlook(journal, at("2025-04-24 09:00"), 3).value().total == 0);
}

}  // namespace tiendo::test
