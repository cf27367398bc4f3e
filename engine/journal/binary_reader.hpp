#pragma once

#include <algorithm>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"
#include "journal/description.hpp"

namespace tiendo::journal {

/// Reads what BinaryWriter wrote. Total: of other bytes something is read or it has `failed`, and
/// what is read takes memory in proportion to the bytes. After a failure everything reads as empty.
class BinaryReader {
 public:
  /// `bytes` outlive the reader.
  explicit BinaryReader(std::string_view bytes)
      : at_{bytes.data()}, end_{bytes.data() + bytes.size()} {}

  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool at_end() const { return at_ == end_; }
  void fail() {
    failed_ = true;
    at_ = end_;
  }

  /// Into a value as it is made by default.
  template <class T>
  void read(T& value) {
    if constexpr (IsObject<T>) {
      std::apply([&](const auto&... field) { (read(value.*field.member), ...); },
                 Description<T>::fields);
      finish(value);
    } else if constexpr (IsWrapped<T>) {
      read(value.*Description<T>::as);
    } else if constexpr (IsBytes<T>) {
      read_bytes(value);
    } else if constexpr (std::is_enum_v<T>) {
      value = static_cast<T>(read_below(names<T>().size()));
    } else if constexpr (IsShared<T>) {
      read_shared(value);
    } else if constexpr (IsPointer<T>) {
      if (read_below(2) == 1) {
        const auto shared = std::make_shared<std::remove_const_t<typename T::element_type>>();
        read(*shared);
        value = shared;
      }
    } else if constexpr (IsOptional<T>) {
      if (read_below(2) == 1) {
        typename T::value_type held{};
        read(held);
        value = std::move(held);
      } else {
        value.reset();
      }
    } else if constexpr (IsChoice<T>) {
      read_choice(value);
    } else if constexpr (IsMap<T>) {
      read_map(value);
    } else if constexpr (IsList<T>) {
      value.resize(read_count<typename T::value_type>());
      for (auto& element : value) {
        read(element);
      }
    } else {
      read_value(value);
    }
  }

  /// How many values of type T follow: no more than there are bytes for.
  template <class T>
  [[nodiscard]] std::size_t read_count() {
    const auto count = read_size();
    if (count > left() / bytes_at_least<T>()) {
      fail();
      return 0;
    }
    return static_cast<std::size_t>(count);
  }
  [[nodiscard]] std::uint64_t read_size() {
    std::uint64_t size = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const auto byte = take_byte();
      size |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) {
        return size;
      }
    }
    fail();
    return 0;
  }

 private:
  template <class T>
  void finish(T& value) {
    if constexpr (HasFinish<T>) {
      if (!failed_ && Description<T>::finish(value)) {
        fail();
      }
    }
  }
  /// What was read last of one type, and the bytes it was read of.
  template <class T>
  struct Last {
    std::string_view bytes;
    T value;
  };
  template <class T>
  Last<T>& last() {
    static constexpr char type{};
    for (const auto& [of, last] : lasts_) {
      if (of == &type) {
        return *static_cast<Last<T>*>(last.get());
      }
    }
    lasts_.emplace_back(&type, std::make_shared<Last<T>>());
    return *static_cast<Last<T>*>(lasts_.back().second.get());
  }
  /// The same bytes are the same value: most of what is shared stands in runs, and is one in memory
  /// at once.
  template <class T>
  void read_shared(T& value) {
    Last<T>& before = last<T>();
    if (!before.bytes.empty() && std::string_view{at_, left()}.starts_with(before.bytes)) {
      at_ += before.bytes.size();
      value = before.value;
      return;
    }
    const char* const begin = at_;
    typename T::value_type held{};
    read(held);
    value = std::move(held);
    if (!failed_) {
      before = {{begin, static_cast<std::size_t>(at_ - begin)}, value};
    }
  }

  template <class T>
  void read_choice(T& choice) {
    const auto index = read_below(std::variant_size_v<T>);
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      ((I == index ? read(choice.template emplace<I>()) : void()), ...);
    }
    (std::make_index_sequence<std::variant_size_v<T>>{});
  }
  template <class T>
  void read_map(T& map) {
    using Value = typename T::mapped_type;
    map.clear();
    const auto count = read_count<Value>();
    if constexpr (requires { map.reserve(count); }) {
      map.reserve(count);
    }
    for (std::size_t i = 0; i < count && !failed_; ++i) {
      if constexpr (IsKeyed<Value>) {
        Value value{};
        read(value);
        auto key = value.*Description<Value>::key;
        map.try_emplace(std::move(key), std::move(value));
      } else {
        typename T::key_type key{};
        read(key);
        read(map[std::move(key)]);
      }
    }
  }

  void read_value(std::string& text) {
    const auto size = read_size();
    if (size > left()) {
      fail();
      return;
    }
    text.assign(at_, static_cast<std::size_t>(size));
    at_ += size;
  }
  template <class Tag>
  void read_value(Id<Tag>& id) {
    const auto size = read_size();
    if (size > left()) {
      fail();
      return;
    }
    id = Id<Tag>{std::string_view{at_, static_cast<std::size_t>(size)}};
    at_ += size;
  }
  void read_value(bool& value) { value = read_below(2) == 1; }
  template <std::integral Number>
  void read_value(Number& number) {
    const auto size = read_size();
    if constexpr (std::is_signed_v<Number>) {
      const auto wide = static_cast<std::int64_t>((size >> 1) ^ (~(size & 1) + 1));
      keep(number, wide);
    } else {
      keep(number, size);
    }
  }
  template <class Number, class Wide>
  void keep(Number& number, Wide wide) {
    if (std::in_range<Number>(wide)) {
      number = static_cast<Number>(wide);
    } else {
      fail();
    }
  }
  void read_value(double& number) { read_bytes(number); }
  void read_value(Day& day) { read_bytes(day); }
  void read_value(std::chrono::weekday& day) {
    day = std::chrono::weekday{static_cast<unsigned>(read_below(7))};
  }
  void read_value(Timestamp& instant) {
    std::int64_t count = 0;
    read_bytes(count);
    instant = Timestamp{std::chrono::microseconds{count}};
  }
  template <class Rep, class Period>
  void read_value(std::chrono::duration<Rep, Period>& length) {
    Rep count{};
    read_value(count);
    length = std::chrono::duration<Rep, Period>{count};
  }
  template <class T>
  void read_bytes(T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (left() < sizeof(T)) {
      fail();
      return;
    }
    std::memcpy(&value, at_, sizeof(T));
    at_ += sizeof(T);
  }

  [[nodiscard]] std::uint8_t take_byte() {
    if (at_ == end_) {
      fail();
      return 0;
    }
    return static_cast<std::uint8_t>(*at_++);
  }
  [[nodiscard]] std::size_t read_below(std::size_t limit) {
    const std::size_t byte = take_byte();
    if (byte >= limit) {
      fail();
      return 0;
    }
    return byte;
  }
  [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

  /// Every field takes a byte, so that a few bytes cannot ask for a lot of memory.
  template <class T>
  static constexpr std::size_t bytes_at_least() {
    if constexpr (IsObject<T>) {
      return std::max<std::size_t>(field_count<T>, 1);
    } else {
      return 1;
    }
  }

  const char* at_;
  const char* end_;
  bool failed_ = false;
  std::vector<std::pair<const void*, std::shared_ptr<void>>> lasts_;  // by type
};

}  // namespace tiendo::journal
