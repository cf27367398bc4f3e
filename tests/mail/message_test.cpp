#include "mime/message.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "mail/letters.hpp"
#include "mime/encoding.hpp"

using namespace tiendo;
using mime::Mailbox;

namespace {

const Mailbox office{"tiendo@lienminh.example.vn", "Liên minh HTX tỉnh Yên Bái"};

std::string header_of(const std::string& message, const std::string& name) {
  const auto at = message.find("\r\n" + name + ": ");
  REQUIRE(at != std::string::npos);
  const auto begin = at + 2;
  auto end = message.find("\r\n", begin);
  while (message[end + 2] == ' ') end = message.find("\r\n", end + 2);
  return message.substr(begin, end - begin);
}

void check_same(const port::Letter& one, const port::Letter& other) {
  CHECK(one.id == other.id);
  CHECK(one.to_address == other.to_address);
  CHECK(one.to_name == other.to_name);
  CHECK(one.subject == other.subject);
  CHECK(one.text == other.text);
  CHECK(one.html == other.html);
  CHECK(one.at == other.at);
}

}  // namespace

TEST_CASE("a message has the headers that mail needs, and none that anybody answers by itself") {
  const auto message = mime::write_message(test::some_letter(), office);
  CHECK(message.starts_with("Date: Fri, 11 Apr 2025 07:30:00 +0700\r\n"));
  CHECK(header_of(message, "From").ends_with(" <tiendo@lienminh.example.vn>"));
  CHECK(header_of(message, "Message-ID") ==
        "Message-ID: <digest%3A2025-04-11%3Aan%3Aemail@lienminh.example.vn>");
  CHECK(header_of(message, "Auto-Submitted") == "Auto-Submitted: auto-generated");
  CHECK(header_of(message, "Content-Type") ==
        "Content-Type: multipart/alternative; boundary=\"=_tiendo\"");
}

TEST_CASE("every line of a message is plain ASCII, ended by CR LF, and short") {
  auto letter = test::some_letter();
  letter.to_name = std::string("Nguyễn Thị ") + std::string(120, 'x') + " ở Yên Bái";
  const auto message = mime::write_message(letter, office);
  std::size_t begin = 0;
  while (begin < message.size()) {
    const auto end = message.find("\r\n", begin);
    REQUIRE(end != std::string::npos);
    const auto line = message.substr(begin, end - begin);
    INFO(line);
    CHECK(line.size() <= 78);
    CHECK(std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; }));
    CHECK_FALSE(line.starts_with('.'));
    begin = end + 2;
  }
}

TEST_CASE("inside the encoding too lines are ended by CR LF") {
  auto letter = test::some_letter();
  letter.text = "một\nhai\r\n";
  CHECK(mime::write_message(letter, office).find(mime::to_base64("một\r\nhai\r\n")) !=
        std::string::npos);
}

TEST_CASE("the same letter gives the same bytes") {
  CHECK(mime::write_message(test::some_letter(), office) ==
        mime::write_message(test::some_letter(), office));
}

TEST_CASE("a letter comes back from its message") {
  auto letter = test::some_letter();
  SECTION("as it is") {}
  SECTION("with an ASCII name in quotes") {
    letter.to_name = R"(An "Ba\" Nguyen, Jr.)";
  }
  SECTION("with a name that fills its line") {
    letter.to_name = std::string(70, 'n');
  }
  SECTION("without a name") {
    letter.to_name.clear();
  }
  SECTION("without HTML") {
    letter.html.clear();
  }
  SECTION("with an id as long as they come") {
    letter.id = std::string(700, 'i');
  }
  SECTION("with nothing in it") {
    letter.text.clear();
  }
  SECTION("with a subject that does not fit") {
    letter.subject = std::string(500, 's');
  }
  SECTION("with a boundary in its text") {
    letter.text = "--=_tiendo\n--=_tiendo--\n";
  }
  const auto back = mime::read_message(mime::write_message(letter, office));
  REQUIRE(back.has_value());
  check_same(*back, letter);
}

TEST_CASE("nothing of what people wrote makes a header of its own") {
  auto letter = test::some_letter();
  letter.to_name = "An\r\nBcc: x@example.vn";
  letter.subject = "Họp\r\nBcc: x@example.vn\r\n\r\nx";
  const auto message = mime::write_message(letter, office);
  CHECK(message.find("\r\nBcc") == std::string::npos);
  CHECK(mime::read_message(message)->to_name == "An  Bcc: x@example.vn");
}

TEST_CASE("no beginning of a message is taken for a letter") {
  const auto message = mime::write_message(test::some_letter(), office);
  const auto whole = message.size() - 2;  // but for its last line break
  for (std::size_t size = 0; size < whole; ++size) {
    REQUIRE_FALSE(mime::read_message(message.substr(0, size)).has_value());
  }
}

TEST_CASE("what others wrote is no letter of ours, and harms nothing") {
  const auto message = mime::write_message(test::some_letter(), office);
  for (std::size_t at = 0; at < message.size(); ++at) {
    auto harmed = message;
    harmed[at] = '\x01';
    static_cast<void>(mime::read_message(harmed));
    harmed.erase(at, 1);
    static_cast<void>(mime::read_message(harmed));
  }
  CHECK_FALSE(
      mime::read_message("From: an@example.vn\r\nSubject: x\r\n\r\nxin chào\r\n").has_value());
  CHECK_FALSE(mime::read_message("\r\n\r\n").has_value());
}

TEST_CASE("a letter without an id or an address cannot be sent") {
  auto letter = test::some_letter();
  CHECK_FALSE(mime::why_unsendable(letter).has_value());
  SECTION("no address") {
    letter.to_address = "an";
  }
  SECTION("no id") {
    letter.id.clear();
  }
  SECTION("an id with blanks") {
    letter.id = "a b";
  }
  SECTION("an id with a line break") {
    letter.id = "a\r\nb";
  }
  SECTION("an id that is too long") {
    letter.id = std::string(701, 'x');
  }
  CHECK(mime::why_unsendable(letter).has_value());
}
