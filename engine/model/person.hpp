#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "model/ids.hpp"
#include "model/lifecycle.hpp"

namespace tiendo::model {

enum class Role : std::uint8_t { viewer, staff, head, leader, office, administrator };

template <>
inline std::span<const std::string_view> names_of<Role>() {
  static constexpr std::array<std::string_view, 6> names{"viewer", "staff",  "head",
                                                         "leader", "office", "administrator"};
  return names;
}

/// A role that a person holds for a time, for a unit where the role is one of a unit.
struct Post {
  Role role = Role::viewer;
  UnitId unit;              // staff and heads have one; the office may; others have none
  std::optional<Day> from;  // both ends included; open where empty
  std::optional<Day> until;

  [[nodiscard]] bool holds_on(Day day) const {
    return (!from || *from <= day) && (!until || day <= *until);
  }

  friend bool operator==(const Post&, const Post&) = default;
};

/// Somebody who may give commands. Nobody is ever deleted: posts end.
struct Person {
  UserId id;
  std::string name;
  std::vector<Post> posts;

  friend bool operator==(const Person&, const Person&) = default;
};

/// For whom the office enters what another has done, and the document that shows it.
struct OnBehalf {
  std::string whom;
  std::string document;  // its number, "12/BC-TTTV"

  friend bool operator==(const OnBehalf&, const OnBehalf&) = default;
};

/// Whoever holds the data folder acts as administrator under this id, with a colon and the name by
/// which the machine knows him after it: `owner:lan`. No person's id holds a colon.
inline constexpr std::string_view owner_prefix = "owner";

[[nodiscard]] inline bool is_owner(const UserId& user) {
  const std::string_view id{user.str()};
  return id == owner_prefix || (id.starts_with(owner_prefix) && id[owner_prefix.size()] == ':');
}

}  // namespace tiendo::model
