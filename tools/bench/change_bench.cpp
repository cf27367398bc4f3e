// What happens to a campaign of ten thousand tasks that runs: an amendment looked at and applied, a
// merger and a holiday looked at and carried out; and the years of the five documents.

#include <fmt/format.h>

#include <algorithm>

#include "base/check.hpp"
#include "bench.hpp"
#include "bench_folder.hpp"
#include "definition/embedded_story.hpp"
#include "definition/holidays.hpp"
#include "large_office.hpp"
#include "recorded_office.hpp"
#include "runtime/preview.hpp"
#include "runtime/rehearsal.hpp"

namespace tiendo::bench {
namespace {

constexpr int tasks = 10'000;
constexpr int times = 9;

const model::CampaignId campaign{"large"};
const model::UnitId before{"nghiep-vu"};
const model::UnitId after{"trung-tam"};

Timestamp morning(int day) {
  return instant_of(Day{std::chrono::year{2025} / 1 / std::chrono::day(static_cast<unsigned>(day))},
                    std::chrono::hours{9});
}

/// Half of the tasks are due a week later, one in ten is another unit's, and one is new.
std::shared_ptr<const model::Plan> other_version() {
  auto plan = std::make_shared<model::Plan>(*made_plan(campaign.str(), tasks + 1, {}));
  for (std::size_t i = 0; i < tasks; ++i) {
    auto window = *plan->tasks[i].window;
    if (i % 2 == 0) {
      window.due = window.end = plus_days(*window.due, 7);
      window.phrase = "đến ngày 27/4/2025";
      plan->tasks[i].window = std::move(window);
    }
    if (i % 10 == 0) {
      plan->tasks[i].leads = std::vector<model::Part>{{after, ""}};
    }
  }
  plan->organisation.units.push_back({after, "Trung tâm tư vấn hỗ trợ thành viên", "TTTV"});
  model::link(*plan);
  return plan;
}

model::Command by_owner(auto body) {
  return {owner(), std::nullopt, campaign, std::move(body)};
}

model::Command amending() {
  return by_owner(model::CampaignCommand{model::AmendPlan{
      other_version(), {}, {"50/KH", std::nullopt, {}, {}}, "điều chỉnh tiến độ", {}}});
}

model::Command merging() {
  return by_owner(model::OfficeCommands{model::MergeUnits{
      {{before}, after, Day{std::chrono::year{2025} / 1 / 10}, "1673/NQ", "sáp nhập", {}}}});
}

/// A day off that nobody knew of, in the midst of the reminders.
model::Command resting() {
  auto year = definition::built_in_working_days().year(2025);
  year.days_off.push_back(std::chrono::year{2025} / 4 / 16);
  std::ranges::sort(year.days_off);
  return by_owner(model::OfficeCommands{model::SetHolidays{{std::move(year)}}});
}

void look(const std::string& what, RecordedOffice& office, const model::Command& command,
          Timestamp now) {
  Samples samples;
  std::size_t moves = 0;
  for (int i = 0; i < times; ++i) {
    const Stopwatch watch;
    const auto seen = runtime::preview(office.engine().state(), command, now);
    samples.add(watch.seconds());
    check(std::holds_alternative<runtime::Preview>(seen), "the benchmark asks for what can be");
    moves = std::get<runtime::Preview>(seen).moves.size();
  }
  report(fmt::format("{} of 10,000 tasks looked at, dates that move", what), samples, moves);
}

void carry_out(const std::string& what, RecordedOffice& office, const model::Command& command,
               Timestamp now) {
  const Stopwatch watch;
  office.give(command, now);
  office.commit();
  static_cast<void>(office.engine().next_due());
  report({fmt::format("{} of 10,000 tasks recorded", what), tasks, watch.seconds()});
}

/// The year of a document, from its issue to its close, with the people of its scenario.
void year_of(const std::string& name) {
  const auto story = definition::embedded_story(name, name);
  Samples samples;
  std::size_t events = 0;
  for (int i = 0; i < times; ++i) {
    const Stopwatch watch;
    runtime::Simulation simulation{definition::built_in_holidays()};
    const auto until = end_of(definition::last_day(story.scenario, story.plan->period));
    const auto outcome = runtime::rehearse(simulation, story.plan, {}, story.scenario, until);
    samples.add(watch.seconds());
    check(outcome.has_value() && outcome->failures.empty(), "the year goes as its scenario says");
    events = simulation.events().size();
  }
  report(fmt::format("the year of {}, events", name), samples, events);
}

}  // namespace

void changes() {
  const BenchFolder folder;
  RecordedOffice office{folder.path()};
  office.issue(made_plan(campaign.str(), tasks, {}), morning(2));
  office.give(by_owner(model::OfficeCommands{
                  model::SetUnit{{after, "Trung tâm tư vấn hỗ trợ thành viên", "TTTV"}}}),
              morning(2));
  office.commit();
  office.advance(morning(3));
  look("an amendment", office, amending(), morning(3));
  look("a merger", office, merging(), morning(3));
  look("a holiday", office, resting(), morning(3));
  carry_out("a holiday", office, resting(), morning(3));
  carry_out("an amendment", office, amending(), morning(3));
  carry_out("a merger", office, merging(), morning(4));
  const Stopwatch watch;
  office.advance(morning(10));
  report({"a merger of 10,000 tasks on its day", tasks, watch.seconds()});
  for (const auto* name :
       {"thi-dua-yeu-nuoc-2025", "thang-hanh-dong-htx-2025", "chuong-trinh-56-2022",
        "thang-hanh-dong-htx-2024", "thi-dua-dac-biet-2020"}) {
    year_of(name);
  }
}

}  // namespace tiendo::bench
