#include "email/conversation.hpp"

#include <algorithm>
#include <charconv>

namespace tiendo::email {
namespace {

constexpr std::size_t shown_bytes_max = 300;

}  // namespace

void Conversation::sent(std::string_view line) {
  if (line.starts_with("AUTH ")) {
    stage_ = Stage::sign_in;
    signed_in_ = true;
  } else if (line.starts_with("MAIL ")) {
    stage_ = Stage::sender;
  } else if (line.starts_with("RCPT ")) {
    stage_ = Stage::recipient;
  } else if (line.starts_with("DATA")) {
    stage_ = Stage::content;
  } else if (line.starts_with("QUIT")) {
    is_over_ = true;
  }
}

void Conversation::received(std::string_view line) {
  if (is_over_) return;
  int code = 0;
  const auto* begin = line.data();
  const auto read = std::from_chars(begin, begin + line.size(), code);
  if (read.ptr != begin + 3 || code < 200 || code > 599) return;  // RFC 5321, 4.2
  code_ = code;
  last_line_ = line.substr(0, shown_bytes_max);
  std::replace_if(
      last_line_.begin(), last_line_.end(), [](char c) { return c < ' ' || c > '~'; }, ' ');
  last_line_.erase(last_line_.find_last_not_of(' ') + 1);
}

}  // namespace tiendo::email
