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
/// Of a demo: the people who act in it by themselves.
[[nodiscard]] inline std::filesystem::path stories_in(const std::filesystem::path& folder) {
  return folder / "stories";
}
/// Of a rehearsal: how its clock was left.
[[nodiscard]] inline std::filesystem::path clock_in(const std::filesystem::path& folder) {
  return folder / "clock.json";
}
/// Letters as files.
[[nodiscard]] inline std::filesystem::path mail_in(const std::filesystem::path& folder) {
  return folder / "mail";
}

}  // namespace tiendo::journal
