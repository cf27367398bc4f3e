#include "journal/export.hpp"

#include <catch2/catch.hpp>

#include "journal/hash.hpp"

using namespace tiendo;
using namespace tiendo::journal;

namespace {

Row row() {
  Row row;
  row.position = 7;
  row.stream = "thi-dua";
  row.version = 3;
  row.at = parse_timestamp("2025-04-20T00:30:00.000001Z").value();
  row.actor = "lan";
  row.plan_version = 2;
  row.type = "TaskCommented";
  row.payload = R"({"text":"dấu \" và\n"})";
  row.hash = sha256("a");
  return row;
}

std::string line_of(const Row& row) {
  std::string line;
  append_json_line(row, line);
  return line;
}

const std::string hash = to_hex(sha256("a"));

}  // namespace

TEST_CASE("a row is one line of JSON with all its fields") {
  CHECK(line_of(row()) ==
        R"({"position":7,"stream":"thi-dua","version":3,"at":"2025-04-20T07:30:00.000001+07:00",)"
        R"("actor":"lan","on_behalf":null,"document":null,"plan_version":2,)"
        R"("type":"TaskCommented","schema":1,"payload":{"text":"dấu \" và\n"},"hash":")" +
            hash + "\"}\n");
}

TEST_CASE("what may be empty comes as it is where it is not, and rows come one after the other") {
  Row entered = row();
  entered.actor = "";
  entered.on_behalf = "minh \"út\"";
  entered.document = "12/BC-TTTV";
  std::string lines = line_of(row());
  append_json_line(entered, lines);
  CHECK(lines == line_of(row()) + line_of(entered));
  CHECK(lines.find(R"("actor":null,"on_behalf":"minh \"út\"","document":"12/BC-TTTV")") !=
        std::string::npos);
}

TEST_CASE("a payload that somebody spread over lines stays on one") {
  Row spread = row();
  spread.payload = "{\r\n \"text\": \"a\"\n}";
  CHECK(line_of(spread).find("\"payload\":{   \"text\": \"a\" },") != std::string::npos);
}

TEST_CASE("a payload that is no JSON object comes as text") {
  Row damaged = row();
  damaged.payload = "{\"text\":\n";
  CHECK(line_of(damaged).find(R"("payload":null,"payload_text":"{\"text\":\n","hash")") !=
        std::string::npos);
}
