#pragma once

#include "journal/describe_parts.hpp"
#include "journal/describe_plan.hpp"
#include "journal/event_type.hpp"
#include "model/event.hpp"

namespace tiendo::journal {

template <>
struct Description<model::Source> {
  using T = model::Source;
  static constexpr auto fields = std::tuple{
      required("name", &T::name),
      required("text", &T::text),
  };
};

template <>
struct Description<model::CampaignIssued> {
  using T = model::CampaignIssued;
  static constexpr EventType type{"CampaignIssued", 3, 1};
  static constexpr auto fields = std::tuple{
      optional("sources", &T::sources),
      required("plan", &T::plan),
  };
};

template <>
struct Description<model::CampaignRun> {
  static constexpr EventType type{"CampaignRun"};
  static constexpr auto fields = std::tuple{};
};

template <>
struct Description<model::CampaignClosing> {
  using T = model::CampaignClosing;
  static constexpr EventType type{"CampaignClosing", 2, 1};
  static constexpr auto fields = std::tuple{
      optional("reason", &T::reason),
  };
};

template <>
struct Description<model::CampaignClosed> {
  using T = model::CampaignClosed;
  static constexpr EventType type{"CampaignClosed", 2, 1};
  static constexpr auto fields = std::tuple{
      optional("document", &T::document),
  };
};

template <>
struct Description<model::CampaignSuspended> {
  using T = model::CampaignSuspended;
  static constexpr EventType type{"CampaignSuspended"};
  static constexpr auto fields = std::tuple{
      optional("reason", &T::reason),
  };
};

template <>
struct Description<model::CampaignResumed> {
  static constexpr EventType type{"CampaignResumed"};
  static constexpr auto fields = std::tuple{};
};

template <>
struct Description<model::CampaignCancelled> {
  using T = model::CampaignCancelled;
  static constexpr EventType type{"CampaignCancelled"};
  static constexpr auto fields = std::tuple{
      optional("reason", &T::reason),
  };
};

template <>
struct Description<model::ResultRecorded> {
  using T = model::ResultRecorded;
  static constexpr EventType type{"ResultRecorded", 2, 1};
  static constexpr auto fields = std::tuple{
      required("target", &T::target),
      required("value", &T::value),
      optional("day", &T::day),
      optional("document", &T::document),
      optional("estimated", &T::estimated),
      optional("base", &T::base),
  };
};

template <>
struct Description<model::MovedDates> {
  using T = model::MovedDates;
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      optional("start", &T::start),
      optional("due", &T::due),
  };
};

template <>
struct Description<model::MovedUnits> {
  using T = model::MovedUnits;
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      optional("leads", &T::leads),
      optional("coordinating", &T::coordinating),
  };
};

template <>
struct Description<model::PlanAmended> {
  using T = model::PlanAmended;
  static constexpr EventType type{"PlanAmended"};
  static constexpr auto fields = std::tuple{
      optional("sources", &T::sources), required("document", &T::document),
      optional("reason", &T::reason),   optional("dates", &T::dates),
      optional("units", &T::units),     required("plan", &T::plan),
  };
};

template <>
struct Description<model::AnchorSet> {
  using T = model::AnchorSet;
  static constexpr EventType type{"AnchorSet"};
  static constexpr auto fields = std::tuple{
      required("anchor", &T::anchor),
      required("day", &T::day),
      optional("document", &T::document),
      optional("dates", &T::dates),
  };
};

template <>
struct Description<model::ReportFiled> {
  using T = model::ReportFiled;
  static constexpr EventType type{"ReportFiled"};
  static constexpr auto fields = std::tuple{required("document", &T::document)};
};

template <>
struct Description<model::ChartMoved> {
  using T = model::ChartMoved;
  static constexpr EventType type{"ChartMoved"};
  static constexpr auto fields = std::tuple{
      optional("task", &T::task),     optional("cause", &T::cause),
      optional("exited", &T::exited), optional("entered", &T::entered),
      required("stands", &T::stands),
  };
};

