#include <catch2/catch.hpp>

#include "runtime/office_import.hpp"

using tiendo::runtime::is_email;

TEST_CASE("an address has one @ and no empty part, and no part of its domain ends in a dash") {
  for (const auto* address : {"a@b", "an.nguyen@vd.vn", "a-@b-c.vn", "a+x@mail.vd.vn"}) {
    INFO(address);
    CHECK(is_email(address));
  }
  for (const auto* none : {"", "@", "a@", "@b", "a..b@c.vn", ".a@c.vn", "a.@c.vn", "a@-b.vn",
                           "a@b-.vn", "a@b..vn", "a@.vn", "a@vn.", "a@b@c", "a b@c.vn"}) {
    INFO(none);
    CHECK_FALSE(is_email(none));
  }
}
