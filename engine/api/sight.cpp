#include "api/sight.hpp"

#include <algorithm>

namespace tiendo::api {

Sight Sight::everything() {
  Sight sight;
  sight.all_ = sight.acts_ = sight.manages_ = sight.administers_ = true;
  return sight;
}

Sight Sight::of(const model::Office& office, const model::UserId& user, Day today) {
  if (model::is_owner(user)) {
    return everything();
  }
  Sight sight;
  const auto person = office.people.find(user);
  if (person == office.people.end()) {
    return sight;
  }
  for (const auto& post : person->second.posts) {
    if (!post.holds_on(today)) {
      continue;
    }
    sight.acts_ = sight.acts_ || post.role != model::Role::viewer;
    switch (post.role) {
      case model::Role::administrator:
        sight.administers_ = true;
        [[fallthrough]];
      case model::Role::office:
        sight.manages_ = true;
        [[fallthrough]];
      case model::Role::leader:
      case model::Role::viewer:
        sight.all_ = true;
        break;
      case model::Role::head:
      case model::Role::staff:
        sight.units_.insert(post.unit);
        break;
    }
  }
  return sight;
}

bool Sight::sees(const model::Task& task) const {
  const auto is_ours = [this](const model::Part& part) { return units_.contains(part.unit); };
  return all_ || std::ranges::any_of(*task.leads, is_ours) ||
         std::ranges::any_of(*task.coordinating, is_ours);
}

bool Sight::sees(const model::Campaign& campaign) const {
  return all_ || std::ranges::any_of(campaign.tasks,
                                     [this](const model::Task& task) { return sees(task); });
}

bool Sight::sees(const model::Addressee& to) const {
  return all_ || (!to.unit.empty() && units_.contains(to.unit));
}

std::string Sight::key() const {
  std::string key = all_ ? "*" : "";
  for (const auto& unit : units_) {
    key += all_ ? "" : unit.str() + ' ';
  }
  return key;
}

}  // namespace tiendo::api
