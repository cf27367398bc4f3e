#include "server/cookies.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo::server {
namespace {

// RFC 6265, 4.1.1: cookie-octet.
bool may_stand_in_value(char c) {
  return c > ' ' && c < '\x7f' && c != '"' && c != ',' && c != ';' && c != '\\';
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t";
  const auto first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

}  // namespace

std::string_view session_cookie_name(bool secure) noexcept {
  return secure ? "__Host-tiendo" : "tiendo";
}

std::optional<std::string> find_cookie(std::string_view header, std::string_view name) {
  std::optional<std::string> found;
  while (!header.empty()) {
    const auto end = std::min(header.find(';'), header.size());
    const auto pair = trimmed(header.substr(0, end));
    header.remove_prefix(std::min(end + 1, header.size()));
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos || pair.substr(0, equals) != name) {
      continue;
    }
    const auto value = pair.substr(equals + 1);
    if (found || !std::ranges::all_of(value, may_stand_in_value)) {
      return std::nullopt;
    }
    found = std::string{value};
  }
  return found;
}

std::string set_session_cookie(std::string_view value, std::chrono::seconds max_age, bool secure) {
  return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Strict{}",
                     session_cookie_name(secure), value, max_age.count(), secure ? "; Secure" : "");
}

std::string clear_session_cookie(bool secure) {
  return set_session_cookie("", std::chrono::seconds{0}, secure);
}

}  // namespace tiendo::server
