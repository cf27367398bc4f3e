// Letters as a mail server that is not ours takes, refuses or loses them.

#include <cstdlib>

#include "email/email_channel.hpp"
#include "mail/letters.hpp"
#include "mail/peer/peer.hpp"

using namespace tiendo;
using namespace tiendo::test;
using email::EmailChannel;
using email::Security;
using email::Settings;
using Outcome = port::Channel::Outcome;

namespace {

using namespace std::chrono_literals;

const std::string password = "mật khẩu số 345";

Settings plain(std::uint16_t port) {
  Settings settings;
  settings.host = "127.0.0.1";
  settings.port = port;
  settings.security = Security::none;
  settings.from = {"tiendo@lienminh.example.vn", "Liên minh HTX tỉnh Yên Bái"};
  return settings;
}

Settings safe(std::uint16_t port, Security security, const Certificates& certificates) {
  auto settings = plain(port);
  settings.host = "localhost";
  settings.security = security;
  settings.user = "tiendo";
  settings.password = password;
  settings.ca_file = certificates.file("ca.pem");
  return settings;
}

boost::json::object does(const std::string& what) {
  return {{"security", "none"}, {"does", what}};
}

boost::json::object safe_peer(const std::string& security, const Certificates& certificates,
                              const std::string& name = "localhost") {
  return {{"security", security},
          {"password", password},
          {"key", certificates.file(name + ".key")},
          {"cert", certificates.file(name + ".pem")}};
}

port::Channel::Sending send(const Settings& settings, const port::Letter& letter = some_letter()) {
  return EmailChannel{settings}.send(letter);
}

void check_has(const std::string& text, const std::string& part) {
  INFO(text);
  CHECK(text.find(part) != std::string::npos);
}

/// Fails where the reason could not be shown to anybody: two lines, a password in it.
void check_later(const port::Channel::Sending& sending, const std::string& reason) {
  CHECK(sending.outcome == Outcome::later);
  check_has(sending.reason, reason);
  CHECK(sending.reason.find('\n') == std::string::npos);
  CHECK(sending.reason.find(password) == std::string::npos);
}

/// Catch and the library of JSON disagree on how its values are compared.
std::string text_of(const boost::json::value& value) {
  return std::string{std::string_view{value.as_string()}};
}

/// mailparser ends text by a line break, and has it without carriage returns.
void check_arrived(const boost::json::object& mail, const port::Letter& letter) {
  CHECK(text_of(mail.at("event")) == "letter");
  CHECK(text_of(mail.at("subject")) == letter.subject);
  CHECK(text_of(mail.at("from").at("address")) == "tiendo@lienminh.example.vn");
  CHECK(text_of(mail.at("from").at("name")) == "Liên minh HTX tỉnh Yên Bái");
  CHECK(text_of(mail.at("to").at("address")) == letter.to_address);
  CHECK(text_of(mail.at("to").at("name")) == letter.to_name);
  CHECK(boost::json::serialize(mail.at("envelope")) ==
        R"(["tiendo@lienminh.example.vn",")" + letter.to_address + R"("])");
  CHECK(text_of(mail.at("id")) == "<digest%3A2025-04-11%3Aan%3Aemail@lienminh.example.vn>");
  CHECK(text_of(mail.at("date")) == "2025-04-11T00:30:00.000Z");
  CHECK(text_of(mail.at("automatic")) == "auto-generated");
  CHECK(text_of(mail.at("text")) == letter.text);
  CHECK(text_of(mail.at("html")) == letter.html);
  CHECK(mail.at("attachments").as_int64() == 0);
}

}  // namespace

TEST_CASE("a letter arrives as it was written") {
  if (!can_have_a_peer()) return;
  Peer peer{does("take")};
  const auto letter = some_letter();
  const auto sending = send(plain(peer.port()), letter);
  INFO(sending.reason);
  CHECK(sending.outcome == Outcome::sent);
  const auto mail = peer.next();
  check_arrived(mail, letter);
  CHECK(text_of(mail.at("hello")) == "lienminh.example.vn");
}

TEST_CASE("several letters go one after the other by one channel") {
  if (!can_have_a_peer()) return;
  Peer peer{does("take")};
  EmailChannel channel{plain(peer.port())};
  for (int i = 0; i < 20; ++i) {
    auto letter = some_letter();
    letter.subject = "thư số " + std::to_string(i);
    REQUIRE(channel.send(letter).outcome == Outcome::sent);
    CHECK(text_of(peer.next().at("subject")) == letter.subject);
  }
}

