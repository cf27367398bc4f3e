#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <variant>

#include "base/shared.hpp"
#include "base/text.hpp"
#include "journal/member_count.hpp"
#include "model/lifecycle.hpp"

namespace tiendo::journal {

/// How a type is written down, once for all directions: writers and readers of JSON and of the
/// binary form follow the same description. The names in it are the names on disk: they are pinned
/// here, and stay when the names in code change. A specialisation has one of
///
///     static constexpr auto fields = std::tuple{required("task", &T::task), …};   an object
///     static constexpr auto as = &T::member;                 written as its one member
///     static constexpr std::array names{…};                  of a variant: {"name": value};
///                                                            of an enumeration: its names
///
/// and may have
///
///     static constexpr std::size_t not_written = 1;          members beside the described ones
///     static constexpr auto key = &T::id;                    a map of these is a list of them
///     static std::optional<Text> finish(T& read);            makes what is not written down, and
///                                                            says what is wrong with what was read
template <class T>
struct Description;

/// A field that is always written and has to be there.
struct Required {};
/// A field that is left out where it is empty: none, false, 0, no elements.
struct Empty {};

/// `Otherwise`: Required, Empty, or the value that a field has where it is left out.
template <class Class, class Type, class Otherwise>
struct Field {
  using Member = Type;

  std::string_view name;
  Member Class::*member;
  Otherwise otherwise;

  static constexpr bool is_required = std::is_same_v<Otherwise, Required>;

  [[nodiscard]] bool is_left_out(const Class& object) const {
    if constexpr (is_required) {
      return false;
    } else if constexpr (!std::is_same_v<Otherwise, Empty>) {
      return object.*member == otherwise;
    } else if constexpr (requires { (object.*member).empty(); }) {
      return (object.*member).empty();
    } else if constexpr (requires { (object.*member).has_value(); }) {
      return !(object.*member).has_value();
    } else {
      return object.*member == Member{};
    }
  }
  void leave_out(Class& object) const requires(!is_required) {
    if constexpr (std::is_same_v<Otherwise, Empty>) {
      object.*member = Member{};
    } else {
      object.*member = otherwise;
    }
  }
};

template <class Class, class Member>
constexpr Field<Class, Member, Required> required(std::string_view name, Member Class::*member) {
  return {name, member, {}};
}
template <class Class, class Member>
constexpr Field<Class, Member, Empty> optional(std::string_view name, Member Class::*member) {
  return {name, member, {}};
}
template <class Class, class Member>
constexpr Field<Class, Member, Member> optional(std::string_view name, Member Class::*member,
                                                std::type_identity_t<Member> otherwise) {
  return {name, member, otherwise};
}

template <class T>
concept IsObject = requires {
  Description<T>::fields;
};
template <class T>
concept IsWrapped = requires {
  Description<T>::as;
};
template <class T>
concept IsKeyed = requires {
  Description<T>::key;
};
template <class T>
concept IsBytes = requires {
  requires Description<T>::as_bytes;
};
template <class T>
concept HasFinish = requires(T& read) {
  Description<T>::finish(read);
};

template <class T>
inline constexpr std::size_t field_count =
    std::tuple_size_v<std::remove_cvref_t<decltype(Description<T>::fields)>>;

/// Whether the description of T, an object or written as one member, leaves no member aside but
/// those that it says it does.
template <class T>
constexpr bool is_fully_described() {
  std::size_t described = 1;
  if constexpr (IsObject<T>) {
    described = field_count<T>;
  }
  if constexpr (requires { Description<T>::not_written; }) {
    described += Description<T>::not_written;
  }
  return described == member_count<T>();
}

template <class T, template <class...> class Template>
inline constexpr bool is_a = false;
template <template <class...> class Template, class... Args>
inline constexpr bool is_a<Template<Args...>, Template> = true;

template <class T>
concept IsOptional = is_a<T, std::optional> || is_a<T, SharedOptional>;
/// What is shared is written as if it were not.
template <class T>
concept IsShared = is_a<T, Shared>;
/// A pointer to something that does not change is written as that.
template <class T>
concept IsPointer = is_a<T, std::shared_ptr>;
template <class T>
concept IsChoice = is_a<T, std::variant>;
template <class T>
concept IsMap = requires {
  typename T::mapped_type;
};
template <class T>
concept IsList = requires(T& list) {
  typename T::value_type;
  list.push_back(std::declval<typename T::value_type>());
}
&&!std::is_same_v<T, std::string>;

/// The names of an enumeration on disk.
template <class Enum>
[[nodiscard]] constexpr std::span<const std::string_view> names() {
  if constexpr (requires { Description<Enum>::names; }) {
    return Description<Enum>::names;
  } else {
    return model::names_of<Enum>();
  }
}

}  // namespace tiendo::journal
