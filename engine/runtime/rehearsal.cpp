#include "runtime/rehearsal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <variant>

namespace tiendo::runtime {
namespace {

using definition::Expectation;
using definition::Scenario;
using definition::ScenarioStep;

/// A day is looked at just before its midnight, when the next one has not begun.
Timestamp last_moment(const Expectation& expectation, Timestamp until) {
  const auto midnight = expectation.at ? std::min(end_of(*expectation.at), until) : until;
  return midnight - std::chrono::microseconds{1};
}

/// A scenario in its simulation.
class Play {
 public:
  Play(Simulation& simulation, const Scenario& scenario, const std::function<bool()>& go_on)
      : simulation_{simulation}, scenario_{scenario}, go_on_{go_on} {}

  [[nodiscard]] Result<std::vector<Text>> run(Timestamp until) {
    auto next = scenario_.steps.begin();
    for (const auto& expectation : in_time_order()) {
      const auto at = last_moment(*expectation, until);
      for (; next != scenario_.steps.end() && next->at < at; ++next) {
        perform(*next);
      }
      if (auto run = run_until(at); run.has_error()) {
        return run.error();
      }
      examine(*expectation);
    }
    for (; next != scenario_.steps.end() && next->at <= until; ++next) {
      perform(*next);
    }
    if (auto run = run_until(until); run.has_error()) {
      return run.error();
    }
    return std::move(failures_);
  }

 private:
  /// A week at a time, so that it can be given up.
  [[nodiscard]] Result<void> run_until(Timestamp until) {
    while (go_on_ && reached_ + std::chrono::weeks{1} < until) {
      if (!go_on_()) {
        const auto day = local_day(reached_);
        return Error{{fmt::format("chạy quá lâu, đã dừng ở ngày {}: hãy rút ngắn kế hoạch, hoặc "
                                  "chạy tiendo plan simulate trên máy của mình",
                                  to_vietnamese(day)),
                      fmt::format("it takes too long and was given up on {}: shorten the plan, or "
                                  "run tiendo plan simulate on a machine of your own",
                                  to_string(day))},
                     {}};
      }
      reached_ += std::chrono::weeks{1};
      if (auto run = simulation_.run_until(reached_); run.has_error()) {
        return run;
      }
    }
    return simulation_.run_until(until);
  }

  [[nodiscard]] std::vector<const Expectation*> in_time_order() const {
    std::vector<const Expectation*> ordered;
    for (const auto& expectation : scenario_.expectations) {
      ordered.push_back(&expectation);
    }
    std::ranges::stable_sort(ordered, [](const Expectation* left, const Expectation* right) {
      return left->at && (!right->at || *left->at < *right->at);
    });
    return ordered;
  }

  void perform(const ScenarioStep& step) {
    const auto command = in_campaign(step.command, simulation_.campaign().id);
    const auto answer = simulation_.submit(command, step.at);
    if (answer.has_error()) {
      fail(step.mark, answer.error().message);
      return;
    }
    if (answer->rejection == step.refused) {
      return;
    }
    if (!answer->accepted()) {
      fail(step.mark, {fmt::format("bị từ chối ({}): {}", answer->rejection, answer->reason.vi),
                       fmt::format("refused ({}): {}", answer->rejection, answer->reason.en)});
    } else {
      fail(step.mark, {fmt::format("lẽ ra phải bị từ chối ({})", step.refused),
                       fmt::format("should have been refused ({})", step.refused)});
    }
  }

  void examine(const Expectation& expectation) {
    if (!expectation.phase.empty()) {
      examine_phase(expectation);
    }
    const auto& campaign = simulation_.campaign();
    if (expectation.campaign && campaign.state != *expectation.campaign) {
      fail(expectation.mark,
           {fmt::format("đợt đang là {}, không phải {}", model::name(campaign.state),
                        model::name(*expectation.campaign)),
            fmt::format("the campaign is {}, not {}", model::name(campaign.state),
                        model::name(*expectation.campaign))});
    }
    if (expectation.achievement) {
      examine_achievement(expectation.mark, *expectation.achievement);
    }
    const auto index = campaign.plan->find(expectation.task);
    if (!index) {
      return;
    }
    const auto& task = campaign.tasks[*index];
    if (expectation.state && task.state != *expectation.state) {
      fail(expectation.mark,
           {fmt::format("{} đang là {}, không phải {}", expectation.task.str(),
                        model::name(task.state), model::name(*expectation.state)),
            fmt::format("{} is {}, not {}", expectation.task.str(), model::name(task.state),
                        model::name(*expectation.state))});
    }
    examine_day(expectation.mark, "due", task.due, expectation.due);
    examine_day(expectation.mark, "first_due", task.first_due, expectation.first_due);
  }

