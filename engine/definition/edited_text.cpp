#include "definition/edited_text.hpp"

#include <algorithm>
#include <utility>

namespace tiendo::definition {
namespace {

/// Stands in for what no rule may read any more.
constexpr char read_already = '\x01';

}  // namespace

std::vector<EditedText::Span> EditedText::comments() const {
  std::vector<Span> found;
  char quote = 0;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    const char c = text_[i];
    const bool begins_word = i == 0 || text_[i - 1] == ' ' || text_[i - 1] == '\n';
    if (quote != 0) {
      i += quote == '"' && c == '\\' ? 1 : 0;
      quote = c == quote ? 0 : quote;
    } else if ((c == '"' || c == '\'') &&
               (begins_word || text_[i - 1] == '[' || text_[i - 1] == '{')) {
      quote = c;
    } else if (c == '#' && begins_word) {
      const auto end = std::min(text_.find('\n', i), text_.size());
      found.push_back({i, end});
      i = end;
    }
  }
  return found;
}

EditedText::Span EditedText::block(std::string_view key) const {
  const auto head = std::string{key} + ':';
  for (std::size_t line = 0; line < text_.size();) {
    const auto next = std::min(text_.find('\n', line), text_.size() - 1) + 1;
    if (text_.substr(line).starts_with(head)) {
      auto end = next;
      while (end < text_.size() && (text_[end] == ' ' || text_[end] == '\n' || text_[end] == '#')) {
        end = std::min(text_.find('\n', end), text_.size() - 1) + 1;
      }
      return {line, end};
    }
    line = next;
  }
  return {};
}

void EditedText::each(const char* pattern, const std::function<void(const Match&)>& use,
                      std::optional<Span> where) {
  const std::regex regex{pattern};
  Match match;
  auto at = where ? where->begin : 0;
  const auto end = where ? where->end : unread_.size();
  const char* const text = unread_.data();
  while (at < end && std::regex_search(text + at, text + end, match, regex)) {
    const auto found = place(match);
    use(match);
    at = std::max(found.end, at + 1);
  }
}

EditedText::Span EditedText::place(const Match& match, std::size_t group) const {
  const auto begin = static_cast<std::size_t>(match[group].first - unread_.data());
  return {begin, begin + static_cast<std::size_t>(match.length(group))};
}

std::string EditedText::said(const Span& span) const {
  return std::string{text_.substr(span.begin, span.end - span.begin)};
}

bool EditedText::stands_alone(const Span& span) const {
  const auto is_digit = [&](std::size_t at) {
    return at < unread_.size() && unread_[at] >= '0' && unread_[at] <= '9';
  };
  const auto is_letter = [&](std::size_t at) {
    const char c = at < unread_.size() ? unread_[at] : ' ';
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  const auto is_point = [&](std::size_t at) {
    return at < unread_.size() && (unread_[at] == '.' || unread_[at] == ',');
  };
  const auto before = span.begin - 1;  // far beyond the end where it begins the text
  const bool goes_on =
      is_digit(span.end) || is_letter(span.end) || (is_point(span.end) && is_digit(span.end + 1));
  const bool went_on =
      is_digit(before) || is_letter(before) || (is_point(before) && is_digit(before - 1));
  return !goes_on && !went_on;
}

void EditedText::take(const Span& span) {
  std::fill(unread_.begin() + static_cast<std::ptrdiff_t>(span.begin),
            unread_.begin() + static_cast<std::ptrdiff_t>(span.end), read_already);
}

void EditedText::put(const Span& span, std::string text) {
  take(span);
  edits_.push_back({span, std::move(text)});
}

void EditedText::doubt(std::size_t at, std::string code, Text message) {
  doubts_.push_back({at, std::move(code), std::move(message)});
}

MovedText EditedText::applied() && {
  std::ranges::sort(edits_, {}, [](const Edit& edit) { return edit.place.begin; });
  std::ranges::stable_sort(doubts_, {}, &TextDoubt::at);
  MovedText result;
  std::size_t copied = 0;
  auto doubt = doubts_.begin();
  const auto copy_until = [&](std::size_t end) {
    for (; doubt != doubts_.end() && doubt->at <= end; ++doubt) {
      doubt->at = result.text.size() + (doubt->at - copied);
    }
    result.text += text_.substr(copied, end - copied);
    copied = end;
  };
  for (const auto& edit : edits_) {
    copy_until(edit.place.begin);
    result.text += edit.text;
    copied = edit.place.end;
  }
  copy_until(text_.size());
  result.doubts = std::move(doubts_);
  return result;
}

}  // namespace tiendo::definition
