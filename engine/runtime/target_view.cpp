#include "runtime/target_view.hpp"

#include <algorithm>
#include <cmath>

#include "decide/permission.hpp"
#include "lifecycle/campaign_lifecycle.hpp"

namespace tiendo::runtime {
namespace {

constexpr auto action = model::CampaignAction::record_result;

int days_until(Day from, Day to) {
  return static_cast<int>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count());
}

}  // namespace

PassedPeriod passed_period(const model::Target& target, const model::Plan& plan, Timestamp now) {
  PassedPeriod period{.days = target.days.value_or(plan.period)};
  period.all = days_until(period.days.first, period.days.last) + 1;
  period.passed = std::clamp(days_until(period.days.first, local_day(now)), 0, period.all);
  constexpr double decimals = 1e6;  // as achievement() has
  period.percent = std::round(100 * decimals * period.passed / period.all) / decimals;
  return period;
}

const model::Result* latest_result(const model::Campaign& campaign, const model::TargetId& target) {
  const auto found = campaign.results.find(target);
  return found == campaign.results.end() ? nullptr : &found->second.back();
}

bool may_record(const model::State& state, const model::Campaign& campaign,
                const model::Target& target, const model::UserId& user, Timestamp now) {
  const model::Command asking{user, {}, campaign.id, {}};
  const auto acting = decide::acting(state.office, asking, local_day(now));
  std::vector<model::Part> leads;
  if (!target.lead.empty()) {
    leads.push_back({target.lead, ""});
  }
  return acting && !decide::may(*acting, leads, action) &&
         lifecycle::next(campaign.state, action, campaign.before_suspension);
}

Result<std::vector<RecordedResult>> recorded_results(const port::Journal& journal,
                                                     const model::CampaignId& campaign,
                                                     const model::TargetId& target,
                                                     std::optional<Timestamp> end) {
  std::vector<RecordedResult> all;
  const auto read =
      journal.read_stream(campaign, [&](port::Journal::Position, const model::Event& event) {
        if (end && event.at >= *end) {
          return false;  // instants never go back
        }
        const auto* body = std::get_if<model::ResultRecorded>(&event.body);
        if (body != nullptr && body->target == target) {
          all.push_back({{body->value, body->day.value_or(local_day(event.at)), body->document,
                          body->estimated, body->base},
                         event.at,
                         event.actor,
                         event.on_behalf});
        }
        return true;
      });
  if (read.has_error()) {
    return read.error();
  }
  std::ranges::stable_sort(all, {}, [](const RecordedResult& one) { return one.result.day; });
  return all;
}

}  // namespace tiendo::runtime
