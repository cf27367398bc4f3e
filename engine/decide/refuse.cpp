#include "decide/refuse.hpp"

#include <algorithm>
#include <cctype>

namespace tiendo::decide {

Rejection bad_argument(Text reason) {
  return Rejection{"bad_argument", std::move(reason)};
}

std::optional<Rejection> require(const std::string& text, const Text& what) {
  const bool blank =
      std::ranges::all_of(text, [](unsigned char c) { return std::isspace(c) != 0; });
  if (!blank) {
    return std::nullopt;
  }
  return bad_argument({"còn thiếu " + what.vi, what.en + " is missing"});
}

}  // namespace tiendo::decide
