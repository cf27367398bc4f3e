#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/time.hpp"
#include "calendar/working_days.hpp"
#include "model/evidence.hpp"
#include "model/ids.hpp"
#include "model/lifecycle.hpp"
#include "model/merger.hpp"
#include "model/organisation.hpp"
#include "model/person.hpp"
#include "model/plan.hpp"

namespace tiendo::model {

/// What people ask for. Each is decided by the function `decide` of the same name's file in
/// engine/decide; `action` says which step of the law it is.

struct AnnounceTask {
  static constexpr auto action = TaskAction::announce;
  TaskId task;
};

/// Phân công: replaces the units of the task.
struct AssignTask {
  static constexpr auto action = TaskAction::assign;
  TaskId task;
  std::vector<Part> leads;
  std::vector<Part> coordinating;
};

struct BeginPlan {
  static constexpr auto action = TaskAction::begin_plan;
  TaskId task;
};

struct SubmitPlan {
  static constexpr auto action = TaskAction::submit_plan;
  TaskId task;
  std::string document;  // its number; may be empty while it is a draft
};

struct ReturnPlan {
  static constexpr auto action = TaskAction::return_plan;
  TaskId task;
  std::string reason;
};

struct ApprovePlan {
  static constexpr auto action = TaskAction::approve_plan;
  TaskId task;
  std::string document;
};

struct StartTask {
  static constexpr auto action = TaskAction::start;
  TaskId task;
};

struct ReportProgress {
  static constexpr auto action = TaskAction::report_progress;
  TaskId task;
  int percent = 0;  // 0 to 100
  std::string text;
};

/// A step of the procedure of its kind, by the name of the event that the procedure waits for.
struct PerformStep {
  static constexpr auto action = TaskAction::perform_step;
  TaskId task;
  std::string step;
};

struct ReportTask {
  static constexpr auto action = TaskAction::report;
  TaskId task;
  std::string document;
  std::string text;
};

struct ReturnReport {
  static constexpr auto action = TaskAction::return_report;
  TaskId task;
  std::string reason;
};

struct AcceptTask {
  static constexpr auto action = TaskAction::accept;
  TaskId task;
  std::string text;
};

struct ReopenTask {
  static constexpr auto action = TaskAction::reopen;
  TaskId task;
  std::string reason;
};

struct AskExtension {
  static constexpr auto action = TaskAction::ask_extension;
  TaskId task;
  Day due{};
  std::string reason;
};

/// Without a day, the one that was asked for.
struct GrantExtension {
  static constexpr auto action = TaskAction::grant_extension;
  TaskId task;
  std::optional<Day> due;
};

struct RefuseExtension {
  static constexpr auto action = TaskAction::refuse_extension;
  TaskId task;
  std::string reason;
};

/// Chốt thời gian: a tentative window becomes firm.
struct FixDates {
  static constexpr auto action = TaskAction::fix_dates;
  TaskId task;
  std::optional<Day> start;
  Day due{};
};

struct SuspendTask {
  static constexpr auto action = TaskAction::suspend;
  TaskId task;
  std::string reason;
};

struct ResumeTask {
  static constexpr auto action = TaskAction::resume;
  TaskId task;
};

struct CancelTask {
  static constexpr auto action = TaskAction::cancel;
  TaskId task;
  std::string reason;
};

struct CommentTask {
  static constexpr auto action = TaskAction::comment;
  TaskId task;
  std::string text;
};

/// Files whose content is kept already, under its hash.
struct AttachEvidence {
  static constexpr auto action = TaskAction::attach;
  TaskId task;
  std::vector<Evidence> files;
  std::string text;  // what they show; may be empty
};

/// A file as it was read: all inputs of a campaign are kept with it.
struct Source {
  std::string name;
  std::string text;
};

struct IssueCampaign {
  static constexpr auto action = CampaignAction::issue;
  std::shared_ptr<const Plan> plan;
  std::vector<Source> sources;
};

struct SuspendCampaign {
  static constexpr auto action = CampaignAction::suspend;
  std::string reason;
};

struct ResumeCampaign {
  static constexpr auto action = CampaignAction::resume;
};

struct CancelCampaign {
  static constexpr auto action = CampaignAction::cancel;
  std::string reason;
};

/// Where its phases have not ended, they end with it, for `reason`.
struct CloseCampaign {
  static constexpr auto action = CampaignAction::close;
  std::string document;      // of the summing-up report; may follow later
  bool cancel_open = false;  // tasks that are open are cancelled with `reason`; else they refuse it
  std::string reason;
};

/// What has been reached of a target until `day`; none: until today.
struct RecordResult {
  static constexpr auto action = CampaignAction::record_result;
  TargetId target;
  double value = 0;
  std::optional<Day> day;
  std::string document;
  bool estimated = false;
  std::optional<double> base;
};

/// Điều chỉnh kế hoạch: `plan` is what the campaign goes on under.
struct AmendPlan {
  static constexpr auto action = CampaignAction::amend;
  std::shared_ptr<const Plan> plan;
  std::vector<Source> sources;
  DocumentReference document;  // that orders it
  std::string reason;
  std::map<std::string, std::string> states;  // of the phases, where one has another id now
};

struct SetAnchor {
  static constexpr auto action = CampaignAction::set_anchor;
  std::string anchor;
  Day day{};
  std::string document;
};

/// Báo cáo tổng kết of a campaign that was closed without it.
struct FileReport {
  static constexpr auto action = CampaignAction::file_report;
  std::string document;
};

using TaskCommand =
    std::variant<AnnounceTask, AssignTask, BeginPlan, SubmitPlan, ReturnPlan, ApprovePlan,
                 StartTask, ReportProgress, PerformStep, ReportTask, ReturnReport, AcceptTask,
                 ReopenTask, AskExtension, GrantExtension, RefuseExtension, FixDates, SuspendTask,
                 ResumeTask, CancelTask, CommentTask, AttachEvidence>;

using CampaignCommand = std::variant<IssueCampaign, SuspendCampaign, ResumeCampaign, CancelCampaign,
                                     CloseCampaign, RecordResult, AmendPlan, SetAnchor, FileReport>;

/// A step in the delivery of a message, or of a notice where a campaign is named, told by the
/// channel that carries it.
struct DeliveryCommand {
  std::string key;
  DeliveryAction action = DeliveryAction::send;
  std::string reason;                 // of a retry or of giving up
  std::optional<Timestamp> retry_at;  // of a retry
};

struct AddPerson {
  static constexpr auto action = OfficeAction::add_person;
  Person person;
};

struct RenamePerson {
  static constexpr auto action = OfficeAction::rename_person;
  UserId user;
  std::string name;
};

struct GivePost {
  static constexpr auto action = OfficeAction::give_post;
  UserId user;
  Post post;
};

/// The last day of a post that is held then.
struct EndPost {
  static constexpr auto action = OfficeAction::end_post;
  UserId user;
  Role role = Role::viewer;
  UnitId unit;
  Day until{};
};

/// A new unit, or an old one as it is from now on.
struct SetUnit {
  static constexpr auto action = OfficeAction::set_unit;
  Unit unit;
};

/// Public holidays, a year at a time; replaces what was known of those years.
struct SetHolidays {
  static constexpr auto action = OfficeAction::set_holidays;
  std::vector<calendar::HolidayYear> years;
};

/// When the office opens, and people are told, and when it closes.
struct SetHours {
  static constexpr auto action = OfficeAction::set_hours;
  OfficeHours hours;
};

/// The ladder that plans call `name`: new, or as it is from now on. What it would have told before
/// now is not told.
struct SetLadder {
  static constexpr auto action = OfficeAction::set_ladder;
  std::string name;
  Ladder ladder;
};

/// By what people are told beside their inbox: messages are queued for each of these from now on.
struct SetChannels {
  static constexpr auto action = OfficeAction::set_channels;
  std::vector<std::string> channels;
};

struct NameOffice {
  static constexpr auto action = OfficeAction::set_name;
  std::string name;
};

/// Sáp nhập: units become one on a day.
struct MergeUnits {
  static constexpr auto action = OfficeAction::merge_units;
  Merger merger;
};

using OfficeCommand = std::variant<AddPerson, RenamePerson, GivePost, EndPost, SetUnit, SetHolidays,
                                   SetHours, SetLadder, SetChannels, MergeUnits, NameOffice>;

/// All of them or none, each on the office as those before it leave it.
using OfficeCommands = std::vector<OfficeCommand>;

/// What somebody asks for. The roles of `actor` are those of the office on the day.
struct Command {
  UserId actor;
  std::optional<OnBehalf> on_behalf;
  CampaignId campaign;  // empty: a command on the office
  std::variant<TaskCommand, CampaignCommand, DeliveryCommand, OfficeCommands> body;
};

}  // namespace tiendo::model
