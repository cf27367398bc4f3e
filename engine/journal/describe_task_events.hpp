#pragma once

#include "journal/describe_parts.hpp"
#include "journal/describe_plan.hpp"
#include "journal/event_type.hpp"
#include "model/event.hpp"

namespace tiendo::journal {

template <>
struct Description<model::TaskAnnounced> {
  using T = model::TaskAnnounced;
  static constexpr EventType type{"TaskAnnounced"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
  };
};

template <>
struct Description<model::TaskAssigned> {
  using T = model::TaskAssigned;
  static constexpr EventType type{"TaskAssigned"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      optional("leads", &T::leads),
      optional("coordinating", &T::coordinating),
  };
};

template <>
struct Description<model::PlanBegun> {
  using T = model::PlanBegun;
  static constexpr EventType type{"PlanBegun"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
  };
};

template <>
struct Description<model::PlanSubmitted> {
  using T = model::PlanSubmitted;
  static constexpr EventType type{"PlanSubmitted"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      optional("document", &T::document),
  };
};

template <>
struct Description<model::PlanReturned> {
  using T = model::PlanReturned;
  static constexpr EventType type{"PlanReturned"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      optional("reason", &T::reason),
  };
};

template <>
struct Description<model::PlanApproved> {
  using T = model::PlanApproved;
  static constexpr EventType type{"PlanApproved"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      optional("document", &T::document),
  };
};

template <>
struct Description<model::TaskStarted> {
  using T = model::TaskStarted;
  static constexpr EventType type{"TaskStarted"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
  };
};

template <>
struct Description<model::ProgressReported> {
  using T = model::ProgressReported;
  static constexpr EventType type{"ProgressReported"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      required("percent", &T::percent),
      optional("text", &T::text),
  };
};

template <>
struct Description<model::StepPerformed> {
  using T = model::StepPerformed;
  static constexpr EventType type{"StepPerformed"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      required("step", &T::step),
  };
};

template <>
struct Description<model::TaskReported> {
  using T = model::TaskReported;
  static constexpr EventType type{"TaskReported"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      optional("document", &T::document),
      optional("text", &T::text),
  };
};

template <>
struct Description<model::ReportReturned> {
  using T = model::ReportReturned;
  static constexpr EventType type{"ReportReturned"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      optional("reason", &T::reason),
  };
};

template <>
struct Description<model::TaskAccepted> {
  using T = model::TaskAccepted;
  static constexpr EventType type{"TaskAccepted"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      optional("text", &T::text),
  };
};

template <>
struct Description<model::TaskReopened> {
  using T = model::TaskReopened;
  static constexpr EventType type{"TaskReopened"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      optional("reason", &T::reason),
  };
};

template <>
struct Description<model::ExtensionAsked> {
  using T = model::ExtensionAsked;
  static constexpr EventType type{"ExtensionAsked"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      required("due", &T::due),
      optional("reason", &T::reason),
  };
};

template <>
struct Description<model::ExtensionGranted> {
  using T = model::ExtensionGranted;
  static constexpr EventType type{"ExtensionGranted"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      required("due", &T::due),
  };
};

template <>
struct Description<model::ExtensionRefused> {
  using T = model::ExtensionRefused;
  static constexpr EventType type{"ExtensionRefused"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      optional("reason", &T::reason),
  };
};

template <>
struct Description<model::DatesFixed> {
  using T = model::DatesFixed;
  static constexpr EventType type{"DatesFixed"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      optional("start", &T::start),
      required("due", &T::due),
  };
};

template <>
struct Description<model::TaskSuspended> {
  using T = model::TaskSuspended;
  static constexpr EventType type{"TaskSuspended"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      optional("reason", &T::reason),
  };
};

template <>
struct Description<model::TaskResumed> {
  using T = model::TaskResumed;
  static constexpr EventType type{"TaskResumed"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
  };
};

template <>
struct Description<model::TaskCancelled> {
  using T = model::TaskCancelled;
  static constexpr EventType type{"TaskCancelled"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      optional("reason", &T::reason),
  };
};

template <>
struct Description<model::TaskCommented> {
  using T = model::TaskCommented;
  static constexpr EventType type{"TaskCommented"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      optional("text", &T::text),
  };
};

template <>
struct Description<model::EvidenceAttached> {
  using T = model::EvidenceAttached;
  static constexpr EventType type{"EvidenceAttached"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      required("evidence", &T::evidence),
      optional("text", &T::text),
  };
};

template <>
struct Description<model::TaskTransferred> {
  using T = model::TaskTransferred;
  static constexpr EventType type{"TaskTransferred"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      optional("leads", &T::leads),
      optional("coordinating", &T::coordinating),
      optional("reason", &T::reason),
  };
};

template <>
struct Description<model::RungReached> {
  using T = model::RungReached;
  static constexpr EventType type{"RungReached"};
  static constexpr auto fields = std::tuple{
      required("task", &T::task),
      required("due_version", &T::due_version),
      required("rung", &T::rung),
      optional("missed", &T::missed),
  };
};

}  // namespace tiendo::journal
