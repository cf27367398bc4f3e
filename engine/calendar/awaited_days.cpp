#include <algorithm>

#include "base/fold.hpp"
#include "calendar/expression.hpp"
#include "calendar/phrase.hpp"

namespace tiendo::calendar {
namespace {

using Names = std::vector<std::string>;

void add(Names& names, std::string name) {
  if (!name.empty() && std::ranges::find(names, name) == names.end()) {
    names.push_back(std::move(name));
  }
}

/// All in the phrase that may be the name of a day, as tokens write it.
Names possible_names(std::vector<Token> tokens) {
  Names names;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    Cursor cursor{tokens, at};
    if (cursor.sees("ngày") && cursor.is_word(1)) {
      add(names, read_event_text(cursor));
    }
  }
  const auto phrase = read_phrase(std::move(tokens));
  for (const auto& limit : phrase.limits) {
    add(names, limit.event);
  }
  for (const auto& event : phrase.events) {
    add(names, event.text);
  }
  return names;
}

/// The window with these names known, all as one day that nothing else in the phrase gives.
Window window_with(const Names& names, std::string_view phrase, ExpressionContext context) {
  constexpr int days_in = 40;
  const Day day = plus_days(context.period ? context.period->first : Day{}, days_in);
  for (const auto& name : names) {
    context.anchors.emplace(name, day);
  }
  return resolve(phrase, context);
}

/// Whether the phrase says the same without the name at `i`.
bool is_idle(const Names& names, std::size_t i, std::string_view phrase,
             const ExpressionContext& context) {
  auto fewer = names;
  fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
  const auto with = window_with(names, phrase, context);
  const auto without = window_with(fewer, phrase, context);
  return with.resolved == without.resolved && with.start == without.start &&
         with.due == without.due;
}

/// As it is printed, where lower case did not change its length.
std::string as_printed(const std::string& name, const std::string& phrase) {
  const auto lower = to_lower(phrase);
  const auto at = lower.find(name);
  return at == std::string::npos || lower.size() != phrase.size() ? name
                                                                  : phrase.substr(at, name.size());
}

}  // namespace

std::vector<std::string> awaited_days(std::string_view phrase, const ExpressionContext& context) {
  auto tokens = phrase.size() <= phrase_bytes_max ? tokens_of(phrase) : std::nullopt;
  if (!tokens) {
    return {};
  }
  name_days(*tokens, context.anchors, context.issued);
  auto names = possible_names(std::move(*tokens));
  if (names.empty() || !window_with(names, phrase, context).resolved) {
    return {};
  }
  for (std::size_t i = 0; i < names.size();) {
    if (is_idle(names, i, phrase, context)) {
      names.erase(names.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
  const auto printed = to_nfc(phrase).value_or(std::string{phrase});
  std::ranges::transform(names, names.begin(),
                         [&](const auto& name) { return as_printed(name, printed); });
  return names;
}

}  // namespace tiendo::calendar
