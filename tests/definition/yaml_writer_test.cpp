#include "definition/yaml_writer.hpp"

#include <catch2/catch.hpp>

#include "definition/embedded.hpp"
#include "definition/format.hpp"
#include "definition/yaml.hpp"

using namespace tiendo;
using namespace tiendo::definition;

namespace {

Node read_back(std::string_view text) {
  Findings findings{"written.yaml"};
  auto node = read_yaml(text, findings);
  for (const auto& finding : findings.take()) {
    UNSCOPED_INFO(to_string(finding, Language::en));
  }
  REQUIRE(node.has_value());
  return std::move(*node);
}

Node text(std::string value) {
  return {{}, std::move(value)};
}

}  // namespace

TEST_CASE("what was written is read to the same, in the layout of this house") {
  int files = 0;
  for (const auto& [path, content] : embedded::files()) {
    if (!path.ends_with(".yaml")) {
      continue;
    }
    INFO(path);
    const auto root = read_back(content);
    const auto written = write_yaml(root);
    CHECK(read_back(written) == root);
    CHECK(format_yaml(written, "written.yaml").value == written);
    ++files;
  }
  CHECK(files > 10);
}

TEST_CASE("what other readers might take for something else stands in quotes") {
  for (const auto* value :
       {"true",     "null", "NULL", "~",     "12",    "1.000", "010", "7:30", "1e3", "a: b",
        "a #b",     "- a",  "#a",   "*a",    "&a",    "!a",    "|",   "> a",  "a:",  " a",
        "a ",       "[a]",  "{a}",  "a, b]", "\"a\"", "'a'",   "@a",  "%a",   "`a",  "a\nb",
        "a\n\nb\n", "a\tb", "\\n",  "---",   "...",   "<<",    "?",   "? a"}) {
    INFO(value);
    const Node list{{}, Node::List{text(value)}};
    CHECK(read_back(write_yaml(list)) == list);
    const Node map{{}, Node::Map{{value, {}, text(value)}}};
    CHECK(read_back(write_yaml(map)) == map);
  }
  CHECK(write_yaml(text("từ ngày 06/10/2025")) == "từ ngày 06/10/2025\n");
  CHECK(write_yaml(text("2025-04-20")) == "2025-04-20\n");
  CHECK(write_yaml(text("1: a")) == "\"1: a\"\n");
}

TEST_CASE("numbers are read as they were, whatever they look like") {
  for (const auto value : {0.1, -2.5, 10.0, 1.234, 12.125, 1e21, 1e-7, 1.5e-9, 123456789.123}) {
    INFO(value);
    const Node list{{}, Node::List{Node{{}, value}}};
    CHECK(read_back(write_yaml(list)) == list);
  }
  CHECK(write_yaml({{}, std::int64_t{-7}}) == "-7\n");
  CHECK(write_yaml({{}, 1.234}) == "1.2340\n");
}

TEST_CASE("lists in lists, maps in lists and what is empty keep their shape") {
  const auto* written =
      "a:\n  - - x\n    - y\n  - b: 1\n    c:\n      d: null\n  - {}\n  - []\ne: {}\nf: []\ng: "
      "true\n";
  CHECK(write_yaml(read_back(written)) == written);
}
