#pragma once

#include <string>
#include <vector>

#include "base/time.hpp"
#include "model/ids.hpp"
#include "model/lifecycle.hpp"

namespace tiendo::model {

/// What becomes of an open task whose unit is no more.
enum class Treatment : std::uint8_t {
  transfer,   // the unit that comes after takes it over
  supersede,  // work of another document takes its place
  cancel,
};

template <>
inline std::span<const std::string_view> names_of<Treatment>() {
  static constexpr std::array<std::string_view, 3> names{"transfer", "supersede", "cancel"};
  return names;
}

/// Of a task that is not simply transferred.
struct TreatedTask {
  CampaignId campaign;
  TaskId task;
  Treatment treatment = Treatment::transfer;
  std::string reason;

  friend bool operator==(const TreatedTask&, const TreatedTask&) = default;
};

/// Sáp nhập: units that become one.
struct Merger {
  std::vector<UnitId> from;
  UnitId into;
  Day day{};  // the first day of `into` in their place
  std::string document;
  std::string reason;
  std::vector<TreatedTask> tasks;

  friend bool operator==(const Merger&, const Merger&) = default;
};

}  // namespace tiendo::model
