#include "server/visitor.hpp"

#include <catch2/catch.hpp>

namespace tiendo::test {
namespace {

/// What is sent, as headers; the file need not be there.
struct Sent final : server::HttpReply::Sink {
  explicit Sent(server::HttpHeaders& into) : headers{into} {}
  void deliver(std::optional<server::HttpResponse> response) noexcept override {
    headers = std::move(response->headers);
  }
  server::HttpHeaders& headers;
};

server::HttpHeaders headers_of(api::Response response) {
  server::ServerMetrics metrics{Timestamp{}};
  server::Worker worker{"worker", 1};
  const server::WayBack back{metrics, worker, "/nowhere"};
  server::HttpHeaders headers;
  const auto visitor = std::make_shared<server::Visitor>(
      back, server::HttpRequest{}, server::HttpReply{std::make_unique<Sent>(headers)});
  visitor->answer(std::move(response));
  return headers;
}

}  // namespace

TEST_CASE("a file that somebody uploaded runs nowhere, and is no script of the console") {
  api::Response file;
  file.content_type = "image/svg+xml";
  file.blob = std::string(64, 'a');
  const auto headers = headers_of(file);
  CHECK(headers.get("Content-Security-Policy") == "sandbox; default-src 'none'");
  CHECK(headers.get("Cross-Origin-Resource-Policy") == "same-origin");
  CHECK_FALSE(headers_of({}).has("Content-Security-Policy"));
}

}  // namespace tiendo::test
