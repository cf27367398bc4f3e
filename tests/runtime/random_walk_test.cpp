#include <cstdlib>
#include <random>
#include <set>

#include "chart/fixture.hpp"
#include "lifecycle/campaign_lifecycle.hpp"
#include "lifecycle/task_lifecycle.hpp"
#include "model/task_event.hpp"
#include "support/world.hpp"

namespace tiendo::test {
namespace {

using chart::eventless;
using chart::final_state;
using chart::on;
using chart::send;
using chart::state;
using chart::when;
using chart::with_entry;
using model::TaskAction;

/// `TIENDO_SEED=… runtime_tests "what people…"` repeats a walk.
std::uint32_t seed_of_walk() {
  const char* given = std::getenv("TIENDO_SEED");
  return given != nullptr ? static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10))
                          : std::random_device{}();
}

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_{seed} {}
  int below(int n) { return static_cast<int>(engine_() % static_cast<unsigned>(n)); }
  bool one_in(int n) { return below(n) == 0; }
  template <class T>
  const T& of(const std::vector<T>& things) {
    return things[static_cast<std::size_t>(below(static_cast<int>(things.size())))];
  }

 private:
  std::mt19937 engine_;
};

const Ids tasks{"t0", "t1", "t2", "t3", "t4", "t5", "t6"};

std::string day_after(int days) {
  return to_string(plus_days(day("2025-01-01"), days));
}

TaskWords random_task(Dice& dice, int number) {
  const int start = dice.below(150);
  TaskWords words{.id = "t" + std::to_string(number)};
  words.start = dice.one_in(4) ? "" : day_after(start);
  words.due = dice.one_in(5) ? "" : day_after(start + dice.below(60));
  words.plan_owed = dice.one_in(2);
  words.kind = dice.one_in(3) ? "steps" : "general";
  words.leads = dice.of(std::vector<Ids>{{"nghiep-vu"}, {"trung-tam", "nghiep-vu"}, {}});
  words.certainty = dice.one_in(3) ? calendar::Certainty::tentative : calendar::Certainty::firm;
  if (number > 0 && dice.one_in(2)) {
    words.after = {"t" + std::to_string(dice.below(number))};
  }
  return words;
}

/// What a plan says, and its next versions say otherwise.
struct Wording {
  std::vector<TaskWords> tasks;
  int waits = 0;  // working days after which a procedure goes on by itself
  int begins = 0;

  explicit Wording(Dice& dice) : waits{1 + dice.below(20)}, begins{dice.below(90)} {
    for (int i = 0; i < 5; ++i) {
      tasks.push_back(random_task(dice, i));
    }
  }

  /// Some tasks have other dates and units, one is gone or new.
  [[nodiscard]] Wording changed(Dice& dice) const {
    auto next = *this;
    for (auto& task : next.tasks) {
      if (dice.one_in(3)) {
        const auto other = random_task(dice, 0);
        task.start = other.start;
        task.due = other.due;
        task.leads = other.leads;
      }
    }
    if (next.tasks.size() > 4 && dice.one_in(3)) {  // those before are named by the phases
      next.tasks.pop_back();
    } else if (next.tasks.size() < 9 && dice.one_in(2)) {
      next.tasks.push_back(random_task(dice, static_cast<int>(next.tasks.size())));
    }
    return next;
  }
};

PlanBuilder plan_of(const Wording& wording) {
  PlanBuilder plan;
  plan.kind("steps", {with_entry(state("first", {on("go", {"second"}), on("tick", {"second"})}),
                                 {send("tick", chart::WorkingDays{wording.waits})}),
                      state("second", {on("end", {"done"}), on("progress", {"first"})}),
                      final_state("done")});
  plan.target("htx", 80);
  for (const auto& task : wording.tasks) {
    plan.task(task);
  }
  plan.plan().settings.report_every = model::ReportEvery::month;
  plan.phases(
      {state("one", {when(plan.on_day(day_after(wording.begins)), eventless({"two"})),
                     on("task.t0.accepted", {"three"})}),
       with_entry(state("two", {on("late", {"one"}), on("task.t1", {"three"}),
                                when(plan.reached("htx", 50), eventless({"three"}))}),
                  {plan.start({"t1", "t2"}), send("late", std::chrono::hours{24 * 20})}),
       with_entry(state("three", {when(plan.accepted({"t1", "t2", "t3"}), eventless({"end"}))}),
                  {plan.start({"t1", "t2"})}),
       final_state("end")});
  return plan;
}

