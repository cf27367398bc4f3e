#pragma once

#include "chart/delay.hpp"
#include "chart/document.hpp"
#include "chart/snapshot.hpp"
#include "journal/description.hpp"

namespace tiendo::journal {

// A chart as it was declared. Where it stood in its file is not kept: the file itself is.

template <>
struct Description<chart::Name> {
  static constexpr auto as = &chart::Name::text;
  static constexpr std::size_t not_written = 1;  // place
};

template <>
struct Description<chart::WorkingDays> {
  static constexpr auto as = &chart::WorkingDays::count;
};

template <>
struct Description<chart::Delay> {
  static constexpr std::array<std::string_view, 2> names{"us", "working_days"};
};

template <>
struct Description<chart::Constant> {
  static constexpr auto as = &chart::Constant::holds;
};
template <>
struct Description<chart::In> {
  static constexpr auto as = &chart::In::state;
};
template <>
struct Description<chart::All> {
  static constexpr auto as = &chart::All::of;
};
template <>
struct Description<chart::Any> {
  static constexpr auto as = &chart::Any::of;
};
template <>
struct Description<chart::Not> {
  static constexpr auto as = &chart::Not::of;
};
template <>
struct Description<chart::External> {
  static constexpr auto as = &chart::External::index;
};
template <>
struct Description<decltype(chart::Guard::is)> {
  static constexpr std::array<std::string_view, 6> names{"constant", "in",  "all",
                                                         "any",      "not", "condition"};
};
template <>
struct Description<chart::Guard> {
  static constexpr auto as = &chart::Guard::is;
};

template <>
struct Description<chart::Raise> {
  static constexpr auto as = &chart::Raise::event;
};
template <>
struct Description<chart::Send> {
  using T = chart::Send;
  static constexpr auto fields = std::tuple{
      required("event", &T::event),
      optional("after", &T::after),
      optional("id", &T::id),
  };
};
template <>
struct Description<chart::Cancel> {
  static constexpr auto as = &chart::Cancel::id;
};
template <>
struct Description<chart::Action> {
  static constexpr std::array<std::string_view, 4> names{"raise", "send", "cancel", "start"};
};

template <>
struct Description<chart::Transition> {
  using T = chart::Transition;
  static constexpr std::size_t not_written = 1;  // place
  static constexpr auto fields = std::tuple{
      optional("events", &T::events),     optional("to", &T::to),
      optional("when", &T::when),         optional("actions", &T::actions),
      optional("internal", &T::internal),
  };
};

template <>
struct Description<chart::DefaultEntry> {
  using T = chart::DefaultEntry;
  static constexpr std::size_t not_written = 1;  // place
  static constexpr auto fields = std::tuple{
      optional("to", &T::to),
      optional("actions", &T::actions),
  };
};

template <>
struct Description<chart::StateType> {
  static constexpr std::array<std::string_view, 5> names{"plain", "parallel", "final",
                                                         "shallow_history", "deep_history"};
};

template <>
struct Description<chart::State> {
  using T = chart::State;
  static constexpr std::size_t not_written = 1;  // place
  static constexpr auto fields = std::tuple{
      required("id", &T::id),           optional("type", &T::type, chart::StateType::plain),
      optional("initial", &T::initial), optional("entry", &T::entry),
      optional("exit", &T::exit),       optional("on", &T::on),
      optional("states", &T::states),
  };
};

template <>
struct Description<chart::Document> {
  using T = chart::Document;
  static constexpr auto fields = std::tuple{
      optional("initial", &T::initial),
      optional("states", &T::states),
  };
};

// Where a chart stands, in its names.

template <>
struct Description<chart::Snapshot::History> {
  using T = chart::Snapshot::History;
  static constexpr auto fields = std::tuple{
      required("history", &T::history),
      optional("states", &T::states),
  };
};

template <>
struct Description<chart::Snapshot::WaitingSend> {
  using T = chart::Snapshot::WaitingSend;
  static constexpr auto fields = std::tuple{
      required("event", &T::event),
      optional("id", &T::id),
      required("due_us", &T::due),
  };
};

template <>
struct Description<chart::Snapshot> {
  using T = chart::Snapshot;
  static constexpr auto fields = std::tuple{
      optional("active", &T::active),
      optional("histories", &T::histories),
      optional("sends", &T::sends),
      optional("done", &T::done),
  };
};

}  // namespace tiendo::journal
