#include "folder_clock.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "complain.hpp"
#include "journal/sqlite/data_folder.hpp"
#include "wall_clock.hpp"

namespace tiendo::cli {

std::optional<std::filesystem::path> folder_of(const FolderOptions& options, Context& context) {
  if (!options.data.empty()) {
    return options.data;
  }
  const char* folder = std::getenv("TIENDO_DATA");
  if (folder != nullptr && *folder != '\0') {
    return folder;
  }
  complain(context, {Exit::bad_input,
                     "no_folder",
                     {"chưa biết thư mục dữ liệu: thêm --data DIR, hoặc đặt biến TIENDO_DATA",
                      "which data folder? add --data DIR, or set TIENDO_DATA"}});
  return std::nullopt;
}

bool is_rehearsal(const OpenFolder& folder) {
  return folder.data().meta().rehearsal;
}

Result<Timestamp> last_instant(const port::Journal& journal, port::Journal::Position last) {
  Timestamp at{};
  const auto read = journal.read(last == 0 ? 0 : last - 1,
                                 [&](port::Journal::Position, const model::Event& event) {
                                   at = event.at;
                                   return true;
                                 });
  return read.has_error() ? Result<Timestamp>{read.error()} : Result<Timestamp>{at};
}

bool read_clock(const FolderOptions& options, std::optional<Timestamp>& clock, Context& context) {
  if (options.clock.empty()) {
    return true;
  }
  clock = parse_timestamp(options.clock);
  if (!clock) {
    complain(
        context,
        {Exit::bad_input,
         "bad_argument",
         {fmt::format("“{}” không phải là một thời điểm: hãy ghi như 2025-04-20T08:30:00+07:00",
                      options.clock),
          fmt::format("'{}' is not an instant: write it like 2025-04-20T08:30:00+07:00",
                      options.clock)}});
  }
  return clock.has_value();
}

std::optional<Timestamp> now_of(const OpenFolder& folder, std::optional<Timestamp> clock,
                                Timestamp last, Context& context) {
  if (clock && !is_rehearsal(folder)) {
    complain(context, {Exit::bad_input,
                       "not_a_rehearsal",
                       {"--clock chỉ dùng cho thư mục diễn tập (lập bằng --rehearsal); thư mục này "
                        "là hồ sơ thật",
                        "--clock is for rehearsals only (made with --rehearsal); this folder is a "
                        "real record"}});
    return std::nullopt;
  }
  if (clock) {
    return std::max(*clock, last);
  }
  const bool stands = is_rehearsal(folder) && last > Timestamp{};
  return stands ? last : std::max(wall_clock_now(), last);
}

}  // namespace tiendo::cli