model::MergeUnits random_merger(Dice& dice, Day today) {
  const std::vector<std::string> units{"nghiep-vu", "trung-tam", "van-phong"};
  model::MergeUnits merge{{{model::UnitId{dice.of(units)}},
                           model::UnitId{dice.of(units)},
                           plus_days(today, dice.below(40) - 5),
                           "1/NQ",
                           "x",
                           {}}};
  if (dice.one_in(2)) {
    merge.merger.tasks.push_back(
        {model::CampaignId{campaign_id}, model::TaskId{dice.of(tasks)},
         dice.one_in(2) ? model::Treatment::cancel : model::Treatment::supersede, "x"});
  }
  return merge;
}

/// What happens to a plan that runs, and to the office under it.
model::Command random_change(Dice& dice, Wording& wording, Day today) {
  switch (dice.below(4)) {
    case 0:
      return command(administrator(), random_merger(dice, today));
    case 1:
      return command(
          administrator(),
          model::SetHolidays{{{2025,
                               "thử",
                               {day(day_after(dice.below(200))), day(day_after(dice.below(200)))},
                               {}}}});
    default:
      wording = wording.changed(dice);
      return command(dice.one_in(9) ? staff() : leader(),
                     model::AmendPlan{plan_of(wording).build(), {}, {"2/KH", {}, {}, {}}, "x", {}});
  }
}

model::Command random_campaign_command(Dice& dice, const model::Person& actor) {
  switch (dice.below(8)) {
    case 0:
      return command(actor, model::SuspendCampaign{"x"});
    case 1:
    case 2:
      return command(actor, model::ResumeCampaign{});
    case 3:
      return command(actor, model::CloseCampaign{});
    case 4:
      return dice.one_in(10) ? command(actor, model::CancelCampaign{"x"})
                             : command(actor, model::ResumeCampaign{});
    case 5:
      return command(actor,
                     model::SetHolidays{{{2025, "thử", {day(day_after(dice.below(200)))}, {}}}});
    default:
      return command(actor, model::RecordResult{model::TargetId{"htx"}, 20.0 * dice.below(5)});
  }
}

