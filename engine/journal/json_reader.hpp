#pragma once

#include <array>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "journal/description.hpp"
#include "journal/json_cursor.hpp"

namespace tiendo::journal {

/// Reads what JsonWriter wrote; fields may stand in any order and between white space. A field that
/// may be left out has the value that its description gives it then. An error, which names the
/// field: one that is missing, is there twice, or is of another type, and one that the description
/// does not know. (A payload says all that was recorded, under a version of its own: what this
/// version does not know of could not be taken into account, and passing over it would lose it.)
class JsonReader {
 public:
  /// `text` outlives the reader.
  explicit JsonReader(std::string_view text) : cursor_{text} {}

  /// All of the text as one value.
  template <class T>
  [[nodiscard]] Result<T> read_all() {
    T value{};
    if (read(value) && cursor_.take_end()) {
      return value;
    }
    return cursor_.error();
  }

 private:
  template <class T>
  bool read(T& value) {
    if constexpr (IsObject<T>) {
      return read_object(value) && finish(value);
    } else if constexpr (IsWrapped<T>) {
      return read(value.*Description<T>::as);
    } else if constexpr (std::is_enum_v<T>) {
      return read_enumerator(value);
    } else if constexpr (IsPointer<T>) {
      auto shared = std::make_shared<std::remove_const_t<typename T::element_type>>();
      const bool done = read(*shared);
      value = std::move(shared);
      return done;
    } else if constexpr (IsShared<T> || IsOptional<T>) {
      typename T::value_type held{};
      const bool done = read(held);
      value = std::move(held);
      return done;
    } else if constexpr (IsChoice<T>) {
      return read_choice(value);
    } else if constexpr (IsMap<T>) {
      return read_map(value);
    } else if constexpr (IsList<T>) {
      return read_list(value);
    } else {
      return read_value(value);
    }
  }

  template <class T>
  bool read_object(T& object);
  template <class T>
  bool read_field(T& object, std::size_t field);
  template <class T>
  bool leave_out(T& object, std::uint64_t seen);
  template <class T>
  bool finish(T& object) {
    if constexpr (HasFinish<T>) {
      if (auto wrong = Description<T>::finish(object)) {
        return cursor_.fail(std::move(*wrong));
      }
    }
    return true;
  }
  template <class T>
  bool read_choice(T& choice);
  template <class T>
  bool read_enumerator(T& value);
  template <class T>
  bool read_map(T& map);
  template <class T>
  bool read_list(T& list);

  template <class Tag>
  bool read_value(Id<Tag>& id) {
    std::string text;
    if (!cursor_.take_string(text)) {
      return false;
    }
    id = Id<Tag>{std::move(text)};
    return true;
  }
  bool read_value(std::string& text) { return cursor_.take_string(text); }
  bool read_value(Day& day);
  bool read_value(std::chrono::weekday& day);
  bool read_value(double& number) { return cursor_.take_double(number); }
  bool read_value(bool& value) { return cursor_.take_bool(value); }
  bool read_value(Timestamp& instant) {
    std::int64_t number = 0;
    const bool done = cursor_.take_whole(number);
    instant = Timestamp{std::chrono::microseconds{number}};
    return done;
  }
  template <class Rep, class Period>
  bool read_value(std::chrono::duration<Rep, Period>& length) {
    Rep number{};
    const bool done = read_value(number);
    length = std::chrono::duration<Rep, Period>{number};
    return done;
  }
  template <std::integral Number>
  bool read_value(Number& number) {
    std::conditional_t<std::is_signed_v<Number>, std::int64_t, std::uint64_t> wide = 0;
    if (!cursor_.take_whole(wide)) {
      return false;
    }
    number = static_cast<Number>(wide);
    return std::in_range<Number>(wide) || fail_range(std::numeric_limits<Number>::digits + 1);
  }

  /// The place of `name` among `names`, looked for from `expected` on, since what was written
  /// follows the description; their number where it is none of them.
  static std::size_t find_name(std::span<const std::string_view> names, std::string_view name,
                               std::size_t expected);

  bool fail_range(int bits);
  bool fail_name(std::string_view given, std::span<const std::string_view> names);
  bool fail_missing(std::string_view field);
  bool fail_unknown(std::string_view field, std::span<const std::string_view> names);
  bool fail_twice(std::string_view field);
  bool fail_key();
  bool fail_one();

