#pragma once

#include <filesystem>

#include "journal/verify.hpp"

namespace tiendo::journal {

/// A look at the files of evidence of the data folder `folder`. Makes nothing: where there is no
/// folder of evidence, every file is missing.
[[nodiscard]] Verifier::EvidenceCheck evidence_check(const std::filesystem::path& folder);

}  // namespace tiendo::journal
