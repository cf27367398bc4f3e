#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "definition/finding.hpp"

namespace tiendo::definition {

/// `bytes` as the text that is read and formatted: UTF-8 without byte order mark, LF, normal form
/// C. Nothing where it is no such text, too long, or holds control characters or tabs that indent;
/// the findings say where.
[[nodiscard]] std::optional<std::string> clean_text(std::string_view bytes, Findings& findings);

}  // namespace tiendo::definition
