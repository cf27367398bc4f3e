#pragma once

#include <string>

#include "model/ids.hpp"

namespace tiendo::model {

/// A unit's part in a task.
struct Part {
  UnitId unit;
  std::string scope;  // "thiết kế gian hàng"; may be empty

  friend bool operator==(const Part&, const Part&) = default;
};

}  // namespace tiendo::model
