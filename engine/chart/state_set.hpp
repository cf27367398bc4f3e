#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tiendo::chart {

/// A state of a compiled chart: its place in document order. 0 is the chart itself. The states
/// inside a state follow it at once, so that every subtree is a range.
using StateIndex = std::uint32_t;

/// A set of states, iterated in document order or against it. Ranges are half open. The first 64
/// states need no memory of their own: most charts have no more.
class StateSet {
 public:
  /// Empty, with room for the states below `size`; keeps its memory.
  void reset(std::size_t size) {
    first_ = 0;
    more_.assign(size <= 64 ? 0 : (size - 1) / 64, 0);
  }

  void insert(StateIndex state) { word(state / 64) |= bit(state); }
  void erase(StateIndex state) { word(state / 64) &= ~bit(state); }
  [[nodiscard]] bool contains(StateIndex state) const {
    return state / 64 < words() && (word(state / 64) & bit(state)) != 0;
  }
  [[nodiscard]] bool empty() const {
    return first_ == 0 && std::ranges::all_of(more_, [](std::uint64_t w) { return w == 0; });
  }

  [[nodiscard]] bool any_in(StateIndex first, StateIndex last) const {
    for (std::size_t w = first / 64; w * 64 < last; ++w) {
      if ((word(w) & mask(w, first, last)) != 0) {
        return true;
      }
    }
    return false;
  }

  void insert_all_in(StateIndex first, StateIndex last, const StateSet& from) {
    for (std::size_t w = first / 64; w * 64 < last; ++w) {
      word(w) |= from.word(w) & mask(w, first, last);
    }
  }
  void erase_all_in(StateIndex first, StateIndex last) {
    for (std::size_t w = first / 64; w * 64 < last; ++w) {
      word(w) &= ~mask(w, first, last);
    }
  }

  /// Calls `f` for the members in the range, in document order, as they were when it came to them.
  template <class F>
  void for_each_in(StateIndex first, StateIndex last, F&& f) const {
    for (std::size_t w = first / 64; w * 64 < last && w < words(); ++w) {
      for (auto left = word(w) & mask(w, first, last); left != 0; left &= left - 1) {
        f(static_cast<StateIndex>(w * 64 + static_cast<std::size_t>(std::countr_zero(left))));
      }
    }
  }
  template <class F>
  void for_each(F&& f) const {
    for_each_in(0, static_cast<StateIndex>(words() * 64), f);
  }
  /// The members that `other`, of the same size, holds too.
  template <class F>
  void for_each_common(const StateSet& other, F&& f) const {
    for (std::size_t w = 0; w < words(); ++w) {
      for (auto left = word(w) & other.word(w); left != 0; left &= left - 1) {
        f(static_cast<StateIndex>(w * 64 + static_cast<std::size_t>(std::countr_zero(left))));
      }
    }
  }
  template <class F>
  void for_each_backwards(F&& f) const {
    for (std::size_t w = words(); w-- > 0;) {
      for (auto left = word(w); left != 0;) {
        const int top = 63 - std::countl_zero(left);
        left &= ~(std::uint64_t{1} << top);
        f(static_cast<StateIndex>(w * 64 + static_cast<std::size_t>(top)));
      }
    }
  }

  friend bool operator==(const StateSet&, const StateSet&) = default;

 private:
  static std::uint64_t bit(StateIndex state) { return std::uint64_t{1} << (state % 64); }
  /// The bits of word `w` that lie in the range.
  static std::uint64_t mask(std::size_t w, StateIndex first, StateIndex last) {
    constexpr auto all = ~std::uint64_t{0};
    const auto from = first > w * 64 ? all << (first % 64) : all;
    const auto to = last < (w + 1) * 64 ? ~(all << (last % 64)) : all;
    return from & to;
  }

  [[nodiscard]] std::size_t words() const { return 1 + more_.size(); }
  [[nodiscard]] std::uint64_t& word(std::size_t w) { return w == 0 ? first_ : more_[w - 1]; }
  [[nodiscard]] std::uint64_t word(std::size_t w) const { return w == 0 ? first_ : more_[w - 1]; }

  std::uint64_t first_ = 0;
  std::vector<std::uint64_t> more_;
};

}  // namespace tiendo::chart
