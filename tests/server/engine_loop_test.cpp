#include "server/engine_loop.hpp"

#include <catch2/catch.hpp>
#include <thread>

#include "server/served_engine.hpp"

namespace tiendo::test {
namespace {

using server::EngineLoop;

std::vector<int> all(std::vector<Status>& answers) {
  std::vector<int> statuses;
  for (auto& answer : answers) {
    statuses.push_back(got(answer));
  }
  return statuses;
}

/// Says when it is asked that the instant is there, or as good as there.
class HastyClock final : public server::Clock {
 public:
  explicit HastyClock(MovedClocks& clocks) : clock_{clocks.raw()} {}
  Reading read() override { return clock_.read(); }
  server::microseconds until(Timestamp) override { return 50us; }
  void confirm() override { clock_.confirm(); }

 private:
  server::MachineClock clock_;
};

}  // namespace

TEST_CASE("what has queued up is one transaction, and each is answered") {
  ServedEngine served;
  served.start();
  const int before = served.journal().appends();
  std::vector<Status> answers;
  {
    const ServedEngine::Pause pause{served};
    for (int i = 0; i < 64; ++i) {
      answers.push_back(served.comments("lần " + std::to_string(i)));
    }
  }
  CHECK(all(answers) == std::vector<int>(64, 200));
  CHECK(served.journal().appends() == before + 1);
}

TEST_CASE("a queue longer than a batch is several transactions, in order") {
  ServedEngine served{"2025-01-06 08:00", {.batch_max = 10}};
  std::vector<std::size_t> commits;
  served.loop().listen([&](auto, auto events) { commits.push_back(events.size()); });
  served.start();
  std::vector<Status> answers;
  {
    const ServedEngine::Pause pause{served};
    for (int i = 0; i < 25; ++i) {
      answers.push_back(served.comments());
    }
  }
  CHECK(all(answers) == std::vector<int>(25, 200));
  served.settle();
  // Each is a comment and its notice.
  CHECK(commits == std::vector<std::size_t>{20, 20, 10});
}

TEST_CASE("nobody is answered before what he asked for lasts and has been told to listeners") {
  ServedEngine served;
  std::size_t told = 0;
  served.loop().listen([&](auto, auto events) { told += events.size(); });
  served.start();
  auto answer = served.comments();
  REQUIRE(got(answer) == 200);
  served.on_engine([&] {
    CHECK(told == 2);
    CHECK(words(served.journal().events().last(2)) ==
          Lines{"a: commented", "notice: a commented to nghiep-vu"});
  });
}

TEST_CASE("a read between writes sees nothing that is not in the journal yet") {
  ServedEngine served;
  served.start();
  std::vector<Status> answers;
  {
    const ServedEngine::Pause pause{served};
    for (int i = 0; i < 10; ++i) {
      answers.push_back(served.comments());
      answers.push_back(served.reads([&](Timestamp) {
        CHECK(served.engine().position() == served.journal().events().size());
        CHECK(served.engine().commit().has_value());
        CHECK(served.engine().position() == served.journal().events().size());
      }));
    }
  }
  CHECK(all(answers) == std::vector<int>(20, 200));
}

TEST_CASE("a journal that fails makes all of the batch fail, and the next one works") {
  ServedEngine served;
  served.start();
  const auto before = served.journal().events().size();
  std::vector<Status> answers;
  std::string body;
  {
    const ServedEngine::Pause pause{served};
    for (int i = 0; i < 8; ++i) {
      answers.push_back(served.comments("x", &body));
    }
    served.journal().allow(0);
  }
  CHECK(all(answers) == std::vector<int>(8, 503));
  CHECK(body.find("the disk is full") != std::string::npos);
  served.on_engine([&] { served.journal().allow(-1); });
  CHECK(served.journal().events().size() == before);
  auto next = served.comments();
  CHECK(got(next) == 200);
}

TEST_CASE("a journal that cannot be read again is not shown, is tried again, and works again") {
  ServedEngine served;
  served.start();
  std::vector<Status> answers;
  {
    const ServedEngine::Pause pause{served};
    answers.push_back(served.comments());
    served.journal().allow(0);
    served.journal().hide(true);
  }
  CHECK(all(answers) == std::vector<int>{503});
  bool seen = false;
  auto read = served.reads([&](Timestamp) { seen = true; });
  CHECK(got(read) == 503);
  CHECK_FALSE(seen);
  auto write = served.comments();
  CHECK(got(write) == 503);

  served.settle();
  served.journal().allow(-1);
  served.journal().hide(false);
  served.loop().look_at_clock();
  auto again = served.comments();
  CHECK(got(again) == 200);
}

TEST_CASE("what is above the limit is turned away at once") {
  ServedEngine served{"2025-01-06 08:00", {.waiting_max = 5}};
  served.start();
  std::vector<Status> answers;
  std::string body;
  {
    const ServedEngine::Pause pause{served};
    for (int i = 0; i < 4; ++i) {
      answers.push_back(served.comments());
    }
    CHECK(served.loop().waiting() == 5);
    auto one_more = served.comments("x", &body);
    REQUIRE(one_more.wait_for(0s) == std::future_status::ready);
    CHECK(one_more.get() == 503);
    CHECK(body.find("overloaded") != std::string::npos);
  }
  CHECK(all(answers) == std::vector<int>(4, 200));
  auto next = served.comments();
  CHECK(got(next) == 200);
}

TEST_CASE("the timer does what falls due, once, though it comes too early every time") {
  ServedEngine served{"2025-02-07 16:59"};
  HastyClock hasty{served.clocks()};
  served.make(hasty);
  std::promise<Lines> opened;
  served.loop().listen([&](auto, auto events) {
    if (!only(words(events), "a: open").empty()) {
      opened.set_value(words(events));  // twice would throw
    }
  });
  served.start();
  served.clocks().pass(24h * 3);
  auto future = opened.get_future();
  got(future);
  const auto rungs = served.rungs();
  CHECK(std::count(rungs.begin(), rungs.end(), "a: open") == 1);
  served.loop().stop();  // before its clock goes
}

TEST_CASE("what fell due while nothing ran is done at the start") {
  ServedEngine served{"2025-02-20 09:00"};
  served.start();
  CHECK_FALSE(only(served.rungs(), "a: open").empty());
}

TEST_CASE("nothing fires twice when the clock goes back by less than an hour and on again") {
  ServedEngine served{"2025-02-10 07:00"};
  served.start();
  served.pass(31min);
  const auto fired = served.rungs();
  REQUIRE_FALSE(fired.empty());
  served.set_by(-59min);
  CHECK_FALSE(served.loop().held());
  auto write = served.comments();
  CHECK(got(write) == 200);
  served.pass(2h);
  CHECK(served.rungs() == fired);
  served.on_engine([&] {
    const auto events = served.journal().events();
    CHECK(std::is_sorted(events.begin(), events.end(),
                         [](const auto& left, const auto& right) { return left.at < right.at; }));
  });
}

TEST_CASE("a clock that jumps 61 minutes holds all that would be recorded until it is confirmed") {
  const auto by = GENERATE(61min, -61min);
  ServedEngine served{"2025-02-09 23:30"};
  served.start();
  const auto before = served.rungs();
  served.set_by(by);
  REQUIRE(served.loop().held());
  CHECK(served.loop().held()->reason == server::Hold::Reason::jump);
  CHECK(served.loop().held()->by == by);
  CHECK(served.rungs() == before);

  std::string body;
  auto write = served.comments("x", &body);
  CHECK(got(write) == 503);
  CHECK(body.find("clock_held") != std::string::npos);
  CHECK(body.find("administrator") != std::string::npos);
  auto read = served.reads([](Timestamp now) { CHECK(now <= at("2025-02-09 23:30")); });
  CHECK(got(read) == 200);

  served.pass(1h);
  CHECK(served.rungs() == before);
  served.confirm();
  CHECK_FALSE(served.loop().held());
  auto next = served.comments();
  CHECK(got(next) == 200);
  served.pass(24h);
  const auto rungs = served.rungs();
  CHECK(std::count(rungs.begin(), rungs.end(), "a: open") == 1);
}

TEST_CASE("a clock that jumps 59 minutes holds nothing") {
  const auto by = GENERATE(59min, -59min);
  ServedEngine served{"2025-02-09 23:30"};
  served.start();
  served.set_by(by);
  CHECK_FALSE(served.loop().held());
  auto write = served.comments();
  CHECK(got(write) == 200);
}

TEST_CASE("a start after more than 60 days with something due asks first") {
  ServedEngine served{"2025-04-15 08:00"};
  served.start();
  REQUIRE(served.loop().held());
  CHECK(served.loop().held()->reason == server::Hold::Reason::absence);
  CHECK(served.loop().held()->recorded == at("2025-01-06 08:00"));
  CHECK(served.rungs().empty());
  served.confirm();
  CHECK_FALSE(served.rungs().empty());
}

TEST_CASE("a start after an absence does not ask where somebody looked, or it was short") {
  const auto [now, looked] =
      GENERATE(table<const char*, bool>({{"2025-04-15 08:00", true}, {"2025-03-06 08:00", false}}));
  EngineLoop::Options options;
  options.beginning.after_absence = looked;
  ServedEngine served{now, options};
  served.start();
  CHECK_FALSE(served.loop().held());
  CHECK_FALSE(served.rungs().empty());
}

TEST_CASE("a start with a clock that is before the last record asks first") {
  ServedEngine served{"2010-01-01 00:00"};
  served.start();
  REQUIRE(served.loop().held());
  CHECK(served.loop().held()->reason == server::Hold::Reason::behind);
  auto write = served.comments();
  CHECK(got(write) == 503);
}

TEST_CASE("stopping under load answers everything, and leaves nothing half done") {
  ServedEngine served;
  served.start();
  std::atomic<int> done{0};
  std::atomic<int> turned_away{0};
  std::vector<std::thread> clients;
  for (int client = 0; client < 4; ++client) {
    clients.emplace_back([&] {
      for (int status = 200; status == 200;) {
        auto answer = served.comments();
        status = answer.wait_for(60s) == std::future_status::ready ? answer.get() : 0;
        ++(status == 200 ? done : turned_away);
      }
    });
  }
  while (done < 100) {
    std::this_thread::yield();
  }
  served.loop().stop();
  for (auto& client : clients) {
    client.join();
  }
  CHECK(turned_away == 4);
  const auto kept = words(served.journal().events());
  CHECK(std::count(kept.begin(), kept.end(), "a: commented") == done);
  std::string body;
  auto late = served.comments("x", &body);
  CHECK(got(late) == 503);
  CHECK(body.find("stopping") != std::string::npos);
}

TEST_CASE("a loop that was never started turns away what it was given") {
  ServedEngine served;
  auto early = served.comments();
  served.loop().stop();
  CHECK(got(early) == 503);
}

TEST_CASE("what is to be called again and again is called on the engine's thread") {
  ServedEngine served;
  std::promise<void> often;
  int calls = 0;
  served.loop().every(1ms, [&] {
    if (++calls == 3) {
      often.set_value();
    }
  });
  served.start();
  auto future = often.get_future();
  REQUIRE(future.wait_for(60s) == std::future_status::ready);
}

}  // namespace tiendo::test