template <>
struct Description<model::NoticeQueued> {
  using T = model::NoticeQueued;
  static constexpr EventType type{"NoticeQueued", 3, 1};
  static constexpr auto fields = std::tuple{
      required("notice", &T::notice),
  };
};

template <>
struct Description<model::DeliveryMoved> {
  using T = model::DeliveryMoved;
  static constexpr EventType type{"DeliveryMoved", /*schema*/ 2, /*read_since*/ 1};
  static constexpr auto fields = std::tuple{
      required("key", &T::key),
      required("state", &T::state),
      optional("reason", &T::reason),
      optional("retry_at_us", &T::retry_at),
  };
};

// Of the office.

template <>
struct Description<model::PersonAdded> {
  using T = model::PersonAdded;
  static constexpr EventType type{"PersonAdded"};
  static constexpr auto fields = std::tuple{
      required("person", &T::person),
  };
};

template <>
struct Description<model::PersonRenamed> {
  using T = model::PersonRenamed;
  static constexpr EventType type{"PersonRenamed"};
  static constexpr auto fields = std::tuple{
      required("user", &T::user),
      required("name", &T::name),
  };
};

template <>
struct Description<model::PostGiven> {
  using T = model::PostGiven;
  static constexpr EventType type{"PostGiven"};
  static constexpr auto fields = std::tuple{
      required("user", &T::user),
      required("post", &T::post),
  };
};

template <>
struct Description<model::PostEnded> {
  using T = model::PostEnded;
  static constexpr EventType type{"PostEnded"};
  static constexpr auto fields = std::tuple{
      required("user", &T::user),
      required("role", &T::role),
      optional("unit", &T::unit),
      required("until", &T::until),
  };
};

template <>
struct Description<model::UnitSet> {
  using T = model::UnitSet;
  static constexpr EventType type{"UnitSet"};
  static constexpr auto fields = std::tuple{
      required("unit", &T::unit),
  };
};

template <>
struct Description<model::UnitsMerged> {
  using T = model::UnitsMerged;
  static constexpr EventType type{"UnitsMerged"};
  static constexpr auto fields = std::tuple{
      required("merger", &T::merger),
  };
};

template <>
struct Description<model::HolidaysSet> {
  using T = model::HolidaysSet;
  static constexpr EventType type{"HolidaysSet"};
  static constexpr auto fields = std::tuple{
      optional("years", &T::years),
  };
};

template <>
struct Description<model::HoursSet> {
  using T = model::HoursSet;
  static constexpr EventType type{"HoursSet"};
  static constexpr auto fields = std::tuple{
      required("hours", &T::hours),
  };
};

template <>
struct Description<model::LadderSet> {
  using T = model::LadderSet;
  static constexpr EventType type{"LadderSet"};
  static constexpr auto fields = std::tuple{
      required("name", &T::name),
      required("ladder", &T::ladder),
  };
};

template <>
struct Description<model::OfficeNamed> {
  using T = model::OfficeNamed;
  static constexpr EventType type{"OfficeNamed"};
  static constexpr auto fields = std::tuple{
      required("name", &T::name),
  };
};

template <>
struct Description<model::ChannelsSet> {
  using T = model::ChannelsSet;
  static constexpr EventType type{"ChannelsSet"};
  static constexpr auto fields = std::tuple{
      optional("channels", &T::channels),
  };
};

template <>
struct Description<model::MessageQueued> {
  using T = model::MessageQueued;
  static constexpr EventType type{"MessageQueued", 3, 1};
  static constexpr auto fields = std::tuple{
      required("message", &T::message),
  };
};

template <>
struct Description<model::DigestsQueued> {
  using T = model::DigestsQueued;
  static constexpr EventType type{"DigestsQueued"};
  static constexpr auto fields = std::tuple{
      required("day", &T::day),
  };
};

}  // namespace tiendo::journal
