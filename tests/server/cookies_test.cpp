#include "server/cookies.hpp"

#include <catch2/catch.hpp>

using namespace tiendo::server;
using std::chrono::hours;

TEST_CASE("the cookie is found among others") {
  CHECK(find_cookie("tiendo=a.b-_", "tiendo") == "a.b-_");
  CHECK(find_cookie("theme=dark; tiendo=x; lang=vi", "tiendo") == "x");
  CHECK(find_cookie("theme=dark;tiendo=x", "tiendo") == "x");
  CHECK(find_cookie(" tiendo=x ;", "tiendo") == "x");
  CHECK(find_cookie("tiendo=", "tiendo") == "");
  CHECK(find_cookie("tiendo=a=b", "tiendo") == "a=b");
}

TEST_CASE("what is not exactly the cookie is not taken for it") {
  CHECK(!find_cookie("", "tiendo"));
  CHECK(!find_cookie(";;;", "tiendo"));
  CHECK(!find_cookie("tiendo", "tiendo"));
  CHECK(!find_cookie("Tiendo=x", "tiendo"));
  CHECK(!find_cookie("tiendo2=x", "tiendo"));
  CHECK(!find_cookie("xtiendo=x", "tiendo"));
  CHECK(!find_cookie("tiendo =x", "tiendo"));
  CHECK(!find_cookie("__Host-tiendo=x", "tiendo"));
}

TEST_CASE("a cookie that is there twice, or holds what no cookie may, is none") {
  CHECK(!find_cookie("tiendo=a; tiendo=b", "tiendo"));
  CHECK(!find_cookie("tiendo=a; x=y; tiendo=a", "tiendo"));
  CHECK(!find_cookie("tiendo=\"a\"", "tiendo"));
  CHECK(!find_cookie("tiendo=a b", "tiendo"));
  CHECK(!find_cookie("tiendo=a,b", "tiendo"));
  CHECK(!find_cookie("tiendo=a\\", "tiendo"));
  CHECK(!find_cookie("tiendo=a\x7f", "tiendo"));
  CHECK(!find_cookie("tiendo=\xc4\x91", "tiendo"));
}

TEST_CASE("what other programs left beside it harms nothing") {
  CHECK(find_cookie("a=\"q,w\"; \xff=\xfe; tiendo=x; = ;", "tiendo") == "x");
}

TEST_CASE("the session cookie is kept from scripts, other sites and plain connections") {
  CHECK(set_session_cookie("a.b", hours{1}, true) ==
        "__Host-tiendo=a.b; Path=/; Max-Age=3600; HttpOnly; SameSite=Strict; Secure");
  CHECK(set_session_cookie("a.b", hours{1}, false) ==
        "tiendo=a.b; Path=/; Max-Age=3600; HttpOnly; SameSite=Strict");
  CHECK(clear_session_cookie(true) ==
        "__Host-tiendo=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure");
}
