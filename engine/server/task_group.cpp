#include "server/task_group.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/error.hpp>
#include <boost/system/system_error.hpp>
#include <exception>
#include <list>
#include <utility>

namespace tiendo::server {

namespace asio = boost::asio;

struct TaskGroup::State {
  asio::any_io_executor executor;
  std::list<asio::cancellation_signal> tasks;
  std::function<void()> done;

  void call_when_empty() {
    if (tasks.empty() && done) {
      std::exchange(done, {})();
    }
  }
};

namespace {

void log(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const boost::system::system_error& error) {
    if (error.code() != asio::error::operation_aborted) {
      spdlog::error("a connection ended by an error: {}", error.what());
    }
  } catch (const std::exception& error) {
    spdlog::error("a connection ended by an exception: {}", error.what());
  }
}

}  // namespace

TaskGroup::TaskGroup(asio::any_io_executor executor)
    : state_{std::make_shared<State>(State{std::move(executor), {}, {}})} {}

void TaskGroup::spawn(asio::awaitable<void> task) {
  const auto at = state_->tasks.emplace(state_->tasks.end());
  auto ended = [state = state_, at](const std::exception_ptr& thrown) {
    if (thrown) {
      log(thrown);
    }
    state->tasks.erase(at);
    state->call_when_empty();
  };
  asio::co_spawn(state_->executor, std::move(task),
                 asio::bind_cancellation_slot(at->slot(), std::move(ended)));
}

void TaskGroup::cancel() {
  for (auto& task : state_->tasks) {
    task.emit(asio::cancellation_type::terminal);
  }
}

void TaskGroup::when_empty(std::function<void()> done) {
  state_->done = std::move(done);
  state_->call_when_empty();
}

std::size_t TaskGroup::size() const noexcept {
  return state_->tasks.size();
}

}  // namespace tiendo::server
