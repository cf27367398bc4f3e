#pragma once

#include <string>

#include "port/journal.hpp"

namespace tiendo::journal {

// How a fingerprint stands in the table answers: "@N " and the fingerprint, where N is the
// journal's last event before the command; the fingerprint alone where that was not kept.

[[nodiscard]] std::string stored_fingerprint(const port::KeptAnswer& kept);

/// Fills in `fingerprint` and `before` of `kept`.
void read_fingerprint(std::string stored, port::KeptAnswer& kept);

}  // namespace tiendo::journal
