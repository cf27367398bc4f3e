#include "sim/planted.hpp"

#include <algorithm>
#include <array>

namespace tiendo::sim {
namespace {

/// Rare enough to be a bug that tests might miss.
constexpr std::size_t one_time_in = 50;

constexpr std::array<PlantWord, 5> words{{
    {Plant::lost_sync, "lost-sync", "the disk answers syncs without doing them"},
    {Plant::doubled_timer, "doubled-timer", "one rung in 50 is written down twice"},
    {Plant::lost_timer, "lost-timer", "one rung in 50 is not written down"},
    {Plant::broken_law, "broken-law",
     "after one start of a task in 50 it is accepted without a report"},
    {Plant::forgotten_answer, "forgotten-answer",
     "one answer in 50 is not kept with the key of its command"},
}};

}  // namespace

std::span<const PlantWord> plants() {
  return words;
}

Result<port::Journal::Position> PlantedJournal::append(std::span<const model::Event> events,
                                                       std::span<const port::KeptAnswer> answers) {
  if (plant_ == Plant::none || plant_ == Plant::lost_sync) {
    return journal_.append(events, answers);
  }
  std::vector<model::Event> spoilt(events.begin(), events.end());
  std::vector<port::KeptAnswer> kept(answers.begin(), answers.end());
  spoil(spoilt, kept);
  return journal_.append(spoilt, kept);
}

void PlantedJournal::spoil(std::vector<model::Event>& events,
                           std::vector<port::KeptAnswer>& answers) {
  if (plant_ == Plant::forgotten_answer) {
    std::erase_if(answers, [this](const auto&) { return dice_.one_in(one_time_in); });
    return;
  }
  std::vector<model::Event> spoilt;
  for (auto& event : events) {
    const bool is_rung = std::holds_alternative<model::RungReached>(event.body);
    const auto* started = std::get_if<model::TaskStarted>(&event.body);
    if (plant_ == Plant::doubled_timer && is_rung && dice_.one_in(one_time_in)) {
      spoilt.push_back(event);
    } else if (plant_ == Plant::lost_timer && is_rung && dice_.one_in(one_time_in)) {
      continue;
    } else if (plant_ == Plant::broken_law && started != nullptr && dice_.one_in(one_time_in)) {
      auto accepted = event;
      accepted.body = model::TaskAccepted{started->task, ""};
      spoilt.push_back(event);
      spoilt.push_back(std::move(accepted));
      continue;
    }
    spoilt.push_back(std::move(event));
  }
  events = std::move(spoilt);
}

Result<void> PlantedJournal::read(Position after, const Visit& visit) const {
  return journal_.read(after, visit);
}

Result<void> PlantedJournal::read_stream(const model::CampaignId& stream,
                                         const Visit& visit) const {
  return journal_.read_stream(stream, visit);
}

Result<std::string> PlantedJournal::mark(Position position) const {
  return journal_.mark(position);
}

Result<std::optional<port::KeptAnswer>> PlantedJournal::find_answer(const model::UserId& actor,
                                                                    std::string_view key) const {
  return journal_.find_answer(actor, key);
}

}  // namespace tiendo::sim
