#include "server/slow_down.hpp"

#include <catch2/catch.hpp>

#include "server/network.hpp"

using namespace tiendo;
using namespace tiendo::server;
using std::chrono::seconds;

namespace {

constexpr Ladder ladder{1, seconds{8}, seconds{100}};
const Timestamp start{std::chrono::hours{480'000}};

}  // namespace

TEST_CASE("failures are forgiven one after the other") {
  SlowDown slow{ladder};
  for (int i = 0; i < 4; ++i) slow.fail("a", start);
  CHECK(slow.wait("a", start) == seconds{4});
  slow.fail("a", start + seconds{100});
  CHECK(slow.wait("a", start + seconds{100}) == seconds{4});
  slow.fail("a", start + seconds{10'000});
  CHECK(slow.wait("a", start + seconds{10'000}) == seconds{0});
}

TEST_CASE("what lies above the longest wait is not counted") {
  SlowDown slow{ladder};
  for (int i = 0; i < 1'000; ++i) slow.fail("a", start);
  CHECK(slow.wait("a", start) == seconds{8});
  slow.fail("a", start + seconds{400});
  CHECK(slow.wait("a", start + seconds{400}) == seconds{1});
}

TEST_CASE("a clock that was set back makes nobody wait longer") {
  SlowDown slow{ladder};
  slow.fail("a", start);
  slow.fail("a", start);
  CHECK(slow.wait("a", start - seconds{1'000'000}) == seconds{1});
  slow.fail("a", start - seconds{1'000'000});
  CHECK(slow.wait("a", start - seconds{1'000'000}) == seconds{2});
}

TEST_CASE("only so many names are remembered, the latest") {
  SlowDown slow{ladder, 2};
  for (const char* name : {"a", "b", "c"}) {
    slow.fail(name, start);
    slow.fail(name, start);
    CHECK(slow.wait(name, start) == seconds{1});
  }
  int remembered = 0;
  for (const char* name : {"a", "b", "c"}) remembered += slow.wait(name, start) > seconds{0};
  CHECK(remembered == 2);
  SlowDown later{ladder, 2};
  later.fail("old", start);
  later.fail("old", start);
  later.fail("new", start + seconds{1});
  later.fail("newest", start + seconds{1});
  CHECK(later.wait("old", start) == seconds{0});
}

TEST_CASE("an address stands for the network that one subscriber has") {
  CHECK(network_of("203.0.113.7") == "203.0.113.7");
  CHECK(network_of("::ffff:203.0.113.7") == "203.0.113.7");
  CHECK(network_of("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64");
  CHECK(network_of("::1") == "::/64");
  CHECK(network_of("unix") == "unix");
}
