#include "journal/hash.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

using namespace tiendo;
using namespace tiendo::journal;

namespace {

Row row() {
  Row row;
  row.position = 7;
  row.stream = "thang-hanh-dong";
  row.version = 3;
  row.at = Timestamp{std::chrono::microseconds{1'740'000'000'000'001}};
  row.actor = "lan";
  row.on_behalf = "minh";
  row.document = "12/CV-LMHTX";
  row.plan_version = 2;
  row.type = "TaskReported";
  row.schema = 1;
  row.payload = R"({"task":"coopstar"})";
  return row;
}

}  // namespace

TEST_CASE("SHA-256 is that of FIPS 180-4, whole or in pieces") {
  const char* expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  CHECK(to_hex(sha256("abc")) == expected);
  Sha256 sha;
  sha.add("a");
  sha.add("bc");
  CHECK(to_hex(sha.finish()) == expected);
  CHECK(to_hex(sha.finish()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("the hash of a row is that of its fields written as netstrings") {
  std::string bytes(32, '\x01');
  bytes +=
      "15:thang-hanh-dong,1:3,16:1740000000000001,3:lan,4:minh,11:12/CV-LMHTX,1:2,"
      "12:TaskReported,1:1,19:{\"task\":\"coopstar\"},";
  Hash previous;
  previous.fill(1);
  CHECK(row_hash(previous, row()) == sha256(bytes));
}

TEST_CASE("every field of a row but its position changes its hash") {
  const Hash none{};
  const Hash before = row_hash(none, row());
  const std::vector<std::pair<const char*, std::function<void(Row&)>>> changes{
      {"stream", [](Row& r) { r.stream += 'x'; }},
      {"version", [](Row& r) { ++r.version; }},
      {"at", [](Row& r) { r.at += std::chrono::microseconds{1}; }},
      {"actor", [](Row& r) { r.actor.clear(); }},
      {"on_behalf", [](Row& r) { r.on_behalf.clear(); }},
      {"document", [](Row& r) { r.document.clear(); }},
      {"plan_version", [](Row& r) { ++r.plan_version; }},
      {"type", [](Row& r) { r.type += 's'; }},
      {"schema", [](Row& r) { ++r.schema; }},
      {"payload", [](Row& r) { r.payload[2] ^= 1; }},
      {"a byte from one field to the next", [](Row& r) { r.actor = "l", r.on_behalf = "anminh"; }},
  };
  for (const auto& [what, change] : changes) {
    INFO(what);
    Row changed = row();
    change(changed);
    CHECK(row_hash(none, changed) != before);
  }
  Hash other{};
  other[31] = 1;
  CHECK(row_hash(other, row()) != before);
  Row moved = row();
  moved.position = 8;
  CHECK(row_hash(none, moved) == before);
}

TEST_CASE("the worked example of FORMAT.md is right") {
  Row first;
  first.stream = "thi-dua-2025";
  first.version = 1;
  first.at = parse_timestamp("2025-04-20T00:30:00Z").value();
  first.actor = "lan";
  first.plan_version = 1;
  first.type = "TaskAnnounced";
  first.payload = R"({"task":"ket-nap"})";
  Row second = first;
  second.version = 2;
  second.at = parse_timestamp("2025-04-20T00:31:00Z").value();
  second.actor = "van-phong";
  second.on_behalf = "minh";
  second.document = "12/BC-TTTV";
  second.type = "TaskCommented";
  second.payload = R"({"task":"ket-nap","text":"đã nhận"})";
  first.hash = row_hash({}, first);
  std::ifstream file(TIENDO_SOURCE_DIR "/engine/journal/FORMAT.md");
  const std::string format{std::istreambuf_iterator<char>(file), {}};
  CHECK(format.find("    " + to_hex(first.hash) + "\n") != std::string::npos);
  CHECK(format.find("    " + to_hex(row_hash(first.hash, second)) + "\n") != std::string::npos);
}

TEST_CASE("a hash is read as it was written, and nothing else is") {
  const Hash hash = sha256("abc");
  CHECK(parse_hash(to_hex(hash)) == hash);
  std::string hex = to_hex(hash);
  CHECK_FALSE(parse_hash(hex + "0"));
  CHECK_FALSE(parse_hash(hex.substr(1)));
  hex[0] = 'B';
  CHECK_FALSE(parse_hash(hex));
  hex[0] = 'g';
  CHECK_FALSE(parse_hash(hex));
}
