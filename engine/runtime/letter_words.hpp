#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/letter.hpp"

namespace tiendo::runtime {

/// "Quá hạn", as a heading.
[[nodiscard]] Text heading_of(DigestGroup group);
/// "2 quá hạn", as in a subject.
[[nodiscard]] Text short_count(DigestGroup group, std::size_t count);
/// "2 việc quá hạn", as in a sentence.
[[nodiscard]] Text long_count(DigestGroup group, std::size_t count);

/// The items of one group, in the order in which they were given.
struct LetterGroup {
  DigestGroup group = DigestGroup::news;
  std::vector<const DigestItem*> items;

  [[nodiscard]] std::size_t shown() const noexcept {
    return items.size() < lines_of_group_max ? items.size() : lines_of_group_max;
  }
  [[nodiscard]] std::size_t more() const noexcept { return items.size() - shown(); }
};

/// The groups that have items, in the order in which they are read. `digest` must outlive them.
[[nodiscard]] std::vector<LetterGroup> groups_of(const Digest& digest);

/// Everything that a letter says but the tasks themselves, in one language; plain text, on one line
/// each.
struct LetterWords {
  std::string subject;
  std::string greeting;
  std::string opening;
  std::string campaign;  // said once for all tasks; empty: at each of them
  std::string all;       // what the link to the console says
  std::string closing;
  std::string office;
  std::string footer;
};
[[nodiscard]] LetterWords words_of(const Digest& digest, const std::vector<LetterGroup>& groups,
                                   const LetterTo& to, const LetterHead& head);
/// "và 4 việc nữa"
[[nodiscard]] Text words_for_more(std::size_t count);

/// Line breaks and other control characters as blanks, so that what people wrote stays on its line.
[[nodiscard]] std::string on_one_line(std::string_view text);

/// The same, beginning with a capital.
[[nodiscard]] std::string as_sentence(std::string_view text);

/// Where the task is shown, or the campaign; empty where there is no console.
[[nodiscard]] std::string link_to(const LetterHead& head, const DigestItem& item);
/// Where all of one's tasks are shown; empty where there is no console.
[[nodiscard]] std::string link_to_all(const LetterHead& head);

}  // namespace tiendo::runtime
