#include "journal/heads.hpp"

#include <catch2/catch.hpp>

#include "journal/hash.hpp"

using namespace tiendo;
using namespace tiendo::journal;

TEST_CASE("heads are read as they were written") {
  const std::vector<Head> heads{{"office", 1, sha256("a")},
                                {"thang-hanh-dong", 18'446'744'073'709'551'615u, sha256("b")},
                                {"tên có dấu cách", 3, sha256("c")}};
  CHECK(parse_heads(to_lines(heads), "heads").value() == heads);
  CHECK(to_lines({heads[0]}) == "office 1 " + to_hex(sha256("a")) + "\n");
  CHECK(parse_heads("", "heads").value().empty());
}

TEST_CASE("heads are read with comments, empty lines, spaces and the line ends of Windows") {
  const std::string text =
      "# in ngày 1/7\r\n\r\n  office\t 7   " + to_hex(sha256("a")) + " \r\n\n#";
  CHECK(parse_heads(text, "heads").value() == std::vector<Head>{{"office", 7, sha256("a")}});
}

TEST_CASE("a line that is no head is named") {
  const std::string hash = to_hex(sha256("a"));
  const std::string line = GENERATE_COPY(
      std::string("office"), "office 7", "7 " + hash, "office x " + hash, "office -1 " + hash,
      "office 7x " + hash, "office 18446744073709551616 " + hash, "office 7 " + hash.substr(1),
      "office 7 " + hash + "0", "office 7 Z" + hash.substr(1), hash);
  const auto heads = parse_heads("office 1 " + hash + "\n" + line + "\n", "sổ/heads.txt");
  REQUIRE(heads.has_error());
  CHECK(heads.error().where == "sổ/heads.txt:2");
}
