#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "definition/finding.hpp"
#include "definition/node.hpp"

namespace tiendo::definition {

/// What a file may hold at most.
inline constexpr std::size_t file_size_max = 16 * 1024 * 1024;  // bytes
inline constexpr std::size_t text_size_max = 64 * 1024;         // bytes of one scalar
inline constexpr std::size_t nodes_max = 2'000'000;
inline constexpr std::size_t depth_max = 64;

/// Reads one YAML document strictly: what two readers of YAML could understand differently is an
/// error. UTF-8 (a byte order mark and CRLF are taken), made normal form C; one document; no
/// anchors, aliases, merge keys or tags; keys are texts and stand once; a plain scalar is null
/// (`~`, `null` or nothing), `true`, `false`, a whole decimal number, a decimal fraction, or text.
/// `yes`, `no`, `on` and `off` are texts. `010`, `0x1F`, `7:30`, `1_000`, `1e3` and `1.000` (a
/// thousand, in Vietnam) are errors that ask for `10` or `"010"`.
///
/// A JSON document with escaped surrogates (`"\ud83d\ude00"`) is read as JSON (json.hpp).
///
/// Gives the root as far as it could be read, even beside errors (so that the checks after this one
/// can add theirs), or nothing where the text is no YAML at all. Memory is bounded by the limits
/// above.
[[nodiscard]] std::optional<Node> read_yaml(std::string_view text, Findings& findings);

}  // namespace tiendo::definition
