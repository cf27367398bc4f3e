#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tiendo {

/// Whether `text` is well-formed UTF-8 without NUL.
[[nodiscard]] bool is_utf8(std::string_view text) noexcept;

/// `text` in normal form C (Unicode TR 15), the form in which everything is kept. Nothing if it is
/// not UTF-8.
[[nodiscard]] std::optional<std::string> to_nfc(std::string_view text);

/// Lower case, marks kept, normal form C: "Uỷ ban" and "UỶ BAN" are alike. Bytes that are not UTF-8
/// give an empty string.
[[nodiscard]] std::string to_lower(std::string_view text);

/// For comparing and searching: lower case, no marks, đ as d; "Uỷ ban" and "ỦY BAN" fold alike.
/// Bytes that are not UTF-8 give an empty string.
[[nodiscard]] std::string fold(std::string_view text);

}  // namespace tiendo
