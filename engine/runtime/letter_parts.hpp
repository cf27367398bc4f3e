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

/// Whether the title of its campaign stands at the item: it is not said once for all, and is not
/// what the item itself is about.
[[nodiscard]] inline bool says_campaign(const DigestItem& item, const LetterPage& page) {
  return page.words.campaign.empty() && !item.task.empty();
}

[[nodiscard]] std::string letter_text(const LetterPage& page);
[[nodiscard]] std::string letter_html(const LetterPage& page);

}  // namespace tiendo::runtime
