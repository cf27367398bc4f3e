#include "server/story.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <tuple>
#include <utility>

#include "definition/embedded_story.hpp"
#include "definition/file.hpp"
#include "definition/scenario_reader.hpp"
#include "journal/folder_layout.hpp"
#include "runtime/rehearsal.hpp"
#include "runtime/task_view.hpp"

namespace tiendo::server {
namespace {

Error not_played(const std::filesystem::path& file) {
  return {{"không có đợt nào mang tên này", "there is no campaign of this name"}, file.string()};
}

/// The steps from `from` on of the campaign after which `file` is named.
Result<std::vector<StoryStep>> read_story(const std::filesystem::path& file,
                                          const model::State& state, Timestamp from) {
  const model::CampaignId id{file.stem().string()};
  const auto* campaign = state.find(id);
  if (campaign == nullptr) {
    return not_played(file);
  }
  const auto text = definition::read_file(file);
  if (text.has_error()) {
    return text.error();
  }
  auto read = definition::read_scenario(*text, file.string(), *campaign->plan,
                                        definition::embedded_plan(campaign->plan->id.str()));
  if (!read.value) {
    const auto& finding = read.findings.front();
    return Error{finding.message, fmt::format("{}:{}", file.string(), finding.at.line)};
  }
  std::vector<StoryStep> steps;
  for (auto& step : read.value->steps) {
    if (step.at >= from && step.refused.empty()) {
      steps.push_back({id, std::move(step)});
    }
  }
  return steps;
}

/// Whether whoever looks at the demo has done the same in his own way, which the engine would let
/// be undone: given the work to units, fixed its dates.
bool is_done(const model::Command& command, const model::State& state) {
  const auto* body = std::get_if<model::TaskCommand>(&command.body);
  const auto* campaign = state.find(command.campaign);
  if (body == nullptr || campaign == nullptr) {
    return false;
  }
  const auto& id =
      std::visit([](const auto& one) -> const model::TaskId& { return one.task; }, *body);
  const auto index = campaign->plan->find(id);
  if (!index) {
    return false;
  }
  const auto& task = campaign->tasks[*index];
  const auto& planned = campaign->plan->tasks[*index];
  if (std::holds_alternative<model::AssignTask>(*body)) {
    return *task.leads != *planned.leads;
  }
  return std::holds_alternative<model::FixDates>(*body) && runtime::has_fixed_dates(task, planned);
}

}  // namespace

std::string key_of(const StoryStep& step) {
  return fmt::format("story/{}/{}/{}", step.campaign.str(), to_string(step.step.at),
                     step.step.mark.line);
}

Story::Story(EngineLoop& loop, runtime::Engine& engine, std::vector<StoryStep> steps)
    : loop_{loop}, engine_{engine}, steps_{std::move(steps)} {}

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
    take(steps_[next_]);
    ++next_;
  }
  return before;
}

void Story::take(const StoryStep& step) {
  const runtime::Request request{
      runtime::in_campaign(step.step.command, step.campaign), key_of(step), {}};
  if (is_done(request.command, engine_.state())) {
    spdlog::info("story step={} skipped: somebody was faster", request.key);
    return;
  }
  const auto answer = engine_.decide(request, step.step.at);
  if (answer.has_error()) {
    spdlog::error("story step={} failed: {}", request.key, answer.error().message.en);
  } else if (!answer->accepted()) {
    spdlog::info("story step={} user={} skipped: {}", request.key, request.command.actor.str(),
                 answer->rejection);
  }
}

std::unique_ptr<Story> open_story(EngineLoop& loop, runtime::Engine& engine,
                                  const journal::DataFolder& folder, Timestamp latest) {
  std::error_code failed;
  const std::filesystem::directory_iterator files{journal::stories_in(folder.path()), failed};
  if (!folder.meta().rehearsal || failed) {
    return nullptr;
  }
  const auto from = std::max(folder.meta().made_at, latest - std::chrono::days{1});
  std::vector<StoryStep> steps;
  for (const auto& file : files) {
    auto read = read_story(file.path(), engine.state(), from);
    if (read.has_error()) {
      spdlog::error("no story where={} what={}", read.error().where, read.error().message.en);
      continue;
    }
    std::ranges::move(*read, std::back_inserter(steps));
  }
  std::ranges::sort(steps, {}, [](const StoryStep& step) {
    return std::tuple{step.step.at, step.campaign, step.step.mark.line};
  });
  return std::make_unique<Story>(loop, engine, std::move(steps));
}

}  // namespace tiendo::server
