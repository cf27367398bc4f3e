#include "runtime/preview.hpp"

#include <algorithm>
#include <iterator>

#include "decide/clock.hpp"
#include "decide/decide.hpp"
#include "decide/mergers.hpp"

namespace tiendo::runtime {
namespace {

/// What mergers do to the tasks of all campaigns, on their days; later ones after earlier ones.
void carry_out_mergers(model::State& after, Timestamp now, std::vector<model::Event>& events) {
  for (const auto& [id, campaign] : after.campaigns) {
    for (model::TaskIndex task = 0; task < campaign.tasks.size(); ++task) {
      while (const auto* merger = decide::merger_of(campaign.tasks[task], after.office)) {
        const auto then = std::max(now, instant_of(merger->day));
        auto decision = decide::merge(*merger, campaign, task, after, now);
        if (decision.events.empty()) {
          break;
        }
        for (auto& event : decision.events) {
          event.at = then;
          model::apply(after, event);
          events.push_back(std::move(event));
        }
      }
    }
  }
}

}  // namespace

std::variant<Preview, decide::Rejection> preview(const model::State& state,
                                                 const model::Command& command, Timestamp now) {
  auto decision = decide::decide(state, command, now);
  if (decision.rejection) {
    return std::move(*decision.rejection);
  }
  Preview preview{std::move(decision.events), {}};
  auto after = state;
  for (const auto& event : preview.events) {
    model::apply(after, event);
  }
  if (after.office.mergers.size() > state.office.mergers.size()) {
    carry_out_mergers(after, now, preview.events);
  }
  preview.moves = moves(state, after);
  return preview;
}

}  // namespace tiendo::runtime
