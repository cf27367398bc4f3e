#pragma once

#include <filesystem>
#include <optional>

#include "base/result.hpp"
#include "base/time.hpp"
#include "folder_options.hpp"
#include "open_folder.hpp"

namespace tiendo::cli {

/// The folder of the arguments or of the environment; nothing, having complained, where neither
/// names one.
[[nodiscard]] std::optional<std::filesystem::path> folder_of(const FolderOptions& options,
                                                             Context& context);

[[nodiscard]] bool is_rehearsal(const OpenFolder& folder);

/// When the event at `last`, the last of the journal, happened; the beginning of time where it is
/// 0.
[[nodiscard]] Result<Timestamp> last_instant(const port::Journal& journal,
                                             port::Journal::Position last);

/// Reads `--clock`, if it is there. False, having complained, where it is no instant.
[[nodiscard]] bool read_clock(const FolderOptions& options, std::optional<Timestamp>& clock,
                              Context& context);

/// What time it is for the folder, never before `last`. The clock may be set in a rehearsal only;
/// without it the clock of a rehearsal stands where it was left. Nothing, having complained, where
/// it may not be set.
[[nodiscard]] std::optional<Timestamp> now_of(const OpenFolder& folder,
                                              std::optional<Timestamp> clock, Timestamp last,
                                              Context& context);

}  // namespace tiendo::cli
