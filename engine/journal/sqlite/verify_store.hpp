#pragma once

#include "journal/sqlite/store.hpp"
#include "journal/verify.hpp"

namespace tiendo::journal {

/// Reads the whole journal, as it is at one moment, and says all that is wrong with it: rows, heads
/// and what SQLite finds in the file itself. What cannot be read is a finding too.
[[nodiscard]] Report verify(const Store& store, Verifier::Options options);

}  // namespace tiendo::journal
