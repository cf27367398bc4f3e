#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tiendo::sim {

/// One number for one thing after another, the same where they are the same. Of what happens in a
/// world no two things are confused, and nobody tries to: FNV-1a over words instead of bytes, for
/// speed, with the upper half folded down, which words would not reach otherwise.
class Digest {
 public:
  void add(std::uint64_t number) {
    value_ = (value_ ^ number) * 0x100000001b3U;
    value_ ^= value_ >> 32U;
  }
  void add(std::string_view bytes) {
    add(std::uint64_t{bytes.size()});
    for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), sizeof(std::uint64_t)))) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.data(), std::min(bytes.size(), sizeof word));
      add(word);
    }
  }

  [[nodiscard]] std::uint64_t value() const noexcept { return value_; }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325U;
};

}  // namespace tiendo::sim
