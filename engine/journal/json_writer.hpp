#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "base/check.hpp"
#include "base/id.hpp"
#include "base/time.hpp"
#include "journal/description.hpp"

namespace tiendo::journal {

/// Writes what is described as JSON at the end of a string: no white space, fields in the order of
/// the description, what may be left out left out, so that the same value is always the same bytes.
/// Instants are whole microseconds since 1970 UTC, days `2025-04-20`, numbers the shortest that
/// read back as the same number. Strings are taken to be UTF-8 and pass as they are, but for
/// quotation mark, backslash and control characters. The one thing that cannot be written is a day
/// or a weekday that does not exist, or a number that is not finite: a mistake of the program.
class JsonWriter {
 public:
  /// `out` outlives the writer.
  explicit JsonWriter(std::string& out) : out_{out} {}

  template <class T>
  void write(const T& value) {
    if constexpr (IsObject<T>) {
      static_assert(is_fully_described<T>());
      write_object(value);
    } else if constexpr (IsWrapped<T>) {
      static_assert(is_fully_described<T>());
      write(value.*Description<T>::as);
    } else if constexpr (std::is_enum_v<T>) {
      write_name(names<T>()[static_cast<std::size_t>(value)]);
    } else if constexpr (IsPointer<T>) {
      check(value != nullptr, "what is written down is there");
      write(*value);
    } else if constexpr (IsShared<T> || IsOptional<T>) {
      write(*value);
    } else if constexpr (IsChoice<T>) {
      write_choice(value);
    } else if constexpr (IsMap<T>) {
      write_map(value);
    } else if constexpr (IsList<T>) {
      write_list(value, [this](const auto& element) { this->write(element); });
    } else {
      write_value(value);
    }
  }

 private:
  template <class T>
  void write_object(const T& object) {
    out_ += '{';
    std::apply([&](const auto&... field) { (write_field(object, field), ...); },
               Description<T>::fields);
    out_ += '}';
  }
  template <class T, class Field>
  void write_field(const T& object, const Field& field) {
    if (!field.is_left_out(object)) {
      write_comma('{');
      write_name(field.name);
      out_ += ':';
      write(object.*field.member);
    }
  }
  template <class T>
  void write_choice(const T& choice) {
    out_ += '{';
    write_name(Description<T>::names[choice.index()]);
    out_ += ':';
    std::visit([this](const auto& value) { this->write(value); }, choice);
    out_ += '}';
  }
  template <class T>
  void write_map(const T& map) {
    if constexpr (IsKeyed<typename T::mapped_type>) {
      write_list(map, [this](const auto& entry) { this->write(entry.second); });
    } else {
      out_ += '{';
      for (const auto& [key, value] : map) {
        write_comma('{');
        write(key);
        out_ += ':';
        write(value);
      }
      out_ += '}';
    }
  }
  template <class T>
  void write_list(const T& list, const auto& write_element) {
    out_ += '[';
    for (const auto& element : list) {
      write_comma('[');
      write_element(element);
    }
    out_ += ']';
  }

  template <class Tag>
  void write_value(const Id<Tag>& id) {
    write_value(id.str());
  }
  void write_value(const std::string& text);
  void write_value(Day day);
  void write_value(double number);
  void write_value(std::chrono::weekday day);
  void write_value(Timestamp instant) { write_value(instant.time_since_epoch().count()); }
  void write_value(std::chrono::minutes minutes) { write_value(minutes.count()); }
  void write_value(std::chrono::microseconds length) { write_value(length.count()); }
  template <std::integral Number>
  void write_value(Number number) {
    if constexpr (std::is_same_v<Number, bool>) {
      out_ += number ? "true" : "false";
    } else if constexpr (std::is_signed_v<Number>) {
      write_whole(static_cast<std::int64_t>(number));
    } else {
      write_whole(static_cast<std::uint64_t>(number));
    }
  }
  void write_whole(std::int64_t number);
  void write_whole(std::uint64_t number);

  /// A name of a description: nothing in it has to be escaped.
  void write_name(std::string_view name) {
    out_ += '"';
    out_ += name;
    out_ += '"';
  }
  void write_comma(char opened) {
    if (out_.back() != opened) {
      out_ += ',';
    }
  }

  std::string& out_;
};

}  // namespace tiendo::journal
