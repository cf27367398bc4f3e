#pragma once

#include <filesystem>

namespace tiendo::journal {

// Where the parts of a data folder stand. FORMAT.md, "data folder".

[[nodiscard]] inline std::filesystem::path journal_in(const std::filesystem::path& folder) {
  return folder / "journal.db";
}
[[nodiscard]] inline std::filesystem::path secrets_in(const std::filesystem::path& folder) {
  return folder / "secrets.db";
}
[[nodiscard]] inline std::filesystem::path evidence_in(const std::filesystem::path& folder) {
  return folder / "evidence";
}
[[nodiscard]] inline std::filesystem::path snapshot_in(const std::filesystem::path& folder) {
  return folder / "snapshot";
}

}  // namespace tiendo::journal
