#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string_view>
#include <utility>

#include "base/result.hpp"
#include "journal/event_type.hpp"
#include "journal/json_reader.hpp"

namespace tiendo::journal {

/// A payload that an older version of the program wrote is read as what it was then, and made into
/// what it is now.
template <class T>
concept HasBefore = requires {
  typename Description<T>::Before;
};

[[nodiscard]] Error newer_version(const EventType& type, std::uint32_t schema);
[[nodiscard]] Error no_such_version(const EventType& type, std::uint32_t schema);

/// The event of type `T` that a payload of version `schema` says.
template <class T>
[[nodiscard]] Result<T> read_payload(std::uint32_t schema, std::string_view payload) {
  constexpr EventType type = Description<T>::type;
  if (schema > type.schema) {
    return newer_version(type, schema);
  }
  if (schema >= type.read_since && schema > 0) {
    auto read = JsonReader{payload}.read_all<T>();
    if (!read) {
      auto error = read.error();
      error.where =
          fmt::format("{} {}{}{}", type.name, schema, error.where.empty() ? "" : ": ", error.where);
      return error;
    }
    return read;
  }
  if constexpr (HasBefore<T>) {
    using Before = typename Description<T>::Before;
    static_assert(Description<Before>::type.schema + 1 == type.read_since);
    auto before = read_payload<Before>(schema, payload);
    if (!before) {
      return before.error();
    }
    return Description<T>::from(std::move(*before));
  } else {
    return no_such_version(type, schema);
  }
}

}  // namespace tiendo::journal
