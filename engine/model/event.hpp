#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/time.hpp"
#include "calendar/window.hpp"
#include "calendar/working_days.hpp"
#include "chart/snapshot.hpp"
#include "model/command.hpp"
#include "model/evidence.hpp"
#include "model/ids.hpp"
#include "model/merger.hpp"
#include "model/message.hpp"
#include "model/notice.hpp"
#include "model/organisation.hpp"
#include "model/person.hpp"
#include "model/plan.hpp"
#include "model/rung.hpp"

namespace tiendo::model {

/// What has happened. A released event never changes its meaning. `word` is the EVENT of
/// `task.ID.EVENT`, with which the event reaches the chart of the campaign.

struct TaskAnnounced {
  static constexpr std::string_view word = "announced";
  TaskId task;
};

struct TaskAssigned {
  static constexpr std::string_view word = "assigned";
  TaskId task;
  std::vector<Part> leads;
  std::vector<Part> coordinating;
};

struct PlanBegun {
  static constexpr std::string_view word = "plan_begun";
  TaskId task;
};

struct PlanSubmitted {
  static constexpr std::string_view word = "plan_submitted";
  TaskId task;
  std::string document;
};

struct PlanReturned {
  static constexpr std::string_view word = "plan_returned";
  TaskId task;
  std::string reason;
};

struct PlanApproved {
  static constexpr std::string_view word = "plan_approved";
  TaskId task;
  std::string document;
};

struct TaskStarted {
  static constexpr std::string_view word = "started";
  TaskId task;
};

struct ProgressReported {
  static constexpr std::string_view word = "progress";
  TaskId task;
  int percent = 0;
  std::string text;
};

struct StepPerformed {
  static constexpr std::string_view word = "step";
  TaskId task;
  std::string step;
};

struct TaskReported {
  static constexpr std::string_view word = "reported";
  TaskId task;
  std::string document;
  std::string text;
};

struct ReportReturned {
  static constexpr std::string_view word = "report_returned";
  TaskId task;
  std::string reason;
};

struct TaskAccepted {
  static constexpr std::string_view word = "accepted";
  TaskId task;
  std::string text;
};

struct TaskReopened {
  static constexpr std::string_view word = "reopened";
  TaskId task;
  std::string reason;
};

struct ExtensionAsked {
  static constexpr std::string_view word = "extension_asked";
  TaskId task;
  Day due{};
  std::string reason;
};

/// Raises the version of the due date.
struct ExtensionGranted {
  static constexpr std::string_view word = "extension_granted";
  TaskId task;
  Day due{};
};

struct ExtensionRefused {
  static constexpr std::string_view word = "extension_refused";
  TaskId task;
  std::string reason;
};

/// Raises the version of the due date where it or the start moved.
struct DatesFixed {
  static constexpr std::string_view word = "dates_fixed";
  TaskId task;
  std::optional<Day> start;
  Day due{};
};

struct TaskSuspended {
  static constexpr std::string_view word = "suspended";
  TaskId task;
  std::string reason;
};

struct TaskResumed {
  static constexpr std::string_view word = "resumed";
  TaskId task;
};

struct TaskCancelled {
  static constexpr std::string_view word = "cancelled";
  TaskId task;
  std::string reason;
};

struct TaskCommented {
  static constexpr std::string_view word = "commented";
  TaskId task;
  std::string text;
};

struct EvidenceAttached {
  static constexpr std::string_view word = "attached";
  TaskId task;
  Evidence evidence;
  std::string text;
};

/// The clock reached a rung of the task, under this version of its due date. `missed`: it fell due
/// while nothing ran, and a later rung of the same ladder told people instead.
struct RungReached {
  static constexpr std::string_view word = "rung";
  TaskId task;
  std::uint32_t due_version = 0;
  ScheduledRung rung;
  bool missed = false;
};

struct CampaignIssued {
  std::shared_ptr<const Plan> plan;
  std::vector<Source> sources;
};

struct CampaignRun {};
struct CampaignResumed {};

struct CampaignClosing {
  std::string reason;  // why it was not waited for its phases; empty: they have ended
};

struct CampaignSuspended {
  std::string reason;
};

struct CampaignCancelled {
  std::string reason;
};

struct CampaignClosed {
  std::string document;  // of the summing-up report; empty: it is still owed
};

/// The summing-up report that a closed campaign owed.
struct ReportFiled {
  std::string document;
};

/// What was reached of a target until `day`; none: until the day on which it was recorded.
struct ResultRecorded {
  TargetId target;
  double value = 0;
  std::optional<Day> day;
  std::string document;
  bool estimated = false;
  std::optional<double> base;
};

/// Dates that a task has from now on: they raise the version of its due date where they moved.
struct MovedDates {
  TaskId task;
  std::optional<Day> start;
  std::optional<Day> due;
};

/// Units that a task has from now on.
struct MovedUnits {
  TaskId task;
  std::vector<Part> leads;
  std::vector<Part> coordinating;
};

/// Điều chỉnh kế hoạch: the campaign goes on under a new version of its plan. Tasks that it leaves
/// out stand in `plan` as dropped; the version that an event carries is the new one from here on.
struct PlanAmended {
  std::shared_ptr<const Plan> plan;
  std::vector<Source> sources;
  DocumentReference document;
  std::string reason;
  std::vector<MovedDates> dates;
  std::vector<MovedUnits> units;
};

/// A day that phrases of the plan count from is known, or is another: "ngày bầu cử".
struct AnchorSet {
  std::string anchor;
  Day day{};
  std::string document;
  std::vector<MovedDates> dates;
};

/// Its unit is no more: the task is another's. What its units were stands in the events before.
struct TaskTransferred {
  static constexpr std::string_view word = "transferred";
  TaskId task;
  std::vector<Part> leads;
  std::vector<Part> coordinating;
  std::string reason;
};

/// What a chart did: the phases of the campaign, or the procedure of a task, in the names of the
/// plan's version. Replay stores where it stands and never runs the interpreter.
struct ChartMoved {
  TaskId task;  // empty: the phases
  std::string cause;
  std::vector<std::string> exited;
  std::vector<std::string> entered;
  std::shared_ptr<const chart::Snapshot> stands;  // never null
};

struct NoticeQueued {
  Notice notice;
};

/// Of a notice of the campaign; in the stream of the office, of a message.
struct DeliveryMoved {
  std::string key;
  DeliveryState state = DeliveryState::queued;
  std::string reason;
  std::optional<Timestamp> retry_at;
};

struct PersonAdded {
  Person person;
};

struct PersonRenamed {
  UserId user;
  std::string name;
};

struct PostGiven {
  UserId user;
  Post post;
};

struct PostEnded {
  UserId user;
  Role role = Role::viewer;
  UnitId unit;
  Day until{};
};

struct UnitSet {
  Unit unit;
};

/// Units became one on a day: they are valid until the day before, their people are the new one's
/// from that day. Tasks follow in the campaigns, on the day.
struct UnitsMerged {
  Merger merger;
};

struct HolidaysSet {
  std::vector<calendar::HolidayYear> years;
};

struct HoursSet {
  OfficeHours hours;
};

struct LadderSet {
  std::string name;
  Ladder ladder;
};

struct OfficeNamed {
  std::string name;
};

struct ChannelsSet {
  std::vector<std::string> channels;
};

struct MessageQueued {
  Message message;
};

/// The digests of this morning are queued, if there were any.
struct DigestsQueued {
  Day day{};
};

using EventBody = std::variant<
    TaskAnnounced, TaskAssigned, PlanBegun, PlanSubmitted, PlanReturned, PlanApproved, TaskStarted,
    ProgressReported, StepPerformed, TaskReported, ReportReturned, TaskAccepted, TaskReopened,
    ExtensionAsked, ExtensionGranted, ExtensionRefused, DatesFixed, TaskSuspended, TaskResumed,
    TaskCancelled, TaskCommented, EvidenceAttached, RungReached, CampaignIssued, CampaignRun,
    CampaignClosing, CampaignClosed, CampaignSuspended, CampaignResumed, CampaignCancelled,
    ResultRecorded, ChartMoved, NoticeQueued, DeliveryMoved, PersonAdded, PersonRenamed, PostGiven,
    PostEnded, UnitSet, HolidaysSet, HoursSet, LadderSet, ChannelsSet, MessageQueued, DigestsQueued,
    PlanAmended, AnchorSet, TaskTransferred, UnitsMerged, OfficeNamed, ReportFiled>;

/// One row of the journal.
struct Event {
  Timestamp at;
  UserId actor;                               // empty: the engine itself
  std::shared_ptr<const OnBehalf> on_behalf;  // of the few events that were entered for another
  CampaignId campaign;                        // the stream; empty: the office
  std::uint32_t plan_version = 0;             // under which it was decided
  EventBody body;
};

}  // namespace tiendo::model
