#include <fmt/format.h>

#include <array>

#include "runtime/letter_parts.hpp"

namespace tiendo::runtime {
namespace {

// Letters are read in the light and in the dark, and many programs keep only the styles that stand
// at the elements themselves. So text and paper keep the colours of the reader, and every colour of
// ours stands on one of ours, at a contrast of 4.5 or more (WCAG 2.2, 1.4.3).
struct GroupLook {
  std::string_view icon;
  std::string_view ground;
  std::string_view ink;
};

/// By DigestGroup.
constexpr std::array<GroupLook, 7> looks{{
    {"▲", "#b3261e", "#ffffff"},  // red: overdue
    {"●", "#b54708", "#ffffff"},  // orange: due today
    {"◐", "#ffd166", "#2b1d00"},  // amber: due soon
    {"◆", "#1d4ed8", "#ffffff"},
    {"■", "#6d28d9", "#ffffff"},
    {"○", "#4b5563", "#ffffff"},
    {"◇", "#0f766e", "#ffffff"},
}};

const GroupLook& look_of(DigestGroup group) {
  return looks[static_cast<std::size_t>(group)];
}

/// As text between tags and in attributes.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string paragraph(std::string_view text, std::string_view style = "margin:0 0 16px") {
  return fmt::format("<p style=\"{}\">{}</p>\n", style, escaped(text));
}

std::string linked(std::string_view text, const std::string& link) {
  if (link.empty()) return fmt::format("<strong>{}</strong>", escaped(text));
  return fmt::format("<a href=\"{}\" style=\"color:inherit;font-weight:600\">{}</a>", escaped(link),
                     escaped(text));
}

std::string item_html(const DigestItem& item, const LetterPage& page) {
  auto out = linked(on_one_line(item.title), link_to(page.head, item));
  const auto what = line_of(item).in(page.language);
  if (!what.empty()) out += "<br>" + escaped(as_sentence(what));
  if (says_campaign(item, page)) {
    out += fmt::format("<br><span style=\"font-size:14px;opacity:0.8\">{}</span>",
                       escaped(on_one_line(item.campaign_title)));
  }
  return out;
}

std::string items_html(const LetterGroup& group, const LetterPage& page) {
  if (page.is_one) {
    return fmt::format("<p style=\"margin:0 0 24px;overflow-wrap:anywhere\">{}</p>\n",
                       item_html(*group.items.front(), page));
  }
  std::string out = "<ol style=\"margin:0 0 24px;padding:0 0 0 28px;overflow-wrap:anywhere\">\n";
  for (std::size_t i = 0; i < group.shown(); ++i) {
    out += fmt::format("<li style=\"margin:0 0 12px\">{}</li>\n", item_html(*group.items[i], page));
  }
  return out + "</ol>\n";
}

std::string heading_html(const LetterGroup& group, Language language) {
  const auto& look = look_of(group.group);
  return fmt::format(
      "<h2 style=\"margin:0 0 12px;font-size:16px;line-height:1.4\"><span "
      "style=\"display:inline-block;padding:2px 10px;border-radius:4px;background-color:{};"
      "color:{}\">{}&nbsp; {} ({})</span></h2>\n",
      look.ground, look.ink, look.icon, escaped(heading_of(group.group).in(language)),
      group.items.size());
}

std::string group_html(const LetterGroup& group, const LetterPage& page) {
  auto out = page.has_headings ? heading_html(group, page.language) : std::string{};
  out += items_html(group, page);
  if (group.more() > 0) {
    out += paragraph(words_for_more(group.more()).in(page.language),
                     "margin:-12px 0 24px;padding:0 0 0 28px");
  }
  return out;
}

std::string top_html(const LetterPage& page) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\" style=\"color-scheme:light dark\">\n<head>\n"
      "<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta name=\"supported-color-schemes\" content=\"light dark\">\n"
      "<title>{}</title>\n</head>\n"
      "<body style=\"margin:0;padding:0\">\n"
      "<div style=\"max-width:640px;margin:0 auto;padding:20px 16px;font-family:'Segoe "
      "UI',Roboto,'Helvetica Neue',Arial,sans-serif;font-size:16px;line-height:1.5\">\n",
      page.language == Language::vi ? "vi" : "en", escaped(page.words.subject));
}

}  // namespace

std::string letter_html(const LetterPage& page) {
  const auto& words = page.words;
  auto out = top_html(page) + paragraph(words.greeting) + paragraph(words.opening);
  if (!words.campaign.empty()) out += paragraph(words.campaign);
  for (const auto& group : page.groups) out += group_html(group, page);
  const auto all = link_to_all(page.head);
  if (!all.empty()) {
    out += fmt::format("<p style=\"margin:0 0 24px\">{}</p>\n", linked(words.all, all));
  }
  out += fmt::format("<p style=\"margin:0 0 24px\">{}{}</p>\n", escaped(words.closing),
                     words.office.empty() ? "" : "<br>" + escaped(words.office));
  out += paragraph(words.footer,
                   "margin:0;padding:12px 0 0;border-top:1px solid #8a8a8a;font-size:14px;"
                   "opacity:0.8");
  return out + "</div>\n</body>\n</html>\n";
}

}  // namespace tiendo::runtime
