#pragma once

#include "journal/describe_calendar.hpp"
#include "journal/describe_chart.hpp"
#include "journal/description.hpp"
#include "model/condition.hpp"
#include "model/organisation.hpp"
#include "model/part.hpp"
#include "model/plan.hpp"

namespace tiendo::journal {

template <>
struct Description<model::Unit> {
  using T = model::Unit;
  static constexpr auto fields = std::tuple{
      required("id", &T::id),
      optional("name", &T::name),
      optional("short_name", &T::short_name),
      optional("external", &T::external),
      optional("valid_from", &T::valid_from),
      optional("valid_until", &T::valid_until),
      optional("successors", &T::successors),
  };
};

template <>
struct Description<model::Ladder> {
  using T = model::Ladder;
  static constexpr auto fields = std::tuple{
      optional("before", &T::before),
      optional("overdue_every", &T::overdue_every),
      optional("head_after", &T::head_after),
      optional("leaders_after", &T::leaders_after),
      optional("fix_date_before", &T::fix_date_before),
      optional("detailed_plan_before", &T::detailed_plan_before),
  };
};

template <>
struct Description<model::OfficeHours> {
  using T = model::OfficeHours;
  static constexpr auto fields = std::tuple{
      required("opens_minutes", &T::opens),
      required("closes_minutes", &T::closes),
  };
};

template <>
struct Description<model::ReportEvery> {
  static constexpr std::array<std::string_view, 3> names{"never", "month", "quarter"};
};

template <>
struct Description<model::Settings> {
  using T = model::Settings;
  static constexpr auto fields = std::tuple{
      required("detailed_plan_days", &T::detailed_plan_days),
      required("due_soon_days", &T::due_soon_days),
      required("report_every", &T::report_every),
  };
};

template <>
struct Description<model::Organisation> {
  using T = model::Organisation;
  static constexpr auto fields = std::tuple{
      optional("name", &T::name),       optional("office", &T::office),
      optional("units", &T::units),     required("hours", &T::hours),
      optional("ladders", &T::ladders), required("settings", &T::settings),
  };
};

template <>
struct Description<model::Part> {
  using T = model::Part;
  static constexpr auto fields = std::tuple{
      required("unit", &T::unit),
      optional("scope", &T::scope),
  };
};

template <>
struct Description<model::Accepted> {
  static constexpr auto as = &model::Accepted::tasks;
};
template <>
struct Description<model::AnyAccepted> {
  static constexpr auto as = &model::AnyAccepted::tasks;
};
template <>
struct Description<model::Reached> {
  using T = model::Reached;
  static constexpr auto fields = std::tuple{
      required("target", &T::target),
      required("at_least", &T::at_least),
  };
};
template <>
struct Description<model::At> {
  static constexpr auto as = &model::At::day;
};
template <>
struct Description<model::Condition> {
  static constexpr std::array<std::string_view, 4> names{"accepted", "any_accepted", "reached",
                                                         "at"};
};
template <>
struct Description<model::StartTasks> {
  static constexpr auto as = &model::StartTasks::tasks;
};

template <>
struct Description<model::Procedure> {
  using T = model::Procedure;
  static constexpr std::size_t not_written = 1;  // chart
  static constexpr auto fields = std::tuple{
      required("chart", &T::document),
      optional("conditions", &T::conditions),
      optional("starts", &T::starts),
  };
  /// Makes the chart of its document.
  static std::optional<Text> finish(T& read);
};

template <>
struct Description<model::Kind> {
  using T = model::Kind;
  static constexpr auto key = &T::id;
  static constexpr auto fields = std::tuple{
      required("id", &T::id),
      optional("title", &T::title),
      optional("detailed_plan_owed", &T::detailed_plan_owed),
      optional("procedure", &T::procedure),
      optional("state_titles", &T::state_titles),
  };
};

template <>
struct Description<model::TaskElsewhere> {
  using T = model::TaskElsewhere;
  static constexpr auto fields = std::tuple{
      required("campaign", &T::campaign),
      required("task", &T::task),
  };
};

template <>
struct Description<model::Occurrence> {
  using T = model::Occurrence;
  static constexpr auto fields = std::tuple{
      required("of", &T::of),
      required("days", &T::days),
  };
};

template <>
struct Description<model::DueAfter> {
  using T = model::DueAfter;
  static constexpr auto fields = std::tuple{
      required("tasks", &T::tasks),
      required("days", &T::days),
      optional("working_days", &T::working_days),
  };
};

template <>
struct Description<model::PlannedTask> {
  using T = model::PlannedTask;
  static constexpr std::size_t not_written = 4;  // what link sets
  static constexpr auto fields = std::tuple{
      required("id", &T::id),
      optional("title", &T::title),
      optional("kind", &T::kind),
      required("window", &T::window),
      optional("leads", &T::leads),
      optional("coordinating", &T::coordinating),
      optional("detailed_plan_owed", &T::detailed_plan_owed),
      optional("after", &T::after),
      optional("ladder", &T::ladder),
      optional("ladder_name", &T::ladder_name),
      optional("parts", &T::parts),
      optional("source", &T::source),
      optional("note", &T::note),
      optional("occurrence", &T::occurrence),
      optional("due_after", &T::due_after),
      optional("after_elsewhere", &T::after_elsewhere),
      optional("part_of", &T::part_of),
      optional("dropped", &T::dropped),
  };
};

template <>
struct Description<model::Target> {
  using T = model::Target;
  static constexpr auto fields = std::tuple{
      required("id", &T::id),
      optional("title", &T::title),
      optional("unit", &T::unit),
      required("plan", &T::plan),
      optional("period", &T::period),
      optional("lead", &T::lead),
      optional("comparison", &T::comparison, model::Comparison::at_least),
      optional("measure", &T::measure, model::Measure::amount),
      optional("phrase", &T::phrase),
      optional("base", &T::base),
      optional("base_text", &T::base_text),
      optional("days", &T::days),
  };
};

template <>
struct Description<model::DocumentReference> {
  using T = model::DocumentReference;
  static constexpr auto fields = std::tuple{
      optional("number", &T::number),
      optional("date", &T::date),
      optional("issuer", &T::issuer),
      optional("signer", &T::signer),
  };
};

template <>
struct Description<model::Plan> {
  using T = model::Plan;
  static constexpr std::size_t not_written = 2;  // what link sets
  static constexpr auto fields = std::tuple{
      required("id", &T::id),
      optional("title", &T::title),
      required("document", &T::document),
      optional("basis", &T::basis),
      required("period_window", &T::period_window),
      required("period", &T::period),
      optional("peak", &T::peak),
      required("organisation", &T::organisation),
      required("settings", &T::settings),
      optional("tasks", &T::tasks),
      optional("targets", &T::targets),
      optional("kinds", &T::kinds),
      required("phases", &T::phases),
      optional("phase_titles", &T::phase_titles),
      optional("fulfils", &T::fulfils),
      optional("anchors", &T::anchors),
      optional("before_is_inclusive", &T::before_is_inclusive),
  };
  /// Links it.
  static std::optional<Text> finish(T& read);
};

}  // namespace tiendo::journal
