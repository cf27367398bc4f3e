#include <catch2/catch.hpp>
#include <vector>

#include "runtime/engine.hpp"
#include "support/failing_journal.hpp"
#include "support/plan.hpp"
#include "support/words.hpp"

namespace tiendo::test {
namespace {

/// What a listener was told, and whether the journal had it by then.
struct Told {
  std::vector<port::Journal::Position> firsts;
  Lines lines;
  bool lasted = true;

  [[nodiscard]] runtime::Engine::Listener listener(const FailingJournal& journal) {
    return [this, &journal](port::Journal::Position first, std::span<const model::Event> events) {
      firsts.push_back(first);
      for (const auto& line : words(events)) {
        lines.push_back(line);
      }
      lasted = lasted && first + events.size() - 1 == journal.events().size();
    };
  }
};

Result<port::Answer> comment(runtime::Engine& engine, const char* text) {
  return engine.decide({command(leader(), model::CommentTask{model::TaskId{"a"}, text}), {}, {}},
                       at("2025-01-06 09:00"));
}

void issue(runtime::Engine& engine) {
  PlanBuilder plan;
  plan.task({.id = "a", .start = "2025-02-10", .due = "2025-04-20"});
  const auto wanted = command(administrator(), model::IssueCampaign{plan.build(), {}});
  REQUIRE(engine.submit({wanted, {}, {}}, at("2025-01-06 08:00"))->accepted());
}

}  // namespace

TEST_CASE("a listener is told what was committed, in order, with its position, once it lasts") {
  FailingJournal journal;
  REQUIRE(journal.append(office_events(), {}).has_value());
  runtime::Engine engine{journal};
  Told told;
  engine.on_commit(told.listener(journal));
  REQUIRE(engine.load().has_value());
  CHECK(told.lines.empty());

  const auto before = journal.events().size();
  issue(engine);
  CHECK(told.firsts == std::vector<port::Journal::Position>{before + 1});
  CHECK(told.lines == words(journal.events().subspan(before)));

  told = {};
  const auto issued = journal.events().size();
  REQUIRE(comment(engine, "một")->accepted());
  REQUIRE(comment(engine, "hai")->accepted());
  CHECK(told.lines.empty());
  REQUIRE(engine.commit().has_value());
  CHECK(told.firsts == std::vector<port::Journal::Position>{issued + 1});
  CHECK(without(told.lines, "notice: ") == Lines{"a: commented", "a: commented"});

  REQUIRE(engine.advance(at("2025-05-05 09:00")).has_value());
  CHECK(words(journal.events().subspan(issued)) == told.lines);
  CHECK(told.lasted);
}

TEST_CASE("a listener hears nothing of a commit that failed or had nothing in it") {
  FailingJournal journal;
  REQUIRE(journal.append(office_events(), {}).has_value());
  runtime::Engine engine{journal};
  REQUIRE(engine.load().has_value());
  issue(engine);
  Told told;
  engine.on_commit(told.listener(journal));

  journal.allow(0);
  REQUIRE(comment(engine, "một")->accepted());
  CHECK(engine.commit().has_error());
  CHECK(engine.has_state());
  CHECK(told.firsts.empty());

  journal.allow(-1);
  REQUIRE(engine.commit().has_value());
  CHECK(told.firsts.empty());
  REQUIRE(comment(engine, "hai")->accepted());
  REQUIRE(engine.commit().has_value());
  CHECK(without(told.lines, "notice: ") == Lines{"a: commented"});
}

TEST_CASE("an engine that could not read its journal again says that it has no state") {
  FailingJournal journal;
  REQUIRE(journal.append(office_events(), {}).has_value());
  runtime::Engine engine{journal};
  REQUIRE(engine.load().has_value());
  issue(engine);
  journal.allow(0);
  journal.hide(true);
  REQUIRE(comment(engine, "một")->accepted());
  CHECK(engine.commit().has_error());
  CHECK_FALSE(engine.has_state());
  journal.allow(-1);
  journal.hide(false);
  CHECK(engine.advance(at("2025-01-06 09:00")).has_value());
  CHECK(engine.has_state());
}

}  // namespace tiendo::test
