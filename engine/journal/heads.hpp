#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"
#include "journal/row.hpp"

namespace tiendo::journal {

/// The last row of a stream: its hash stands for all rows before it. Kept elsewhere, it shows later
/// whether the journal has been rewritten or shortened.
struct Head {
  std::string stream;
  std::uint64_t version = 0;
  Hash hash{};

  friend bool operator==(const Head&, const Head&) = default;
};

/// One line a head: `STREAM VERSION HASH`.
[[nodiscard]] std::string to_lines(const std::vector<Head>& heads);

/// What `tiendo journal verify` says before the heads of a journal of so many rows.
[[nodiscard]] Text intact_journal(std::uint64_t rows);

/// What `to_lines` wrote; empty lines, lines that begin with #, spaces around, a byte order mark
/// and `intact_journal` before the heads are let pass. The error names the line; that there is no
/// head is one too, for nothing would be compared. `file` is where the text comes from.
[[nodiscard]] Result<std::vector<Head>> parse_heads(std::string_view text, const std::string& file);

}  // namespace tiendo::journal
