// Live events: who was away misses nothing, who does not read is closed and holds up nobody.

#include <algorithm>
#include <chrono>
#include <thread>

#include "serve/served_office.hpp"

namespace tiendo::test {
namespace {

using std::chrono::steady_clock;

/// An event of the stream: of those that say something.
struct Told {
  std::uint64_t id = 0;
  std::string text;
};

/// Somebody who looks on, from behind the event `last`; 0: from now on.
class Onlooker {
 public:
  explicit Onlooker(const Asking& where, std::uint64_t last = 0, int receive_buffer = 0)
      : wire_{where.port, receive_buffer}, last_{last} {
    const auto header = last == 0 ? std::string{} : fmt::format("Last-Event-ID: {}\r\n", last);
    wire_.send(where.get("/api/v1/events", header));
  }

  /// What comes next; nothing where the stream ends or is silent.
  std::optional<Told> next() {
    for (;;) {
      const auto end = came_.find("\n\n");
      if (end == std::string::npos) {
        const auto more = wire_.more();
        if (more.empty()) {
          return std::nullopt;
        }
        came_ += more;
        continue;
      }
      const auto block = came_.substr(0, end);
      came_.erase(0, end + 2);
      if (const auto id = block.find("id: "); id != std::string::npos) {
        last_ = std::stoull(block.substr(id + 4));
      }
      if (block.find("event: happened\n") != std::string::npos) {
        const auto data = json::parse(block.substr(block.find("data: ") + 6));
        return Told{last_, std::string{data.at("text").as_string()}};
      }
      if (block.find("event: hello\n") != std::string::npos) {
        return Told{last_, {}};
      }
    }
  }
  [[nodiscard]] std::uint64_t last() const { return last_; }

 private:
  Wire wire_;
  std::uint64_t last_;
  std::string came_;
};

/// `count` comments, `FIRST lần …`, each longer than the number by `padding`.
void comment(const Asking& where, int first, int count, const std::string& padding = {}) {
  Wire wire{where.port};
  for (int number = first; number < first + count; ++number) {
    const auto answer = wire.ask(where.comment(fmt::format("lần {}.{}", number, padding)));
    REQUIRE(answer.has_value());
    REQUIRE(answer->status == 200);
  }
}

/// Reads the numbers `first` and following, each once and in order, until `until` has come; comes
/// again behind the last id where the stream is closed, as browsers do. How often that was.
int follow(const Asking& where, Onlooker onlooker, int first, int until) {
  int came_again = 0;
  std::uint64_t last = onlooker.last();
  for (int expected = first; expected < until;) {
    const auto told = onlooker.next();
    if (!told) {
      INFO("expected " << expected << ", last id " << onlooker.last());
      REQUIRE(onlooker.last() > last);  // else it would come again for ever
      last = onlooker.last();
      onlooker = Onlooker{where, last};
      ++came_again;
    } else if (!told->text.empty()) {
      REQUIRE(told->text.find(fmt::format("lần {}.", expected)) != std::string::npos);
      ++expected;
    }
  }
  return came_again;
}

/// Somebody who has seen event 0 of the office and left.
std::uint64_t seen_and_left(const Asking& where) {
  Onlooker onlooker{where};
  REQUIRE(onlooker.next().has_value());
  comment(where, 0, 1);
  const auto told = onlooker.next();
  REQUIRE(told.has_value());
  REQUIRE(told->text.find("lần 0.") != std::string::npos);
  return told->id;
}

}  // namespace

TEST_CASE("who was away for a thousand events is told all of them, in order, once, and goes on") {
  const Rehearsal office;
  const Serving server{office.data};
  const Asking where{server};
  const auto last = seen_and_left(where);
  comment(where, 1, 1'000);
  std::thread meanwhile{[&] {
    Wire wire{where.port};
    for (int number = 1'001; number <= 1'200; ++number) {
      wire.ask(where.comment(fmt::format("lần {}.", number)));
    }
  }};
  const auto came_again = [&] {
    try {
      return follow(where, Onlooker{where, last}, 1, 1'201);
    } catch (...) {
      meanwhile.join();
      throw;
    }
  }();
  meanwhile.join();
  CHECK(came_again == 0);
}

TEST_CASE("who was away for more than his queue holds gets there in several goes") {
  const Rehearsal office;
  const Serving server{office.data};
  const Asking where{server};
  const auto last = seen_and_left(where);
  const std::string long_words(3'500, 'x');
  comment(where, 1, 1'000, long_words);
  CHECK(follow(where, Onlooker{where, last}, 1, 1'001) > 0);
}

TEST_CASE("a thousand who come at once, as after a restart, are all told from then on") {
  raise_descriptors();
  const Rehearsal office;
  const Serving server{office.data};
  const Asking where{server};
  server.pause();
  std::vector<Onlooker> onlookers;
  for (int i = 0; i < 1'000; ++i) {
    onlookers.emplace_back(where);
  }
  server.go_on();
  for (auto& onlooker : onlookers) {
    REQUIRE(onlooker.next().has_value());
  }
  comment(where, 0, 1);
  for (auto& onlooker : onlookers) {
    const auto told = onlooker.next();
    REQUIRE(told.has_value());
    REQUIRE(told->text.find("lần 0.") != std::string::npos);
  }
}

TEST_CASE("who never reads is closed, and others are told in time") {
  const Rehearsal office;
  const Serving server{office.data};
  const Asking where{server};
  Onlooker asleep{where, 0, 4'096};
  Onlooker awake{where};
  REQUIRE(awake.next().has_value());
  std::string words;
  while (words.size() < 10'000) {
    words += "ự";
  }
  Wire wire{where.port};
  std::vector<double> took_ms;
  // What the kernel holds for a connection, at most 4 MiB, and what the queue does.
  for (int number = 0; number < 700; ++number) {
    const auto began = steady_clock::now();
    REQUIRE(wire.ask(where.comment(fmt::format("lần {}.{}", number, words))).has_value());
    const auto told = awake.next();
    REQUIRE(told.has_value());
    REQUIRE(told->text.find(fmt::format("lần {}.", number)) != std::string::npos);
    took_ms.push_back(
        std::chrono::duration<double, std::milli>{steady_clock::now() - began}.count());
  }
  std::ranges::sort(took_ms);
  CHECK(took_ms.back() < 5'000);
  WARN("from a command to who is awake: p50 " << took_ms[350] << " ms, longest " << took_ms.back()
                                              << " ms");
  int read = 0;
  while (const auto told = asleep.next()) {
    read += told->text.empty() ? 0 : 1;
  }
  CHECK(read < 700);
  // He comes again behind the last that he has read, and has missed nothing.
  follow(where, Onlooker{where, asleep.last()}, read, 700);
}

}  // namespace tiendo::test
