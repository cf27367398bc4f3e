#include "mime/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/check.hpp"
#include "mime/encoding.hpp"
#include "mime/layout.hpp"

namespace tiendo::mime {
namespace {

constexpr std::size_t line_length = 78;  // RFC 5322, 2.1.1

/// RFC 5322, 3.3: always in English.
std::string date_of(Timestamp at) {
  constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed",
                                                     "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const Day day = local_day(at);
  const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - instant_of(day))};
  return fmt::format("{}, {} {} {:04} {:02}:{:02}:{:02} +0700",
                     weekdays[std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding()],
                     static_cast<unsigned>(day.day()),
                     months[static_cast<unsigned>(day.month()) - 1], static_cast<int>(day.year()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

/// `From: "Name" <address>`, the address on a line of its own where both are too long for one.
std::string mailbox_line(std::string_view header, const Mailbox& mailbox) {
  const auto column = header.size() + 2;
  const auto address = "<" + mailbox.address + ">";
  if (mailbox.name.empty()) return fmt::format("{}: {}\r\n", header, address);
  const auto words = to_header_text(mailbox.name, column);
  const bool is_encoded = words.starts_with("=?");
  const auto name = is_encoded ? words : in_quotes(words);
  const auto last_break = name.rfind('\n');
  const auto used =
      last_break == std::string::npos ? column + name.size() : name.size() - last_break;
  const auto* between = used + 1 + address.size() > line_length ? "\r\n " : " ";
  return fmt::format("{}: {}{}{}\r\n", header, name, between, address);
}

std::string text_line(std::string_view header, std::string_view text) {
  return fmt::format("{}: {}\r\n", header, to_header_text(text, header.size() + 2));
}

/// Text has its lines ended by CR LF before it is encoded (RFC 2046, 4.1.1).
std::string with_mail_lines(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 32);
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

std::string part(std::string_view type, std::string_view text) {
  return fmt::format(
      "--{}\r\nContent-Type: {}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
      boundary, type, to_base64_lines(with_mail_lines(text)));
}

}  // namespace

std::optional<Text> why_unsendable(const port::Letter& letter) {
  const bool is_plain =
      std::all_of(letter.id.begin(), letter.id.end(), [](char c) { return c > ' ' && c < '\x7f'; });
  if (letter.id.empty() || !is_plain || to_plain_id(letter.id).size() > plain_id_bytes_max) {
    return Text{"mã thư trống, quá dài, có dấu cách hoặc chữ có dấu",
                "the id of the letter is empty, too long, or not plain ASCII without blanks"};
  }
  return why_no_address(letter.to_address);
}

std::string write_message(const port::Letter& letter, const Mailbox& from) {
  check(!why_unsendable(letter) && !why_no_address(from.address), "the letter can be sent");
  std::string out;
  out += "Date: " + date_of(letter.at) + "\r\n";
  out += mailbox_line("From", from);
  out += mailbox_line("To", {letter.to_address, letter.to_name});
  out += fmt::format("Message-ID: <{}@{}>\r\n", to_plain_id(letter.id), domain_of(from.address));
  out += text_line("Subject", letter.subject);
  // Nobody's holiday reply comes back: RFC 3834, and what Exchange goes by.
  out += "Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All\r\n";
  out += fmt::format(
      "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"{}\"\r\n\r\n",
      boundary);
  out += part("text/plain", letter.text);
  if (!letter.html.empty()) out += part("text/html", letter.html);
  return out + fmt::format("--{}--\r\n", boundary);
}

}  // namespace tiendo::mime
