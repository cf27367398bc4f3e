#include "server/door.hpp"

#include "server/accounts_fixture.hpp"
#include "server/served_engine.hpp"

namespace tiendo::test {
namespace {

struct Heard final : server::HttpReply::Sink {
  explicit Heard(server::HttpResponse& into) : answer{into} {}
  void deliver(std::optional<server::HttpResponse> response) noexcept override {
    answer = std::move(*response);
  }
  server::HttpResponse& answer;
};

/// Knows no path.
struct EmptyDesk final : server::Desk {
  std::string allowed_methods(std::string_view) const override { return {}; }
  void serve(const server::SharedVisitor& visitor) override { visitor->answer(api::Response{404}); }
};

/// A door before which a program of this machine stands.
class FrontDoor {
 public:
  FrontDoor() { served_.start(); }

  server::HttpResponse ask(const std::string& method, const std::string& target) {
    server::HttpRequest request;
    request.method = method;
    request.target = target;
    request.peer = "127.0.0.1";
    server::HttpResponse answer;
    door_.handle(std::move(request), server::HttpReply{std::make_unique<Heard>(answer)});
    return answer;
  }

 private:
  static server::Desks desks() {
    server::Desks all;
    all.push_back(std::make_unique<EmptyDesk>());
    return all;
  }
  static server::StaticFiles pages() {
    static constexpr server::StaticFile files[] = {{"/", "text/html", "\"1\"", "<!doctype html>"}};
    return server::StaticFiles{files};
  }

  ServedEngine served_;
  server::Accounts accounts_;
  server::ServerMetrics metrics_{Timestamp{}};
  server::Worker worker_{"worker", 1};
  server::Door door_{{served_.loop(), accounts_.sign_in, {metrics_, worker_, "/nowhere"}},
                     desks(),
                     {[] { return Timestamp{}; }, pages()}};
};

}  // namespace

TEST_CASE("what everybody may read is changed by nobody, and says by which methods it is read") {
  FrontDoor door;
  for (const auto* path : {"/", "/healthz", "/readyz", "/metrics"}) {
    INFO(path);
    CHECK(door.ask("GET", path).status == 200);
    for (const auto* method : {"PUT", "DELETE", "POST", "PATCH"}) {
      const auto answer = door.ask(method, path);
      CHECK(answer.status == 405);
      CHECK(answer.headers.get("Allow") == "GET, HEAD");
    }
  }
}

}  // namespace tiendo::test
