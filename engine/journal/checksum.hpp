#pragma once

#include <cstdint>
#include <string_view>

namespace tiendo::journal {

/// XXH64 with seed 0: finds what a disk or a torn write did to a cache, several bytes a cycle. It
/// proves nothing against a forger; rows have SHA-256 (hash.hpp).
/// Source: https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md
[[nodiscard]] std::uint64_t checksum(std::string_view bytes);

}  // namespace tiendo::journal
