#include "server/journal_reader.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <future>

#include "journal/sqlite/data_folder.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "server/served_engine.hpp"
#include "support/temporary_folder.hpp"

namespace tiendo::test {
namespace {

using server::JournalReader;

/// Makes a data folder with the events of an office in it.
void make_office(const std::filesystem::path& folder) {
  auto data = journal::DataFolder::open_to_write(
      folder, {.make = journal::DataFolder::Making{at("2025-01-06 08:00")}});
  REQUIRE(data.has_value());
  journal::SqliteJournal journal{data->store()};
  REQUIRE(journal.append(office_events(), {}).has_value());
}

std::future<api::Response> read(JournalReader& reader, api::ReadJournal rest) {
  auto told = std::make_shared<std::promise<api::Response>>();
  auto answer = told->get_future();
  reader.read(std::move(rest), Language::en,
              [told](api::Response response) { told->set_value(std::move(response)); });
  return answer;
}

api::Response count(const port::Journal& journal) {
  std::size_t events = 0;
  const auto counted = journal.read(0, [&](auto, const auto&) { return ++events > 0; });
  return {counted.has_value() ? 200 : 500, "text/plain", std::to_string(events)};
}

}  // namespace

TEST_CASE("a reader reads the journal, on a thread that is not the asker's") {
  const TemporaryFolder folder;
  make_office(folder.path() / "data");
  JournalReader reader{folder.path() / "data"};
  const auto asker = std::this_thread::get_id();
  auto answer = read(reader, [asker](const port::Journal& journal) {
    return std::this_thread::get_id() == asker ? api::Response{500} : count(journal);
  });
  const auto response = got(answer);
  CHECK(response.status == 200);
  CHECK(response.body == std::to_string(office_events().size()));
}

TEST_CASE("a reader that could not open the journal says so, and opens it when it is there") {
  const TemporaryFolder folder;
  JournalReader reader{folder.path() / "data"};
  auto early = read(reader, count);
  CHECK(got(early).status == 503);
  make_office(folder.path() / "data");
  auto answer = read(reader, count);
  CHECK(got(answer).status == 200);
}

TEST_CASE("after a read that failed the journal is opened anew") {
  const TemporaryFolder folder;
  make_office(folder.path() / "data");
  JournalReader reader{folder.path() / "data"};
  auto failing = read(reader, [](const port::Journal&) { return api::Response{500}; });
  CHECK(got(failing).status == 500);
  std::filesystem::rename(folder.path() / "data", folder.path() / "moved");
  auto away = read(reader, count);
  CHECK(got(away).status == 503);
  std::filesystem::rename(folder.path() / "moved", folder.path() / "data");
  auto back = read(reader, count);
  CHECK(got(back).status == 200);
}

TEST_CASE("too many reads are turned away, those that were taken are answered when it stops") {
  const TemporaryFolder folder;
  make_office(folder.path() / "data");
  JournalReader reader{folder.path() / "data", 2};
  std::promise<void> here;
  std::promise<void> door;
  auto slow = read(reader, [&](const port::Journal& journal) {
    here.set_value();
    door.get_future().wait();
    return count(journal);
  });
  auto began = here.get_future();
  got(began);
  auto second = read(reader, count);
  auto third = read(reader, count);
  auto fourth = read(reader, count);
  CHECK(got(fourth).status == 503);
  door.set_value();
  reader.stop();
  CHECK(got(slow).status == 200);
  CHECK(got(second).status == 200);
  CHECK(got(third).status == 200);
  auto late = read(reader, count);
  CHECK(got(late).status == 503);
}

}  // namespace tiendo::test
