#pragma once

#include <string>

#include "port/channel.hpp"
#include "runtime/digest.hpp"

namespace tiendo::runtime {

/// Whom a letter is for and what it is called.
struct LetterTo {
  std::string id;  // of the letter: the same whenever it is made again
  std::string address;
  std::string name;
  Timestamp at;  // when it was due to be sent
  Language language = Language::vi;
};

/// Who writes, and where one can look.
struct LetterHead {
  std::string office;   // "Liên minh HTX tỉnh Lào Cai"; may be empty
  std::string console;  // "https://tiendo.example.vn", no slash at its end; empty: no links
};

inline constexpr std::size_t lines_of_group_max = 30;

/// What `digest` says as an office writes it: as text, and the same as HTML that needs nothing from
/// elsewhere and can be read in the dark and on a phone. Of each group at most `lines_of_group_max`
/// tasks, then how many more there are. Pure. `digest` must not be empty.
[[nodiscard]] port::Letter compose(const Digest& digest, const LetterTo& to,
                                   const LetterHead& head);

}  // namespace tiendo::runtime
