#include "definition/yaml.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace tiendo::definition;
using tiendo::Language;

namespace {

struct Reading {
  std::optional<Node> root;
  std::vector<Finding> findings;

  /// "line:column code" of each finding.
  [[nodiscard]] std::vector<std::string> codes() const {
    std::vector<std::string> all;
    for (const Finding& finding : findings) {
      all.push_back(std::to_string(finding.at.line) + ":" + std::to_string(finding.at.column) +
                    " " + finding.code);
    }
    return all;
  }
};

Reading read(std::string_view text) {
  Findings findings{"test.yaml"};
  auto root = read_yaml(text, findings);
  return {std::move(root), findings.take()};
}

std::string first_code(std::string_view text) {
  const auto reading = read(text);
  return reading.findings.empty() ? "" : reading.findings.front().code;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("scalars are what they look like, and quoted ones are texts") {
  const auto reading = read(
      "none:\ntilde: ~\nyes_: true\nwhole: -12\npart: 1.5\ntext: Quý I/2025\nquoted: \"10\"\n"
      "single: 'true'\ndate: 2025-04-20\nempty: ''\n");
  REQUIRE(reading.findings.empty());
  const Node& root = reading.root.value();
  CHECK(root.find("none")->is(Node::Type::null));
  CHECK(root.find("tilde")->is(Node::Type::null));
  CHECK(root.find("yes_")->boolean());
  CHECK(root.find("whole")->integer() == -12);
  CHECK(root.find("part")->number() == 1.5);
  CHECK(root.find("text")->text() == "Quý I/2025");
  CHECK(root.find("quoted")->text() == "10");
  CHECK(root.find("single")->text() == "true");
  CHECK(root.find("date")->text() == "2025-04-20");
  CHECK(root.find("empty")->text().empty());
  CHECK(root.find("missing") == nullptr);
}

TEST_CASE("yes, no, on and off are texts, also as keys") {
  const auto reading = read("on: [ on, off, yes, no, y, No ]\n");
  REQUIRE(reading.findings.empty());
  for (const Node& item : reading.root->find("on")->list()) {
    CHECK(item.is(Node::Type::text));
  }
}

TEST_CASE("numbers that others read differently are refused with what to write") {
  for (const char* text :
       {"010",   "0x1F", "0o7",   "0b1",     "+5",   "1_000", "1e3",
        "1.5e3", "7:30", "07:30", "1:20:30", ".5",   "5.",    ".inf",
        "-.INF", ".NaN", "1.000", "12.345",  "-010", "00",    "99999999999999999999"}) {
    INFO(text);
    CHECK(first_code(std::string{"x: "} + text) == "ambiguous_scalar");
    CHECK(first_code("x: \"" + std::string{text} + "\"").empty());
  }
  for (const char* text : {"0",        "-0",           "1.50",   "0.125",
                           "1234.567", "345/KH-LMHTX", "4/2025", "1.2.3",
                           "e1",       "+2s",          "-",      "-x",
                           "...x",     "2s",           "1-2",    "0xZZ",
                           "12e",      "08/11/2024",   "a:b",    "2024-11-15T08:30"}) {
    INFO(text);
    CHECK(first_code(std::string{"x: [ \""} + text + "\" ]").empty());
    CHECK(first_code(std::string{"x: "} + text) == (std::string_view{text} == "-" ? "yaml" : ""));
  }
  const auto octal = read("x: 010");
  CHECK(to_string(octal.findings.at(0), Language::en) ==
        "test.yaml:1:4: error: \"010\" is understood in several ways: write 10 or \"010\"");
}

TEST_CASE("marks count characters, not bytes, from one") {
  const auto reading = read("đầu: [ Quý, một, 010 ]\ntiếp:\n  - Ủy ban\n  - 010\n");
  CHECK(reading.codes() == Codes{"1:18 ambiguous_scalar", "4:5 ambiguous_scalar"});
  const Node& list = *reading.root->find("tiếp");
  CHECK(list.list()[0].mark() == Mark{3, 5});
  CHECK(reading.root->map()[1].key_mark == Mark{2, 1});
}

TEST_CASE("every faulty place of a text is named at once") {
  const auto reading = read("a: 010\nb: *x\na: 1\nc: { <<: 1 }\nd: !!str 2\n");
  // The parser itself stops at an alias whose anchor it does not know.
  CHECK(reading.codes() == Codes{"1:4 ambiguous_scalar", "2:4 yaml"});
  CHECK(read("a: 010\na: 1\nc: { <<: 1 }\nd: !!str 2\n").codes() ==
        Codes{"1:4 ambiguous_scalar", "2:1 duplicate_key", "3:6 merge_key", "4:4 tag"});
  CHECK(read("a: &x 1\nb: *x\n").codes() == Codes{"1:4 anchor", "2:4 alias"});
}

TEST_CASE("one document, and only one") {
  CHECK(first_code("a: 1\n---\nb: 2\n") == "second_document");
  CHECK(first_code("---\na: 1\n...\n").empty());
  CHECK(first_code("") == "empty");
  CHECK(first_code("# nothing\n") == "empty");
}

TEST_CASE("both line ends and a byte order mark are taken, other bytes refused with their place") {
  const auto reading = read(
      "\xEF\xBB\xBF"
      "a: 1\r\nb: |\r\n  x\r\n  y\r\n");
  REQUIRE(reading.findings.empty());
  CHECK(reading.root->find("b")->text() == "x\ny\n");
  CHECK(read("a: 1\nb: H\xFFp\n").codes() == Codes{"2:5 not_utf8"});
  CHECK(read(std::string_view{"a: 1\nb: \0", 9}).codes() == Codes{"2:4 control_character"});
  CHECK(read("a: 1\n\tb: 2\n").codes() == Codes{"2:1 control_character"});
  CHECK(read("a: \x1B[31m\n").codes() == Codes{"1:4 control_character"});
  CHECK(read("a: \"\\e[31m\"\n").codes() == Codes{"1:4 control_character"});
  CHECK(first_code("\xFF\xFE"
                   "a\0:\0") == "not_utf8");
}

TEST_CASE("text comes out in normal form C") {
  CHECK(read("a: tha\xCC\x81ng\n").root->find("a")->text() == "tháng");
}

TEST_CASE("depth, size and number of values are bounded") {
  CHECK(first_code("a: " + std::string(100, '[') + std::string(100, ']')) == "too_deep");
  CHECK_FALSE(first_code(std::string(100'000, '[')).empty());
  std::string nested = "a: ";
  for (int i = 0; i < 100'000; ++i) {
    nested += "{a: ";
  }
  CHECK(first_code(nested) == "too_deep");
  CHECK(first_code("a: " + std::string(100'000, 'x')) == "text_too_long");
  CHECK(first_code(std::string(100'000'000, ' ')) == "too_large");
}

TEST_CASE("more findings than a person reads are counted, not listed") {
  std::string text;
  for (int i = 0; i < 300; ++i) {
    text += "- 010\n";
  }
  const auto reading = read(text);
  REQUIRE(reading.findings.size() == Findings::findings_max + 1);
  CHECK(reading.findings.back().code == "more");
  CHECK(reading.findings.back().message.en.find("100 more") != std::string::npos);
}
