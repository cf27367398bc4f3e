#include "definition/format.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "definition/yaml.hpp"

using namespace tiendo::definition;

namespace {

std::string formatted(std::string_view text) {
  const auto result = format_yaml(text, "test.yaml");
  for (const auto& finding : result.findings) {
    UNSCOPED_INFO(to_string(finding, tiendo::Language::en));
  }
  REQUIRE(result.value.has_value());
  return *result.value;
}

}  // namespace

TEST_CASE("two spaces a level, lists below their key, one space after the dash") {
  CHECK(
      formatted(
          "a:\n    b:   1\n    c:\n    - x\n    -   y: 2\n        z: 3\n    - - p\n      - q\n") ==
      "a:\n  b:   1\n  c:\n    - x\n    - y: 2\n      z: 3\n    - - p\n      - q\n");
}

TEST_CASE("comments stay, indented like what they stand before") {
  CHECK(formatted(
            "# head\na:   # first\n      # one\n      b: 1\n # two\n      c: 2 # end\n# tail\n") ==
        "# head\na:   # first\n  # one\n  b: 1\n  # two\n  c: 2 # end\n# tail\n");
}

TEST_CASE("texts keep their lines and their words") {
  const std::string blocks =
      "a:\n      note: |\n          Điều 1.\n            # không phải ghi chú\n\n\n          Hết.  "
      "\n"
      "      folded: >-\n        một\n        hai\n      quoted: \"ba\n         # bốn\"\n      "
      "plain: năm\n"
      "        sáu\n";
  CHECK(formatted(blocks) ==
        "a:\n  note: |\n      Điều 1.\n        # không phải ghi chú\n\n\n      Hết.  \n"
        "  folded: >-\n    một\n    hai\n  quoted: \"ba\n     # bốn\"\n  plain: năm\n    sáu\n");
}

TEST_CASE("brackets over several lines move as one") {
  CHECK(formatted("a:\n      b: [ 1,\n         2, # zwei\n         # drei\n         3 ]\n      c: "
                  "{ x: 1,\n        y: 2 }\n") ==
        "a:\n  b: [ 1,\n     2, # zwei\n     # drei\n     3 ]\n  c: { x: 1,\n    y: 2 }\n");
}

TEST_CASE("line ends, end blanks, empty lines and the normal form are put in order") {
  CHECK(formatted("\xEF\xBB\xBF\r\n\r\na: tha\xCC\x81ng  \r\n\r\n\r\n\r\nb: 2\r\n\r\n") ==
        "a: tháng\n\nb: 2\n");
  CHECK(formatted("a: 1") == "a: 1\n");
  CHECK(formatted("--- # start\na: 1\n...\n") == "--- # start\na: 1\n...\n");
}

TEST_CASE("what cannot be read is not formatted") {
  const auto result = format_yaml("a: [ 1\n", "test.yaml");
  CHECK_FALSE(result.value.has_value());
  CHECK(result.findings.size() == 1);
}

TEST_CASE("every declared file of the house stands as it is formatted") {
  int count = 0;
  const std::filesystem::path folder{TIENDO_SOURCE_DIR "/workflows"};
  for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
    if (entry.path().extension() != ".yaml") {
      continue;
    }
    INFO(entry.path().string());
    std::ifstream in{entry.path(), std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    CHECK(formatted(text) == text);
    ++count;
  }
  CHECK(count > 10);
}
