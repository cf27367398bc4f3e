// kill -9 of the whole server at random moments, its start among them, while people write who ask
// again under the same key until they are answered.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>
#include <random>
#include <thread>

#include "serve/served_office.hpp"

namespace tiendo::test {
namespace {

using std::chrono::microseconds;

constexpr unsigned long kills = slowness > 1 ? 20 : 200;
constexpr unsigned longest_life_us = 100'000 * slowness;
constexpr std::chrono::seconds patience{60};

/// Where the server is that lives now.
class Whereabouts {
 public:
  void tell(const Asking& where) {
    const std::lock_guard lock{mutex_};
    where_ = where;
    ++generation_;
    changed_.notify_all();
  }
  /// The next one after `generation`, which is moved on; nothing where none comes.
  std::optional<Asking> next(unsigned& generation) {
    std::unique_lock lock{mutex_};
    if (!changed_.wait_for(lock, patience, [&] { return generation_ != generation; })) {
      return std::nullopt;
    }
    generation = generation_;
    return where_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<Asking> where_;
  unsigned generation_ = 0;
};

/// A command, and what it came to.
struct Given {
  std::string key;
  bool comments = true;  // else he accepts what he may not
  Heard answer{};
};

std::string request(const Asking& where, const std::string& user, const Given& given) {
  return given.comments ? where.comment(given.key, user)
                        : where.post(std::string{coopstar} + "/accept", user, given.key, "{}");
}

/// What has to be the same whenever it is asked for; the hour is that of the answer.
std::string essence(const Heard& heard) {
  auto document = json::parse(heard.body).as_object();
  document.erase("at");
  return std::to_string(heard.status) + ' ' + json::serialize(document);
}

/// Somebody who gives one command after the other, each until he knows what became of it.
class Clerk {
 public:
  Clerk(std::string user, Whereabouts& whereabouts)
      : user_{std::move(user)}, whereabouts_{whereabouts}, thread_{[this] { work(); }} {}
  Clerk(const Clerk&) = delete;
  Clerk& operator=(const Clerk&) = delete;
  ~Clerk() { finish(); }

  /// He ends what he is at.
  void finish() {
    enough_ = true;
    if (thread_.joinable()) {
      thread_.join();
    }
  }
  [[nodiscard]] const std::string& user() const { return user_; }
  [[nodiscard]] const std::vector<Given>& done() const { return done_; }
  [[nodiscard]] bool gave_up() const { return gave_up_; }
  [[nodiscard]] int asked_again() const { return asked_again_; }

 private:
  void work() {
    while (!enough_ && !gave_up_) {
      const auto number = done_.size();
      Given given{fmt::format("{}-{}", user_, number), number % 8 != 7};
      while (!gave_up_ && !is_answered(given)) {
        ++asked_again_;
      }
      done_.push_back(std::move(given));
    }
  }

  bool is_answered(Given& given) {
    if (!wire_) {
      where_ = whereabouts_.next(generation_);
      gave_up_ = !where_;
      if (gave_up_) {
        return false;
      }
      wire_.emplace(where_->port);
    }
    auto heard = wire_->ask(request(*where_, user_, given));
    if (!heard) {
      wire_.reset();
      return false;
    }
    given.answer = std::move(*heard);
    return true;
  }

  const std::string user_;
  Whereabouts& whereabouts_;
  unsigned generation_ = 0;
  std::optional<Asking> where_;
  std::optional<Wire> wire_;
  std::vector<Given> done_;
  int asked_again_ = 0;
  std::atomic<bool> gave_up_ = false;
  std::atomic<bool> enough_ = false;
  std::thread thread_;  // last: it uses all of it
};

void kill_again_and_again(const std::string& data, unsigned long times, std::mt19937& luck,
                          Whereabouts& whereabouts) {
  for (unsigned long kill = 0; kill < times; ++kill) {
    INFO("kill " << kill);
    const microseconds life{luck() % longest_life_us};
    Serving server{data, {}, Serving::Wait::not_at_all};
    if (kill % 10 != 0) {
      REQUIRE(server.is_ready());
      whereabouts.tell(Asking{server});
    }  // else it dies wherever it is, most likely while it starts
    std::this_thread::sleep_for(life);
    server.end(SIGKILL);
  }
}

/// Every command that was acknowledged has its comment, once, and there are no others.
void check_comments(const std::string& data, const std::list<Clerk>& clerks) {
  auto in_journal = comments_in(data);
  for (const auto& clerk : clerks) {
    for (const auto& given : clerk.done()) {
      INFO(given.key << ": " << given.answer.status << ' ' << given.answer.body);
      REQUIRE((given.answer.status == 200) == given.comments);
      REQUIRE(in_journal[given.key] == (given.comments ? 1 : 0));
      in_journal.erase(given.key);
    }
  }
  CHECK(in_journal.empty());
}

void check_answers_again(const Serving& server, const std::list<Clerk>& clerks) {
  const Asking where{server};
  Wire wire{where.port};
  for (const auto& clerk : clerks) {
    for (const auto& given : clerk.done()) {
      const auto again = wire.ask(request(where, clerk.user(), given));
      REQUIRE(again.has_value());
      REQUIRE(essence(*again) == essence(given.answer));
    }
  }
}

}  // namespace

TEST_CASE("what the server acknowledged outlives kill -9 at any moment, and happens once") {
  const auto seed = number_from("TIENDO_KILL_SEED", std::random_device{}());
  const auto times = number_from("TIENDO_KILLS", kills);
  INFO("again: TIENDO_KILLS=" << times << " TIENDO_KILL_SEED=" << seed
                              << " tests/serve_tests 'what the server acknowledged*'");
  std::mt19937 luck{static_cast<std::mt19937::result_type>(seed)};
  const Rehearsal office;
  Whereabouts whereabouts;
  std::list<Clerk> clerks;
  for (const auto* user : {"an", "hoa", "lan", "binh"}) {
    clerks.emplace_back(user, whereabouts);
  }
  kill_again_and_again(office.data, times, luck, whereabouts);
  Serving last{office.data};
  whereabouts.tell(Asking{last});
  std::size_t commands = 0;
  int asked_again = 0;
  for (auto& clerk : clerks) {
    clerk.finish();
    REQUIRE_FALSE(clerk.gave_up());
    commands += clerk.done().size();
    asked_again += clerk.asked_again();
  }
  check_comments(office.data, clerks);
  check_answers_again(last, clerks);
  CHECK(last.end(SIGTERM) == 0);
  check_comments(office.data, clerks);
  CHECK(office.run("journal verify").exit == 0);
  WARN(commands << " commands acknowledged through " << times << " kills, " << asked_again
                << " asked again, all there once");
}

}  // namespace tiendo::test
