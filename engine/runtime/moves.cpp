#include "runtime/moves.hpp"

#include <algorithm>

#include "decide/schedule.hpp"

namespace tiendo::runtime {
namespace {

using Rungs = std::vector<model::ScheduledRung>;

/// Compares the tasks of one campaign.
class Comparing {
 public:
  Comparing(const model::Campaign& before, const model::Office& office_before,
            const model::Campaign& after, const model::Office& office_after,
            std::vector<Move>& moves)
      : before_{before},
        office_before_{office_before},
        after_{after},
        office_after_{office_after},
        moves_{moves} {}

  void compare() {
    for (model::TaskIndex task = 0; task < after_.tasks.size(); ++task) {
      const auto& id = after_.plan->tasks[task].id;
      const auto then = before_.plan->find(id);
      const auto now = decide::Schedule{after_, task, office_after_}.rest();
      if (then) {
        compare(id, decide::Schedule{before_, *then, office_before_}, now);
      } else {
        compare(id, {}, {}, now);
      }
    }
  }

 private:
  void compare(const model::TaskId& task, const decide::Schedule& before, const Rungs& now) {
    const auto then = before.rest();
    const bool comes_again = std::ranges::any_of(
        now, [&](const model::ScheduledRung& rung) { return !at(then, rung.rung); });
    compare(task, then, comes_again ? before.whole() : Rungs{}, now);
  }

  /// `whole`: with what had passed, where any of it is to come again.
  void compare(const model::TaskId& task, const Rungs& then, const Rungs& whole, const Rungs& now) {
    for (const auto& rung : now) {
      const auto left = at(then, rung.rung);
      if (left != happens(rung)) {
        moves_.push_back(
            {after_.id, task, rung.rung, left ? left : at(whole, rung.rung), happens(rung)});
      }
    }
    for (const auto& rung : then) {
      if (!at(now, rung.rung)) {
        moves_.push_back({after_.id, task, rung.rung, happens(rung), std::nullopt});
      }
    }
  }

  static std::optional<Timestamp> at(const Rungs& rungs, const model::Rung& wanted) {
    const auto found = std::ranges::find(rungs, wanted, &model::ScheduledRung::rung);
    return found == rungs.end() ? std::nullopt : std::optional{happens(*found)};
  }

  /// A due date that had passed when the task was given out was told then, and had passed before.
  static Timestamp happens(const model::ScheduledRung& rung) {
    return rung.rung.kind == model::RungKind::due ? std::min(rung.at, end_of(rung.day)) : rung.at;
  }

  const model::Campaign& before_;
  const model::Office& office_before_;
  const model::Campaign& after_;
  const model::Office& office_after_;
  std::vector<Move>& moves_;
};

}  // namespace

std::vector<Move> moves(const model::State& before, const model::State& after) {
  std::vector<Move> all;
  for (const auto& [id, campaign] : after.campaigns) {
    if (const auto* then = before.find(id)) {
      Comparing{*then, before.office, campaign, after.office, all}.compare();
    }
  }
  return all;
}

}  // namespace tiendo::runtime
