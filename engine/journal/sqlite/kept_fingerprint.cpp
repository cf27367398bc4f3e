#include "journal/sqlite/kept_fingerprint.hpp"

#include <charconv>

namespace tiendo::journal {

std::string stored_fingerprint(const port::KeptAnswer& kept) {
  return kept.before ? '@' + std::to_string(*kept.before) + ' ' + kept.fingerprint
                     : kept.fingerprint;
}

void read_fingerprint(std::string stored, port::KeptAnswer& kept) {
  if (stored.starts_with('@')) {
    const auto* const end = stored.data() + stored.size();
    std::uint64_t before = 0;
    const auto read = std::from_chars(stored.data() + 1, end, before);
    if (read.ec == std::errc{} && read.ptr != end && *read.ptr == ' ') {
      kept.before = before;
      kept.fingerprint.assign(read.ptr + 1, end);
      return;
    }
  }
  kept.fingerprint = std::move(stored);
}

}  // namespace tiendo::journal
