// Two people who have read the same and write one after the other.

#include "serve/served_office.hpp"

namespace tiendo::test {
namespace {

std::string etag_of(const Heard& heard) {
  const auto at = heard.head.find("\r\nETag: ");
  REQUIRE(at != std::string::npos);
  return heard.head.substr(at + 8, heard.head.find('\r', at + 8) - at - 8);
}

Heard heard(Wire& wire, const std::string& request) {
  auto answer = wire.ask(request);
  REQUIRE(answer.has_value());
  return std::move(*answer);
}

}  // namespace

TEST_CASE("of two who change one task one wins, and the other goes on after reading again") {
  const Rehearsal office;
  const Serving server{office.data};
  const Asking where{server};
  Wire an{where.port};
  Wire hoa{where.port};
  const auto read = where.get(coopstar);
  const auto seen_by_an = etag_of(heard(an, read));
  const auto seen_by_hoa = etag_of(heard(hoa, read));
  CHECK(seen_by_an == seen_by_hoa);
  const auto begin = [&](const std::string& user, const std::string& key, const std::string& seen) {
    return where.post(std::string{coopstar} + "/begin-plan", user, key, "{}",
                      "If-Match: " + seen + "\r\n");
  };
  CHECK(heard(an, begin("an", "1", seen_by_an)).status == 200);
  // Sent again under its key it has been done, though the version is that of before.
  CHECK(heard(an, begin("an", "1", seen_by_an)).status == 200);

  const auto late = heard(hoa, begin("hoa", "1", seen_by_hoa));
  CHECK(late.status == 412);
  CHECK(late.head.find("application/problem+json") != std::string::npos);
  const auto problem = json::parse(late.body).as_object();
  CHECK(problem.at("code") == "changed_meanwhile");
  CHECK(problem.at("status") == 412);
  CHECK_FALSE(problem.at("detail").as_string().empty());

  const auto again = heard(hoa, read);
  CHECK(json::parse(again.body).at("state") == "planning");
  const auto submitted =
      heard(hoa, where.post(std::string{coopstar} + "/submit-plan", "hoa", "2",
                            R"({"document":"12/KH-NV"})", "If-Match: " + etag_of(again) + "\r\n"));
  INFO(submitted.body);
  CHECK(submitted.status == 200);
}

}  // namespace tiendo::test
