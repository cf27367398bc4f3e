#include "runtime/matters.hpp"

#include "model/at_work.hpp"

namespace tiendo::runtime {
namespace {

using model::Addressee;
using model::AddresseeKind;
using model::TaskState;

std::optional<DigestGroup> group_of(TimeStatus status) {
  switch (status) {
    case TimeStatus::overdue:
      return DigestGroup::overdue;
    case TimeStatus::due_today:
      return DigestGroup::due_today;
    case TimeStatus::due_soon:
      return DigestGroup::due_soon;
    case TimeStatus::not_due:
    case TimeStatus::awaiting_acceptance:
    case TimeStatus::done_in_time:
    case TimeStatus::done_late:
    case TimeStatus::no_due_date:
      break;
  }
  return std::nullopt;
}

/// Finds the matters of one task after the other.
class Finder {
 public:
  Finder(const model::Office& office, Timestamp now) : office_{office}, now_{now} {}

  void look_at(const model::Campaign& campaign, model::TaskIndex index) {
    const auto& task = campaign.tasks[index];
    const auto standing = time_standing(campaign, index, *office_.working_days, now_);
    const auto add = [&](DigestGroup group, Addressee to) {
      found_.push_back({group, std::move(to), &campaign, index, standing.value_or(TimeStanding{})});
    };
    if (task.state == TaskState::reported || task.state == TaskState::plan_submitted ||
        (task.asked && model::is_owed(task.state))) {
      add(DigestGroup::to_approve, {AddresseeKind::leaders, {}});
    }
    if (!model::is_owed(task.state) || !standing) {
      return;
    }
    if (task.leads->empty()) {
      add(DigestGroup::unassigned, office_of(campaign));
    }
    const auto group = group_of(standing->status);
    if (!group) {
      return;
    }
    for (const auto& part : *task.leads) {
      add(*group, {AddresseeKind::unit, part.unit});
    }
    for (const auto& part : *task.coordinating) {
      add(DigestGroup::coordinating, {AddresseeKind::unit, part.unit});
    }
    if (task.reached.any(model::RungKind::to_leaders)) {
      add(*group, {AddresseeKind::leaders, {}});
    }
  }

  [[nodiscard]] std::vector<Matter> take() && { return std::move(found_); }

 private:
  static Addressee office_of(const model::Campaign& campaign) {
    const auto& office = campaign.plan->organisation.office;
    return office.empty() ? Addressee{AddresseeKind::office, {}}
                          : Addressee{AddresseeKind::unit, office};
  }

  const model::Office& office_;
  Timestamp now_;
  std::vector<Matter> found_;
};

}  // namespace

std::vector<Matter> matters(const model::State& state, Timestamp now) {
  Finder finder{state.office, now};
  for (const auto& [id, campaign] : state.campaigns) {
    if (!model::is_at_work(campaign.state)) {
      continue;
    }
    for (model::TaskIndex task = 0; task < campaign.tasks.size(); ++task) {
      finder.look_at(campaign, task);
    }
  }
  return std::move(finder).take();
}

}  // namespace tiendo::runtime