  JsonCursor cursor_;
  std::string kept_;  // a name that was written with escapes
};

/// The names of the fields of T, in the order of its description.
template <class T>
inline constexpr auto field_names = std::apply(
    [](const auto&... field) {
      return std::array<std::string_view, sizeof...(field)>{field.name...};
    },
    Description<T>::fields);

template <class T>
bool JsonReader::read_object(T& object) {
  static constexpr auto& known = field_names<T>;
  static_assert(known.size() < 64);
  if (!cursor_.open('{')) {
    return false;
  }
  std::uint64_t seen = 0;
  std::size_t expected = 0;
  for (bool first = true; cursor_.next('}', first); first = false) {
    std::string_view name;
    if (!cursor_.take_name(name, kept_)) {
      return false;
    }
    const auto field = find_name(known, name, expected);
    if (field == known.size()) {
      return fail_unknown(name, known);
    }
    if ((seen >> field & 1U) != 0) {
      return fail_twice(name);
    }
    seen |= std::uint64_t{1} << field;
    expected = field + 1;
    if (!read_field(object, field)) {
      cursor_.was_in(known[field]);
      return false;
    }
  }
  return !cursor_.failed() && leave_out(object, seen);
}

template <class T>
bool JsonReader::read_field(T& object, std::size_t field) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return ((I == field && read(object.*std::get<I>(Description<T>::fields).member)) || ...);
  }
  (std::make_index_sequence<field_count<T>>{});
}

template <class T>
bool JsonReader::leave_out(T& object, std::uint64_t seen) {
  constexpr auto all = (std::uint64_t{1} << field_count<T>)-1;
  if (seen == all) {
    return true;
  }
  std::size_t index = 0;
  const auto without = [&](const auto& field) {
    if ((seen >> index++ & 1U) != 0) {
      return true;
    }
    if constexpr (std::remove_cvref_t<decltype(field)>::is_required) {
      return fail_missing(field.name);
    } else {
      field.leave_out(object);
      return true;
    }
  };
  return std::apply([&](const auto&... field) { return (without(field) && ...); },
                    Description<T>::fields);
}

template <class T>
bool JsonReader::read_choice(T& choice) {
  constexpr auto& known = Description<T>::names;
  static_assert(known.size() == std::variant_size_v<T>);
  std::string_view name;
  if (!cursor_.open('{') || !cursor_.next('}', true) || !cursor_.take_name(name, kept_)) {
    return cursor_.failed() ? false : fail_one();
  }
  const auto given = find_name(known, name, 0);
  if (given == known.size()) {
    return fail_unknown(name, known);
  }
  const bool done = [&]<std::size_t... I>(std::index_sequence<I...>) {
    return ((I == given && read(choice.template emplace<I>())) || ...);
  }
  (std::make_index_sequence<std::variant_size_v<T>>{});
  if (!done) {
    cursor_.was_in(known[given]);
    return false;
  }
  if (cursor_.next('}', false)) {
    return fail_one();
  }
  return !cursor_.failed();
}

template <class T>
bool JsonReader::read_enumerator(T& value) {
  const auto known = names<T>();
  std::string_view name;
  if (!cursor_.take_string(name, kept_)) {
    return false;
  }
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (known[i] == name) {
      value = static_cast<T>(i);
      return true;
    }
  }
  return fail_name(name, known);
}

template <class T>
bool JsonReader::read_map(T& map) {
  using Value = typename T::mapped_type;
  map.clear();  // it may begin with what a new one holds
  if constexpr (IsKeyed<Value>) {
    if (!cursor_.open('[')) {
      return false;
    }
    std::size_t index = 0;
    for (; cursor_.next(']', index == 0); ++index) {
      Value value{};
      const bool done = read(value);
      auto key = value.*Description<Value>::key;
      if (!done || (!map.try_emplace(std::move(key), std::move(value)).second && !fail_key())) {
        cursor_.was_in(index);
        return false;
      }
    }
  } else {
    if (!cursor_.open('{')) {
      return false;
    }
    for (bool first = true; cursor_.next('}', first); first = false) {
      std::string_view name;
      if (!cursor_.take_name(name, kept_)) {
        return false;
      }
      std::string key{name};
      const auto [place, added] = map.try_emplace(typename T::key_type{key});
      if (!added || !read(place->second)) {
        return added ? (cursor_.was_in(key), false) : fail_twice(key);
      }
    }
  }
  return !cursor_.failed();
}

template <class T>
bool JsonReader::read_list(T& list) {
  list.clear();
  if (!cursor_.open('[')) {
    return false;
  }
  while (cursor_.next(']', list.empty())) {
    if (!read(list.emplace_back())) {
      cursor_.was_in(list.size() - 1);
      return false;
    }
  }
  return !cursor_.failed();
}

}  // namespace tiendo::journal
