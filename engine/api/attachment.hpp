#pragma once

#include <optional>
#include <string_view>

#include "api/operation.hpp"
#include "model/command.hpp"

namespace tiendo::api {

/// What is wrong with the files that are to be attached: 422 for what is said of one (its name,
/// media type or size), 404 where it has not been uploaded, or was swept since. From here on those
/// that are there stay.
[[nodiscard]] std::optional<Response> wrong_attachment(const model::AttachEvidence& attach,
                                                       const Writing& writing);

/// RFC 9110, 8.3.1: type/subtype and parameters; no range.
[[nodiscard]] bool is_media_type(std::string_view text);

}  // namespace tiendo::api
