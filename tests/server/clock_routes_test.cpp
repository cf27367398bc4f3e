#include "server/clock_routes.hpp"

#include <boost/json/parse.hpp>

#include "server/served_engine.hpp"

using namespace tiendo;
using namespace tiendo::test;
using api::Method;

namespace {

/// The routes over an engine whose clock is that of a rehearsal, standing on Monday 6/1/2025,
/// 08:00.
class MovedOffice {
 public:
  MovedOffice() {
    served_.make(clock_);
    served_.start();
  }

  api::Response ask(Method method, const std::string& body = "", bool administers = true) {
    api::Request request;
    request.method = method;
    request.path = "/api/v1/clock";
    request.content_type = "application/json";
    request.body = body;
    api::Response response;
    served_.on_engine([&] {
      server::ClockRoutes routes{{served_.loop(), served_.engine(), rehearsal, nullptr}};
      response = routes.handle(request, administers, clock_.read().now);
    });
    return response;
  }
  std::string now_after(const std::string& body) {
    const auto response = ask(Method::put, body);
    INFO(response.body);
    CHECK(response.status == 200);
    return std::string{boost::json::parse(response.body).at("now").as_string()};
  }
  /// After a step: what follows from it comes behind one turn of the loop at most.
  Lines rungs() {
    served_.settle();
    return served_.rungs();
  }

 private:
  MovedClocks clocks_{at("2025-01-06 08:00")};
  server::RehearsalClock clock_{at("2025-01-06 08:00"), 0, clocks_.raw()};
  ServedEngine served_;

 public:
  server::RehearsalClock* rehearsal = &clock_;
};

}  // namespace

TEST_CASE("the clock of a real office is shown and cannot be moved") {
  MovedOffice office;
  office.rehearsal = nullptr;
  const auto shown = boost::json::parse(office.ask(Method::get).body);
  CHECK(shown.at("rehearsal") == false);
  CHECK(shown.at("may_change") == false);
  const auto refused = office.ask(Method::put, R"({"speed":2})");
  CHECK(refused.status == 409);
  CHECK(refused.code == "not_a_rehearsal");
}

TEST_CASE("the clock of a rehearsal is moved by administrators, forward, a year at most") {
  MovedOffice office;
  CHECK(office.ask(Method::put, R"({"speed":2})", false).status == 403);
  for (const bool administers : {true, false}) {
    const auto shown = boost::json::parse(office.ask(Method::get, "", administers).body);
    CHECK(shown.at("may_change") == administers);
  }
  CHECK(office.ask(Method::put, R"({"step_to":"2025-01-06T07:59:00+07:00"})").code ==
        "clock_goes_forward");
  CHECK(office.ask(Method::put, R"({"step_to":"2026-02-01T00:00:00+07:00"})").code ==
        "step_too_long");
  CHECK(office.ask(Method::put, R"({"step_to":"2025-13-01T00:00:00+07:00"})").status == 422);
  for (const auto* wrong : {"{}", R"({"speed":-1})", R"({"speed":2000000})", R"({"step":"P2D"})",
                            R"({"speed":1,"step":"P1D"})"}) {
    INFO(wrong);
    CHECK(office.ask(Method::put, wrong).status == 422);
  }
  CHECK(office.now_after(R"({"step":"P1D"})") == "2025-01-07T08:00:00+07:00");
}

TEST_CASE("the next morning is that of a working day, at the hour at which people are told") {
  MovedOffice office;
  CHECK(office.now_after(R"({"step":"next_morning"})") == "2025-01-07T07:30:00+07:00");
  CHECK(office.now_after(R"({"step_to":"2025-01-10T07:00:00+07:00"})") ==
        "2025-01-10T07:00:00+07:00");
  CHECK(office.now_after(R"({"step":"next_morning"})") == "2025-01-10T07:30:00+07:00");
  CHECK(office.now_after(R"({"step":"next_morning"})") == "2025-01-13T07:30:00+07:00");
}

TEST_CASE("what falls due in a step of the clock is done by it") {
  MovedOffice office;
  CHECK(office.rungs().empty());
  CHECK(office.now_after(R"({"step_to":"2025-04-22T08:00:00+07:00"})") ==
        "2025-04-22T08:00:00+07:00");
  CHECK_FALSE(office.rungs().empty());
}

TEST_CASE("a clock that stands still says so, and goes on as fast as it is told to") {
  MovedOffice office;
  const auto stands = boost::json::parse(office.ask(Method::get).body);
  CHECK(stands.at("paused") == true);
  const auto goes = boost::json::parse(office.ask(Method::put, R"({"speed":1440})").body);
  CHECK(goes.at("paused") == false);
  CHECK(goes.at("speed").as_double() == Approx(1440));
}
