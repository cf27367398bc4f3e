#include "waiting_office.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <random>

#include "base/check.hpp"
#include "chart/chart.hpp"
#include "journal/folder_layout.hpp"
#include "journal/snapshot_codec.hpp"
#include "journal/snapshot_file.hpp"
#include "journal/sqlite/data_folder.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "large_office.hpp"
#include "runtime/engine.hpp"
#include "server/clock.hpp"

namespace tiendo::bench {
namespace {

using std::chrono::hours;
using std::chrono::microseconds;

constexpr std::chrono::seconds spread{10};
/// Long before anything falls due, so that nothing that is due is older than the folder.
constexpr hours wait{1};
constexpr std::size_t of_a_campaign = 10'000;

std::shared_ptr<const model::Procedure> waiting() {
  model::Procedure procedure;
  chart::State state{.id = "cho"};
  state.entry.emplace_back(chart::Send{"het-han-cho", microseconds{wait}});
  state.on.push_back({.events = {"het-han-cho"}, .to = {"xong"}});
  procedure.document.states = {state, {.id = "xong"}};
  auto compiled = chart::compile(procedure.document);
  check(compiled.chart.has_value(), "the procedure of the benchmark is in order");
  procedure.chart = std::move(*compiled.chart);
  return std::make_shared<const model::Procedure>(std::move(procedure));
}

/// A plan of this month whose tasks nobody is reminded of: what falls due is the procedures' alone.
std::shared_ptr<const model::Plan> waiting_plan(std::size_t tasks, Day today) {
  auto plan =
      std::make_shared<model::Plan>(*made_plan("w2", static_cast<int>(tasks), {.reminded = false}));
  const auto on = [&](int days_from_now) {
    return Day{std::chrono::sys_days{today} + std::chrono::days{days_from_now}};
  };
  plan->period = {on(-30), on(60)};
  plan->period_window.start = plan->period.first;
  plan->period_window.end = plan->period.last;
  calendar::Window window = plan->tasks.front().window;
  window.start = on(30);
  window.due = window.end = plan->period.last;
  const Shared<calendar::Window> shared{std::move(window)};
  for (auto& task : plan->tasks) {
    task.window = shared;
  }
  plan->kinds.begin()->second.procedure = waiting();
  model::link(*plan);
  return plan;
}

std::size_t number_after(std::string_view prefix, std::string_view id) {
  std::size_t number = 0;
  std::from_chars(id.data() + prefix.size(), id.data() + id.size(), number);
  return number;
}

void give(runtime::Engine& engine, const model::Command& command, Timestamp at) {
  const auto answer = engine.decide({command, {}, {}}, at);
  check(answer.has_value() && answer->accepted(), "the commands of the benchmark are accepted");
}

}  // namespace

DueInstants::DueInstants(std::size_t timers, std::chrono::seconds ahead) : at_(timers) {
  std::mt19937_64 random{20250411};
  std::uniform_int_distribution<std::int64_t> within{0, microseconds{spread}.count() - 1};
  const auto first = server::machine_clocks().wall() + ahead;
  std::ranges::generate(at_, [&] { return first + microseconds{within(random)}; });
  std::ranges::sort(at_);
}

double DueInstants::seconds_late(std::size_t i) const {
  return std::chrono::duration<double>{server::machine_clocks().wall() - at_[i]}.count();
}

void make_waiting_office(const std::filesystem::path& folder, const DueInstants& due) {
  const auto issued = due[0] - wait - std::chrono::seconds{1};
  auto open = journal::DataFolder::open_to_write(
      folder, {.make = journal::DataFolder::Making{issued, false}});
  check(open.has_value(), "a data folder can be made");
  journal::SqliteJournal journal{open->store()};
  journal::SnapshotFile snapshots{journal::snapshot_in(folder), journal::write_snapshot,
                                  journal::read_snapshot};
  runtime::Engine engine{journal, &snapshots};
  check(engine.load().has_value(), "an empty journal is read");
  std::vector<model::CampaignId> campaigns;
  std::shared_ptr<const model::Plan> plan;
  for (std::size_t first = 0; first < due.size(); first += of_a_campaign) {
    plan = waiting_plan(std::min(of_a_campaign, due.size() - first), local_day(issued));
    const auto& campaign = campaigns.emplace_back(fmt::format("w2-{}", campaigns.size()));
    give(engine, {owner(), {}, campaign, model::CampaignCommand{model::IssueCampaign{plan, {}}}},
         issued);
  }
  for (const auto& command : hiring()) {
    give(engine, command, issued);
  }
  for (std::size_t i = 0; i < due.size(); ++i) {
    const model::TaskId task{fmt::format("t{}", i / campaigns.size())};
    give(engine,
         {clerk(), {}, campaigns[i % campaigns.size()], model::TaskCommand{model::StartTask{task}}},
         due[i] - wait);
  }
  check(engine.commit().has_value(), "the disk takes it");
  engine.save_snapshot();
  check(engine.next_due() == due[0] && due.seconds_late(0) < 0,
        "all timers of the benchmark are still to come");
}

std::size_t timer_of(std::string_view campaign, std::string_view task, std::size_t timers) {
  const auto campaigns = (timers + of_a_campaign - 1) / of_a_campaign;
  return number_after("t", task) * campaigns + number_after("w2-", campaign);
}

}  // namespace tiendo::bench
