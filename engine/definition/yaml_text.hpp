#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "definition/finding.hpp"

namespace tiendo::definition {

/// `bytes` as the text that is read and formatted: UTF-8 without byte order mark, LF, normal form
/// C. Nothing where it is no such text, too long, or holds control characters, tabs that
/// indent or characters that turn the direction of writing;
/// the findings say where.
[[nodiscard]] std::optional<std::string> clean_text(std::string_view bytes, Findings& findings);

/// Whether `text` holds no control characters but line feeds and tabs, and none that turn the
/// direction of writing.
[[nodiscard]] bool shows_as_written(std::string_view text);

/// Whether `text` holds nothing to be seen: spaces and characters of no width, or nothing at all.
[[nodiscard]] bool is_blank(std::string_view text);

}  // namespace tiendo::definition
