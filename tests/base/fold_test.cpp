#include "base/fold.hpp"

#include <catch2/catch.hpp>

using namespace tiendo;

TEST_CASE("folding ignores case, marks, đ and where the tone stands") {
  CHECK(fold("Uỷ ban nhân dân") == "uy ban nhan dan");
  CHECK(fold("ỦY BAN NHÂN DÂN") == "uy ban nhan dan");
  CHECK(fold("Đại hội") == "dai hoi");
}

TEST_CASE("both normal forms are one text") {
  const std::string composed = "tháng tư, Quý";
  const std::string decomposed = "tha\xCC\x81ng tu\xCC\x9B, Quy\xCC\x81";
  CHECK(to_nfc(decomposed) == composed);
  CHECK(fold(decomposed) == fold(composed));
}

TEST_CASE("what is not UTF-8 is refused") {
  CHECK(is_utf8("Hợp tác xã"));
  CHECK_FALSE(is_utf8("H\xFFp"));
  CHECK_FALSE(is_utf8(std::string_view{"a\0b", 3}));
  CHECK_FALSE(to_nfc("H\xFFp").has_value());
}