TEST_CASE("a large letter arrives whole") {
  if (!can_have_a_peer()) return;
  Peer peer{does("take")};
  auto letter = some_letter();
  for (int i = 0; i < 20'000; ++i) letter.text += ".dòng số " + std::to_string(i) + "\n";
  CHECK(send(plain(peer.port()), letter).outcome == Outcome::sent);
  check_arrived(peer.next(), letter);
}

TEST_CASE("people sign in over TLS only, whether it begins at once or by STARTTLS") {
  if (!can_have_a_peer()) return;
  const Certificates certificates;
  const bool at_once = GENERATE(false, true);
  Peer peer{safe_peer(at_once ? "implicit" : "starttls", certificates)};
  const auto security = at_once ? Security::implicit : Security::starttls;
  const auto sending = send(safe(peer.port(), security, certificates));
  INFO(sending.reason);
  CHECK(sending.outcome == Outcome::sent);
  const auto sign_in = peer.next();
  CHECK(text_of(sign_in.at("event")) == "sign_in");
  CHECK(sign_in.at("secure").as_bool());
  const auto mail = peer.next();
  check_arrived(mail, some_letter());
  CHECK(mail.at("secure").as_bool());
}

TEST_CASE("a password that is not accepted leaves the letter for later, and is not told") {
  if (!can_have_a_peer()) return;
  const Certificates certificates;
  auto options = safe_peer("starttls", certificates);
  options["password"] = "another";
  Peer peer{options};
  const auto sending = send(safe(peer.port(), Security::starttls, certificates));
  check_later(sending, "does not accept the user or the password");
  check_has(sending.reason, "535 5.7.8");
  CHECK(text_of(peer.next().at("event")) == "sign_in");
  CHECK(peer.end().empty());
}

TEST_CASE("a certificate of nobody known is refused before anything is sent") {
  if (!can_have_a_peer()) return;
  const Certificates certificates;
  const bool at_once = GENERATE(false, true);
  Peer peer{safe_peer(at_once ? "implicit" : "starttls", certificates, "stranger")};
  const auto security = at_once ? Security::implicit : Security::starttls;
  const auto sending = send(safe(peer.port(), security, certificates));
  check_later(sending, "is not trusted, nothing was sent");
  CHECK(peer.end().empty());
}

TEST_CASE("an expired certificate stops the letter, which goes unharmed once it was renewed") {
  if (!can_have_a_peer()) return;
  const Certificates certificates;
  const bool at_once = GENERATE(false, true);
  const auto* way = at_once ? "implicit" : "starttls";
  const auto security = at_once ? Security::implicit : Security::starttls;
  {
    Peer peer{safe_peer(way, certificates, "expired")};
    const auto sending = send(safe(peer.port(), security, certificates));
    check_later(sending, "is not trusted, nothing was sent");
    check_later(sending, "không tin được, chưa gửi gì");
    check_has(sending.reason, "expired");
    CHECK(peer.end().empty());
  }
  Peer renewed{safe_peer(way, certificates)};
  CHECK(send(safe(renewed.port(), security, certificates)).outcome == Outcome::sent);
  CHECK(text_of(renewed.next().at("event")) == "sign_in");
  check_arrived(renewed.next(), some_letter());
}

TEST_CASE("whoever the named authorities did not certify is refused before anything is sent") {
  if (!can_have_a_peer()) return;
  const Certificates certificates;
  Peer peer{safe_peer("implicit", certificates)};
  auto settings = safe(peer.port(), Security::implicit, certificates);
  settings.ca_file.clear();
  check_later(send(settings), "is not trusted, nothing was sent");
  settings.ca_file = certificates.file("other.pem");
  check_later(send(settings), "is not trusted, nothing was sent");
  settings.ca_file = certificates.file("localhost.key");  // no certificate at all
  check_later(send(settings), "is not trusted, nothing was sent");
  CHECK(peer.end().empty());
}

TEST_CASE("a certificate of another host is refused before anything is sent") {
  if (!can_have_a_peer()) return;
  const Certificates certificates;
  const bool at_once = GENERATE(false, true);
  Peer peer{safe_peer(at_once ? "implicit" : "starttls", certificates, "other")};
  const auto security = at_once ? Security::implicit : Security::starttls;
  const auto sending = send(safe(peer.port(), security, certificates));
  check_later(sending, "is not trusted, nothing was sent");
  CHECK(peer.end().empty());
}

TEST_CASE("a server that offers no TLS is told nothing, where TLS was asked for") {
  if (!can_have_a_peer()) return;
  const Certificates certificates;
  Peer peer{{{"security", "none"}, {"password", password}}};
  SECTION("by STARTTLS") {
    check_later(send(safe(peer.port(), Security::starttls, certificates)), "nothing was sent");
  }
  SECTION("at once") {
    check_later(send(safe(peer.port(), Security::implicit, certificates)), "nothing was sent");
  }
  CHECK(peer.end().empty());
}

TEST_CASE("a recipient that the server does not know is refused for good, in its words") {
  if (!can_have_a_peer()) return;
  Peer peer{does("refuse_recipient")};
  const auto sending = send(plain(peer.port()));
  CHECK(sending.outcome == Outcome::never);
  CHECK(sending.reason.starts_with("550 5.1.1 no such user"));
  for (const char c : sending.reason) CHECK((c >= ' ' && c <= '~'));
}

TEST_CASE("a letter that the server does not like is refused for good") {
  if (!can_have_a_peer()) return;
  Peer peer{does("refuse_content")};
  const auto sending = send(plain(peer.port()));
  CHECK(sending.outcome == Outcome::never);
  CHECK(sending.reason == "554 5.7.1 looks like spam");
}

TEST_CASE("a sender that the server does not like is for the administrator: later") {
  if (!can_have_a_peer()) return;
  Peer peer{does("refuse_sender")};
  check_later(send(plain(peer.port())), "550 5.7.1 sender is not ours");
}

TEST_CASE("a server that asks to come again gets the same letter under the same id") {
  if (!can_have_a_peer()) return;
  Peer peer{does("busy_once")};
  EmailChannel channel{plain(peer.port())};
  check_later(channel.send(some_letter()), "451 4.7.1 greylisted, come again");
  CHECK(channel.send(some_letter()).outcome == Outcome::sent);
  const auto first = peer.next();
  check_arrived(first, some_letter());
  CHECK(channel.send(some_letter()).outcome == Outcome::sent);
  CHECK(text_of(peer.next().at("id")) == text_of(first.at("id")));
}

TEST_CASE("a connection that breaks in the letter leaves it for later") {
  if (!can_have_a_peer()) return;
  const Certificates certificates;
  auto letter = some_letter();
  letter.text = std::string(5'000'000, 'x');  // more than connections hold
  SECTION("in the open") {
    Peer peer{does("drop")};
    check_later(send(plain(peer.port()), letter), "broke");
  }
  SECTION("over TLS") {
    auto options = safe_peer("implicit", certificates);
    options["does"] = "drop";
    Peer peer{options};
    check_later(send(safe(peer.port(), Security::implicit, certificates), letter), "broke");
  }
}

TEST_CASE("a server that says nothing is waited for so long and no longer") {
  if (!can_have_a_peer()) return;
  const Certificates certificates;
  Peer peer{does("hang")};
  SECTION("before the letter, in the open") {
    auto settings = plain(peer.port());
    settings.connect_time_max = 200ms;
    check_later(send(settings), "did not answer in time");
  }
  SECTION("before the letter, over TLS") {
    auto settings = safe(peer.port(), Security::implicit, certificates);
    settings.connect_time_max = 200ms;
    check_later(send(settings), "did not answer in time");
  }
  SECTION("after the letter") {
    Peer late{does("hang_late")};
    auto settings = plain(late.port());
    settings.total_time_max = 2s;
    check_later(send(settings), "did not answer in time");
    CHECK(text_of(late.next().at("event")) == "letter");
  }
}

TEST_CASE("what is no mail server, and what is not there, leaves the letter for later") {
  if (!can_have_a_peer()) return;
  auto port = std::uint16_t{0};
  {
    Peer peer{does("mumble")};
    port = peer.port();
    check_later(send(plain(port)), "broke");
  }
  check_later(send(plain(port)), "no connection to the mail server 127.0.0.1");
}

TEST_CASE("an address that is none is refused, and the server does not hear of it") {
  if (!can_have_a_peer()) return;
  Peer peer{does("take")};
  for (const auto* address : {"an@example.vn>\r\nRCPT TO:<binh@example.vn", "an", "a b@example.vn",
                              "", "an@example.vn\nDATA"}) {
    auto letter = some_letter();
    letter.to_address = address;
    const auto sending = send(plain(peer.port()), letter);
    CHECK(sending.outcome == Outcome::never);
    CHECK(sending.reason.find('\n') == std::string::npos);
    CHECK_FALSE(sending.reason.empty());
  }
  CHECK(peer.end().empty());
}

TEST_CASE(
    "an address with marks is refused in words that say how to write it, and stops no other") {
  if (!can_have_a_peer()) return;
  Peer peer{does("take")};  // which would take such addresses (SMTPUTF8)
  EmailChannel channel{plain(peer.port())};
  for (const auto* address : {"tuấn@example.vn", "an@liênminh.vn"}) {
    auto letter = some_letter();
    letter.to_address = address;
    const auto sending = channel.send(letter);
    CHECK(sending.outcome == Outcome::never);
    check_has(sending.reason, "chữ có dấu");
    check_has(sending.reason, "write it like an@example.vn");
  }
  CHECK(channel.send(some_letter()).outcome == Outcome::sent);
  check_arrived(peer.next(), some_letter());
  CHECK(peer.end().empty());
}

TEST_CASE("proxies of the environment are not gone by") {
  if (!can_have_a_peer()) return;
  for (const auto* name : {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY",
                           "smtp_proxy", "smtps_proxy"}) {
    ::setenv(name, "http://127.0.0.1:9", 1);
  }
  Peer peer{does("take")};
  CHECK(send(plain(peer.port())).outcome == Outcome::sent);
}
