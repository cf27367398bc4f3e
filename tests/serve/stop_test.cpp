// SIGTERM while everybody is at work.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <list>
#include <thread>

#include "serve/served_office.hpp"

namespace tiendo::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds grace{10'000};  // Server::run

/// Writes until the server does not take it any more. What came to what: 0, no answer.
struct Writer {
  Writer(const Asking& where, std::string name)
      : thread{[this, where, name] { work(where, name); }} {}

  void work(const Asking& where, const std::string& name) {
    Wire wire{where.port};
    for (int number = 0; outcome.empty() || outcome.back().second == 200; ++number) {
      auto text = fmt::format("{}-{}", name, number);
      const auto heard = wire.ask(where.comment(text));
      outcome.emplace_back(std::move(text), heard ? heard->status : 0);
    }
  }

  std::vector<std::pair<std::string, int>> outcome;
  std::thread thread;
};

/// Reads a stream to its end, from the first event on: made, it has been greeted.
struct Looker {
  explicit Looker(const Asking& where) : wire{where.port} {
    wire.send(where.get("/api/v1/events"));
    while (came.find("event: hello") == std::string::npos) {
      const auto more = wire.more();
      REQUIRE_FALSE(more.empty());
      came += more;
    }
    thread = std::thread{[this] {
      for (auto more = wire.more(); !more.empty(); more = wire.more()) {
        came += more;
        was_told = true;
      }
    }};
  }

  Wire wire;
  std::string came;
  std::atomic<bool> was_told = false;  // of something after the greeting
  std::thread thread;
};

/// The positions of the events that came after the greeting.
std::vector<std::uint64_t> positions_of(const std::string& came) {
  std::vector<std::uint64_t> positions;
  for (auto at = came.find("id: "); at != std::string::npos; at = came.find("\nid: ", at)) {
    at += came[at] == '\n' ? 5 : 4;
    positions.push_back(std::stoull(came.substr(at, 20)));
  }
  REQUIRE_FALSE(positions.empty());
  positions.erase(positions.begin());
  return positions;
}

/// Whether `came` is a piece of `all`: none is missing before the last, which is where they come
/// again for the others.
bool is_gapless(const std::vector<std::uint64_t>& came, const std::vector<std::uint64_t>& all) {
  return !came.empty() && !std::ranges::search(all, came).empty();
}

/// A file of which a byte comes now and then, and the rest never.
void send_slowly(const Asking& where) {
  Wire wire{where.port};
  bool goes =
      wire.send(where.head("POST", "/api/v1/evidence", "Content-Length: 1000000\r\n") + "\r\n");
  for (int i = 0; goes && i < 1'000; ++i) {
    std::this_thread::sleep_for(milliseconds{50});
    goes = wire.send("x");
  }
}

}  // namespace

TEST_CASE("SIGTERM under load: what was acknowledged is there, all else was not done") {
  const Rehearsal office;
  Serving server{office.data};
  const Asking where{server};
  std::list<Writer> writers;
  std::list<Looker> lookers;
  for (int i = 0; i < 4; ++i) {
    lookers.emplace_back(where);
  }
  for (int i = 0; i < 16; ++i) {
    writers.emplace_back(where, fmt::format("w{}", i));
  }
  std::thread slow{send_slowly, where};
  const auto is_busy = [&] {
    return std::ranges::all_of(lookers,
                               [](const Looker& looker) { return looker.was_told.load(); });
  };
  for (int tries = 0; tries < 600 && !is_busy(); ++tries) {
    std::this_thread::sleep_for(milliseconds{50});
  }
  std::this_thread::sleep_for(milliseconds{500});
  const auto asked = steady_clock::now();
  const auto exit = server.end(SIGTERM);
  const auto took = std::chrono::duration_cast<milliseconds>(steady_clock::now() - asked);
  for (auto& writer : writers) {
    writer.thread.join();
  }
  for (auto& looker : lookers) {
    looker.thread.join();
  }
  slow.join();

  INFO(server.log());
  CHECK(exit == 0);
  CHECK(took < grace + milliseconds{2'000} * slowness);
  CHECK_FALSE(std::filesystem::exists(office.data + "/server.json"));
  std::vector<std::uint64_t> positions;
  for (const auto& [position, text] : comments_by_position(office.data)) {
    positions.push_back(position);
  }
  for (const auto& looker : lookers) {
    CHECK(is_gapless(positions_of(looker.came), positions));
  }
  auto in_journal = comments_in(office.data);
  std::size_t acknowledged = 0;
  int unanswered = 0;
  for (const auto& writer : writers) {
    for (const auto& [text, status] : writer.outcome) {
      INFO(text << ": " << status);
      CHECK((status == 200 || status == 503 || status == 0));
      CHECK(in_journal[text] == (status == 200 ? 1 : 0));
      in_journal.erase(text);
      acknowledged += status == 200 ? 1 : 0;
      unanswered += status == 0 ? 1 : 0;
    }
  }
  CHECK(in_journal.empty());
  CHECK(acknowledged > 0);
  CHECK(office.run("journal verify").exit == 0);
  WARN(acknowledged << " acknowledged, " << unanswered
                    << " without an answer and not done, left in " << took.count() << " ms");
}

}  // namespace tiendo::test
