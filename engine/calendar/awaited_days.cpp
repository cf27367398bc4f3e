#include <algorithm>
#include <map>

#include "base/fold.hpp"
#include "calendar/expression.hpp"
#include "calendar/phrase.hpp"

namespace tiendo::calendar {
namespace {

using Names = std::vector<std::string>;

void add(Names& names, std::string name) {
  const bool is_name = !name.empty() && name != "ngày";  // of "95 ngày trước …"
  if (is_name && std::ranges::find(names, name) == names.end()) {
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

/// The names as days, one after another from `first` on.
std::map<std::string, Day> days_of(const Names& names, Day first) {
  std::map<std::string, Day> days;
  for (const auto& name : names) {
    days.emplace(name, first);
    first = plus_days(first, 1);
  }
  return days;
}

Window window_with(const std::map<std::string, Day>& days, std::string_view phrase,
                   ExpressionContext context) {
  context.anchors.insert(days.begin(), days.end());
  return resolve(phrase, context);
}

/// Days with which the phrase is resolved: after those that it knows already, or before them.
std::map<std::string, Day> days_that_resolve(const Names& names, std::string_view phrase,
                                             const ExpressionContext& context) {
  const auto period = context.period.value_or(DayRange{});
  const auto count = static_cast<int>(names.size());
  for (const Day first : {plus_days(period.last, -count), plus_days(period.first, 1)}) {
    auto days = days_of(names, first);
    if (window_with(days, phrase, context).resolved) {
      return days;
    }
  }
  return {};
}

/// Whether the phrase says the same without this name.
bool is_idle(const std::string& name, const std::map<std::string, Day>& days,
             std::string_view phrase, const ExpressionContext& context) {
  auto fewer = days;
  fewer.erase(name);
  const auto with = window_with(days, phrase, context);
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
  auto days = days_that_resolve(names, phrase, context);
  std::erase_if(names, [&](const auto& name) {
    const bool is_awaited = days.contains(name) && !is_idle(name, days, phrase, context);
    if (!is_awaited) {
      days.erase(name);
    }
    return !is_awaited;
  });
  const auto printed = to_nfc(phrase).value_or(std::string{phrase});
  std::ranges::transform(names, names.begin(),
                         [&](const auto& name) { return as_printed(name, printed); });
  return names;
}

}  // namespace tiendo::calendar
