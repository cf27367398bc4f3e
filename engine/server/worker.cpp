#include "server/worker.hpp"

#include <pthread.h>
#include <spdlog/spdlog.h>

#include <exception>

namespace tiendo::server {

Worker::Worker(const char* name, std::size_t waiting_max)
    : waiting_max_{waiting_max}, thread_{[this, name] { run(name); }} {}

Worker::~Worker() {
  stop();
}

Worker::Taken Worker::post(std::function<void()> work) {
  {
    const std::lock_guard lock{mutex_};
    if (stopping_) {
      return Taken::stopping;
    }
    if (queue_.size() >= waiting_max_) {
      return Taken::overloaded;
    }
    queue_.push_back(std::move(work));
  }
  wake_.notify_one();
  return Taken::yes;
}

void Worker::stop() {
  {
    const std::lock_guard lock{mutex_};
    stopping_ = true;
  }
  wake_.notify_one();
  if (thread_.joinable()) {
    thread_.join();
  }
}

void Worker::run(const char* name) {
  ::pthread_setname_np(::pthread_self(), name);
  try {
    std::unique_lock lock{mutex_};
    for (;;) {
      wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) {
        return;
      }
      const auto work = std::move(queue_.front());
      queue_.pop_front();
      lock.unlock();
      work();
      lock.lock();
    }
  } catch (const std::exception& thrown) {
    spdlog::critical("worker ended by exception thread={} what={}", name, thrown.what());
    std::terminate();
  }
}

}  // namespace tiendo::server
