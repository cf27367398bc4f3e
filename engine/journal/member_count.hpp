#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

namespace tiendo::journal {

/// Becomes whatever a member of an aggregate is. Never called.
struct Anything {
  template <class T>
  requires(!std::is_same_v<std::remove_cvref_t<T>, Anything>) operator T() const;
};

template <class T, std::size_t... I>
constexpr bool takes_values(std::index_sequence<I...>) {
  return requires {
    T{(static_cast<void>(I), Anything{})...};
  };
}

/// How many members the aggregate T has: as many values as it can be made of. So that a member that
/// is added and not described is an error of the compiler and not a loss on disk.
template <class T, std::size_t Count = 0>
constexpr std::size_t member_count() {
  if constexpr (takes_values<T>(std::make_index_sequence<Count + 1>{})) {
    return member_count<T, Count + 1>();
  } else {
    return Count;
  }
}

}  // namespace tiendo::journal
