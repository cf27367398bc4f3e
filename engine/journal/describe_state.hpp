#pragma once

#include "journal/describe_parts.hpp"
#include "journal/describe_plan.hpp"
#include "model/state.hpp"

namespace tiendo::journal {

// The state of record, for the cache alone: nothing here is a name on disk.

template <>
struct Description<model::ReachedRungs> {
  static constexpr bool as_bytes = true;
};

template <>
struct Description<model::ExtensionRequest> {
  using T = model::ExtensionRequest;
  static constexpr auto fields = std::tuple{
      required("due", &T::due),
      required("reason", &T::reason),
  };
};

template <>
struct Description<model::Task> {
  using T = model::Task;
  static constexpr std::size_t not_written = 1;  // procedure, beside its chart
  static constexpr auto fields = std::tuple{
      required("state", &T::state),
      required("before_suspension", &T::before_suspension),
      required("version", &T::version),
      required("leads", &T::leads),
      required("coordinating", &T::coordinating),
      required("certainty", &T::certainty),
      required("start", &T::start),
      required("due", &T::due),
      required("first_due", &T::first_due),
      required("due_version", &T::due_version),
      required("extensions", &T::extensions),
      required("asked", &T::asked),
      required("announced_at", &T::announced_at),
      required("dates_set_at", &T::dates_set_at),
      required("reported_at", &T::reported_at),
      required("accepted_at", &T::accepted_at),
      required("reached", &T::reached),
      required("percent", &T::percent),
      required("progress", &T::progress),
      required("plan_document", &T::plan_document),
      required("report_document", &T::report_document),
      required("evidence", &T::evidence),
  };
};

template <>
struct Description<model::Delivery> {
  using T = model::Delivery;
  static constexpr auto fields = std::tuple{
      required("state", &T::state),
      required("tries", &T::tries),
      required("retry_at", &T::retry_at),
  };
};

template <>
struct Description<model::WaitingNotice> {
  using T = model::WaitingNotice;
  static constexpr auto fields = std::tuple{
      required("notice", &T::notice),
      required("by", &T::by),
      required("delivery", &T::delivery),
  };
};

template <>
struct Description<model::WaitingMessage> {
  using T = model::WaitingMessage;
  static constexpr auto fields = std::tuple{
      required("message", &T::message),
      required("queued_at", &T::queued_at),
      required("delivery", &T::delivery),
  };
};

template <>
struct Description<model::Result> {
  using T = model::Result;
  static constexpr auto fields = std::tuple{
      required("value", &T::value),       required("day", &T::day),
      required("document", &T::document), required("estimated", &T::estimated),
      required("base", &T::base),
  };
};

template <>
struct Description<model::Amendment> {
  using T = model::Amendment;
  static constexpr auto fields = std::tuple{
      required("version", &T::version),
      required("document", &T::document),
      required("reason", &T::reason),
      required("at", &T::at),
  };
};

template <>
struct Description<model::Campaign> {
  using T = model::Campaign;
  static constexpr std::size_t not_written = 2;  // tasks and phases, beside their charts
  static constexpr auto fields = std::tuple{
      required("id", &T::id),
      required("plan", &T::plan),
      required("plan_version", &T::plan_version),
      required("state", &T::state),
      required("before_suspension", &T::before_suspension),
      required("suspensions", &T::suspensions),
      required("issued_at", &T::issued_at),
      required("results", &T::results),
      required("anchors", &T::anchors),
      required("amendments", &T::amendments),
      required("report_document", &T::report_document),
      required("outbox", &T::outbox),
      required("urgent_waiting", &T::urgent_waiting),
  };
};

template <>
struct Description<model::StandingLadder> {
  using T = model::StandingLadder;
  static constexpr auto fields = std::tuple{
      required("ladder", &T::ladder),
      required("set_at", &T::set_at),
  };
};

template <>
struct Description<model::Office> {
  using T = model::Office;
  static constexpr std::size_t not_written = 1;  // working_days, from the holidays
  static constexpr auto fields = std::tuple{
      required("people", &T::people),         required("units", &T::units),
      required("holidays", &T::holidays),     required("hours", &T::hours),
      required("ladders", &T::ladders),       required("channels", &T::channels),
      required("digests_on", &T::digests_on), required("outbox", &T::outbox),
      required("mergers", &T::mergers),       required("name", &T::name),
  };
};

template <>
struct Description<chart::Remembered> {
  using T = chart::Remembered;
  static constexpr auto fields = std::tuple{
      required("history", &T::history),
      required("state", &T::state),
  };
};

template <>
struct Description<chart::Pending> {
  using T = chart::Pending;
  static constexpr auto fields = std::tuple{
      required("due", &T::due),
      required("event", &T::event),
      required("id", &T::id),
  };
};

}  // namespace tiendo::journal
