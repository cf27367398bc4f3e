#pragma once

#include <catch2/catch.hpp>
#include <chrono>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include "api/problem.hpp"
#include "server/engine_loop.hpp"
#include "server/moved_clocks.hpp"
#include "support/failing_journal.hpp"
#include "support/plan.hpp"
#include "support/words.hpp"

namespace tiendo::test {

using namespace std::chrono_literals;
using Status = std::future<int>;

/// Far beyond what anything here takes: a test that would wait for ever fails instead.
template <class T>
T got(std::future<T>& future) {
  REQUIRE(future.wait_for(60s) == std::future_status::ready);
  return future.get();
}

/// Task `a`, from 2025-02-10 to 2025-04-20, issued on 2025-01-06.
inline PlanBuilder one_task() {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-02-10", .due = "2025-04-20"});
  return plan;
}

/// An engine in service, over a journal that may fail and clocks that are moved.
class ServedEngine {
 public:
  explicit ServedEngine(std::string_view now = "2025-01-06 08:00",
                        server::EngineLoop::Options options = {})
      : clocks_{at(now)}, clock_{clocks_.raw()}, options_{options} {
    REQUIRE(journal_.append(office_events(), {}).has_value());
    runtime::Engine office{journal_};
    REQUIRE(office.load().has_value());
    const auto wanted = command(administrator(), model::IssueCampaign{one_task().build(), {}});
    REQUIRE(office.submit({wanted, {}, {}}, at("2025-01-06 08:00"))->accepted());
    REQUIRE(engine_.load().has_value());
    make(clock_);
  }
  ~ServedEngine() { loop_->stop(); }

  /// In place of the moved clock.
  void make(server::Clock& clock) {
    loop_.reset();
    loop_ = std::make_unique<server::EngineLoop>(engine_, journal_, clock, options_);
  }
  ServedEngine& start() {
    REQUIRE(loop_->start().has_value());
    on_engine([] {});
    return *this;
  }

  /// A comment on the task; its answer is 200, or 409 where the engine says no.
  Status comments(std::string text = "đã xem", std::string* body = nullptr) {
    return post(
        true,
        [this, text = std::move(text)](Timestamp now) {
          const model::CommentTask comment{model::TaskId{"a"}, text};
          const auto answer = engine_.decide({command(leader(), comment), {}, {}}, now);
          return answer.has_error() ? api::unavailable(answer.error(), Language::en)
                                    : api::Response{answer->accepted() ? 200 : 409};
        },
        body);
  }
  /// Looks at the engine: 200.
  Status reads(
      std::function<void(Timestamp now)> look = [](Timestamp) {}, std::string* body = nullptr) {
    return post(
        false,
        [look = std::move(look)](Timestamp now) {
          look(now);
          return api::Response{};
        },
        body);
  }
  /// Does something on the engine's thread, and waits for it; not where it has no state.
  void on_engine(std::function<void()> call) {
    auto done = reads([call = std::move(call)](Timestamp) { call(); });
    REQUIRE(got(done) == 200);
  }
  /// The engine's thread stands still until this goes.
  class Pause {
   public:
    explicit Pause(ServedEngine& served) {
      auto stands = here_.get_future();
      done_ = served.reads([this, open = door_.get_future().share()](Timestamp) {
        here_.set_value();
        open.wait();
      });
      got(stands);
    }
    ~Pause() {
      door_.set_value();
      (void)done_.wait_for(60s);
    }
    Pause(const Pause&) = delete;
    Pause& operator=(const Pause&) = delete;

   private:
    std::promise<void> here_;
    std::promise<void> door_;
    Status done_;
  };

  /// The clock goes on, and the engine sees it.
  void pass(server::microseconds time) {
    clocks_.pass(time);
    loop_->look_at_clock();
    settle();
  }
  void set_by(server::microseconds by) {
    clocks_.set_by(by);
    loop_->look_at_clock();
    settle();
  }
  void confirm() {
    loop_->confirm();
    settle();
  }
  /// All that was posted before has been done.
  void settle() {
    auto done = reads();
    (void)got(done);
  }

  /// What the clock did to the task, missed rungs too.
  Lines rungs() {
    Lines lines;
    on_engine([&] {
      for (const auto& event : journal_.events()) {
        if (std::holds_alternative<model::RungReached>(event.body)) {
          lines.push_back(words(event));
        }
      }
    });
    return lines;
  }

  [[nodiscard]] server::EngineLoop& loop() { return *loop_; }
  [[nodiscard]] runtime::Engine& engine() { return engine_; }
  [[nodiscard]] FailingJournal& journal() { return journal_; }
  [[nodiscard]] MovedClocks& clocks() { return clocks_; }

 private:
  Status post(bool writes, std::function<api::Response(Timestamp)> run, std::string* body) {
    auto told = std::make_shared<std::promise<int>>();
    auto status = told->get_future();
    loop_->post({writes, Language::en, std::move(run), [told, body](const api::Outcome& outcome) {
                   const auto& response = std::get<api::Response>(outcome);
                   if (body != nullptr) {
                     *body = response.body;
                   }
                   told->set_value(response.status);
                 }});
    return status;
  }

  FailingJournal journal_;
  MovedClocks clocks_;
  server::MachineClock clock_;
  server::EngineLoop::Options options_;
  runtime::Engine engine_{journal_};
  std::unique_ptr<server::EngineLoop> loop_;
};

}  // namespace tiendo::test
