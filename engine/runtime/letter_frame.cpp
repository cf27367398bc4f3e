#include <fmt/format.h>

#include <algorithm>

#include "runtime/letter_words.hpp"

namespace tiendo::runtime {
namespace {

constexpr std::size_t counts_in_subject_max = 3;
constexpr std::size_t subject_characters_max = 150;

bool begins_a_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// What of it can be read in a list of letters, cut between characters.
std::string shortened(const std::string& text) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (begins_a_character(text[i]) && ++characters > subject_characters_max) {
      return text.substr(0, i) + "…";
    }
  }
  return text;
}

Text subject_of_day(const std::vector<LetterGroup>& groups, Day day) {
  if (groups.front().group == DigestGroup::news) {
    const auto count = long_count(DigestGroup::news, groups.front().items.size());
    return {fmt::format("{} ngày {}", count.vi, to_vietnamese(day)),
            fmt::format("{} on {}", count.en, to_string(day))};
  }
  std::vector<Text> counts;
  std::size_t more = 0;
  for (const auto& group : groups) {
    if (counts.size() < counts_in_subject_max) {
      counts.push_back(short_count(group.group, group.items.size()));
    } else {
      more += group.items.size();
    }
  }
  if (more > 0) counts.push_back(words_for_more(more));
  Text joined = counts.front();
  for (std::size_t i = 1; i < counts.size(); ++i) {
    joined.vi += (more > 0 && i + 1 == counts.size() ? " " : ", ") + counts[i].vi;
    joined.en += (more > 0 && i + 1 == counts.size() ? " " : ", ") + counts[i].en;
  }
  return {fmt::format("Việc cần làm ngày {}: {}", to_vietnamese(day), joined.vi),
          fmt::format("To do on {}: {}", to_string(day), joined.en)};
}

/// What happened, and to which task; the reason and the date are in the letter.
Text subject_at_once(const Digest& digest) {
  const auto& first = digest.items.front();
  Text subject{fmt::format("{}: {}", first.what.vi, first.title),
               fmt::format("{}: {}", first.what.en, first.title)};
  if (digest.items.size() > 1) {
    const auto more = words_for_more(digest.items.size() - 1);
    subject.vi += fmt::format(" ({})", more.vi);
    subject.en += fmt::format(" ({})", more.en);
  }
  return subject;
}

/// "a, b và c"
std::string listed(const std::vector<LetterGroup>& groups, Language language) {
  std::string out;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const bool is_last = i + 1 == groups.size();
    const auto* last = language == Language::vi ? " và " : " and ";
    if (i > 0) out += is_last ? last : ", ";
    out += long_count(groups[i].group, groups[i].items.size()).in(language);
  }
  return out;
}

Text opening_of(const Digest& digest, const std::vector<LetterGroup>& groups) {
  if (digest.kind == model::MessageKind::at_once) {
    return {"Hệ thống theo dõi tiến độ xin thông báo:", "This has just happened:"};
  }
  // Not "you have": what is overdue is told to leaders too, and is not theirs.
  return {
      fmt::format("Hệ thống theo dõi tiến độ xin gửi Ông/Bà tình hình công việc đến ngày {}: {}.",
                  to_vietnamese(digest.day), listed(groups, Language::vi)),
      fmt::format("How things stand on {}: {}.", to_string(digest.day),
                  listed(groups, Language::en))};
}

/// The title of the campaign of which all are; empty where there are several.
std::string only_campaign(const Digest& digest) {
  const auto& first = digest.items.front();
  const bool is_only =
      std::all_of(digest.items.begin(), digest.items.end(),
                  [&](const DigestItem& item) { return item.campaign == first.campaign; });
  return is_only ? on_one_line(first.campaign_title) : std::string{};
}

Text footer_of(const LetterHead& head) {
  const auto of_office = head.office.empty() ? std::string{} : " của " + head.office;
  const auto by_office = head.office.empty() ? std::string{} : " of " + head.office;
  return {fmt::format("Thư do hệ thống theo dõi tiến độ (tiendo){} tự động gửi, xin không trả lời "
                      "thư này.",
                      of_office),
          fmt::format("Sent automatically by the progress tracker (tiendo){}; please do not reply.",
                      by_office)};
}

}  // namespace

LetterWords words_of(const Digest& digest, const std::vector<LetterGroup>& groups,
                     const LetterTo& to, const LetterHead& head) {
  const auto in = [&](const Text& text) { return on_one_line(text.in(to.language)); };
  const bool is_digest = digest.kind == model::MessageKind::digest;
  const auto subject = in(is_digest ? subject_of_day(groups, digest.day) : subject_at_once(digest));
  LetterWords words;
  words.subject = shortened("[tiendo] " + subject);
  words.greeting =
      in({fmt::format("Kính gửi Ông/Bà {},", to.name), fmt::format("Dear {},", to.name)});
  words.opening = in(opening_of(digest, groups));
  const auto campaign = only_campaign(digest);
  if (is_digest && !campaign.empty())
    words.campaign = in({"Kế hoạch: " + campaign, "Plan: " + campaign});
  words.all = in({"Xem tất cả việc của tôi", "See all my tasks"});
  words.closing = in({"Trân trọng,", "Yours faithfully,"});
  words.office = on_one_line(head.office);
  words.footer = in(footer_of(head));
  return words;
}

}  // namespace tiendo::runtime
