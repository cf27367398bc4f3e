// W1, W3, W4: what it costs that nothing acknowledged is ever lost.

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

#include "base/check.hpp"
#include "bench.hpp"
#include "bench_folder.hpp"
#include "large_office.hpp"
#include "recorded_office.hpp"

namespace tiendo::bench {
namespace {

const Timestamp issued = instant_of(Day{std::chrono::year{2025} / 1 / 2}, std::chrono::hours{9});
/// The midnight on which everything is due, and the moment before it.
const Timestamp midnight = end_of(Day{std::chrono::year{2025} / 4 / 20});
const Timestamp before_midnight = midnight - std::chrono::seconds{1};

/// The five commands from announced to accepted.
std::vector<model::Command> life_of(const model::Plan& plan, model::TaskIndex task) {
  const auto& id = plan.tasks[task].id;
  const model::CampaignId campaign{plan.id.str()};
  const auto by = [&](const model::UserId& actor, model::TaskCommand command) {
    return model::Command{actor, {}, campaign, std::move(command)};
  };
  return {by(clerk(), model::BeginPlan{id}), by(clerk(), model::SubmitPlan{id, "12/KH-NV"}),
          by(leader(), model::ApprovePlan{id, {}}),
          by(clerk(), model::ReportTask{id, "30/BC-NV", {}}),
          by(leader(), model::AcceptTask{id, {}})};
}

/// `at_once` people at a time wait for their answers: each command is acknowledged when it is
/// synced, together with those that came meanwhile.
void lives(int tasks, int at_once) {
  const BenchFolder folder;
  RecordedOffice office{folder.path()};
  const auto plan = made_plan("w1", tasks, {.plan_owed = true});
  office.issue(plan, issued);
  Samples samples;
  std::uint64_t commands = 0;
  for (int first = 0; first < tasks; first += at_once) {
    std::vector<std::vector<model::Command>> rows;
    for (int i = first; i < std::min(tasks, first + at_once); ++i) {
      rows.push_back(life_of(*plan, static_cast<model::TaskIndex>(i)));
    }
    for (std::size_t step = 0; step < rows.front().size(); ++step) {
      const Stopwatch watch;
      for (const auto& row : rows) {
        office.give(row[step], issued);
        ++commands;
      }
      office.commit();
      samples.add(watch.seconds());
    }
  }
  report(fmt::format("W1 commands, {} at once", at_once), samples, commands);
}

/// Campaigns of ten thousand tasks each, at the moment before their due dates pass, with all that
/// people were told by then delivered.
void wait_for_midnight(RecordedOffice& office, int tasks, bool reminded) {
  constexpr int of_a_campaign = 10'000;
  for (int i = 0; i < tasks / of_a_campaign; ++i) {
    office.issue(made_plan(fmt::format("c{}", i), of_a_campaign, {.reminded = reminded}), issued);
    office.deliver_all(issued);
  }
  office.advance(before_midnight);
  office.deliver_all(before_midnight);
}

/// So many timers fall due at one instant, until all of them are recorded.
void storm(int timers, bool reminded) {
  const BenchFolder folder;
  RecordedOffice office{folder.path()};
  wait_for_midnight(office, timers, reminded);
  const auto events = office.engine().position();
  const Stopwatch watch;
  office.advance(midnight);
  const double seconds = watch.seconds();
  const auto recorded = office.engine().position() - events;
  report({fmt::format("W3 {} timers due at one instant{}, {} events", timers,
                      reminded ? ", each with its notice" : "", recorded),
          static_cast<std::uint64_t>(timers), seconds});
}

/// A process that is killed at the moment before midnight, with everything still to come.
void live_and_be_killed(const std::filesystem::path& folder, int tasks) {
  const auto child = ::fork();
  check(child >= 0, "a process can be started");
  if (child == 0) {
    RecordedOffice office{folder};
    wait_for_midnight(office, tasks, false);
    office.engine().save_snapshot();
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  check(::waitpid(child, &status, 0) == child && WIFSIGNALED(status), "the child was killed");
}

/// In a process of its own, so that what it holds in memory is its own.
void start_again(const std::filesystem::path& folder, int tasks) {
  const auto child = ::fork();
  if (child == 0) {
    const Stopwatch watch;
    std::optional<double> first;
    RecordedOffice office{folder, [&](std::size_t) {
                            if (!first) {
                              first = watch.seconds();
                            }
                          }};
    const double ready = watch.seconds();
    report({fmt::format("W4 {} tasks: ready after kill -9", tasks),
            static_cast<std::uint64_t>(tasks), ready});
    office.advance(midnight);
    const double all = watch.seconds();
    report({fmt::format("W4 {} tasks: first overdue recorded", tasks), 1, first.value_or(0)});
    report({fmt::format("W4 {} tasks: all overdue recorded", tasks),
            static_cast<std::uint64_t>(tasks), all});
    std::_Exit(0);
  }
  int status = 0;
  check(::waitpid(child, &status, 0) == child && WIFEXITED(status), "the child ended");
}

void recovery(int tasks) {
  const BenchFolder folder;
  live_and_be_killed(folder.path(), tasks);
  start_again(folder.path(), tasks);
}

}  // namespace

void record() {
  lives(2'000, 1);
  lives(20'000, 64);
  lives(40'000, 1'024);
}

void timer_storm() {
  storm(100'000, false);
  storm(100'000, true);
  storm(1'000'000, false);
}

void recovery_after_kill() {
  recovery(100'000);
  recovery(1'000'000);
}

}  // namespace tiendo::bench
