#include <catch2/catch.hpp>

#include "chart/fixture.hpp"
#include "runtime/engine.hpp"
#include "runtime/memory_journal.hpp"
#include "support/plan.hpp"
#include "support/words.hpp"

namespace tiendo::test {
namespace {

using chart::eventless;
using chart::state;
using chart::when;
using chart::with_entry;

/// A journal that takes so many appends and then fails, as a full disk does.
class FailingJournal final : public port::Journal {
 public:
  void allow(int appends) { allowed_ = appends; }

  Result<Position> append(std::span<const model::Event> events) override {
    if (allowed_ == 0) {
      return Error{{"đĩa đầy", "the disk is full"}, "journal"};
    }
    --allowed_;
    return kept_.append(events);
  }
  Result<void> read(Position from,
                    const std::function<void(const model::Event&)>& visit) const override {
    return kept_.read(from, visit);
  }
  [[nodiscard]] std::span<const model::Event> events() const { return kept_.events(); }

 private:
  runtime::MemoryJournal kept_;
  int allowed_ = -1;
};

PlanBuilder with_phases() {
  PlanBuilder plan;
  plan.phases({state("one", {when(plan.on_day("2025-03-03"), eventless({"two"}))}),
               with_entry(state("two", {when(plan.on_day("2025-04-07"), eventless({"three"}))}),
                          {plan.start({"b"})}),
               state("three")});
  plan.task({.id = "a", .start = "2025-02-10", .due = "2025-04-20"});
  plan.task({.id = "b", .start = "2025-03-10", .due = "2025-03-14"});
  return plan;
}

void issue(runtime::Engine& engine, const PlanBuilder& plan) {
  const auto wanted = command(administrator(), model::IssueCampaign{plan.build(), {}});
  REQUIRE(engine.submit(wanted, at("2025-01-06 08:00")).has_value());
}

}  // namespace

TEST_CASE("a journal that fails makes the step fail, and what was not kept did not happen") {
  FailingJournal journal;
  journal.allow(0);
  runtime::Engine engine{journal};
  REQUIRE(engine.load().has_value());
  const auto wanted = command(administrator(), model::IssueCampaign{with_phases().build(), {}});
  CHECK(engine.submit(wanted, at("2025-01-06 08:00")).has_error());
  CHECK(engine.state().campaigns.empty());
}

TEST_CASE("an engine that dies anywhere in catching up is taken over without a gap") {
  const auto plan = with_phases();
  const auto woken = at("2025-05-05 09:00");

  FailingJournal whole;
  runtime::Engine straight{whole};
  REQUIRE(straight.load().has_value());
  issue(straight, plan);
  REQUIRE(straight.advance(woken).has_value());

  for (int appends = 0; appends < 40; ++appends) {
    INFO("dies after " << appends << " appends");
    FailingJournal journal;
    {
      runtime::Engine dying{journal};
      REQUIRE(dying.load().has_value());
      issue(dying, plan);
      journal.allow(appends);
      (void)dying.advance(woken);
    }
    journal.allow(-1);
    runtime::Engine next{journal};
    REQUIRE(next.load().has_value());
    REQUIRE(next.advance(woken).has_value());
    REQUIRE(words(journal.events()) == words(whole.events()));
    REQUIRE(dump(next.state()) == dump(straight.state()));
  }
}

}  // namespace tiendo::test
