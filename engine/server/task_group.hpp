#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <cstddef>
#include <functional>
#include <memory>

namespace tiendo::server {

/// Coroutines that belong together: every one is known until it has ended, so that they can be
/// waited for. On one thread, the one of the executor.
class TaskGroup {
 public:
  explicit TaskGroup(boost::asio::any_io_executor executor);

  /// Starts it. What it throws ends it alone and is logged, but for the exception by which a
  /// cancelled one leaves.
  void spawn(boost::asio::awaitable<void> task);
  /// Cancels all with cancellation_type::terminal, the only one that Beast 1.81 heeds.
  void cancel();
  /// Calls `done` once, when there is none (any more): at once if there is none now.
  void when_empty(std::function<void()> done);
  [[nodiscard]] std::size_t size() const noexcept;

 private:
  struct State;
  std::shared_ptr<State> state_;  // a task that ends may have been the last to hold the group
};

}  // namespace tiendo::server
