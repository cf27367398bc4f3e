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

/// A set of states, iterated in document order or against it. Ranges are half open.
class StateSet {
 public:
  /// Empty, with room for the states below `size`; keeps its memory.
  void reset(std::size_t size) { words_.assign((size + 63) / 64, 0); }

  void insert(StateIndex state) { words_[state / 64] |= bit(state); }
  void erase(StateIndex state) { words_[state / 64] &= ~bit(state); }
  [[nodiscard]] bool contains(StateIndex state) const {
    return state / 64 < words_.size() && (words_[state / 64] & bit(state)) != 0;
  }
  [[nodiscard]] bool empty() const {
    return std::ranges::all_of(words_, [](std::uint64_t word) { return word == 0; });
  }

  [[nodiscard]] bool any_in(StateIndex first, StateIndex last) const {
    for (std::size_t w = first / 64; w * 64 < last; ++w) {
      if ((words_[w] & mask(w, first, last)) != 0) {
        return true;
      }
    }
    return false;
  }

  /// Calls `f` for the members in the range, in document order; `f` must not change this set.
  template <class F>
  void for_each_in(StateIndex first, StateIndex last, F&& f) const {
    for (std::size_t w = first / 64; w * 64 < last && w < words_.size(); ++w) {
      for (auto word = words_[w] & mask(w, first, last); word != 0; word &= word - 1) {
        f(static_cast<StateIndex>(w * 64 + static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
  }
  template <class F>
  void for_each(F&& f) const {
    for_each_in(0, static_cast<StateIndex>(words_.size() * 64), f);
  }
  template <class F>
  void for_each_backwards(F&& f) const {
    for (std::size_t w = words_.size(); w-- > 0;) {
      for (auto word = words_[w]; word != 0;) {
        const int top = 63 - std::countl_zero(word);
        word &= ~(std::uint64_t{1} << top);
        f(static_cast<StateIndex>(w * 64 + static_cast<std::size_t>(top)));
      }
    }
  }

  friend bool operator==(const StateSet&, const StateSet&) = default;

 private:
  static std::uint64_t bit(StateIndex state) { return std::uint64_t{1} << (state % 64); }
  /// The bits of word `w` that lie in the range.
  static std::uint64_t mask(std::size_t w, StateIndex first, StateIndex last) {
    const std::uint64_t from =
        first > w * 64 ? ~std::uint64_t{0} << (first % 64) : ~std::uint64_t{0};
    const std::uint64_t to =
        last < (w + 1) * 64 ? ~(~std::uint64_t{0} << (last % 64)) : ~std::uint64_t{0};
    return from & to;
  }

  std::vector<std::uint64_t> words_;
};

}  // namespace tiendo::chart
