#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tiendo::mime {

/// RFC 4648, 4, on one line.
[[nodiscard]] std::string to_base64(std::string_view bytes);
/// The same in lines of 76 characters, each with its line break (RFC 2045, 6.8).
[[nodiscard]] std::string to_base64_lines(std::string_view bytes);
/// Line breaks are passed over; nothing where something else is in the way.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

/// `text` on one line and in UTF-8: line breaks and other control characters become blanks, bytes
/// that are not UTF-8 question marks.
[[nodiscard]] std::string one_line(std::string_view text);

/// One line of text as a header carries it that has `column` characters before it: as it is where
/// that is plain and short, else as encoded words (RFC 2047) on folded lines.
[[nodiscard]] std::string to_header_text(std::string_view text, std::size_t column);
/// What `to_header_text` was given, of what it gave, unfolded.
[[nodiscard]] std::optional<std::string> from_header_text(std::string_view text);

/// Any bytes as plain letters, digits, '-', '_' and '%XX': the same in the name of a file and in a
/// Message-ID.
[[nodiscard]] std::string to_plain_id(std::string_view id);
[[nodiscard]] std::string from_plain_id(std::string_view plain);

}  // namespace tiendo::mime
