#pragma once

#include <string>
#include <vector>

#include "runtime/letter_words.hpp"

namespace tiendo::runtime {

/// What both forms of a letter are written from.
struct LetterPage {
  Language language = Language::vi;
  bool has_headings = true;  // not where something just happened
  bool is_one = false;       // one task, which needs no number
  LetterWords words;
  std::vector<LetterGroup> groups;
  LetterHead head;
};

[[nodiscard]] std::string letter_text(const LetterPage& page);
[[nodiscard]] std::string letter_html(const LetterPage& page);

}  // namespace tiendo::runtime
