#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/shared.hpp"
#include "base/time.hpp"
#include "calendar/window.hpp"
#include "calendar/working_days.hpp"
#include "chart/interpreter.hpp"
#include "model/evidence.hpp"
#include "model/ids.hpp"
#include "model/lifecycle.hpp"
#include "model/merger.hpp"
#include "model/message.hpp"
#include "model/notice.hpp"
#include "model/organisation.hpp"
#include "model/person.hpp"
#include "model/plan.hpp"
#include "model/rung.hpp"

namespace tiendo::model {

struct ExtensionRequest {
  Day due{};
  std::string reason;

  friend bool operator==(const ExtensionRequest&, const ExtensionRequest&) = default;
};

struct Event;

/// A task of a running campaign. All of it is derived from the events. Most tasks wait: what comes
/// with the work on them costs little before there is any.
struct Task {
  TaskState state = TaskState::planned;
  TaskState before_suspension = TaskState::planned;
  calendar::Certainty certainty = calendar::Certainty::firm;
  std::uint32_t version = 0;  // rises with every event of the task

  Shared<std::vector<Part>> leads;
  Shared<std::vector<Part>> coordinating;

  std::optional<Day> start;
  std::optional<Day> due;
  std::optional<Day> first_due;  // as the plan had it
  std::uint32_t due_version = 1;
  int extensions = 0;
  SharedOptional<ExtensionRequest> asked;

  Timestamp announced_at;
  Timestamp dates_set_at;  // no reminder of start and due date exists before it
  std::optional<Timestamp> reported_at;
  std::optional<Timestamp> accepted_at;
  ReachedRungs reached;

  int percent = 0;
  Shared<std::string> progress;       // in words, the latest
  Shared<std::string> plan_document;  // number of the detailed plan
  Shared<std::string> report_document;
  Shared<std::vector<Evidence>> evidence;
  SharedOptional<chart::Machine> procedure;

  friend bool operator==(const Task&, const Task&) = default;
};

/// What is on its way, and how far it came.
struct Delivery {
  DeliveryState state = DeliveryState::queued;
  int tries = 0;
  std::optional<Timestamp> retry_at;

  friend bool operator==(const Delivery&, const Delivery&) = default;
};

/// A notice that no message has carried yet.
struct WaitingNotice {
  Notice notice;
  UserId by;  // who caused it; empty: the clock
  Delivery delivery;
};

struct WaitingMessage {
  Message message;
  Timestamp queued_at;
  Delivery delivery;
};

/// A version of the plan that came after the first.
struct Amendment {
  std::uint32_t version = 0;
  DocumentReference document;
  std::string reason;
  Timestamp at;
};

struct Campaign {
  CampaignId id;
  std::shared_ptr<const Plan> plan;
  std::uint32_t plan_version = 1;
  CampaignState state = CampaignState::draft;
  CampaignState before_suspension = CampaignState::draft;
  std::uint32_t suspensions = 0;  // so far
  Timestamp issued_at;
  std::vector<Task> tasks;  // as in the plan
  chart::Machine phases;
  std::map<TargetId, std::vector<Result>> results;  // by day; of one day, as they were recorded
  std::map<std::string, Day> anchors;               // fixed since the plan was issued
  std::vector<Amendment> amendments;
  std::string report_document;  // of a closed campaign: the summing-up report; empty: owed
  boost::unordered_flat_map<std::string, WaitingNotice> outbox;  // by key
  std::uint32_t urgent_waiting = 0;  // of the outbox: what cannot wait for the morning
};

/// The calendar before any holidays were set: all years as the law computes them.
[[nodiscard]] std::shared_ptr<const calendar::WorkingDays> working_days_by_law();

/// A ladder of the office: from `set_at` on it is what tasks with its name go by.
struct StandingLadder {
  Ladder ladder;
  Timestamp set_at;
};

/// What all campaigns share.
struct Office {
  std::string name;  // "Liên minh HTX tỉnh Yên Bái"; may be empty
  boost::unordered_flat_map<UserId, Person, std::hash<UserId>> people;
  std::map<UnitId, Unit> units;
  std::map<int, calendar::HolidayYear> holidays;  // by year
  std::optional<OfficeHours> hours;               // none: those that a plan brings along
  std::map<std::string, StandingLadder> ladders;  // by name; others are those of the plan
  std::vector<std::string> channels;              // none: people are told in their inbox alone
  std::optional<Day> digests_on;                  // the last morning of which they were queued
  std::map<std::string, WaitingMessage> outbox;   // by key: neither sent, dead nor withdrawn
  std::vector<Merger> mergers;                    // in the order in which they were decided
  std::shared_ptr<const calendar::WorkingDays> working_days = working_days_by_law();

  [[nodiscard]] const OfficeHours& hours_for(const Plan& plan) const {
    return hours ? *hours : plan.organisation.hours;
  }
};

using Campaigns = std::map<CampaignId, Campaign>;

/// The state of record in memory: a fold of `apply` over the journal.
struct State {
  Campaigns campaigns;
  Office office;
  Timestamp latest = Timestamp::min();  // when the latest event happened

  [[nodiscard]] const Campaign* find(const CampaignId& id) const {
    const auto found = campaigns.find(id);
    return found == campaigns.end() ? nullptr : &found->second;
  }
};

/// Takes `event` into `state`. Total: whatever the journal holds can be applied.
void apply(State& state, const Event& event);

}  // namespace tiendo::model
