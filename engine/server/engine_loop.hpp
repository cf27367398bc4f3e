#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "api/operation.hpp"
#include "base/result.hpp"
#include "port/journal.hpp"
#include "runtime/engine.hpp"
#include "server/clock.hpp"
#include "server/clock_guard.hpp"

namespace tiendo::server {

/// Something to be done with the engine, and who is told what came of it.
struct Work {
  bool writes = false;               // whether the engine has to commit before it is answered
  Language language = Language::vi;  // of what the loop itself has to say
  /// On the engine's thread; `now` is what time it is. Throws nothing.
  std::function<api::Outcome(Timestamp now)> run;
  /// Called once, whatever happens. On the engine's thread, or inside `post` where the loop takes
  /// no more: it hands the answer over and does not wait.
  std::function<void(api::Outcome)> answer;
};

/// The engine in service: one thread that alone touches it, one timer, and the queue of those who
/// want something. What has queued up to be written is decided one after the other and committed
/// as one transaction; nobody is answered before it lasts. If it fails, each of them is answered
/// 503. What only reads is answered in between, and never sees what may yet fail.
///
/// While the clock is held (ClockGuard) nothing fires and writes are answered 503 `clock_held`.
/// Where the journal can be neither written nor read again, everything is answered 503 until it
/// can; this is tried after 1 s, 2 s, 4 s, up to a minute.
class EngineLoop {
 public:
  struct Options {
    std::size_t waiting_max = 10'000;  // above it work is turned away
    std::size_t batch_max = 1'024;     // in one transaction
    ClockGuard::Beginning beginning;
  };

  /// `engine` is loaded from `journal`. All outlive the loop.
  EngineLoop(runtime::Engine& engine, const port::Journal& journal, Clock& clock, Options options);
  EngineLoop(runtime::Engine& engine, const port::Journal& journal, Clock& clock)
      : EngineLoop(engine, journal, clock, Options{}) {}
  EngineLoop(const EngineLoop&) = delete;
  EngineLoop& operator=(const EngineLoop&) = delete;
  /// As `stop`.
  ~EngineLoop();

  // Before `start`.

  /// Told of what has been committed, on the engine's thread, before those who asked are answered.
  void listen(runtime::Engine::Listener listener);
  /// Called again and again on the engine's thread, and so only while that is alive.
  void every(std::chrono::milliseconds period, std::function<void()> call);

  /// Does what fell due while nothing ran, unless the clock is held, and goes on from there. An
  /// error: what would be done could not be read.
  [[nodiscard]] Result<void> start();

  // Any thread.

  void post(Work work);
  /// Answers what has been posted, writes a snapshot and ends the thread; what is posted later is
  /// answered 503 `stopping`. One thread, and not the engine's.
  void stop();

  [[nodiscard]] std::optional<Hold> held() const { return guard_.held(); }
  /// An administrator has looked at the clock: what is due is done. The order follows that of
  /// `post`.
  void confirm();
  /// Somebody moved the clock of a rehearsal.
  void look_at_clock();
  /// Posted and not answered yet.
  [[nodiscard]] std::size_t waiting() const;

 private:
  struct Repeated {
    boost::asio::steady_timer timer;
    std::chrono::milliseconds period;
    std::function<void()> call;
  };

  void run();
  void take_turn();
  void do_batch(std::span<Work> batch);
  void answer_reads(std::span<Work> batch, Timestamp now);
  void do_writes(std::span<Work> batch, Timestamp now);
  [[nodiscard]] std::optional<api::Response> why_not(const Work& work) const;
  void catch_up();
  void failed(const Error& error);
  void recovered();
  void arm();
  void arm(microseconds wait);
  void arm_rest();
  void arm(Repeated& repeated);
  void finish();
  void on_commit(runtime::Engine::Position first, std::span<const model::Event> events);

  runtime::Engine& engine_;
  const port::Journal& journal_;
  Options options_;
  ClockGuard guard_;
  std::vector<runtime::Engine::Listener> listeners_;

  boost::asio::io_context context_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> alive_;
  boost::asio::steady_timer timer_{context_};
  boost::asio::steady_timer rest_timer_{context_};
  std::list<Repeated> repeated_;
  std::thread thread_;

  // The engine's thread alone.
  std::optional<Error> failure_;  // until something works again
  std::chrono::seconds retry_in_{0};
  bool resting_ = true;     // nothing was committed for a while
  bool committed_ = false;  // since the last look whether it rests

  mutable std::mutex mutex_;  // what follows
  std::vector<Work> queue_;
  std::size_t waiting_ = 0;
  bool stopping_ = false;
};

}  // namespace tiendo::server
