#include "demo_past.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "api/first_holidays.hpp"
#include "runtime/digest.hpp"
#include "runtime/engine.hpp"
#include "runtime/memory_journal.hpp"
#include "runtime/rehearsal.hpp"
#include "runtime/simulation.hpp"

namespace tiendo::cli {
namespace {

using definition::ScenarioStep;
using definition::Story;

/// Something that happens in one of the stories.
struct Scene {
  Timestamp at;
  const Story* story = nullptr;
  const ScenarioStep* step = nullptr;  // null: the plan is issued
};

std::vector<Scene> scenes_until(std::span<const Story> stories, Timestamp begin) {
  std::vector<Scene> scenes;
  for (const auto& story : stories) {
    scenes.push_back({runtime::issue_instant(*story.plan), &story, nullptr});
    for (const auto& step : story.scenario.steps) {
      scenes.push_back({step.at, &story, &step});
    }
  }
  std::erase_if(scenes, [&](const Scene& scene) { return scene.at >= begin; });
  std::ranges::stable_sort(scenes, {}, &Scene::at);
  return scenes;
}

/// The engine on a journal in memory, which keeps nothing waiting for a disk.
class Past {
 public:
  Past(std::span<const Story> stories, model::UserId owner)
      : stories_{stories}, owner_{std::move(owner)} {}

  [[nodiscard]] Result<void> play(Timestamp begin) {
    const auto scenes = scenes_until(stories_, begin);
    if (auto loaded = engine_.load(); loaded.has_error()) {
      return loaded;
    }
    if (auto given = api::give_first_holidays(engine_, owner_, scenes.front().at);
        given.has_error()) {
      return given;
    }
    for (const auto& scene : scenes) {
      auto done = scene.step == nullptr ? issue(*scene.story, scene.at)
                                        : perform(*scene.story, *scene.step);
      if (done.has_error()) {
        return done;
      }
    }
    return run_until(begin);
  }

  [[nodiscard]] std::vector<model::Event> take_events() const {
    return {journal_.events().begin(), journal_.events().end()};
  }

 private:
  [[nodiscard]] static model::CampaignId campaign_of(const Story& story) {
    return model::CampaignId{story.plan->id.str()};
  }

  [[nodiscard]] Result<void> issue(const Story& story, Timestamp at) {
    const model::CampaignCommand issue{model::IssueCampaign{story.plan, story.sources}};
    if (auto issued = give({owner_, {}, campaign_of(story), issue}, at); issued.has_error()) {
      return issued;
    }
    model::OfficeCommands office;
    if (&story == &stories_.back()) {
      office.emplace_back(model::SetChannels{{"email"}});
    }
    for (const auto& person : story.scenario.people) {
      if (!engine_.state().office.people.contains(person.id)) {
        office.emplace_back(model::AddPerson{person});
      }
    }
    return office.empty() ? Result<void>{} : give({owner_, {}, {}, std::move(office)}, at);
  }

  [[nodiscard]] Result<void> perform(const Story& story, const ScenarioStep& step) {
    if (!step.refused.empty()) {
      return {};
    }
    if (auto done = give(runtime::in_campaign(step.command, campaign_of(story)), step.at);
        done.has_error()) {
      return Error{done.error().message, fmt::format("{}:{}", story.scenario.file, step.mark.line)};
    }
    return {};
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

  std::span<const Story> stories_;
  model::UserId owner_;
  runtime::MemoryJournal journal_;
  runtime::Engine engine_{journal_};
};

}  // namespace

Result<std::vector<model::Event>> demo_past(std::span<const Story> stories, Timestamp begin,
                                            const model::UserId& owner) {
  Past past{stories, owner};
  if (auto played = past.play(begin); played.has_error()) {
    return played.error();
  }
  return past.take_events();
}

}  // namespace tiendo::cli
