#include "demo_past.hpp"

#include <fmt/format.h>

#include "api/first_holidays.hpp"
#include "runtime/digest.hpp"
#include "runtime/engine.hpp"
#include "runtime/memory_journal.hpp"
#include "runtime/simulation.hpp"

namespace tiendo::cli {
namespace {

/// The engine on a journal in memory, which keeps nothing waiting for a disk.
class Past {
 public:
  Past(const DemoStory& story, model::UserId owner) : story_{story}, owner_{std::move(owner)} {}

  [[nodiscard]] Result<void> play(Timestamp begin) {
    const auto issued_at = runtime::issue_instant(*story_.plan);
    if (auto founded = found(issued_at); founded.has_error()) {
      return founded;
    }
    for (const auto& step : story_.scenario.steps) {
      if (step.at >= begin) {
        break;
      }
      auto command = step.command;
      command.campaign = model::CampaignId{story_.plan->id.str()};
      if (auto done = give(command, step.at); done.has_error()) {
        return Error{done.error().message,
                     fmt::format("{}:{}", story_.scenario.file, step.mark.line)};
      }
    }
    return run_until(begin);
  }

  [[nodiscard]] std::vector<model::Event> take_events() const {
    return {journal_.events().begin(), journal_.events().end()};
  }

 private:
  [[nodiscard]] Result<void> found(Timestamp at) {
    if (auto loaded = engine_.load(); loaded.has_error()) {
      return loaded;
    }
    if (auto given = api::give_first_holidays(engine_, owner_, at); given.has_error()) {
      return given;
    }
    model::OfficeCommands people{model::SetChannels{{"email"}}};
    for (const auto& person : story_.scenario.people) {
      people.emplace_back(model::AddPerson{person});
    }
    const model::CampaignId id{story_.plan->id.str()};
    const model::CampaignCommand issue{model::IssueCampaign{story_.plan, story_.sources}};
    if (auto issued = give({owner_, {}, id, issue}, at); issued.has_error()) {
      return issued;
    }
    return give({owner_, {}, {}, std::move(people)}, at);
  }

  [[nodiscard]] Result<void> give(const model::Command& command, Timestamp at) {
    if (auto run = run_until(at); run.has_error()) {
      return run;
    }
    const auto answer = engine_.submit({command, {}, {}}, at);
    if (answer.has_error()) {
      return answer.error();
    }
    return answer->accepted() ? Result<void>{} : Error{answer->reason, answer->rejection};
  }

  [[nodiscard]] Result<void> run_until(Timestamp until) {
    for (auto due = engine_.next_due(); due && *due <= until; due = engine_.next_due()) {
      if (auto advanced = engine_.advance(*due); advanced.has_error()) {
        return advanced;
      }
      if (auto carried = carry(*due); carried.has_error()) {
        return carried;
      }
    }
    return {};
  }

  /// What was queued is on its way at once.
  [[nodiscard]] Result<void> carry(Timestamp at) {
    using Action = model::DeliveryAction;
    const auto outbox = engine_.state().office.outbox;  // a copy: it empties meanwhile
    for (const auto& [key, waiting] : outbox) {
      const bool says_nothing = runtime::digest_of(engine_.state(), waiting.message, at).empty();
      const auto steps =
          says_nothing ? std::vector{Action::withdraw} : std::vector{Action::send, Action::confirm};
      for (const auto action : steps) {
        const std::string why = says_nothing ? "nothing_left" : "";
        const auto answer = engine_.submit(
            {{{}, {}, {}, model::DeliveryCommand{key, action, why, {}}}, {}, {}}, at);
        if (answer.has_error()) {
          return answer.error();
        }
      }
    }
    return {};
  }

  const DemoStory& story_;
  model::UserId owner_;
  runtime::MemoryJournal journal_;
  runtime::Engine engine_{journal_};
};

}  // namespace

Result<std::vector<model::Event>> demo_past(const DemoStory& story, Timestamp begin,
                                            const model::UserId& owner) {
  Past past{story, owner};
  if (auto played = past.play(begin); played.has_error()) {
    return played.error();
  }
  return past.take_events();
}

}  // namespace tiendo::cli
