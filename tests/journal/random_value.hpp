#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <memory>
#include <random>
#include <string>
#include <variant>

#include "journal/describe_campaign_events.hpp"
#include "journal/describe_task_events.hpp"
#include "journal/sample_events.hpp"

namespace tiendo::test {

/// Values of every described type, the ends of their ranges among them.
class RandomValue {
 public:
  explicit RandomValue(std::uint32_t seed) : engine_{seed} {}

  model::EventBody event() {
    model::EventBody body;
    [&]<class... Bodies>(std::variant<Bodies...>*) {
      auto left = below(sizeof...(Bodies));
      ((left-- == 0 ? body = make<Bodies>() : body), ...);
    }(static_cast<model::EventBody*>(nullptr));
    return body;
  }
  template <class T>
  T make() {
    T value{};
    fill(value);
    return value;
  }
  std::size_t below(std::size_t limit) { return engine_() % limit; }

 private:
  template <class T>
  void fill(T& value) {
    using namespace journal;
    if constexpr (std::is_same_v<T, model::Procedure>) {
      value = sample_plan()->phases;  // a chart has to be one
    } else if constexpr (IsObject<T>) {
      std::apply([&](const auto&... field) { (fill_field(value, field), ...); },
                 Description<T>::fields);
    } else if constexpr (IsWrapped<T>) {
      fill(value.*Description<T>::as);
    } else if constexpr (std::is_enum_v<T>) {
      value = static_cast<T>(below(names<T>().size()));
    } else if constexpr (IsShared<T> || IsOptional<T>) {
      value = make<typename T::value_type>();
    } else if constexpr (IsPointer<T>) {
      using Pointed = std::remove_const_t<typename T::element_type>;
      const auto pointed = std::make_shared<Pointed>();
      fill(*pointed);
      value = pointed;
    } else if constexpr (IsChoice<T>) {
      [&]<std::size_t... I>(std::index_sequence<I...>) {
        auto left = below(sizeof...(I));
        ((left-- == 0 ? fill(value.template emplace<I>()) : void()), ...);
      }
      (std::make_index_sequence<std::variant_size_v<T>>{});
    } else if constexpr (IsMap<T>) {
      fill_map(value);
    } else if constexpr (IsList<T>) {
      value.resize(below(4));
      for (auto& element : value) {
        fill(element);
      }
    } else {
      fill_value(value);
    }
    link(value);
  }
  template <class T, class Field>
  void fill_field(T& object, const Field& field) {
    if constexpr (Field::is_required) {
      fill(object.*field.member);
    } else if (below(3) == 0) {
      field.leave_out(object);
    } else {
      fill(object.*field.member);
    }
  }
  template <class T>
  void fill_map(T& map) {
    map.clear();
    for (auto left = below(4); left > 0; --left) {
      using Value = typename T::mapped_type;
      auto value = make<Value>();
      if constexpr (journal::IsKeyed<Value>) {
        auto key = value.*journal::Description<Value>::key;
        map.insert_or_assign(std::move(key), std::move(value));
      } else {
        map.insert_or_assign(make<typename T::key_type>(), std::move(value));
      }
    }
  }
  void link(auto&) {}
  void link(model::Plan& plan) {
    for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
      plan.tasks[i].id = model::TaskId{plan.tasks[i].id.str() + std::to_string(i)};
      const auto into_plan = [&](model::TaskIndex& other) {
        other %= static_cast<model::TaskIndex>(plan.tasks.size());
      };
      plan.tasks[i].after.replace([&](auto& after) { std::ranges::for_each(after, into_plan); });
      if (auto due = plan.tasks[i].due_after; due) {
        auto rule = *due;
        std::ranges::for_each(rule.tasks, into_plan);
        plan.tasks[i].due_after = rule;
      }
      if (plan.tasks[i].part_of) {
        into_plan(*plan.tasks[i].part_of);
      }
    }
    model::link(plan);
  }

  void fill_value(std::string& text) {
    static const std::array<std::string, 12> pieces{
        "a",    "\"",
        "\\",   "\n",
        "\x01", "\x1f",
        "\x7f", "ạ",
        "ờ 🎉",  std::string(1, '\0'),
        "/",    "một đoạn văn dài hơn chỗ sẵn có của một chuỗi"};
    for (auto left = below(5); left > 0; --left) {
      text += pieces[below(pieces.size())];
    }
  }
  template <class Tag>
  void fill_value(Id<Tag>& id) {
    id = Id<Tag>{make<std::string>()};
  }
  void fill_value(bool& value) { value = below(2) == 0; }
  template <std::integral Number>
  void fill_value(Number& number) {
    using Limits = std::numeric_limits<Number>;
    const std::array<Number, 5> some{Limits::min(), Limits::max(), 0, 1, 7};
    const auto which = below(some.size() * 2);
    number = which < some.size() ? some[which] : static_cast<Number>(bits());
  }
  void fill_value(double& number) {
    do {
      number = below(2) == 0 ? std::bit_cast<double>(bits()) : static_cast<double>(below(1000)) / 8;
    } while (!std::isfinite(number));
  }
  void fill_value(Day& day) {
    using namespace std::chrono;
    const auto year = below(4) == 0 ? static_cast<int>(below(65'535)) - 32'767
                                    : 2000 + static_cast<int>(below(50));
    day = Day{std::chrono::year{year}, month{static_cast<unsigned>(1 + below(12))},
              std::chrono::day{static_cast<unsigned>(1 + below(28))}};
  }
  void fill_value(std::chrono::weekday& day) {
    day = std::chrono::weekday{static_cast<unsigned>(below(7))};
  }
  void fill_value(Timestamp& instant) { instant = Timestamp{make<std::chrono::microseconds>()}; }
  template <class Rep, class Period>
  void fill_value(std::chrono::duration<Rep, Period>& length) {
    length = std::chrono::duration<Rep, Period>{make<Rep>()};
  }
  std::uint64_t bits() { return (static_cast<std::uint64_t>(engine_()) << 32) | engine_(); }

  std::mt19937 engine_;
};

}  // namespace tiendo::test
