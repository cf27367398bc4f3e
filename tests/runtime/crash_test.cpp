#include <catch2/catch.hpp>

#include "chart/fixture.hpp"
#include "runtime/engine.hpp"
#include "support/failing_journal.hpp"
#include "support/plan.hpp"
#include "support/words.hpp"

namespace tiendo::test {
namespace {

using chart::eventless;
using chart::state;
using chart::when;
using chart::with_entry;

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
  const auto answer = engine.submit({wanted, {}, {}}, at("2025-01-06 08:00"));
  REQUIRE(answer.has_value());
  REQUIRE(answer->accepted());
}

}  // namespace

TEST_CASE("a journal that fails makes the step fail, and what was not kept did not happen") {
  FailingJournal journal;
  REQUIRE(journal.append(office_events(), {}).has_value());
  journal.allow(0);
  runtime::Engine engine{journal};
  REQUIRE(engine.load().has_value());
  const auto wanted = command(administrator(), model::IssueCampaign{with_phases().build(), {}});
  CHECK(engine.submit({wanted, {}, {}}, at("2025-01-06 08:00")).has_error());
  CHECK(engine.state().campaigns.empty());
}

TEST_CASE("an engine that dies anywhere in catching up is taken over without a gap") {
  const auto plan = with_phases();
  const auto woken = at("2025-05-05 09:00");

  FailingJournal whole;
  REQUIRE(whole.append(office_events(), {}).has_value());
  runtime::Engine straight{whole};
  REQUIRE(straight.load().has_value());
  issue(straight, plan);
  REQUIRE(straight.advance(woken).has_value());

  for (int appends = 0; appends < 40; ++appends) {
    INFO("dies after " << appends << " appends");
    FailingJournal journal;
    REQUIRE(journal.append(office_events(), {}).has_value());
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

TEST_CASE("an engine that cannot read its journal again does not sleep over what is due") {
  FailingJournal journal;
  REQUIRE(journal.append(office_events(), {}).has_value());
  runtime::Engine engine{journal};
  REQUIRE(engine.load().has_value());
  issue(engine, with_phases());
  const auto due = engine.next_due();
  REQUIRE(due);
  journal.allow(0);
  journal.hide(true);
  REQUIRE(engine.advance(*due).has_error());
  REQUIRE(engine.next_due());
  CHECK(*engine.next_due() <= *due);
  CHECK(engine.advance(*due).has_error());
  journal.allow(-1);
  journal.hide(false);
  CHECK(engine.advance(*due).has_value());
  CHECK(engine.next_due() > due);
}

TEST_CASE("what was decided together is kept together or not at all") {
  FailingJournal journal;
  REQUIRE(journal.append(office_events(), {}).has_value());
  runtime::Engine engine{journal};
  REQUIRE(engine.load().has_value());
  issue(engine, with_phases());
  const auto before = dump(engine.state());
  const auto events = journal.events().size();
  const auto now = at("2025-02-12 09:00");
  REQUIRE(engine.advance(now).has_value());
  const auto caught_up = dump(engine.state());
  REQUIRE(caught_up != before);

  const auto give = [&](auto body) {
    return engine.decide({command(leader(), std::move(body)), {}, {}}, now);
  };
  journal.allow(0);
  REQUIRE(give(model::SuspendTask{model::TaskId{"a"}, "chờ kinh phí"})->accepted());
  CHECK(give(model::SuspendTask{model::TaskId{"a"}, "nữa"})->rejection == "wrong_state");
  CHECK(dump(engine.state()) != caught_up);
  CHECK(engine.commit().has_error());
  CHECK(dump(engine.state()) == caught_up);
  CHECK(engine.commit().has_value());

  journal.allow(1);
  REQUIRE(give(model::SuspendTask{model::TaskId{"a"}, "chờ kinh phí"})->accepted());
  REQUIRE(give(model::CommentTask{model::TaskId{"a"}, "đã báo cáo"})->accepted());
  CHECK(engine.commit().has_value());
  CHECK(journal.events().size() > events);
}

TEST_CASE("a failure inside catching up voids what others had staged, and they are told") {
  FailingJournal journal;
  REQUIRE(journal.append(office_events(), {}).has_value());
  runtime::Engine engine{journal};
  REQUIRE(engine.load().has_value());
  PlanBuilder plan;
  for (int i = 0; i < 9'000; ++i) {
    plan.task({.id = "t" + std::to_string(i), .due = "2025-04-20"});
  }
  issue(engine, plan);
  const auto acted = at("2025-01-06 09:00");
  REQUIRE(
      engine
          .decide({command(leader(), model::SuspendTask{model::TaskId{"t0"}, "x"}), {}, {}}, acted)
          ->accepted());
  journal.allow(0);
  const auto later = at("2025-04-21 00:00");
  CHECK(
      engine
          .decide({command(leader(), model::CommentTask{model::TaskId{"t1"}, "x"}), {}, {}}, later)
          .has_error());
  CHECK(engine.commit().has_error());
  journal.allow(-1);
  CHECK(engine.state().find(model::CampaignId{campaign_id})->tasks[0].state !=
        model::TaskState::suspended);
}

TEST_CASE("under one key a command is done once, also by the next engine") {
  FailingJournal journal;
  REQUIRE(journal.append(office_events(), {}).has_value());
  const auto now = at("2025-02-12 09:00");
  const auto asks = [&](runtime::Engine& engine, const char* text, const char* key) {
    return engine
        .submit({command(leader(), model::CommentTask{model::TaskId{"a"}, text}), key, text}, now)
        .value();
  };
  port::Answer first;
  std::size_t events = 0;
  {
    runtime::Engine engine{journal};
    REQUIRE(engine.load().has_value());
    issue(engine, with_phases());
    first = asks(engine, "một", "k1");
    events = journal.events().size();
    CHECK(asks(engine, "một", "k1") == first);
    CHECK(asks(engine, "hai", "k1").rejection == "key_reused");
    CHECK(journal.events().size() == events);
    CHECK(asks(engine, "", "k2").rejection == "bad_argument");
  }
  runtime::Engine next{journal};
  REQUIRE(next.load().has_value());
  CHECK(asks(next, "một", "k1") == first);
  CHECK(asks(next, "", "k2").rejection == "bad_argument");
  CHECK(journal.events().size() == events);
  CHECK(asks(next, "một", "k3").accepted());
  CHECK(journal.events().size() == events + 2);  // the comment and its notice
}

TEST_CASE("within one batch a key counts too") {
  FailingJournal journal;
  REQUIRE(journal.append(office_events(), {}).has_value());
  runtime::Engine engine{journal};
  REQUIRE(engine.load().has_value());
  issue(engine, with_phases());
  const auto events = journal.events().size();
  for (int i = 0; i < 3; ++i) {
    REQUIRE(engine
                .decide({command(leader(), model::CommentTask{model::TaskId{"a"}, "một"}), "k", ""},
                        at("2025-01-06 09:00"))
                ->accepted());
  }
  REQUIRE(engine.commit().has_value());
  CHECK(journal.events().size() == events + 2);  // the comment and its notice
}

}  // namespace tiendo::test
