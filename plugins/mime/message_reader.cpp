#include <date/date.h>
#include <fmt/format.h>

#include <map>
#include <sstream>

#include "mime/encoding.hpp"
#include "mime/layout.hpp"
#include "mime/message.hpp"

namespace tiendo::mime {
namespace {

using Headers = std::map<std::string, std::string, std::less<>>;

constexpr std::string_view end_of_line = "\r\n";
constexpr std::string_view empty_line = "\r\n\r\n";

/// Folded lines are put together again.
std::optional<Headers> read_headers(std::string_view text) {
  Headers headers;
  std::string* last = nullptr;
  while (!text.empty()) {
    const auto end = text.find(end_of_line);
    const auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + end_of_line.size());
    const auto colon = line.find(": ");
    if (line.starts_with(' ') && last != nullptr) {
      last->append(line);
    } else if (colon != std::string_view::npos) {
      last = &(headers[std::string{line.substr(0, colon)}] = line.substr(colon + 2));
    } else {
      return std::nullopt;
    }
  }
  return headers;
}

std::optional<Timestamp> read_date(const std::string& text) {
  std::istringstream in{text};
  date::sys_seconds at;
  in >> date::parse("%a, %d %b %Y %T %z", at);
  if (in.fail()) return std::nullopt;
  return Timestamp{at};
}

std::optional<Mailbox> read_mailbox(std::string_view text) {
  const auto open = text.rfind('<');
  if (open == std::string_view::npos || !text.ends_with('>')) return std::nullopt;
  Mailbox mailbox{std::string{text.substr(open + 1, text.size() - open - 2)}, {}};
  auto name = text.substr(0, open);
  if (name.ends_with(' ')) name.remove_suffix(1);
  if (!name.starts_with('"')) {
    auto decoded = from_header_text(name);
    if (!decoded) return std::nullopt;
    mailbox.name = std::move(*decoded);
    return mailbox;
  }
  for (std::size_t i = 1; i + 1 < name.size(); ++i) {
    if (name[i] == '\\') ++i;
    mailbox.name += name[i];
  }
  return mailbox;
}

std::string with_plain_lines(std::string text) {
  std::erase(text, '\r');
  return text;
}

/// Takes the parts one after the other into `letter`.
bool read_parts(std::string_view body, port::Letter& letter) {
  const auto begin = fmt::format("--{}\r\n", boundary);
  const auto end = fmt::format("--{}--", boundary);
  while (body.starts_with(begin)) {
    body.remove_prefix(begin.size());
    const auto gap = body.find(empty_line);
    const auto stop = body.find(fmt::format("--{}", boundary));
    if (gap == std::string_view::npos || stop == std::string_view::npos || gap > stop) return false;
    const auto from = gap + empty_line.size();
    auto text = from_base64(body.substr(from, std::max(from, stop) - from));
    if (!text) return false;
    auto& target = body.starts_with("Content-Type: text/html") ? letter.html : letter.text;
    target = with_plain_lines(std::move(*text));
    body.remove_prefix(stop);
  }
  return body.starts_with(end);
}

bool read_heading(const Headers& headers, port::Letter& letter) {
  const auto value = [&](std::string_view name) {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string{} : found->second;
  };
  const auto at = read_date(value("Date"));
  const auto to = read_mailbox(value("To"));
  const auto subject = from_header_text(value("Subject"));
  const auto id = value("Message-ID");
  const auto domain = id.rfind('@');
  if (!at || !to || !subject || !id.starts_with('<') || domain == std::string::npos) return false;
  letter.at = *at;
  letter.to_address = to->address;
  letter.to_name = to->name;
  letter.subject = *subject;
  letter.id = from_plain_id(std::string_view{id}.substr(1, domain - 1));
  return true;
}

}  // namespace

std::optional<port::Letter> read_message(std::string_view message) {
  const auto gap = message.find(empty_line);
  if (gap == std::string_view::npos) return std::nullopt;
  const auto headers = read_headers(message.substr(0, gap));
  port::Letter letter;
  if (!headers || !read_heading(*headers, letter)) return std::nullopt;
  if (!read_parts(message.substr(gap + empty_line.size()), letter)) return std::nullopt;
  return letter;
}

}  // namespace tiendo::mime
