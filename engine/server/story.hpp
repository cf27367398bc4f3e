#pragma once

#include <memory>
#include <vector>

#include "base/result.hpp"
#include "definition/scenario.hpp"
#include "journal/sqlite/data_folder.hpp"
#include "runtime/engine.hpp"
#include "server/engine_loop.hpp"

namespace tiendo::server {

/// What a person of a demo does by himself, and in which campaign.
struct StoryStep {
  model::CampaignId campaign;
  definition::ScenarioStep step;
};

/// The people of a demo who act by themselves: each step of a scenario is given when the clock
/// reaches it. One that is refused, because whoever looks at the demo was faster, is skipped. A
/// step has a key, so that it is taken once, also where the program ended in between. On the
/// engine's thread.
class Story {
 public:
  /// Both outlive this. `steps`: in time order.
  Story(EngineLoop& loop, runtime::Engine& engine, std::vector<StoryStep> steps);
  Story(const Story&) = delete;
  Story& operator=(const Story&) = delete;

  /// Again and again: has the engine take what is due at `now`.
  void look(Timestamp now);

  /// Takes every step until `until`, each at its own instant where the engine is not further:
  /// decided, not committed. Answers with the step that was next before.
  std::size_t play(Timestamp until);
  /// What was played since `step` did not last.
  void play_again_from(std::size_t step) { next_ = step; }

 private:
  [[nodiscard]] bool has_due(Timestamp now) const {
    return next_ < steps_.size() && steps_[next_].step.at <= now;
  }
  void take(const StoryStep& step);

  EngineLoop& loop_;
  runtime::Engine& engine_;
  std::vector<StoryStep> steps_;
  std::size_t next_ = 0;
  bool asked_ = false;
};

/// The key of a step: the same whenever it is given.
[[nodiscard]] std::string key_of(const StoryStep& step);

/// The story of the demo that `folder` holds; null where it is no demo. A file that cannot be read,
/// or is of no campaign, is logged and left out. Steps of the day before `latest`, the last instant
/// with a record, come again, under their keys: what had been taken is not taken twice, and what
/// the program had no time for any more is taken now.
[[nodiscard]] std::unique_ptr<Story> open_story(EngineLoop& loop, runtime::Engine& engine,
                                                const journal::DataFolder& folder,
                                                Timestamp latest);

}  // namespace tiendo::server
