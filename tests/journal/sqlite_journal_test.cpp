#include "journal/sqlite/sqlite_journal.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

#include "journal/codec.hpp"
#include "journal/rows.hpp"
#include "journal/sample_events.hpp"
#include "support/temporary_folder.hpp"

using namespace tiendo;
using namespace tiendo::journal;
using model::CampaignId;
using model::Event;
using model::UserId;

namespace {

struct Journal {
  TemporaryFolder folder;
  std::filesystem::path file = folder.path() / "journal.db";
  std::unique_ptr<Store> store = open_store(file);
  SqliteJournal journal{*store};

  std::vector<Event> events(port::Journal::Position after = 0) const {
    std::vector<Event> events;
    good(journal.read(after, [&](auto position, const Event& event) {
      events.push_back(event);
      CHECK(position == after + events.size());
      return true;
    }));
    return events;
  }
};

// The events of the model have no equality; their bytes do.
std::string words(const Event& event) {
  std::string payload;
  const Encoded encoded = encode(event.body, payload);
  return to_string(event.at) + '|' + event.actor.str() + '|' +
         (event.on_behalf ? event.on_behalf->whom + '/' + event.on_behalf->document : "nobody") +
         '|' + event.campaign.str() + '|' + std::to_string(event.plan_version) + '|' +
         std::string(encoded.type) + '|' + payload;
}

std::vector<std::string> words(const std::vector<Event>& events) {
  std::vector<std::string> all;
  for (const Event& event : events) all.push_back(words(event));
  return all;
}

Event comment(const char* campaign, const char* text) {
  Event event;
  event.at = Timestamp{std::chrono::microseconds{1'735'664'400'000'001}};
  event.actor = UserId("lan");
  event.campaign = CampaignId(campaign);
  event.plan_version = 1;
  event.body = model::TaskCommented{model::TaskId("coopstar"), text};
  return event;
}

std::vector<Event> some_events() {
  std::vector<Event> events{comment("a", "một"), comment("", "hai"), comment("b", "ba"),
                            comment("a", "bốn")};
  events[1].actor = {};
  events[3].on_behalf = std::make_shared<model::OnBehalf>(model::OnBehalf{"minh", "12/BC-TTTV"});
  return events;
}

}  // namespace

TEST_CASE("events come back as they were appended") {
  Journal kept;
  CHECK(good(kept.journal.append(some_events(), {})) == 4);
  CHECK(words(kept.events()) == words(some_events()));
  CHECK(kept.events(3).size() == 1);
}

TEST_CASE("every type of event comes back as it was appended") {
  Journal kept;
  std::vector<Event> events;
  for (auto& body : test::sample_events()) {
    events.push_back(comment("a", ""));
    events.back().body = std::move(body);
  }
  good(kept.journal.append(events, {}));
  CHECK(words(kept.events()) == words(events));
}

TEST_CASE("the events of one campaign, or of the office, are read on their own") {
  Journal kept;
  good(kept.journal.append(some_events(), {}));
  const auto positions_of = [&](const char* stream) {
    std::vector<port::Journal::Position> positions;
    good(kept.journal.read_stream(CampaignId(stream), [&](auto position, const Event& event) {
      CHECK(event.campaign.str() == stream);
      positions.push_back(position);
      return true;
    }));
    return positions;
  };
  CHECK(positions_of("a") == std::vector<port::Journal::Position>{1, 4});
  CHECK(positions_of("") == std::vector<port::Journal::Position>{2});
  CHECK(positions_of("c").empty());
}

TEST_CASE("no campaign takes the stream of the office") {
  Journal kept;
  const auto refused = kept.journal.append(std::vector{comment("office", "")}, {});
  REQUIRE(refused.has_error());
  CHECK(refused.error().message.en.find("office") != std::string::npos);
}

TEST_CASE("the mark of a position tells journals apart that differ up to it") {
  Journal one;
  Journal same;
  Journal other;
  auto events = some_events();
  good(one.journal.append(events, {}));
  good(same.journal.append(events, {}));
  std::get<model::TaskCommented>(events[0].body).text = "khác";
  good(other.journal.append(events, {}));
  for (const port::Journal::Position position : {0U, 1U, 4U}) {
    CHECK(good(one.journal.mark(position)) == good(same.journal.mark(position)));
  }
  CHECK(good(one.journal.mark(0)) == good(other.journal.mark(0)));
  CHECK(good(one.journal.mark(1)) != good(other.journal.mark(1)));
  CHECK(good(one.journal.mark(1)) != good(one.journal.mark(2)));
  CHECK(one.journal.mark(5).has_error());
}

TEST_CASE("a row that is no event is named, and nothing after it is read") {
  Journal kept;
  good(kept.journal.append(some_events(), {}));
  {
    SQLite::Database database(kept.file.string(), SQLite::OPEN_READWRITE);
    database.exec("UPDATE events SET type='TaskComented' WHERE position=2");
  }
  std::size_t seen = 0;
  const auto read = kept.journal.read(0, [&](auto, const Event&) { return ++seen > 0; });
  REQUIRE(read.has_error());
  CHECK(seen == 1);
  CHECK(read.error().message.en.find("row 2") != std::string::npos);
  CHECK(read.error().message.en.find("TaskComented") != std::string::npos);
  CHECK(read.error().where == kept.file.string());
}
