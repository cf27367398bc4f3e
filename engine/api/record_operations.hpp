#pragma once

#include "api/operation.hpp"

namespace tiendo::api {

/// What people were told and have not been sent.
[[nodiscard]] Outcome list_inbox(const Reading& reading);
[[nodiscard]] Outcome list_messages(const Reading& reading);

}  // namespace tiendo::api
