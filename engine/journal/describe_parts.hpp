#pragma once

#include "journal/describe_calendar.hpp"
#include "journal/description.hpp"
#include "model/evidence.hpp"
#include "model/merger.hpp"
#include "model/message.hpp"
#include "model/notice.hpp"
#include "model/person.hpp"
#include "model/rung.hpp"

namespace tiendo::journal {

template <>
struct Description<model::Post> {
  using T = model::Post;
  static constexpr auto fields = std::tuple{
      required("role", &T::role),
      optional("unit", &T::unit),
      optional("from", &T::from),
      optional("until", &T::until),
  };
};

template <>
struct Description<model::TreatedTask> {
  using T = model::TreatedTask;
  static constexpr auto fields = std::tuple{
      required("campaign", &T::campaign),
      required("task", &T::task),
      required("treatment", &T::treatment),
      optional("reason", &T::reason),
  };
};

template <>
struct Description<model::Merger> {
  using T = model::Merger;
  static constexpr auto fields = std::tuple{
      required("from", &T::from),     required("into", &T::into),
      required("day", &T::day),       optional("document", &T::document),
      optional("reason", &T::reason), optional("tasks", &T::tasks),
  };
};

template <>
struct Description<model::Person> {
  using T = model::Person;
  static constexpr auto fields = std::tuple{
      required("id", &T::id),
      optional("name", &T::name),
      optional("posts", &T::posts),
  };
};

template <>
struct Description<model::Evidence> {
  using T = model::Evidence;
  static constexpr auto fields = std::tuple{
      required("hash", &T::hash),
      optional("name", &T::name),
      optional("media_type", &T::media_type),
      required("size", &T::size),
  };
};

template <>
struct Description<model::Rung> {
  using T = model::Rung;
  static constexpr auto fields = std::tuple{
      required("kind", &T::kind),
      required("offset", &T::offset),
  };
};

template <>
struct Description<model::ScheduledRung> {
  using T = model::ScheduledRung;
  static constexpr auto fields = std::tuple{
      required("rung", &T::rung),
      required("day", &T::day),
      required("at_us", &T::at),
  };
};

template <>
struct Description<model::Addressee> {
  using T = model::Addressee;
  static constexpr auto fields = std::tuple{
      required("kind", &T::kind),
      optional("unit", &T::unit),
  };
};

template <>
struct Description<model::Notice> {
  using T = model::Notice;
  static constexpr auto fields = std::tuple{
      required("key", &T::key),       optional("task", &T::task), required("subject", &T::subject),
      optional("rung", &T::rung),     required("to", &T::to),     optional("channel", &T::channel),
      optional("reason", &T::reason),
  };
};

template <>
struct Description<model::Carried> {
  using T = model::Carried;
  static constexpr auto fields = std::tuple{
      required("campaign", &T::campaign), optional("task", &T::task),
      required("subject", &T::subject),   optional("rung", &T::rung),
      optional("reason", &T::reason),
  };
};

template <>
struct Description<model::Message> {
  using T = model::Message;
  static constexpr auto fields = std::tuple{
      required("key", &T::key), required("kind", &T::kind),       required("day", &T::day),
      required("to", &T::to),   required("channel", &T::channel), optional("notices", &T::notices),
  };
};

}  // namespace tiendo::journal
