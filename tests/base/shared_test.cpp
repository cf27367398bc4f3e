#include "base/shared.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace tiendo {
namespace {

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("copies of a shared value are one in memory") {
  const Shared<Words> words{Words{"một", "hai"}};
  const auto copy = words;
  CHECK(&*copy == &*words);
  CHECK(copy->size() == 2);
}

TEST_CASE("an empty value is shared by all that hold none") {
  const Shared<Words> none;
  const Shared<Words> empty{Words{}};
  CHECK(none == empty);
  CHECK(&*none == &*empty);
  CHECK(none.empty());
}

TEST_CASE("a value that is replaced stays as it was with those who copied it") {
  Shared<Words> words{Words{"một"}};
  const auto before = words;
  words.replace([](Words& changed) { changed.push_back("hai"); });
  CHECK(*words == Words{"một", "hai"});
  CHECK(*before == Words{"một"});
}

TEST_CASE("equal values join, others do not") {
  const Shared<Words> words{Words{"một"}};
  Shared<Words> equal{Words{"một"}};
  Shared<Words> other{Words{"hai"}};
  REQUIRE(&*equal != &*words);
  equal.join(words);
  other.join(words);
  CHECK(&*equal == &*words);
  CHECK(*other == Words{"hai"});
}

TEST_CASE("a value that may be missing is told from one that is empty") {
  SharedOptional<std::string> text;
  CHECK_FALSE(text);
  CHECK(text.value_or("khác") == "khác");
  text = std::string{};
  CHECK(text.has_value());
  CHECK(text->empty());
  text.reset();
  CHECK(text == SharedOptional<std::string>{});
}

}  // namespace tiendo
