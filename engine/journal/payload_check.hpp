#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tiendo::journal {

/// Whether `payload` is one JSON object, nested no deeper than 256. Allocates nothing.
[[nodiscard]] bool is_json_object(std::string_view payload);

/// The hash of the file that an EvidenceAttached names; nothing where the payload says none.
[[nodiscard]] std::optional<std::string> evidence_hash(std::string_view payload);

}  // namespace tiendo::journal
