#include <fmt/format.h>

#include "runtime/letter_parts.hpp"

namespace tiendo::runtime {
namespace {

/// `mark` stands before it: its number in a list.
std::string item_text(const DigestItem& item, const std::string& mark, const LetterPage& page) {
  const std::string indent(mark.size(), ' ');
  auto out = mark + on_one_line(item.title) + "\n";
  const auto what = line_of(item).in(page.language);
  if (!what.empty()) out += indent + as_sentence(what) + "\n";
  if (says_campaign(item, page)) out += indent + on_one_line(item.campaign_title) + "\n";
  const auto link = link_to(page.head, item);
  if (!link.empty()) out += indent + link + "\n";
  return out;
}

std::string group_text(const LetterGroup& group, const LetterPage& page) {
  std::string out;
  if (page.has_headings) {
    const auto heading =
        fmt::format("{} ({})", heading_of(group.group).in(page.language), group.items.size());
    out += heading + "\n" + std::string(24, '-') + "\n";
  }
  for (std::size_t i = 0; i < group.shown(); ++i) {
    out += item_text(*group.items[i], page.is_one ? "" : fmt::format("{}. ", i + 1), page);
  }
  if (group.more() > 0) out += words_for_more(group.more()).in(page.language) + "\n";
  return out;
}

}  // namespace

std::string letter_text(const LetterPage& page) {
  const auto& words = page.words;
  auto out = fmt::format("{}\n\n{}\n\n", words.greeting, words.opening);
  if (!words.campaign.empty()) out += words.campaign + "\n\n";
  for (const auto& group : page.groups) out += group_text(group, page) + "\n";
  const auto all = link_to_all(page.head);
  if (!all.empty()) out += fmt::format("{}: {}\n\n", words.all, all);
  out += words.closing + "\n";
  if (!words.office.empty()) out += words.office + "\n";
  return out + fmt::format("\n-- \n{}\n", words.footer);
}

}  // namespace tiendo::runtime
