#include "server/story.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "definition/file.hpp"
#include "definition/scenario_reader.hpp"
#include "journal/folder_layout.hpp"

namespace tiendo::server {
namespace {

/// A scenario, and the campaign in which it plays.
struct StoryFile {
  definition::Scenario scenario;
  model::CampaignId campaign;
};

/// Nothing where `folder` is that of no demo.
Result<std::optional<StoryFile>> read_story(const std::filesystem::path& folder,
                                            const model::State& state) {
  const auto file = journal::story_in(folder);
  std::error_code failed;
  if (!std::filesystem::exists(file, failed) || state.campaigns.empty()) {
    return std::optional<StoryFile>{};
  }
  const auto text = definition::read_file(file);
  if (text.has_error()) {
    return text.error();
  }
  // Of the campaigns of a demo its own is the first: others come from whoever looks at it.
  const auto* first = &state.campaigns.begin()->second;
  for (const auto& [id, campaign] : state.campaigns) {
    first = campaign.issued_at < first->issued_at ? &campaign : first;
  }
  auto read = definition::read_scenario(*text, file.string(), *first->plan);
  if (!read.value) {
    const auto& finding = read.findings.front();
    return Error{finding.message, fmt::format("{}:{}", file.string(), finding.at.line)};
  }
  return std::optional{StoryFile{std::move(*read.value), first->id}};
}

}  // namespace

std::string key_of(const definition::ScenarioStep& step) {
  return fmt::format("story/{}/{}", to_string(step.at), step.mark.line);
}

Story::Story(EngineLoop& loop, runtime::Engine& engine, definition::Scenario scenario,
             model::CampaignId campaign, Timestamp from)
    : loop_{loop}, engine_{engine}, scenario_{std::move(scenario)}, campaign_{std::move(campaign)} {
  std::erase_if(scenario_.steps, [&](const definition::ScenarioStep& step) {
    return step.at < from || !step.refused.empty();
  });
}

void Story::look(Timestamp now) {
  if (asked_ || !has_due(now)) {
    return;
  }
  asked_ = true;
  const auto before = next_;
  Work work;
  work.writes = true;
  work.run = [this](Timestamp at) {
    play(at);
    return api::Outcome{api::Response{}};
  };
  work.answer = [this, before](const api::Outcome& outcome) {
    asked_ = false;
    const auto* response = std::get_if<api::Response>(&outcome);
    if (response == nullptr || response->status != 200) {
      play_again_from(before);
    }
  };
  loop_.post(std::move(work));
}

std::size_t Story::play(Timestamp until) {
  const auto before = next_;
  while (has_due(until)) {
    take(scenario_.steps[next_]);
    ++next_;
  }
  return before;
}

void Story::take(const definition::ScenarioStep& step) {
  runtime::Request request{step.command, key_of(step), {}};
  request.command.campaign = campaign_;
  const auto answer = engine_.decide(request, step.at);
  if (answer.has_error()) {
    spdlog::error("story step={} failed: {}", request.key, answer.error().message.en);
  } else if (!answer->accepted()) {
    spdlog::info("story step={} user={} skipped: {}", request.key, step.command.actor.str(),
                 answer->rejection);
  }
}

std::unique_ptr<Story> open_story(EngineLoop& loop, runtime::Engine& engine,
                                  const journal::DataFolder& folder, Timestamp latest) {
  if (!folder.meta().rehearsal) {
    return nullptr;
  }
  auto read = read_story(folder.path(), engine.state());
  if (read.has_error()) {
    spdlog::error("no story where={} what={}", read.error().where, read.error().message.en);
    return nullptr;
  }
  if (!*read) {
    return nullptr;
  }
  auto& [scenario, campaign] = **read;
  const auto from = std::max(folder.meta().made_at, latest - std::chrono::days{1});
  return std::make_unique<Story>(loop, engine, std::move(scenario), std::move(campaign), from);
}

}  // namespace tiendo::server
