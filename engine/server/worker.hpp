#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace tiendo::server {

/// A thread for what takes long, and a bounded queue before it: first come, first served. Any
/// thread.
class Worker {
 public:
  /// `name`: of the thread, at most 15 bytes.
  Worker(const char* name, std::size_t waiting_max);
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  /// As `stop`.
  ~Worker();

  enum class Taken { yes, overloaded, stopping };
  /// `work` throws nothing. Where it is not taken it is not done.
  [[nodiscard]] Taken post(std::function<void()> work);

  /// Does what was taken and ends the thread. Not from the worker's thread.
  void stop();

 private:
  void run(const char* name);

  std::size_t waiting_max_;
  std::mutex mutex_;  // what follows
  std::condition_variable wake_;
  std::deque<std::function<void()>> queue_;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace tiendo::server
