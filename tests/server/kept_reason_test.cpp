#include "server/kept_reason.hpp"

#include <catch2/catch.hpp>

using tiendo::server::kept_reason;

TEST_CASE("no address of anybody stands in a reason that is kept") {
  CHECK(kept_reason("550 5.1.1 <q1@vd.vn>: no such user", "q1@vd.vn") ==
        "550 5.1.1 <…>: no such user");
  CHECK(kept_reason("550-Q1@VD.vn, or an.nguyen+x@[10.0.0.1] unknown.", "q1@vd.vn") ==
        "550-…, or … unknown.");
  CHECK(kept_reason("550 ask \"an b\"@vd.vn or lan@vd.vn.", "q1@vd.vn") == "550 ask … or ….");
  CHECK(kept_reason("550 User nguyen.an not known at vd.vn", "nguyen.an@vd.vn") ==
        "550 User … not known at vd.vn");
  CHECK(kept_reason("không tới được hòa@vd.vn / cannot reach", "x@vd.vn") ==
        "không tới được … / cannot reach");
}

TEST_CASE("no telephone number stands in a reason that is kept") {
  for (const auto* number : {"+84912345678", "0912 345 678", "091.234.5678", "3852123",
                             "(0216) 385-2123", "+84 91 234 56 78"}) {
    INFO(number);
    const auto kept = kept_reason(std::string{"550 5.1.1 no such user, ask "} + number, "a@b.vn");
    CHECK(kept.starts_with("550 5.1.1 no such user, ask "));
    CHECK(kept.find_first_of("0123456789", 10) == std::string::npos);
  }
  CHECK(kept_reason("550 5.1.1 84912345678 unknown", "a@b.vn") == "550 5.1.1 … unknown");
  CHECK(kept_reason("550 84912345678", "a@b.vn") == "550 …");
}

TEST_CASE("what an administrator needs of a reason stays") {
  for (const auto* reason :
       {"", "550", "421 4.7.0 try again in 600 seconds", "554 5.7.1 relay denied",
        "no connection to the mail server 203.162.100.200:587 (454 4.7.0 TLS not available)",
        "cannot @ here"}) {
    CHECK(kept_reason(reason, "an@vd.vn") == reason);
  }
  CHECK(kept_reason("550 5.1.1 user", "550@vd.vn") == "550 5.1.1 user");
}
