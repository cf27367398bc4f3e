#include <fmt/format.h>

#include "folder_clock.hpp"
#include "office.hpp"
#include "runtime/engine.hpp"
#include "runtime/history.hpp"

namespace tiendo::cli {

std::optional<OfficeReader> OfficeReader::open(const FolderOptions& options, Context& context) {
  const auto path = folder_of(options, context);
  std::optional<Timestamp> clock;
  if (!path || !read_clock(options, clock, context)) {
    return std::nullopt;
  }
  OfficeReader reader;
  if (!options.as_of.empty()) {
    reader.as_of_ = parse_day(options.as_of);
    if (!reader.as_of_) {
      complain(context,
               {Exit::bad_input,
                "bad_argument",
                {fmt::format("“{}” không phải là một ngày: hãy ghi như 2025-04-20", options.as_of),
                 fmt::format("'{}' is not a day: write it like 2025-04-20", options.as_of)}});
      return std::nullopt;
    }
  }
  auto folder = OpenFolder::for_reading(*path);
  if (folder.has_error()) {
    complain(context, outside(folder.error()));
    return std::nullopt;
  }
  reader.folder_ = std::move(*folder);
  return reader.load(clock, context) ? std::optional{std::move(reader)} : std::nullopt;
}

bool OfficeReader::load(std::optional<Timestamp> clock, Context& context) {
  runtime::Engine engine{folder_->journal(), &folder_->snapshots()};
  if (auto loaded = engine.load(); loaded.has_error()) {
    complain(context, outside(loaded.error()));
    return false;
  }
  const auto last = last_instant(folder_->journal(), engine.position());
  if (last.has_error()) {
    complain(context, outside(last.error()));
    return false;
  }
  const auto now = now_of(*folder_, clock, *last, context);
  if (!now) {
    return false;
  }
  now_ = *now;
  if (!as_of_) {
    state_ = engine.state();
    const auto due = engine.next_due();
    if (due && *due <= now_) {
      note(context,
           {"có việc đã đến lúc mà chưa ghi (từ " + to_string(*due) + "): chạy `tiendo catch-up`",
            "something has fallen due and is not recorded (since " + to_string(*due) +
                "): run `tiendo catch-up`"});
    }
    return true;
  }
  if (end_of(*as_of_) > now_) {
    note(context, {"ngày này chưa qua hết: chỉ gồm những gì đã ghi đến nay",
                   "that day is not over: this is what is recorded so far"});
  }
  auto state = runtime::state_before(folder_->journal(), end_of(*as_of_));
  if (state.has_error()) {
    complain(context, outside(state.error()));
    return false;
  }
  state_ = std::move(*state);
  now_ = end_of(*as_of_) - std::chrono::microseconds{1};
  return true;
}

}  // namespace tiendo::cli
