// What was released stays readable for ever: tests/golden/payloads/TYPE.VERSION.json holds a
// payload of every type as it was written in that version. With TIENDO_UPDATE_GOLDEN=1 those of
// today's versions are written anew; files of older versions are never touched.

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "journal/codec.hpp"
#include "journal/describe_campaign_events.hpp"
#include "journal/describe_task_events.hpp"
#include "journal/hash.hpp"
#include "journal/sample_events.hpp"

namespace tiendo::test {
namespace {

namespace fs = std::filesystem;

const fs::path folder = TIENDO_SOURCE_DIR "/tests/golden/payloads";

std::string content(const fs::path& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// By the name of the file: what the sample events are written as today.
std::map<std::string, std::string> written_today() {
  std::map<std::string, std::string> payloads;
  for (const auto& event : sample_events()) {
    std::string payload;
    const auto [type, schema] = journal::encode(event, payload);
    payloads[std::string{type} + "." + std::to_string(schema) + ".json"] = payload + "\n";
  }
  return payloads;
}

/// The rule of the event in PAYLOADS.md: its line, and those further in that follow.
std::string rule_of(const std::string& page, const std::string& type) {
  const auto line = page.find("\n    " + type + " ");
  if (line == std::string::npos) {
    return "";
  }
  return page.substr(line, page.find('}', line) - line);
}

/// The fields of every event as PAYLOADS.md writes them.
template <class... Bodies>
std::map<std::string, std::vector<std::string>> fields_by_event(std::variant<Bodies...>*) {
  const auto fields_of = [](const auto&... field) {
    return std::vector<std::string>{
        ("\"" + std::string{field.name} + (field.is_required ? "\":" : "\"?:"))...};
  };
  return {{std::string{journal::Description<Bodies>::type.name},
           std::apply(fields_of, journal::Description<Bodies>::fields)}...};
}

}  // namespace

TEST_CASE("the payloads that were released are the payloads that are written") {
  const char* update = std::getenv("TIENDO_UPDATE_GOLDEN");
  for (const auto& [file, payload] : written_today()) {
    if (update != nullptr && std::string_view{update} == "1") {
      fs::create_directories(folder);
      std::ofstream{folder / file, std::ios::binary} << payload;
    }
    INFO(file << " is released: TIENDO_UPDATE_GOLDEN=1 is for one that is not. A change of what "
              << "was released is a new version (PAYLOADS.md)");
    CHECK(content(folder / file) == payload);
  }
}

TEST_CASE("every payload that was ever released is read") {
  const auto today = written_today();
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator{folder}) {
    const auto name = entry.path().filename().string();
    const auto dot = name.find('.');
    const auto payload = content(entry.path());
    const auto read = journal::decode(
        name.substr(0, dot), static_cast<std::uint32_t>(std::stoul(name.substr(dot + 1))), payload);
    INFO(name);
    REQUIRE(read.has_value());
    std::string again;
    journal::encode(*read, again);
    if (today.contains(name)) {
      CHECK(again + "\n" == payload);
    }
    ++count;
  }
  CHECK(count >= today.size());
}

TEST_CASE("PAYLOADS.md says what every event says") {
  const auto page = content(TIENDO_SOURCE_DIR "/engine/journal/PAYLOADS.md");
  for (const auto& [type, fields] : fields_by_event(static_cast<model::EventBody*>(nullptr))) {
    const auto rule = rule_of(page, type);
    INFO(type << ": " << rule);
    CHECK_FALSE(rule.empty());
    std::size_t place = 0;
    for (const auto& field : fields) {
      INFO(field);
      place = rule.find(field, place);
      CHECK(place != std::string::npos);
    }
  }
}

TEST_CASE("the row of PAYLOADS.md has the hash that the page says") {
  const auto page = content(TIENDO_SOURCE_DIR "/engine/journal/PAYLOADS.md");
  journal::Row row;
  row.stream = "office";
  row.version = 1;
  row.at = parse_timestamp("2025-01-06T08:00:00+07:00").value();
  row.actor = "owner:lan";
  model::Person person{model::UserId{"an"}, "Nguyễn Văn An", {}};
  person.posts = {{model::Role::staff, model::UnitId{"nghiep-vu"}, parse_day("2025-01-01"), {}}};
  const auto [type, schema] = journal::encode(model::PersonAdded{person}, row.payload);
  row.type = type;
  row.schema = schema;
  CHECK(page.find("payload       " + row.payload + "\n") != std::string::npos);
  CHECK(page.find("hash          " + journal::to_hex(journal::row_hash({}, row)) + "\n") !=
        std::string::npos);
}

}  // namespace tiendo::test
