#include "email/outcome.hpp"

#include <catch2/catch.hpp>
#include <initializer_list>

using namespace tiendo;
using email::Conversation;
using email::Failure;
using email::outcome_of;
using Outcome = port::Channel::Outcome;

namespace {

email::Settings settings_of(const std::string& user = "") {
  email::Settings settings;
  settings.host = "mail.example.vn";
  settings.port = 587;
  settings.user = user;
  return settings;
}

/// Lines that we sent, then what the server said to the last of them.
Conversation talk(std::initializer_list<const char*> sent, const std::string& answer) {
  Conversation said;
  said.received("220 mail.example.vn ESMTP\r\n");
  for (const auto* line : sent) said.sent(line);
  said.received(answer);
  return said;
}

Outcome outcome(const Conversation& said, const std::string& user = "") {
  return outcome_of(Failure::other, said, "", settings_of(user)).outcome;
}

}  // namespace

TEST_CASE("a refusal is for good where it is about the recipient or the letter") {
  CHECK(outcome(talk({"MAIL FROM:<a@b>", "RCPT TO:<c@d>"}, "550 no such user\r\n")) ==
        Outcome::never);
  CHECK(outcome(talk({"MAIL FROM:<a@b>", "RCPT TO:<c@d>"}, "450 try later\r\n")) == Outcome::later);
  CHECK(outcome(talk({"RCPT TO:<c@d>", "DATA\r\n"}, "552 too large\r\n")) == Outcome::never);
  CHECK(outcome(talk({"MAIL FROM:<a@b>"}, "550 not you\r\n")) == Outcome::later);
  CHECK(outcome(talk({}, "554 no service for your address\r\n")) == Outcome::later);
  CHECK(outcome(talk({}, "421 shutting down\r\n")) == Outcome::later);
}

TEST_CASE(
    "a server that takes nothing from us is for the administrator, though it is late to say so") {
  CHECK(outcome(talk({"RCPT TO:<c@d>"}, "554 5.7.1 <x>: Relay access denied\r\n")) ==
        Outcome::later);
  CHECK(outcome(talk({"RCPT TO:<c@d>"}, "550 5.1.1 no such user\r\n")) == Outcome::never);
  CHECK(outcome(talk({"RCPT TO:<c@d>"}, "550\r\n")) == Outcome::never);
  CHECK(outcome(talk({"RCPT TO:<c@d>", "DATA\r\n"}, "554 5.7.1 spam\r\n")) == Outcome::never);
}

TEST_CASE("a server that wants us to sign in is for the administrator") {
  CHECK(outcome(talk({"RCPT TO:<c@d>"}, "530 5.7.0 sign in first\r\n")) == Outcome::later);
  CHECK(outcome(talk({"RCPT TO:<c@d>"}, "554 relay denied\r\n"), "tiendo") == Outcome::later);
  CHECK(outcome(talk({"AUTH PLAIN AHRpZW5kbwB4", "RCPT TO:<c@d>"}, "554 no\r\n"), "tiendo") ==
        Outcome::never);
}

TEST_CASE("what the server said is shown on one line of plain ASCII, and not without end") {
  const auto said =
      talk({"RCPT TO:<c@d>"}, "550 kh\xc3\xb4ng\x1b[31m c\xff\r\n" + std::string(10, ' '));
  CHECK(said.last_line() == "550 kh  ng [31m c");
  CHECK(talk({}, "550 " + std::string(5000, 'x')).last_line().size() == 300);
}

TEST_CASE("lines that are no answers are passed over") {
  auto said = talk({}, "250 fine\r\n");
  for (const auto* line : {"", "\r\n", "25", "xin chào\r\n", "9999 x", "100 x", "-250"}) {
    said.received(line);
  }
  CHECK(said.code() == 250);
  said.received("550");
  CHECK(said.code() == 550);
  said.sent("QUIT\r\n");
  said.received("221 bye\r\n");
  CHECK(said.code() == 550);
}

TEST_CASE("every failure has its reason in both languages, with the server") {
  for (const auto failure :
       {Failure::no_host, Failure::no_server, Failure::timeout, Failure::certificate,
        Failure::no_tls, Failure::sign_in, Failure::other}) {
    const auto sending = outcome_of(failure, {}, "detail", settings_of());
    CHECK(sending.outcome == Outcome::later);
    CHECK(sending.reason.find(" / ") != std::string::npos);
    CHECK(sending.reason.find("mail.example.vn") != std::string::npos);
    CHECK(sending.reason.ends_with(" (detail)"));
  }
  CHECK(outcome_of(Failure::none, {}, "", settings_of()).reason.empty());
}
