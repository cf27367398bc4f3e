#include "support/world.hpp"

namespace tiendo::test {
namespace {

/// The last snapshot in memory; `spoil` makes it one of another journal.
class KeptSnapshot final : public port::Snapshots {
 public:
  std::optional<port::Snapshot> load() override { return kept_; }
  void save(const model::State& state, port::Journal::Position position,
            const std::string& mark) override {
    kept_ = port::Snapshot{position, mark, state};
  }
  void spoil() { kept_->mark = "of another"; }

 private:
  std::optional<port::Snapshot> kept_;
};

struct Started {
  explicit Started(runtime::MemoryJournal& journal, port::Snapshots* snapshots)
      : engine{journal, snapshots} {
    REQUIRE(engine.load().has_value());
  }
  void give(auto body, std::string_view when) {
    const auto answer = engine.submit({command(leader(), std::move(body)), {}, {}}, at(when));
    REQUIRE(answer.has_value());
    REQUIRE(answer->accepted());
  }
  runtime::Engine engine;
};

PlanBuilder plan() {
  PlanBuilder made;
  made.task({.id = "a", .start = "2025-02-01", .due = "2025-04-20"});
  return made;
}

}  // namespace

TEST_CASE("an engine that starts from a snapshot is the one that read the whole journal") {
  runtime::MemoryJournal journal;
  REQUIRE(journal.append(office_events(), {}).has_value());
  KeptSnapshot snapshots;
  {
    Started first{journal, &snapshots};
    first.give(model::IssueCampaign{plan().build(), {}}, "2025-01-06 08:00");
    REQUIRE(first.engine.advance(at("2025-04-10 09:00")).has_value());
    first.engine.save_snapshot();
    first.give(model::CommentTask{model::TaskId{"a"}, "x"}, "2025-04-11 10:00");
    first.engine.save_snapshot();
  }
  const auto same_as_from_the_journal = [&] {
    Started from_snapshot{journal, &snapshots};
    Started from_journal{journal, nullptr};
    CHECK(dump(from_snapshot.engine.state()) == dump(from_journal.engine.state()));
    CHECK(from_snapshot.engine.position() == from_journal.engine.position());
    CHECK(from_snapshot.engine.next_due() == from_journal.engine.next_due());
    CHECK(from_snapshot.engine.now() == from_journal.engine.now());
  };
  SECTION("with nothing after it, and time does not go back") {
    same_as_from_the_journal();
    Started next{journal, &snapshots};
    next.give(model::CommentTask{model::TaskId{"a"}, "y"}, "2025-01-01 00:00");
    CHECK(journal.events().back().at == at("2025-04-11 10:00"));
  }
  SECTION("with events after it") {
    Started next{journal, &snapshots};
    next.give(model::SuspendTask{model::TaskId{"a"}, "x"}, "2025-04-14 10:00");
    same_as_from_the_journal();
  }
  SECTION("one of another journal is not used") {
    snapshots.spoil();
    same_as_from_the_journal();
  }
}

}  // namespace tiendo::test