model::Command random_command(Dice& dice, Day today) {
  static const std::vector<model::Person> people{staff(),         staff(),  head(),
                                                 coordinator(),   leader(), leader(),
                                                 administrator(), office(), viewer()};
  const auto& actor = dice.of(people);
  if (dice.one_in(8)) {
    return random_campaign_command(dice, actor);
  }
  const model::TaskId task{dice.of(tasks)};
  const auto some_day = plus_days(today, dice.below(60) - 10);
  switch (static_cast<TaskAction>(dice.below(21))) {
    case TaskAction::announce:
      return command(actor, model::AnnounceTask{task});
    case TaskAction::assign:
      return command(actor, model::AssignTask{task, {{model::UnitId{"nghiep-vu"}, ""}}, {}});
    case TaskAction::begin_plan:
      return command(actor, model::BeginPlan{task});
    case TaskAction::submit_plan:
      return command(actor, model::SubmitPlan{task, "12/KH"});
    case TaskAction::return_plan:
      return command(actor, model::ReturnPlan{task, "x"});
    case TaskAction::approve_plan:
      return command(actor, model::ApprovePlan{task, ""});
    case TaskAction::start:
      return command(actor, model::StartTask{task});
    case TaskAction::report_progress:
      return command(actor, model::ReportProgress{task, dice.below(110), ""});
    case TaskAction::perform_step:
      return command(actor, model::PerformStep{task, dice.of(Ids{"go", "end", "tick", "x"})});
    case TaskAction::report:
      return command(actor, model::ReportTask{task, "", ""});
    case TaskAction::return_report:
      return command(actor, model::ReturnReport{task, "x"});
    case TaskAction::accept:
      return command(actor, model::AcceptTask{task, ""});
    case TaskAction::reopen:
      return command(actor, model::ReopenTask{task, "x"});
    case TaskAction::ask_extension:
      return command(actor, model::AskExtension{task, some_day, "x"});
    case TaskAction::grant_extension:
      return command(actor, model::GrantExtension{task, {}});
    case TaskAction::refuse_extension:
      return command(actor, model::RefuseExtension{task, "x"});
    case TaskAction::fix_dates:
      return command(actor, model::FixDates{task, some_day, plus_days(some_day, dice.below(30))});
    case TaskAction::suspend:
      return command(actor, model::SuspendTask{task, "x"});
    case TaskAction::resume:
      return command(actor, model::ResumeTask{task});
    case TaskAction::cancel:
      return command(dice.one_in(4) ? actor : viewer(), model::CancelTask{task, "x"});
    case TaskAction::attach:
      return command(
          actor,
          model::AttachEvidence{
              task, {{std::string(64, static_cast<char>('0' + dice.below(10))), "x", {}, 1}}, ""});
    case TaskAction::comment:
      break;
  }
  return command(actor, model::CommentTask{task, "x"});
}

/// The step of the law that an event of a task comes from; nothing for what the law does not know.
struct StepOfLaw {
  std::optional<TaskAction> operator()(const model::TaskAnnounced&) { return TaskAction::announce; }
  std::optional<TaskAction> operator()(const model::PlanBegun&) { return TaskAction::begin_plan; }
  std::optional<TaskAction> operator()(const model::PlanSubmitted&) {
    return TaskAction::submit_plan;
  }
  std::optional<TaskAction> operator()(const model::PlanReturned&) {
    return TaskAction::return_plan;
  }
  std::optional<TaskAction> operator()(const model::PlanApproved&) {
    return TaskAction::approve_plan;
  }
  std::optional<TaskAction> operator()(const model::TaskStarted&) { return TaskAction::start; }
  std::optional<TaskAction> operator()(const model::TaskReported&) { return TaskAction::report; }
  std::optional<TaskAction> operator()(const model::ReportReturned&) {
    return TaskAction::return_report;
  }
  std::optional<TaskAction> operator()(const model::TaskAccepted&) { return TaskAction::accept; }
  std::optional<TaskAction> operator()(const model::TaskReopened&) { return TaskAction::reopen; }
  std::optional<TaskAction> operator()(const model::ExtensionGranted&) {
    return TaskAction::grant_extension;
  }
  std::optional<TaskAction> operator()(const model::DatesFixed&) { return TaskAction::fix_dates; }
  std::optional<TaskAction> operator()(const model::TaskSuspended&) { return TaskAction::suspend; }
  std::optional<TaskAction> operator()(const model::TaskResumed&) { return TaskAction::resume; }
  std::optional<TaskAction> operator()(const model::TaskCancelled&) { return TaskAction::cancel; }
  std::optional<TaskAction> operator()(const auto&) { return std::nullopt; }
};

/// Follows a journal from its beginning and finds what must never stand in it.
class Auditor {
 public:
  void read(const model::Event& event) {
    INFO("event " << words(event) << " at " << to_string(event.at));
    REQUIRE(event.at >= latest_);
    latest_ = event.at;
    std::visit([this](const auto& body) { check(body); }, event.body);
    model::apply(state_, event);
  }
  [[nodiscard]] const model::State& state() const { return state_; }

