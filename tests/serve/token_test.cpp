// Tokens at the door of the running server.

#include <ctime>

#include "serve/served_office.hpp"

namespace tiendo::test {
namespace {

/// An instant that is a day from now, by the clock that tokens go by.
std::string tomorrow() {
  const std::time_t then = std::time(nullptr) + 24 * 60 * 60;
  std::tm parts{};
  ::gmtime_r(&then, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

/// The owner makes a token for `an`, and asks by it from then on.
Asking by_token(const Asking& owner, std::string_view scope) {
  const json::object wanted{{"name", "thử"}, {"scope", scope}, {"expires_at", tomorrow()}};
  const auto request =
      owner.head("POST", "/api/v1/users/an/tokens", "Content-Type: application/json\r\n");
  const auto made = Wire{owner.port}.ask(Asking::with_length(request, json::serialize(wanted)));
  REQUIRE(made.has_value());
  INFO(made->body);
  REQUIRE(made->status == 201);
  auto own = owner;
  own.token = json::parse(made->body).at("secret").as_string();
  return own;
}

}  // namespace

TEST_CASE("a token for reading has plans looked at, and changes nothing") {
  const Rehearsal office;
  const Serving server{office.data};
  const Asking owner{server};
  const auto status = [](const Asking& who, const std::string& request) {
    const auto heard = Wire{who.port}.ask(request);
    REQUIRE(heard.has_value());
    return std::pair{heard->status, heard->body.find("\"read_only\"") != std::string::npos};
  };
  const json::object file{{"name", "a.yaml"}, {"text", "a: b"}};
  const auto files = json::serialize(json::object{{"files", json::array{file}}});
  const auto reading = by_token(owner, "read");
  const auto writing = by_token(owner, "write");
  for (const auto* way : {"check", "format"}) {
    INFO(way);
    const auto path = std::string{"/api/v1/plans/"} + way;
    const auto asked = status(reading, reading.post(path, "an", way, files));
    CHECK(asked == status(writing, writing.post(path, "an", way, files)));
    CHECK_FALSE(asked.second);
  }
  CHECK(status(reading, reading.get(coopstar)) == std::pair{200, false});
  CHECK(status(reading, reading.comment("xem")) == std::pair{403, true});
  CHECK(status(writing, writing.comment("xem")) == std::pair{200, false});
}

}  // namespace tiendo::test
