#include "server/engine_loop.hpp"

#include <pthread.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/post.hpp>
#include <exception>
#include <utility>

#include "api/problem.hpp"
#include "base/check.hpp"
#include "server/turned_away.hpp"

namespace tiendo::server {

namespace asio = boost::asio;

EngineLoop::EngineLoop(runtime::Engine& engine, const port::Journal& journal, Clock& clock,
                       Options options)
    : engine_{engine},
      journal_{journal},
      options_{options},
      guard_{clock},
      alive_{context_.get_executor()} {
  engine_.on_commit([this](auto first, auto events) { on_commit(first, events); });
}

EngineLoop::~EngineLoop() {
  stop();
  engine_.on_commit({});
}

void EngineLoop::listen(runtime::Engine::Listener listener) {
  listeners_.push_back(std::move(listener));
}

void EngineLoop::every(std::chrono::milliseconds period, std::function<void()> call) {
  repeated_.push_back({asio::steady_timer{context_}, period, std::move(call)});
}

Result<void> EngineLoop::start() {
  check(!thread_.joinable(), "a loop is started once");
  if (auto begun = guard_.begin(engine_, journal_, options_.beginning); begun.has_error()) {
    return begun;
  }
  for (auto& repeated : repeated_) {
    arm(repeated);
  }
  asio::post(context_, [this] { catch_up(); });
  thread_ = std::thread{[this] { run(); }};
  return {};
}

/// What is thrown here was thrown by us: the state may be half of something, and the journal is
/// right. So the process ends, and the next one begins with the journal.
void EngineLoop::run() {
  ::pthread_setname_np(::pthread_self(), "engine");
  try {
    context_.run();
  } catch (const std::exception& thrown) {
    spdlog::critical("engine thread ended by exception what={}", thrown.what());
    std::terminate();
  }
}

void EngineLoop::stop() {
  std::vector<Work> never_begun;
  {
    const std::lock_guard lock{mutex_};
    stopping_ = true;
    if (!thread_.joinable()) {
      never_begun.swap(queue_);
    }
  }
  for (const auto& work : never_begun) {
    work.answer(stopping(work.language));
  }
  if (thread_.joinable()) {
    asio::post(context_, [this] { finish(); });
    thread_.join();
  }
}

/// The last turn: nothing is queued any more after it.
void EngineLoop::finish() {
  take_turn();
  engine_.save_snapshot();
  context_.stop();
}

void EngineLoop::post(Work work) {
  std::unique_lock lock{mutex_};
  if (stopping_ || waiting_ >= options_.waiting_max) {
    auto response = stopping_ ? stopping(work.language) : overloaded(work.language);
    lock.unlock();
    return work.answer(std::move(response));
  }
  ++waiting_;
  queue_.push_back(std::move(work));
  const bool first = queue_.size() == 1;
  lock.unlock();
  if (first) {
    asio::post(context_, [this] { take_turn(); });
  }
}

std::size_t EngineLoop::waiting() const {
  const std::lock_guard lock{mutex_};
  return waiting_;
}

void EngineLoop::take_turn() {
  std::vector<Work> works;
  {
    const std::lock_guard lock{mutex_};
    works.swap(queue_);
  }
  for (std::span rest{works}; !rest.empty();) {
    const auto batch = rest.first(std::min(rest.size(), options_.batch_max));
    rest = rest.subspan(batch.size());
    do_batch(batch);
    const std::lock_guard lock{mutex_};
    waiting_ -= batch.size();
  }
  arm();
}

void EngineLoop::do_batch(std::span<Work> batch) {
  const auto now = guard_.look(engine_);
  answer_reads(batch, now);
  do_writes(batch, now);
}

/// Why the work is not even tried.
std::optional<api::Response> EngineLoop::why_not(const Work& work) const {
  if (failure_ && !engine_.has_state()) {
    return api::unavailable(*failure_, work.language);
  }
  const auto hold = work.writes && guard_.holds() ? guard_.held() : std::nullopt;
  return hold ? std::optional{clock_held(*hold, work.language)} : std::nullopt;
}

/// Nothing is staged yet: they see what lasts.
void EngineLoop::answer_reads(std::span<Work> batch, Timestamp now) {
  for (auto& work : batch) {
    if (!work.writes) {
      auto refused = why_not(work);
      work.answer(refused ? std::move(*refused) : work.run(now));
    }
  }
}

void EngineLoop::do_writes(std::span<Work> batch, Timestamp now) {
  std::vector<std::pair<Work*, api::Outcome>> decided;
  for (auto& work : batch) {
    if (work.writes) {
      auto refused = why_not(work);
      decided.emplace_back(&work, refused ? std::move(*refused) : work.run(now));
    }
  }
  if (decided.empty()) {
    return;
  }
  const auto committed = engine_.commit();
  if (committed.has_error() && !engine_.has_state()) {
    failed(committed.error());
  }
  for (auto& [work, outcome] : decided) {
    if (committed.has_error()) {
      work->answer(api::unavailable(committed.error(), work->language));
    } else {
      work->answer(std::move(outcome));
    }
  }
}

void EngineLoop::on_commit(runtime::Engine::Position first, std::span<const model::Event> events) {
  for (const auto& listener : listeners_) {
    listener(first, events);
  }
  recovered();
  committed_ = true;
  if (std::exchange(resting_, false)) {
    arm_rest();
  }
}

}  // namespace tiendo::server