 private:
  template <model::TaskEvent Body>
  void check(const Body& body) {
    const auto& campaign = state_.campaigns.begin()->second;
    const auto index = campaign.plan->find(body.task).value();
    const auto& task = campaign.tasks[index];
    if constexpr (std::is_same_v<Body, model::RungReached>) {
      REQUIRE(task.state != model::TaskState::suspended);
      REQUIRE(task.state != model::TaskState::accepted);
      REQUIRE(task.state != model::TaskState::cancelled);
      REQUIRE(task.due_version == body.due_version);
      REQUIRE(rungs_
                  .insert(body.task.str() + "/" + std::to_string(body.due_version) + "/" +
                          model::to_string(body.rung.rung))
                  .second);
    } else if (const auto action = StepOfLaw{}(body)) {
      const lifecycle::TaskFacts facts{campaign.plan->tasks[index].detailed_plan_owed,
                                       task.before_suspension};
      REQUIRE(lifecycle::next(task.state, *action, facts));
    }
  }
  void check(const model::NoticeQueued& queued) {
    REQUIRE(notices_.insert(queued.notice.key).second);
  }
  void check(const auto&) {}

  Timestamp latest_ = Timestamp::min();
  model::State state_;
  std::set<std::string> rungs_;
  std::set<std::string> notices_;
};

/// One campaign, lived through by an engine that nobody disturbs and by one that is replaced now
/// and then.
void walk(std::uint32_t seed, int steps, bool changes) {
  Dice dice{seed};
  Wording wording{dice};
  runtime::MemoryJournal journals[2];
  std::unique_ptr<runtime::Engine> engines[2];
  const auto replace = [&](int which) {
    engines[which] = std::make_unique<runtime::Engine>(journals[which]);
    REQUIRE(engines[which]->load().has_value());
  };
  for (int which : {0, 1}) {
    REQUIRE(journals[which].append(office_events(), {}).has_value());
    replace(which);
  }
  auto now = at("2025-01-06 08:00");
  auto next = command(administrator(), model::IssueCampaign{plan_of(wording).build(), {}});
  for (int step = 0; step < steps; ++step) {
    INFO("step " << step << " at " << to_string(now));
    if (dice.one_in(3)) {
      replace(1);
    }
    const bool acts = step == 0 || !dice.one_in(4);
    std::string outcomes[2];
    for (int which : {0, 1}) {
      if (acts) {
        outcomes[which] = outcome(engines[which]->submit({next, {}, {}}, now).value());
      } else {
        REQUIRE(engines[which]->advance(now).has_value());
      }
    }
    REQUIRE(outcomes[0] == outcomes[1]);
    REQUIRE(journals[0].events().size() == journals[1].events().size());
    REQUIRE(engines[0]->next_due() == engines[1]->next_due());
    REQUIRE(journals[0].events().size() < 20'000);
    next = changes && dice.one_in(6) ? random_change(dice, wording, local_day(now))
                                     : random_command(dice, local_day(now));
    now += std::chrono::minutes{dice.one_in(5) ? dice.below(30 * 24 * 60) : dice.below(600)};
  }
  REQUIRE(words(journals[0].events()) == words(journals[1].events()));
  REQUIRE(dump(engines[0]->state()) == dump(engines[1]->state()));
  Auditor auditor;
  for (const auto& event : journals[0].events()) {
    auditor.read(event);
  }
  REQUIRE(dump(auditor.state()) == dump(engines[0]->state()));
}

}  // namespace

TEST_CASE("what people and the clock may do, wise or foolish, keeps the law and tells once") {
  constexpr int walks = 12;
  constexpr int steps = 120;
  const auto seed = seed_of_walk();
  for (std::uint32_t i = 0; i < walks; ++i) {
    INFO("repeat with TIENDO_SEED=" << seed + i << "; walks of " << steps << " steps");
    walk(seed + i, steps, false);
  }
}

TEST_CASE(
    "amendments, mergers and holidays between leave the timers as one who begins finds them") {
  constexpr int walks = 20;
  constexpr int steps = 120;
  const auto seed = seed_of_walk();
  for (std::uint32_t i = 0; i < walks; ++i) {
    INFO("repeat with TIENDO_SEED=" << seed + i << "; walks of " << steps << " steps");
    walk(seed + i, steps, true);
  }
}

}  // namespace tiendo::test
