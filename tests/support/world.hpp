#pragma once

#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <utility>

#include "runtime/engine.hpp"
#include "runtime/memory_journal.hpp"
#include "support/plan.hpp"
#include "support/words.hpp"

namespace tiendo::test {

/// An engine over its journal, and whether a new one takes its place before every step.
class Way {
 public:
  enum class Restarts : std::uint8_t { never, before_every_step };

  explicit Way(Restarts restarts) : restarts_{restarts} {
    REQUIRE(journal_->append(office_events(), {}).has_value());
    make();
  }

  void step_to(Timestamp now) {
    begin_step();
    REQUIRE(engine_->advance(now).has_value());
  }
  /// Every instant at which something falls due is a step.
  void run_to(Timestamp now) {
    for (auto due = engine_->next_due(); due && *due <= now; due = engine_->next_due()) {
      step_to(*due);
      REQUIRE(++steps_ < 100'000);
    }
    step_to(now);
  }
  port::Answer submit(const model::Command& command, Timestamp now) {
    begin_step();
    auto answer = engine_->submit({command, {}, {}}, now);
    REQUIRE(answer.has_value());
    return std::move(*answer);
  }

  [[nodiscard]] const runtime::Engine& engine() const { return *engine_; }
  [[nodiscard]] std::span<const model::Event> events() const { return journal_->events(); }

 private:
  void begin_step() {
    if (restarts_ == Restarts::before_every_step) {
      make();
    }
  }
  void make() {
    engine_ = std::make_unique<runtime::Engine>(*journal_);
    REQUIRE(engine_->load().has_value());
  }

  Restarts restarts_;
  std::unique_ptr<runtime::MemoryJournal> journal_ = std::make_unique<runtime::MemoryJournal>();
  std::unique_ptr<runtime::Engine> engine_;
  int steps_ = 0;
};

/// The runtime under test, twice: straight through, and with a restart between any two steps. After
/// every verb both are compared: the same events, the same state, the same next instant.
class World {
 public:
  explicit World(const PlanBuilder& plan, std::string_view issued = "2025-01-06 08:00")
      : World{at(issued)} {
    does(administrator(), model::IssueCampaign{plan.build(), {}});
  }
  explicit World(Timestamp now) : now_{now} {
    run_to(now);
    seen_ = told_ = events().size();
  }

  /// The clock runs, and the engine with it.
  World& time(std::string_view text) {
    run_to(at(text));
    return *this;
  }
  /// Nothing runs until then: all that fell due is done in one go.
  World& sleeps_until(std::string_view text) {
    now_ = at(text);
    both([&](Way& way) { way.step_to(now_); });
    return *this;
  }

  template <class Body>
  World& does(const model::Person& actor, Body body) {
    CHECK(tries(actor, std::move(body)) == "accepted");
    return *this;
  }
  /// `accepted`, or the code of the rejection.
  template <class Body>
  std::string tries(const model::Person& actor, Body body) {
    return tries(command(actor, std::move(body)));
  }
  std::string tries(const model::Command& wanted) {
    std::vector<std::string> outcomes;
    both([&](Way& way) { outcomes.push_back(outcome(way.submit(wanted, now_))); });
    REQUIRE(outcomes[0] == outcomes[1]);
    return outcomes[0];
  }

  /// What happened since this was last asked, without the notices.
  [[nodiscard]] Lines happened() { return without(words(news(seen_)), "notice: "); }
  /// The notices that were queued since this was last asked: `a -10 to nghiep-vu`.
  [[nodiscard]] Lines told() { return only(words(news(told_)), "notice: "); }
  /// What the clock has done to the task so far: `2025-04-18 07:30 -1`.
  [[nodiscard]] Lines rungs(const char* task) const {
    Lines lines;
    for (const auto& event : events()) {
      const auto* reached = std::get_if<model::RungReached>(&event.body);
      if (reached != nullptr && reached->task == model::TaskId{task}) {
        const auto instant = to_string(reached->rung.at);
        lines.push_back(instant.substr(0, 10) + " " + instant.substr(11, 5) +
                        words(event).substr(reached->task.str().size() + 1));
      }
    }
    return lines;
  }
  /// As `rungs`, without those that only open the window.
  [[nodiscard]] Lines reminders(const char* task) const {
    auto lines = rungs(task);
    std::erase_if(lines, [](const auto& line) { return line.ends_with(" open"); });
    return lines;
  }

  [[nodiscard]] std::span<const model::Event> events() const { return straight_.events(); }
  [[nodiscard]] std::optional<Timestamp> next_due() const { return straight_.engine().next_due(); }
  [[nodiscard]] const model::State& state() const { return straight_.engine().state(); }
  [[nodiscard]] const model::Campaign& campaign() const {
    return state().campaigns.at(model::CampaignId{campaign_id});
  }
  [[nodiscard]] const model::Task& task(const char* id) const {
    return campaign().tasks[campaign().plan->find(model::TaskId{id}).value()];
  }
  [[nodiscard]] std::string state_of(const char* id) const {
    return std::string{model::name(task(id).state)};
  }
  [[nodiscard]] std::string campaign_state() const {
    return std::string{model::name(campaign().state)};
  }
  [[nodiscard]] Lines phases() const {
    Lines lines;
    const auto& chart = campaign().plan->phases.chart;
    for (const auto state : chart::active_atomic_states(chart, campaign().phases)) {
      lines.push_back(chart.name(state));
    }
    return lines;
  }

 private:
  void run_to(Timestamp now) {
    now_ = now;
    both([&](Way& way) { way.run_to(now); });
  }
  template <class Step>
  void both(Step step) {
    step(straight_);
    step(restarted_);
    REQUIRE(words(straight_.events().subspan(compared_)) ==
            words(restarted_.events().subspan(compared_)));
    compared_ = straight_.events().size();
    REQUIRE(dump(straight_.engine().state()) == dump(restarted_.engine().state()));
    REQUIRE(straight_.engine().next_due() == restarted_.engine().next_due());
  }
  [[nodiscard]] std::span<const model::Event> news(std::size_t& seen) const {
    const auto fresh = events().subspan(seen);
    seen = events().size();
    return fresh;
  }

  Timestamp now_;
  Way straight_{Way::Restarts::never};
  Way restarted_{Way::Restarts::before_every_step};
  std::size_t compared_ = 0;
  std::size_t seen_ = 0;
  std::size_t told_ = 0;
};

}  // namespace tiendo::test
