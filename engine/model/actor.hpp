#pragma once

#include <array>
#include <optional>
#include <string>

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

/// Who gives a command: a person, in a role, for a unit (staff and heads of units have one).
struct Actor {
  UserId user;
  Role role = Role::viewer;
  UnitId unit;

  friend bool operator==(const Actor&, const Actor&) = default;
};

/// For whom the office enters what another has done, and the document that shows it.
struct OnBehalf {
  std::string whom;
  std::string document;  // its number, "12/BC-TTTV"

  friend bool operator==(const OnBehalf&, const OnBehalf&) = default;
};

}  // namespace tiendo::model
