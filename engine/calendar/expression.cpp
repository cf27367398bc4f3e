#include "calendar/expression.hpp"

#include <fmt/format.h>

#include "base/fold.hpp"
#include "calendar/phrase.hpp"
#include "calendar/window_builder.hpp"

namespace tiendo::calendar {
namespace {

Window refused(std::string phrase, Text reason) {
  Window window;
  window.phrase = std::move(phrase);
  window.reason = std::move(reason);
  return window;
}

}  // namespace

Window resolve(std::string_view phrase, const ExpressionContext& context) {
  if (phrase.size() > phrase_bytes_max) {
    return refused({}, {fmt::format("cụm từ quá dài: nhiều nhất {} byte", phrase_bytes_max),
                        fmt::format("the phrase is too long: at most {} bytes", phrase_bytes_max)});
  }
  auto tokens = tokens_of(phrase);
  if (!tokens) {
    return refused({}, {"không phải văn bản UTF-8", "this is not UTF-8 text"});
  }
  name_days(*tokens, context.anchors, context.issued);
  auto window = window_of(read_phrase(std::move(*tokens)), context);
  window.phrase = to_nfc(phrase).value_or(std::string{phrase});
  return window;
}

std::optional<Limit> parse_limit(std::string_view text) {
  const auto tokens = text.size() <= phrase_bytes_max ? tokens_of(text) : std::nullopt;
  if (!tokens) {
    return std::nullopt;
  }
  Cursor cursor{*tokens};
  const auto length = read_length(cursor);
  const bool whole = length && cursor.done() && !length->in_hours;
  return whole && length->limit.number <= limit_number_max ? std::optional{length->limit}
                                                           : std::nullopt;
}

}  // namespace tiendo::calendar
