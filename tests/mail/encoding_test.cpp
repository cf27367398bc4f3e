#include "mime/encoding.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "base/fold.hpp"

using namespace tiendo;
using namespace tiendo::mime;

namespace {

std::string unfolded(std::string text) {
  for (auto at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n")) {
    text.erase(at, 2);
  }
  return text;
}

}  // namespace

TEST_CASE("base64 is that of RFC 4648, section 10") {
  CHECK(to_base64("").empty());
  CHECK(to_base64("f") == "Zg==");
  CHECK(to_base64("fo") == "Zm8=");
  CHECK(to_base64("foo") == "Zm9v");
  CHECK(to_base64("foobar") == "Zm9vYmFy");
  CHECK(to_base64("\xff\xfe") == "//4=");
}

TEST_CASE("base64 comes back, over line breaks, whatever the bytes") {
  std::mt19937 random{345};
  for (std::size_t size = 0; size < 300; ++size) {
    std::string bytes(size, '\0');
    for (auto& byte : bytes) byte = static_cast<char>(random());
    const auto lines = to_base64_lines(bytes);
    REQUIRE(from_base64(lines) == bytes);
    REQUIRE(std::min(lines.find('\r'), lines.size()) <= 76);
  }
}

TEST_CASE("what is no base64 is refused") {
  for (const auto* text : {"Zg=", "Zg", "Z===", "====", "Zg==Zg==", "Z g=", "Zg=a", "Zm9v!"}) {
    INFO(text);
    CHECK_FALSE(from_base64(text).has_value());
  }
}

TEST_CASE("plain text that is short stands in a header as it is") {
  CHECK(to_header_text("Due today: 2", 9) == "Due today: 2");
  CHECK(to_header_text("", 9).empty());
}

TEST_CASE("Vietnamese stands in a header as encoded words, never cut inside a character") {
  const std::string subject =
      "[tiendo] Việc cần làm ngày 11/04/2025: 2 quá hạn, 1 đến hạn hôm nay, ưỡn ẹo ễ ở Ữ";
  const auto text = to_header_text(subject, 9);
  std::string back;
  std::size_t lines = 0;
  for (std::size_t at = 0; at < text.size(); ++lines) {
    const auto end = std::min(text.find("\r\n ", at), text.size());
    const auto word = text.substr(at, end - at);
    CHECK(word.size() + (lines == 0 ? 9 : 1) <= 76);
    const auto piece = from_base64(word.substr(10, word.size() - 12));
    REQUIRE(piece.has_value());
    CHECK(is_utf8(*piece));
    back += *piece;
    at = std::min(end + 3, text.size());
  }
  CHECK(lines >= 2);
  CHECK(back == subject);
  CHECK(from_header_text(unfolded(text)) == subject);
}

TEST_CASE("what looks like an encoded word, and what is too long for a line, comes back too") {
  for (const auto& text : {std::string{"=?UTF-8?B?eA==?="}, std::string(300, 'a') + " b",
                           std::string{"a =?utf-8?q?b?="}}) {
    CHECK(from_header_text(unfolded(to_header_text(text, 9))) == text);
  }
}

TEST_CASE("no line of a header can be ended by what stands in it") {
  CHECK(one_line("Họp\r\nBcc: x@example.vn\t\x7f") == "Họp  Bcc: x@example.vn  ");
  CHECK(one_line("\xff\xfe!") == "?\?!");
  CHECK(unfolded(to_header_text("a\r\nBcc: x", 9)) == "a  Bcc: x");
}

TEST_CASE("an id comes back from its plain form, which has no characters of its own") {
  const std::string id = "digest:2025-04-11/an@x..y~%41_";
  CHECK(to_plain_id(id) == "digest%3A2025-04-11%2Fan%40x%2E%2Ey%7E%2541_");
  CHECK(from_plain_id(to_plain_id(id)) == id);
  CHECK(from_plain_id("%4") == "%4");
  CHECK(from_plain_id("%zz") == "%zz");
}
