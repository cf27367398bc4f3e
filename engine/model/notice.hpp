#pragma once

#include <optional>
#include <string>

#include "model/ids.hpp"
#include "model/lifecycle.hpp"
#include "model/person.hpp"
#include "model/rung.hpp"

namespace tiendo::model {

enum class AddresseeKind : std::uint8_t { unit, head_of_unit, leaders, office };

template <>
inline std::span<const std::string_view> names_of<AddresseeKind>() {
  static constexpr std::array<std::string_view, 4> names{"unit", "head_of_unit", "leaders",
                                                         "office"};
  return names;
}

/// Whom a notice is for; people are found for it when it is sent.
struct Addressee {
  AddresseeKind kind = AddresseeKind::office;
  UnitId unit;  // of unit and head_of_unit

  friend bool operator==(const Addressee&, const Addressee&) = default;
};

/// Whether what is for `to` is for this person, by the posts that he holds on the day.
[[nodiscard]] bool reaches(const Addressee& to, const Person& person, Day day);

/// `nghiep-vu`, `nghiep-vu:head`, `leaders`, `office`.
[[nodiscard]] std::string to_string(const Addressee& addressee);

/// What a notice is about.
enum class Subject : std::uint8_t {
  announced,
  assigned,
  rung,
  late_to_start,
  plan_returned,
  plan_approved,
  report_returned,
  reopened,
  accepted,
  extension_answered,  // in journals from before the two below told yes and no apart
  suspended,
  resumed,
  cancelled,
  amended,      // an amendment moved its dates
  transferred,  // its unit is another now
  extension_granted,
  extension_refused,
  commented,
  dates_fixed,
  campaign_suspended,  // from here on: of the campaign as a whole, a notice without a task
  campaign_resumed,
  campaign_cancelled,
  campaign_closed,
};

template <>
inline std::span<const std::string_view> names_of<Subject>() {
  static constexpr std::array<std::string_view, 23> names{
      // of a task
      "announced", "assigned", "rung", "late_to_start", "plan_returned", "plan_approved",
      "report_returned", "reopened", "accepted", "extension_answered", "suspended", "resumed",
      "cancelled", "amended", "transferred", "extension_granted", "extension_refused", "commented",
      "dates_fixed",
      // of the campaign
      "campaign_suspended", "campaign_resumed", "campaign_cancelled", "campaign_closed"};
  return names;
}

/// Whether whom it concerns is told at once; else the next morning.
[[nodiscard]] bool is_urgent(Subject subject);

struct Notice {
  std::string key;  // task, due version, subject or rung, recipient, channel: sent once
  TaskId task;      // empty: the campaign as a whole
  Subject subject = Subject::rung;
  std::optional<Rung> rung;
  Addressee to;
  std::string channel;
  std::string reason;  // that was given for it, or what was commented
};

}  // namespace tiendo::model
