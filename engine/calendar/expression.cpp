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

}  // namespace tiendo::calendar
