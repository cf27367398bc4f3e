#include "lifecycle/why_not.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "lifecycle/campaign_lifecycle.hpp"
#include "lifecycle/transition_table.hpp"
#include "model/lifecycle_words.hpp"

namespace tiendo::lifecycle {
namespace {

/// The shortest row of actions from `from` to a state in which `wanted` is possible; empty where
/// there is none. Suspending is no way to anything.
template <class State, class Action, class Law>
std::vector<Action> way_to(Action wanted, State from, const Law& law) {
  std::map<State, std::vector<Action>> ways{{from, {}}};
  std::vector<State> reached{from};
  for (std::size_t i = 0; i < reached.size(); ++i) {
    const State here = reached[i];
    if (law(here, wanted)) {
      return ways[here];
    }
    for (const Action action : every<Action>()) {
      const auto there = action == Action::suspend ? std::nullopt : law(here, action);
      if (there && !ways.contains(*there)) {
        ways[*there] = ways[here];
        ways[*there].push_back(action);
        reached.push_back(*there);
      }
    }
  }
  return {};
}

std::string list(const std::vector<std::string>& items, std::string_view last_separator) {
  std::string all = items.front();
  for (std::size_t i = 1; i < items.size(); ++i) {
    all += i + 1 == items.size() ? last_separator : ", ";
    all += items[i];
  }
  return all;
}

template <class Value>
Text list(const std::vector<Value>& values, const Text& last_separator) {
  std::vector<std::string> vi;
  std::vector<std::string> en;
  for (const Value value : values) {
    const Text text = model::words(value);
    vi.push_back(text.vi);
    en.push_back(text.en);
  }
  return {list(vi, last_separator.vi), list(en, last_separator.en)};
}

template <class State, class Action, class Law>
Text explain(const Text& subject, State state, Action action, const Law& law) {
  std::vector<State> possible;
  bool came_here = false;
  for (const State other : every<State>()) {
    const auto after = law(other, action);
    if (after) {
      possible.push_back(other);
      came_here = came_here || after == state;
    }
  }
  const Text what = model::words(action);
  const Text now = model::words(state);
  const Text where = list(possible, {" hoặc ", " or "});
  Text text{fmt::format("không thể {0} khi {1} {2}; chỉ làm được khi {1} {3}", what.vi, subject.vi,
                        now.vi, where.vi),
            fmt::format("cannot {0} while the {1} is {2}; the {1} has to be {3}", what.en,
                        subject.en, now.en, where.en)};
  const auto way = way_to(action, state, law);
  if (!came_here && !way.empty()) {
    const Text steps = list(way, {", rồi ", ", then "});
    text.vi += "; trước hết cần " + steps.vi;
    text.en += "; first " + steps.en;
  }
  return text;
}

}  // namespace

// What was never suspended has no state to resume into; the law is then told of one that it has.

Text why_not(model::TaskState state, model::TaskAction action, const TaskFacts& facts) {
  const bool resumable =
      next(model::TaskState::suspended, model::TaskAction::resume, facts).has_value();
  const auto known = resumable ? facts : TaskFacts{.plan_owed = facts.plan_owed};
  return explain({"nhiệm vụ", "task"}, state, action,
                 [&](auto from, auto act) { return next(from, act, known); });
}

Text why_not(model::CampaignState state, model::CampaignAction action,
             model::CampaignState before_suspension) {
  const bool resumable =
      next(model::CampaignState::suspended, model::CampaignAction::resume, before_suspension)
          .has_value();
  const auto known = resumable ? before_suspension : model::CampaignState::issued;
  return explain({"kế hoạch", "campaign"}, state, action,
                 [&](auto from, auto act) { return next(from, act, known); });
}

}  // namespace tiendo::lifecycle
