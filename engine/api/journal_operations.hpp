#pragma once

#include "api/operation.hpp"

namespace tiendo::api {

// The record itself, as it stands in the data folder.

/// A page of rows as lines of JSON, for those who see everything: the position of the last is the
/// `after` of the next page, and a page without lines is the end. Shorter than `limit` where rows
/// are long.
[[nodiscard]] Outcome export_journal(const Reading& reading);
/// The last hash of every stream, for those who see everything.
[[nodiscard]] Outcome get_heads(const Reading& reading);
/// Reads every row and every file of evidence; administrators.
[[nodiscard]] Outcome verify_journal(const Reading& reading);

}  // namespace tiendo::api
