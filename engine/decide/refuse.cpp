#include "decide/refuse.hpp"

#include <fmt/format.h>

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

Text named(const std::string& id, const std::map<std::string, std::string>& titles) {
  const auto title = titles.find(id);
  return title == titles.end() || title->second == id
             ? Text{fmt::format("“{}”", id), fmt::format("'{}'", id)}
             : Text{fmt::format("“{}” ({})", title->second, id),
                    fmt::format("'{}' ({})", title->second, id)};
}

Text named(const std::vector<std::string>& ids, const std::map<std::string, std::string>& titles) {
  Text all;
  for (const auto& id : ids) {
    const auto one = named(id, titles);
    all.vi.append(all.vi.empty() ? "" : ", ").append(one.vi);
    all.en.append(all.en.empty() ? "" : ", ").append(one.en);
  }
  return all;
}

}  // namespace tiendo::decide
