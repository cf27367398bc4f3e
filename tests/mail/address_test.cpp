#include "mime/address.hpp"

#include <catch2/catch.hpp>

using namespace tiendo;

TEST_CASE("an address of a person is taken") {
  for (const auto* address : {"an@example.vn", "nguyen.van-an+tiendo@lienminh.laocai.gov.vn", "a@b",
                              "o'neil@x.vn", "an@xn--lin-minh-9ya.vn", "an@10-0-0-1.example.vn"}) {
    INFO(address);
    CHECK_FALSE(mime::why_no_address(address).has_value());
  }
}

TEST_CASE("what is no address, or more than one, is refused in both languages") {
  for (const std::string address : {"",
                                    "an",
                                    "@example.vn",
                                    "an@",
                                    "an@@example.vn",
                                    "a b@example.vn",
                                    " an@example.vn",
                                    "an@example.vn\r\nRCPT TO:<binh@example.vn>",
                                    "an@example.vn\n",
                                    "an@example.vn,b@c.vn",
                                    "An <an@example.vn>",
                                    "<an@example.vn>",
                                    "an@example.vn>",
                                    "\"a b\"@example.vn",
                                    "ăn@example.vn",
                                    "an@liênminh.vn",
                                    ".an@example.vn",
                                    "an.@example.vn",
                                    "a..n@example.vn",
                                    "an@.vn",
                                    "an@example..vn",
                                    "an@-example.vn",
                                    "an@example-.vn",
                                    "an@[127.0.0.1]",
                                    "an(x)@example.vn",
                                    "an@example.vn SIZE=1",
                                    "an\t@example.vn"}) {
    INFO(address);
    const auto why = mime::why_no_address(address);
    REQUIRE(why.has_value());
    CHECK_FALSE(why->vi.empty());
    CHECK_FALSE(why->en.empty());
  }
  CHECK(mime::why_no_address(std::string(65, 'a') + "@example.vn").has_value());
  CHECK(mime::why_no_address("a@" + std::string(64, 'b') + ".vn").has_value());
  CHECK(mime::why_no_address(std::string("an\0@example.vn", 14)).has_value());
}