  void examine_day(definition::Mark mark, std::string_view what, std::optional<Day> is,
                   std::optional<Day> expected) {
    if (!expected || is == expected) {
      return;
    }
    const auto found = is ? to_string(*is) : "–";
    fail(mark, {fmt::format("{} là {}, không phải {}", what, found, to_string(*expected)),
                fmt::format("{} is {}, not {}", what, found, to_string(*expected))});
  }

  void examine_achievement(definition::Mark mark, const definition::ExpectedAchievement& expected) {
    const auto& campaign = simulation_.campaign();
    const auto target =
        std::ranges::find(campaign.plan->targets, expected.target, &model::Target::id);
    const auto results = campaign.results.find(expected.target);
    const bool is_known = target != campaign.plan->targets.end() &&
                          results != campaign.results.end() && !results->second.empty();
    const auto reached =
        is_known ? model::achievement(*target, results->second.back()) : std::nullopt;
    if (!reached) {
      fail(mark, {fmt::format("{} chưa có kết quả", expected.target.str()),
                  fmt::format("{} has no result", expected.target.str())});
      return;
    }
    examine_number(mark, "percent", reached->percent, expected.percent);
    examine_number(mark, "measured", reached->measured, expected.measured);
    if (expected.met && reached->met != *expected.met) {
      fail(mark, {fmt::format("{} {}đạt", expected.target.str(), reached->met ? "" : "chưa "),
                  fmt::format("{} is {}met", expected.target.str(), reached->met ? "" : "not ")});
    }
  }

  void examine_number(definition::Mark mark, std::string_view what, std::optional<double> is,
                      std::optional<double> expected) {
    if (!expected || is == expected) {
      return;
    }
    const auto found = is ? fmt::format("{}", *is) : "–";
    fail(mark, {fmt::format("{} là {}, không phải {}", what, found, *expected),
                fmt::format("{} is {}, not {}", what, found, *expected)});
  }

  void examine_phase(const Expectation& expectation) {
    const auto& campaign = simulation_.campaign();
    const auto state = campaign.plan->phases.chart.find(expectation.phase);
    if (!state || !campaign.phases.active.contains(*state)) {
      fail(expectation.mark, {fmt::format("không ở giai đoạn {}", expectation.phase),
                              fmt::format("the phase {} is not active", expectation.phase)});
    }
  }

  void fail(definition::Mark mark, const Text& what) {
    const auto place = fmt::format("{}:{}:{}: ", scenario_.file, mark.line, mark.column);
    failures_.push_back({place + what.vi, place + what.en});
  }

  Simulation& simulation_;
  const Scenario& scenario_;
  const std::function<bool()>& go_on_;
  Timestamp reached_ = issue_instant(*simulation_.campaign().plan);
  std::vector<Text> failures_;
};

/// The engine suspends a campaign itself only where its charts never rest.
std::optional<Error> halted(const Simulation& simulation) {
  for (const auto& event : simulation.events()) {
    const auto* suspended = std::get_if<model::CampaignSuspended>(&event.body);
    if (suspended != nullptr && event.actor.empty()) {
      const auto day = local_day(event.at);
      return Error{{fmt::format("ngày {}: {}", to_vietnamese(day), suspended->reason),
                    fmt::format("on {} the charts move on without end: look for transitions in a "
                                "circle that wait for no event, and for sends that set others off",
                                to_string(day))},
                   event.campaign.str()};
    }
  }
  return std::nullopt;
}

}  // namespace

model::Command in_campaign(model::Command command, const model::CampaignId& campaign) {
  auto* office = std::get_if<model::OfficeCommands>(&command.body);
  if (office == nullptr) {
    command.campaign = campaign;
    return command;
  }
  for (auto& one : *office) {
    if (auto* merging = std::get_if<model::MergeUnits>(&one)) {
      for (auto& task : merging->merger.tasks) {
        task.campaign = campaign;
      }
    }
  }
  return command;
}

Result<Outcome> rehearse(Simulation& simulation, std::shared_ptr<const model::Plan> plan,
                         std::vector<model::Source> sources, const Scenario& scenario,
                         Timestamp until, const std::function<bool()>& go_on) {
  const auto issued = simulation.issue(plan, std::move(sources));
  if (issued.has_error()) {
    return issued.error();
  }
  if (!issued->accepted()) {
    return Error{issued->reason, plan->id.str()};
  }
  for (const auto& person : scenario.people) {
    const auto added = simulation.add(person, issue_instant(*plan));
    if (added.has_error()) {
      return added.error();
    }
    if (!added->accepted()) {
      return Error{added->reason, person.id.str()};
    }
  }
  auto failures = Play{simulation, scenario, go_on}.run(until);
  if (failures.has_error()) {
    return failures.error();
  }
  if (auto error = halted(simulation)) {
    return std::move(*error);
  }
  return Outcome{chronicle(*plan, simulation.events()), std::move(*failures)};
}

}  // namespace tiendo::runtime
