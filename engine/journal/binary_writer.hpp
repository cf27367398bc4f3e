#pragma once

#include <array>
#include <bit>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "base/id.hpp"
#include "base/time.hpp"
#include "journal/description.hpp"

namespace tiendo::journal {

/// Writes what is described in a form for this very program alone, at the end of a string: every
/// field in the order of its description, whole numbers in as few bytes as they need. Total.
class BinaryWriter {
 public:
  /// `out` outlives the writer.
  explicit BinaryWriter(std::string& out) : out_{out} {}

  template <class T>
  void write(const T& value) {
    if constexpr (IsObject<T>) {
      static_assert(is_fully_described<T>());
      std::apply([&](const auto&... field) { (write(value.*field.member), ...); },
                 Description<T>::fields);
    } else if constexpr (IsWrapped<T>) {
      write(value.*Description<T>::as);
    } else if constexpr (IsBytes<T>) {
      write_bytes(value);
    } else if constexpr (std::is_enum_v<T>) {
      out_ += static_cast<char>(value);
    } else if constexpr (IsShared<T>) {
      write(*value);
    } else if constexpr (IsPointer<T> || IsOptional<T>) {
      write(static_cast<bool>(value));
      if (value) {
        write(*value);
      }
    } else if constexpr (IsChoice<T>) {
      out_ += static_cast<char>(value.index());
      std::visit([this](const auto& chosen) { this->write(chosen); }, value);
    } else if constexpr (IsMap<T>) {
      write_size(value.size());
      for (const auto& [key, mapped] : value) {
        if constexpr (!IsKeyed<typename T::mapped_type>) {
          write(key);
        }
        write(mapped);
      }
    } else if constexpr (IsList<T>) {
      write_size(value.size());
      for (const auto& element : value) {
        write(element);
      }
    } else {
      write_value(value);
    }
  }

  void write_size(std::uint64_t size) {
    while (size >= 0x80) {
      out_ += static_cast<char>(size | 0x80);
      size >>= 7;
    }
    out_ += static_cast<char>(size);
  }

 private:
  void write_value(std::string_view text) {
    write_size(text.size());
    out_ += text;
  }
  template <class Tag>
  void write_value(const Id<Tag>& id) {
    write_value(std::string_view{id.str()});
  }
  template <std::integral Number>
  void write_value(Number number) {
    if constexpr (std::is_signed_v<Number>) {
      const auto wide = static_cast<std::int64_t>(number);
      write_size((static_cast<std::uint64_t>(wide) << 1) ^ static_cast<std::uint64_t>(wide >> 63));
    } else {
      write_size(number);
    }
  }
  void write_value(double number) { write_bytes(number); }
  void write_value(Day day) { write_bytes(day); }
  void write_value(std::chrono::weekday day) { write_size(day.c_encoding()); }
  void write_value(Timestamp instant) { write_bytes(instant.time_since_epoch().count()); }
  template <class Rep, class Period>
  void write_value(std::chrono::duration<Rep, Period> length) {
    write_value(length.count());
  }
  template <class T>
  void write_bytes(const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    const auto bytes = std::bit_cast<std::array<char, sizeof(T)>>(value);
    out_.append(bytes.data(), bytes.size());
  }

  std::string& out_;
};

}  // namespace tiendo::journal
