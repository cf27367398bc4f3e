#pragma once

#include "model/ids.hpp"

namespace tiendo::cli {

/// `owner:lan`: whoever runs the program on his own folder.
[[nodiscard]] model::UserId owner_id();

}  // namespace tiendo::cli
