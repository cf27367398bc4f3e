#include "journal/checksum.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstring>

namespace tiendo::journal {
namespace {

constexpr std::uint64_t prime_1 = 0x9e37'79b1'85eb'ca87;
constexpr std::uint64_t prime_2 = 0xc2b2'ae3d'27d4'eb4f;
constexpr std::uint64_t prime_3 = 0x1656'67b1'9e37'79f9;
constexpr std::uint64_t prime_4 = 0x85eb'ca77'c2b2'ae63;
constexpr std::uint64_t prime_5 = 0x27d4'eb2f'1656'67c5;

template <class Word>
Word word_at(const char* at) {
  static_assert(std::endian::native == std::endian::little);
  Word word;
  std::memcpy(&word, at, sizeof word);
  return word;
}

std::uint64_t round(std::uint64_t lane, std::uint64_t word) {
  return std::rotl(lane + word * prime_2, 31) * prime_1;
}

std::uint64_t mix(std::uint64_t hash) {
  hash = (hash ^ (hash >> 33)) * prime_2;
  hash = (hash ^ (hash >> 29)) * prime_3;
  return hash ^ (hash >> 32);
}

}  // namespace

std::uint64_t checksum(std::string_view bytes) {
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  std::uint64_t hash = prime_5;
  if (bytes.size() >= 32) {
    std::array<std::uint64_t, 4> lanes{prime_1 + prime_2, prime_2, 0, 0 - prime_1};
    for (; end - at >= 32; at += 32) {
      for (std::size_t i = 0; i < 4; ++i) {
        lanes[i] = round(lanes[i], word_at<std::uint64_t>(at + 8 * i));
      }
    }
    hash = std::rotl(lanes[0], 1) + std::rotl(lanes[1], 7) + std::rotl(lanes[2], 12) +
           std::rotl(lanes[3], 18);
    for (const auto lane : lanes) {
      hash = (hash ^ round(0, lane)) * prime_1 + prime_4;
    }
  }
  hash += bytes.size();
  for (; end - at >= 8; at += 8) {
    hash = std::rotl(hash ^ round(0, word_at<std::uint64_t>(at)), 27) * prime_1 + prime_4;
  }
  for (; end - at >= 4; at += 4) {
    hash = std::rotl(hash ^ (word_at<std::uint32_t>(at) * prime_1), 23) * prime_2 + prime_3;
  }
  for (; at != end; ++at) {
    hash = std::rotl(hash ^ (static_cast<unsigned char>(*at) * prime_5), 11) * prime_1;
  }
  return mix(hash);
}

}  // namespace tiendo::journal
