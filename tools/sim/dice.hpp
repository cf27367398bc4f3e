#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tiendo::sim {

/// The chance of a simulated world: the same seed gives the same throws on every machine. The
/// generator is SplitMix64 (Steele, Lea, Flood 2014).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_{seed} {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }

  /// From 0 to `count` - 1; 0 where there is nothing to choose from.
  std::size_t below(std::size_t count) { return count == 0 ? 0 : next() % count; }
  /// Both ends included.
  int between(int least, int most) {
    return least + static_cast<int>(below(static_cast<std::size_t>(most - least + 1)));
  }
  bool one_in(std::size_t count) { return below(count) == 0; }
  /// `probability` from 0 to 1.
  bool happens(double probability) {
    return static_cast<double>(next() >> 11U) * 0x1.0p-53 < probability;
  }

  template <class T>
  const T& of(const std::vector<T>& things) {
    return things[below(things.size())];
  }

  /// Dice of their own: what is thrown with them does not change what is thrown with these.
  [[nodiscard]] Dice apart() { return Dice{next()}; }

 private:
  std::uint64_t state_;
};

}  // namespace tiendo::sim
