#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace tiendo::model {

/// The states and actions of the three lifecycles that no plan may break. Which action is possible
/// in which state is the business of engine/lifecycle alone.
/// Names, as in files, journals and messages, are those of the enumerators.

enum class TaskState : std::uint8_t {
  planned,         // declared, nobody has been told
  announced,       // its units know; a detailed plan is owed and not begun
  planning,        // the detailed plan is being written, or came back
  plan_submitted,  // the detailed plan lies with a leader
  ready,           // nothing stands before its start but the date and the tasks it comes after
  in_progress,     //
  reported,        // done in the words of its unit; a leader has to accept
  accepted,        //
  suspended,       //
  cancelled,       //
};

enum class TaskAction : std::uint8_t {
  announce,
  assign,
  begin_plan,
  submit_plan,
  return_plan,
  approve_plan,
  start,
  report_progress,
  perform_step,
  report,
  return_report,
  accept,
  reopen,
  ask_extension,
  grant_extension,
  refuse_extension,
  fix_dates,
  suspend,
  resume,
  cancel,
  comment,
  attach,
};

enum class CampaignState : std::uint8_t {
  draft,
  issued,   // signed; its period has not begun
  running,  //
  closing,  // its phases have ended; what is left is being accepted
  closed,
  suspended,
  cancelled,
};

enum class CampaignAction : std::uint8_t {
  issue,
  run,
  begin_closing,
  close,
  suspend,
  resume,
  cancel,
  record_result,
  amend,
  set_anchor,
  file_report,  // the summing-up report, after it was closed without
};

/// What is done to the office itself: its people, units, days off, hours, ladders and channels.
enum class OfficeAction : std::uint8_t {
  add_person,
  rename_person,
  give_post,
  end_post,
  set_unit,
  set_holidays,
  set_hours,
  set_ladder,
  set_channels,
  merge_units,
  set_name,
};

enum class DeliveryState : std::uint8_t {
  queued,
  sending,
  waiting_retry,
  sent,
  dead,       // refused for good, or tried for too long
  withdrawn,  // nothing was left to be said, or nobody to say it to
};

enum class DeliveryAction : std::uint8_t { send, confirm, retry_later, give_up, withdraw };

template <class Enum>
std::span<const std::string_view> names_of();

template <>
inline std::span<const std::string_view> names_of<TaskState>() {
  static constexpr std::array<std::string_view, 10> names{
      "planned",     "announced", "planning", "plan_submitted", "ready",
      "in_progress", "reported",  "accepted", "suspended",      "cancelled"};
  return names;
}

template <>
inline std::span<const std::string_view> names_of<TaskAction>() {
  static constexpr std::array<std::string_view, 22> names{
      "announce",         "assign",    "begin_plan",      "submit_plan",   "return_plan",
      "approve_plan",     "start",     "report_progress", "perform_step",  "report",
      "return_report",    "accept",    "reopen",          "ask_extension", "grant_extension",
      "refuse_extension", "fix_dates", "suspend",         "resume",        "cancel",
      "comment",          "attach"};
  return names;
}

template <>
inline std::span<const std::string_view> names_of<CampaignState>() {
  static constexpr std::array<std::string_view, 7> names{
      "draft", "issued", "running", "closing", "closed", "suspended", "cancelled"};
  return names;
}

template <>
inline std::span<const std::string_view> names_of<CampaignAction>() {
  static constexpr std::array<std::string_view, 11> names{
      "issue",  "run",           "begin_closing", "close",      "suspend",    "resume",
      "cancel", "record_result", "amend",         "set_anchor", "file_report"};
  return names;
}

template <>
inline std::span<const std::string_view> names_of<OfficeAction>() {
  static constexpr std::array<std::string_view, 11> names{
      "add_person", "rename_person", "give_post",    "end_post",    "set_unit", "set_holidays",
      "set_hours",  "set_ladder",    "set_channels", "merge_units", "set_name"};
  return names;
}

template <>
inline std::span<const std::string_view> names_of<DeliveryState>() {
  static constexpr std::array<std::string_view, 6> names{"queued", "sending", "waiting_retry",
                                                         "sent",   "dead",    "withdrawn"};
  return names;
}

template <>
inline std::span<const std::string_view> names_of<DeliveryAction>() {
  static constexpr std::array<std::string_view, 5> names{"send", "confirm", "retry_later",
                                                         "give_up", "withdraw"};
  return names;
}

/// The name of `value`, as files and journals write it.
template <class Enum>
[[nodiscard]] std::string_view name(Enum value) {
  return names_of<Enum>()[static_cast<std::size_t>(value)];
}

/// The enumerator called `text`.
template <class Enum>
[[nodiscard]] std::optional<Enum> named(std::string_view text) {
  const auto names = names_of<Enum>();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == text) {
      return static_cast<Enum>(i);
    }
  }
  return std::nullopt;
}

}  // namespace tiendo::model
