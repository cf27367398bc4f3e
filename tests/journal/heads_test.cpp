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
}

TEST_CASE("heads are read with comments, empty lines, spaces and the line ends of Windows") {
  const std::string text =
      "# in ngày 1/7\r\n\r\n  office\t 7   " + to_hex(sha256("a")) + " \r\n\n#";
  CHECK(parse_heads(text, "heads").value() == std::vector<Head>{{"office", 7, sha256("a")}});
}

TEST_CASE("heads are read with a byte order mark and what verify says before them") {
  const std::string said =
      GENERATE(as<std::string>(), "", "nhật ký nguyên vẹn: 283 dòng\r\n",
               "\n# 1/7\nthe journal is intact: 283 rows\n", intact_journal(0).vi + "\n");
  const std::string mark = GENERATE("", "\xEF\xBB\xBF");
  const std::vector<Head> heads{{"office", 7, sha256("a")}, {"thi-dua", 2, sha256("b")}};
  CHECK(parse_heads(mark + said + to_lines(heads), "heads").value() == heads);
}

TEST_CASE("what verify says stands before the heads and as it was said") {
  const std::string head = to_lines({{"office", 7, sha256("a")}});
  const std::string text = GENERATE_COPY(
      head + intact_journal(1).vi + "\n", "nhật ký không nguyên vẹn: 1 lỗi trong 2 dòng\n" + head,
      "nhật ký nguyên vẹn: 0283 dòng\n" + head, "nhật ký nguyên vẹn\n" + head,
      "the journal is intact: 283 rows or so\n" + head);
  CHECK(parse_heads(text, "heads").has_error());
}

TEST_CASE("without a head there is nothing to compare with") {
  const std::string text = GENERATE(as<std::string>(), "", "\n \n", "# office 1\n", "\xEF\xBB\xBF",
                                    "nhật ký nguyên vẹn: 3 dòng\n");
  const auto heads = parse_heads(text, "heads.txt");
  REQUIRE(heads.has_error());
  CHECK(heads.error().where == "heads.txt");
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
