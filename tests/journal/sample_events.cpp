#include "journal/sample_events.hpp"

#include <chrono>
#include <utility>

#include "support/plan.hpp"

namespace tiendo::test {
namespace {

using model::TargetId;
using model::TaskId;
using model::UnitId;
using model::UserId;

const TaskId task{"coopstar"};

model::Unit sample_unit() {
  return {UnitId{"trung-tam"},
          "Trung tâm tư vấn hỗ trợ thành viên",
          "Trung tâm",
          true,
          day("2025-01-01"),
          day("2025-06-30"),
          {UnitId{"van-phong"}, UnitId{"nghiep-vu"}}};
}

calendar::Recurrence sample_recurrence() {
  calendar::Recurrence recurrence;
  recurrence.every = calendar::Frequency::weekly;
  recurrence.interval = 2;
  recurrence.weekday = std::chrono::Saturday;
  recurrence.month = 3;
  recurrence.day = 20;
  recurrence.before = true;
  recurrence.from_time = std::chrono::minutes{450};
  recurrence.until_time = std::chrono::minutes{690};
  return recurrence;
}

calendar::Window sample_window() {
  calendar::Window window;
  window.phrase = "dự kiến trung tuần tháng 4/2025";
  window.start = day("2025-04-11");
  window.end = day("2025-04-20");
  window.due = day("2025-04-20");
  window.due_time = std::chrono::minutes{1020};
  window.planned = day("2025-04-15");
  window.certainty = calendar::Certainty::tentative;
  window.recurrence = sample_recurrence();
  window.peak = DayRange{day("2025-04-14"), day("2025-04-18")};
  window.continuous = true;
  window.resolved = true;
  window.waits = true;
  window.reason = {"chờ Hướng dẫn", "waits for the guideline"};
  window.warning = {"ngày Chủ nhật", "a Sunday"};
  return window;
}

/// Everything that a chart may hold.
chart::Document sample_chart() {
  using namespace chart;
  const Guard both{All{{Guard{In{"draft"}}, Guard{Not{{Guard{External{0}}}}}}}};
  const Guard either{Any{{both, Guard{Constant{false}}, Guard{External{1}}}}};
  const Transition on{.events = {"go", "task.*"},
                      .to = {"review"},
                      .when = either,
                      .actions = {Raise{"moved"}, Send{"late", WorkingDays{5}, "timer"},
                                  Send{"soon", std::chrono::hours{36}}, Cancel{"timer"}},
                      .internal = true};
  State last{.id = "back", .type = StateType::deep_history};
  last.initial = DefaultEntry{{"draft"}, {}, {}};
  State work{.id = "work", .states = {{.id = "draft"}, {.id = "review"}, last}};
  work.initial = DefaultEntry{{"draft"}, {External{0}}, {}};
  work.on = {on, {.events = {"done"}, .to = {"end"}}, {.events = {"again"}, .to = {"back"}}};
  work.entry = {Raise{"begun"}};
  work.exit = {Cancel{"timer"}};
  return {.initial = DefaultEntry{{"work"}, {}, {}},
          .states = {work, {.id = "end", .type = StateType::final}}};
}

model::Procedure sample_procedure() {
  model::Procedure procedure;
  procedure.document = sample_chart();
  procedure.chart = chart::compile(procedure.document).chart.value();
  procedure.conditions = {model::Accepted{{task}}, model::AnyAccepted{{task, TaskId{"dai-hoi"}}},
                          model::Reached{TargetId{"new-coops"}, 79.5},
                          model::At{day("2025-04-01")}};
  procedure.starts = {{{task}}};
  return procedure;
}

model::Organisation sample_organisation() {
  model::Organisation organisation;
  organisation.name = "Liên minh HTX tỉnh Yên Bái";
  organisation.office = UnitId{"van-phong"};
  organisation.units = {{UnitId{"van-phong"}, "Văn phòng", "VP", false, {}, {}, {}}, sample_unit()};
  organisation.hours = {std::chrono::minutes{480}, std::chrono::minutes{1050}};
  model::Ladder silent;
  silent.before.clear();
  silent.overdue_every = 0;
  silent.head_after.reset();
  silent.leaders_after.reset();
  silent.fix_date_before = 0;
  silent.detailed_plan_before.clear();
  organisation.ladders["im-lang"] = silent;
  organisation.settings = {5, 2, model::ReportEvery::month};
  return organisation;
}

model::PlannedTask sample_task() {
  model::PlannedTask planned;
  planned.id = task;
  planned.title = "Bình chọn HTX tiêu biểu, giải thưởng “CoopStar” lần thứ Hai";
  planned.kind = model::KindId{"award"};
  planned.window = sample_window();
  planned.leads = std::vector<model::Part>{{UnitId{"nghiep-vu"}, ""}};
  planned.coordinating = std::vector<model::Part>{{UnitId{"van-phong"}, ""},
                                                  {UnitId{"trung-tam"}, "thiết kế gian hàng"}};
  planned.detailed_plan_owed = true;
  planned.after = std::vector<model::TaskIndex>{1};
  planned.ladder = model::Ladder{};
  planned.ladder_name = std::string{"default"};
  planned.parts = std::vector<std::string>{"Hội nghị", "Gian hàng"};
  planned.source = std::string{"III.1.1; V.2"};
  planned.note = std::string{"Có Kế hoạch chi tiết"};
  planned.occurrence =
      model::Occurrence{TaskId{"giao-ban"}, {day("2025-04-01"), day("2025-04-30")}};
  planned.due_after = model::DueAfter{{1}, 5, true};
  planned.after_elsewhere = std::vector<model::TaskElsewhere>{
      {model::CampaignId{"phong-trao-thi-dua"}, TaskId{"phat-dong"}}};
  planned.part_of = 1;
  planned.dropped = true;
  return planned;
}

template <class... Bodies>
std::vector<model::EventBody> events(Bodies... bodies) {
  return {model::EventBody{std::move(bodies)}...};
}

std::vector<model::EventBody> events_of_a_task() {
  const model::ScheduledRung rung{{model::RungKind::reminder, -3},
                                  day("2025-04-20"),
                                  at("2025-04-16 07:30") + std::chrono::microseconds{1}};
  return events(
      model::TaskAnnounced{task},
      model::TaskAssigned{task, {{UnitId{"nghiep-vu"}, ""}}, {{UnitId{"quy"}, "giải thưởng"}}},
      model::PlanBegun{task}, model::PlanSubmitted{task, "12/KH-NV"},
      model::PlanReturned{task, "thiếu kinh phí"}, model::PlanApproved{task, "45/QĐ-LM"},
      model::TaskStarted{task}, model::ProgressReported{task, 60, "đã chọn 12 HTX\n"},
      model::StepPerformed{task, "vote"},
      model::TaskReported{task, "51/BC-NV", "đã trao \"CoopStar\"\tcho 10 HTX"},
      model::ReportReturned{task, "thiếu danh sách"}, model::TaskAccepted{task, "tốt"},
      model::TaskReopened{task, "kiểm tra lại"},
      model::ExtensionAsked{task, day("2025-04-30"), "chờ Sở"},
      model::ExtensionGranted{task, day("2025-04-29")},
      model::ExtensionRefused{task, "đã gia hạn một lần"},
      model::DatesFixed{task, day("2025-04-14"), day("2025-04-18")},
      model::TaskTransferred{
          task, {{UnitId{"nghiep-vu-moi"}, ""}}, {{UnitId{"van-phong"}, "kinh phí"}}, "sáp nhập"},
      model::TaskSuspended{task, "bão số 3"}, model::TaskResumed{task},
      model::TaskCancelled{task, "không còn cần"}, model::TaskCommented{task, "gọi cho Sở"},
      model::EvidenceAttached{task,
                              {std::string(64, 'a'), "Biên bản họp.pdf", "application/pdf",
                               18'446'744'073'709'551'615U},
                              "biên bản"},
      model::RungReached{task, 2, rung, true});
}

std::vector<model::EventBody> events_of_a_campaign() {
  chart::Snapshot stands;
  stands.active = {"draft", "waiting"};
  stands.histories = {{"back", {"review", "waiting"}}};
  stands.sends = {{"late", "timer", at("2025-04-25 07:30")}, {"soon", "", at("2025-04-26")}};
  stands.done = true;
  model::Notice notice;
  notice.key = "coopstar:1:-3:nghiep-vu:head:default";
  notice.task = task;
  notice.subject = model::Subject::rung;
  notice.rung = model::Rung{model::RungKind::reminder, -3};
  notice.to = {model::AddresseeKind::head_of_unit, UnitId{"nghiep-vu"}};
  notice.channel = "default";
  notice.reason = "thiếu dự toán";
  model::Notice of_all;
  of_all.key = "campaign_suspended@2/leaders/default";
  of_all.subject = model::Subject::campaign_suspended;
  of_all.to = {model::AddresseeKind::leaders, {}};
  of_all.channel = "default";
  of_all.reason = "chờ sáp nhập";
  return events(
      model::CampaignIssued{sample_plan(), {{"plan.yaml", "schema: tiendo/plan/1\nid: thu\n"}}},
      model::CampaignRun{}, model::CampaignClosing{"hết năm"}, model::CampaignClosed{"99/BC-LM"},
      model::CampaignSuspended{"chờ sáp nhập"}, model::CampaignResumed{},
      model::CampaignCancelled{"kế hoạch khác thay"},
      model::ResultRecorded{TargetId{"new-coops"}, 92.1, day("2025-12-23"), "95/BC-LM", true, 80.0},
      model::PlanAmended{sample_plan(),
                         {{"plan.yaml", "schema: tiendo/plan/1\n"}},
                         {"50/KH-LMHTX", day("2025-03-01"), "Liên minh", "Đỗ Nhân Đạo"},
                         "thiếu kinh phí",
                         {{task, day("2025-04-14"), day("2025-04-25")}},
                         {{task, {{UnitId{"trung-tam"}, ""}}, {{UnitId{"van-phong"}, ""}}}}},
      model::AnchorSet{"ngày bầu cử",
                       day("2026-03-15"),
                       "40/NQ-HĐBCQG",
                       {{task, day("2025-12-10"), day("2025-12-10")}}},
      model::ReportFiled{"98/BC-LMHTX"},
      model::ChartMoved{task,
                        "go",
                        {"draft"},
                        {"review", "waiting"},
                        std::make_shared<const chart::Snapshot>(std::move(stands))},
      model::NoticeQueued{std::move(notice)}, model::NoticeQueued{std::move(of_all)},
      model::DeliveryMoved{"coopstar:1:-3:nghiep-vu:head:default",
                           model::DeliveryState::waiting_retry, "421 try again later",
                           at("2025-04-16 07:35")});
}

std::vector<model::EventBody> events_of_the_office() {
  const model::Post post{model::Role::staff, UnitId{"nghiep-vu"}, day("2025-01-01"),
                         day("2025-12-31")};
  return events(
      model::PersonAdded{{UserId{"an"}, "Nguyễn Văn An", {post}}},
      model::PersonRenamed{UserId{"an"}, "Nguyễn Văn Ân"}, model::PostGiven{UserId{"an"}, post},
      model::PostEnded{UserId{"an"}, model::Role::staff, UnitId{"nghiep-vu"}, day("2025-06-30")},
      model::UnitSet{sample_unit()},
      model::UnitsMerged{{{UnitId{"nghiep-vu"}, UnitId{"trung-tam"}},
                          UnitId{"van-phong"},
                          day("2025-07-01"),
                          "1673/NQ-UBTVQH15",
                          "sáp nhập tỉnh",
                          {{model::CampaignId{"thang-hanh-dong-htx-2025"}, task,
                            model::Treatment::supersede, "theo kế hoạch của tỉnh mới"}}}},
      model::OfficeNamed{"Liên minh HTX tỉnh Yên Bái"},
      model::HolidaysSet{
          {{2025, "8726/TB-BLĐTBXH", {day("2025-01-27"), day("2025-05-02")}, {day("2025-04-26")}}}},
      model::HoursSet{sample_organisation().hours},
      model::LadderSet{"default", sample_organisation().ladders.at("default")},
      model::ChannelsSet{{"email"}},
      model::MessageQueued{
          {"digest/2025-04-11/an/email",
           model::MessageKind::digest,
           day("2025-04-11"),
           model::UserId{"an"},
           "email",
           {{model::CampaignId{"thang-hanh-dong-htx-2025"}, TaskId{"coopstar"},
             model::Subject::rung, model::Rung{model::RungKind::reminder, -3}, "thiếu dự toán"},
            {model::CampaignId{"thang-hanh-dong-htx-2025"},
             {},
             model::Subject::campaign_suspended,
             {},
             "chờ sáp nhập"}}}},
      model::DigestsQueued{day("2025-04-11")});
}

}  // namespace

std::shared_ptr<const model::Plan> sample_plan() {
  auto plan = std::make_shared<model::Plan>();
  plan->id = model::PlanId{"thang-hanh-dong-htx-2025"};
  plan->title = "Tháng hành động vì Hợp tác xã năm 2025";
  plan->document = {"345/KH-LMHTX", day("2024-11-08"), "Liên minh HTX tỉnh Yên Bái", "Đỗ Nhân Đạo"};
  plan->basis = {"882/KH-BTV ngày 30/10/2024"};
  plan->period_window.phrase = "năm 2025";
  plan->period = {day("2025-01-01"), day("2025-12-31")};
  plan->peak = sample_window();
  plan->organisation = sample_organisation();
  plan->settings = {7, 4, model::ReportEvery::never};
  plan->tasks = {sample_task(), {}};
  plan->tasks[1].id = TaskId{"dai-hoi"};
  plan->targets = {{TargetId{"new-coops"}, "HTX thành lập mới", "HTX", 80.5, "năm 2025",
                    UnitId{"nghiep-vu"}, model::Comparison::more_than, model::Measure::growth,
                    "trên 80,5", 12.0, "năm 2024", DayRange{day("2025-01-01"), day("2025-12-31")}}};
  plan->fulfils = {{model::CampaignId{"thang-hanh-dong-htx-2024"}, TaskId{"phat-dong"}}};
  plan->anchors = {{"ngày bầu cử", day("2026-03-15")}};
  plan->before_is_inclusive = true;
  plan->kinds[model::KindId{"award"}] = {
      model::KindId{"award"},
      "Bình chọn",
      true,
      std::make_shared<const model::Procedure>(sample_procedure()),
      {{"draft", "Dự thảo"}}};
  plan->kinds[model::KindId{"general"}] = {model::KindId{"general"}, "Chung", false, nullptr, {}};
  plan->phases = sample_procedure();
  plan->phase_titles = {{"work", "Thực hiện"}, {"end", "Kết thúc"}};
  model::link(*plan);
  return plan;
}

std::vector<model::EventBody> sample_events() {
  auto all = events_of_a_task();
  for (auto& event : events_of_a_campaign()) {
    all.push_back(std::move(event));
  }
  for (auto& event : events_of_the_office()) {
    all.push_back(std::move(event));
  }
  return all;
}

}  // namespace tiendo::test
