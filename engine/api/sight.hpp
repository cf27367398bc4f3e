#pragma once

#include <set>
#include <string>

#include "base/time.hpp"
#include "model/state.hpp"

namespace tiendo::api {

/// What somebody may read, by the posts that he holds today. Leaders, the office, administrators
/// and viewers see everything; staff and heads see the tasks in which their units take part, and
/// the campaigns that have such tasks; who holds no post sees nothing.
class Sight {
 public:
  [[nodiscard]] static Sight of(const model::Office& office, const model::UserId& user, Day today);
  /// Whoever holds the folder.
  [[nodiscard]] static Sight everything();

  [[nodiscard]] bool sees_everything() const noexcept { return all_; }
  [[nodiscard]] bool sees_nothing() const noexcept { return !all_ && units_.empty(); }
  /// Whether there is anything that he may do: he holds a post, and not one to look on.
  [[nodiscard]] bool acts() const noexcept { return acts_; }
  [[nodiscard]] bool sees(const model::Task& task) const;
  [[nodiscard]] bool sees(const model::Campaign& campaign) const;
  /// Notices to the unit; those to leaders and the office are seen by who sees everything.
  [[nodiscard]] bool sees(const model::Addressee& to) const;

  /// Addresses, and what people are allowed: the office and administrators.
  [[nodiscard]] bool manages_people() const noexcept { return manages_; }
  /// Checking the journal, backups, logs: administrators.
  [[nodiscard]] bool administers() const noexcept { return administers_; }

  /// Equal for those who see the same.
  [[nodiscard]] std::string key() const;

 private:
  bool all_ = false;
  bool acts_ = false;
  bool manages_ = false;
  bool administers_ = false;
  std::set<model::UnitId> units_;
};

}  // namespace tiendo::api
