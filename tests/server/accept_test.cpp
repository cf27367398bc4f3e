#include "server/accept.hpp"

#include <catch2/catch.hpp>

using namespace tiendo;
using server::accepts_gzip;
using server::choose_language;

TEST_CASE("who asks for no language is answered in Vietnamese") {
  CHECK(choose_language("") == Language::vi);
  CHECK(choose_language("*") == Language::vi);
  CHECK(choose_language("fr, de;q=0.5") == Language::vi);
  CHECK(choose_language(";;,,q=") == Language::vi);
}

TEST_CASE("the language that weighs more is chosen, whatever the region") {
  CHECK(choose_language("en") == Language::en);
  CHECK(choose_language("EN-gb") == Language::en);
  CHECK(choose_language("vi-VN,vi;q=0.9,en;q=0.8") == Language::vi);
  CHECK(choose_language("en-US,en;q=0.9,vi;q=0.8") == Language::en);
  CHECK(choose_language("en;q=0.5, vi;q=0.501") == Language::vi);
  CHECK(choose_language("fr, en;q=0.2") == Language::en);
  CHECK(choose_language("en, vi") == Language::vi);
}

TEST_CASE("a language that is refused is not chosen") {
  CHECK(choose_language("vi;q=0, *") == Language::en);
  CHECK(choose_language("en;q=0, *;q=0.1") == Language::vi);
  CHECK(choose_language("en;q=2, vi;q=0.1") == Language::vi);  // a weight above 1 is none
  CHECK(choose_language("en;q=0.1234") == Language::vi);
}

TEST_CASE("gzip is sent to whom it is welcome") {
  CHECK(accepts_gzip("gzip"));
  CHECK(accepts_gzip("br, GZIP ; q=0.5"));
  CHECK(accepts_gzip("*"));
  CHECK(accepts_gzip("gzip;q=1.000, identity;q=0.5"));
  CHECK_FALSE(accepts_gzip(""));
  CHECK_FALSE(accepts_gzip("gzip;q=0"));
  CHECK_FALSE(accepts_gzip("*, gzip;q=0.000"));
  CHECK_FALSE(accepts_gzip("br, deflate"));
  CHECK_FALSE(accepts_gzip("identity, gzip;q=0.5"));
}

TEST_CASE("a list of preferences has an end") {
  std::string list;
  for (int i = 0; i < 10'000; ++i) {
    list += "x,";
  }
  CHECK(server::read_preferences(list).size() == 64);
}
