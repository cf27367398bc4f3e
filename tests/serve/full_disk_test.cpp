// A disk that is full, as far as a program can tell: no file grows any more. It is the limit that
// LimitFSIZE= of systemd sets, whose signal ends a program that does not ignore it.

#include <sys/resource.h>

#include <chrono>
#include <csignal>

#include "serve/served_office.hpp"

namespace tiendo::test {
namespace {

/// From now on no file of the process may reach beyond `bytes`.
void limit_files(pid_t process, rlim_t bytes) {
  const rlimit limit{bytes, RLIM_INFINITY};
  REQUIRE(::prlimit(process, RLIMIT_FSIZE, &limit, nullptr) == 0);
}

}  // namespace

TEST_CASE("on a full disk commands are answered 503, and with room again it goes on") {
  const Rehearsal office;
  Serving server{office.data};
  const Asking where{server};
  Wire wire{where.port};
  std::map<std::string, int> expected;
  const auto comment = [&](const std::string& text) {
    const auto heard = wire.ask(where.comment(text));
    REQUIRE(heard.has_value());
    expected[text] = heard->status == 200 ? 1 : 0;
    return *heard;
  };
  for (int i = 0; i < 20; ++i) {
    REQUIRE(comment(fmt::format("trước {}", i)).status == 200);
  }
  limit_files(server.process(), 1);
  for (int i = 0; i < 5; ++i) {
    const auto full = comment(fmt::format("đầy {}", i));
    INFO(full.head << full.body);
    CHECK(full.status == 503);
    CHECK(full.head.find("Retry-After: ") != std::string::npos);
    CHECK_FALSE(json::parse(full.body).at("detail").as_string().empty());
  }
  CHECK(wire.ask(where.get(coopstar))->status == 200);
  const auto upload = [&] {
    Wire own{where.port};  // it may be closed with what is refused
    auto heard = own.ask(
        Asking::with_length(where.head("POST", "/api/v1/evidence", ""), std::string(100'000, 'x')));
    REQUIRE(heard.has_value());
    INFO(heard->head << heard->body);
    return heard->status;
  };
  CHECK(upload() == 503);
  limit_files(server.process(), RLIM_INFINITY);
  // The same key, as who was answered 503 asks again.
  CHECK(comment("đầy 0").status == 200);
  CHECK(comment("sau").status == 200);
  CHECK(upload() == 200);
  CHECK(server.end(SIGTERM) == 0);
  auto in_journal = comments_in(office.data);
  for (const auto& [text, times] : expected) {
    INFO(text);
    CHECK(in_journal[text] == times);
  }
  CHECK(office.run("journal verify").exit == 0);
}

}  // namespace tiendo::test
