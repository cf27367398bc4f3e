#include "runtime/engine.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "decide/decide.hpp"
#include "runtime/telling.hpp"

namespace tiendo::runtime {
namespace {

/// What the clock does is committed in portions: memory stays bounded, and a failure costs little.
constexpr std::size_t largest_batch = 16'384;

}  // namespace

Result<port::Answer> Engine::decide(const Request& request, Timestamp now) {
  const auto before = position_ + events_.size();
  if (auto caught_up = catch_up(now); caught_up.has_error()) {
    return caught_up.error();
  }
  auto earlier = answered(request);
  if (earlier.has_error()) {
    return earlier.error();
  }
  if (*earlier) {
    return std::move((*earlier)->answer);
  }
  const auto& command = request.command;
  auto decision = decide::decide(state_, command, now_);
  port::Answer answer;
  if (decision.rejection) {
    spdlog::debug("rejected campaign={} user={} code={}", command.campaign.str(),
                  command.actor.str(), decision.rejection->code);
    answer.rejection = decision.rejection->code;
    answer.reason = decision.rejection->reason;
  }
  stage(std::move(decision.events));
  answer.position = position_ + events_.size();
  keep_answer(request, answer, before);
  if (answer.accepted()) {
    if (auto caught_up = catch_up(now); caught_up.has_error()) {
      return caught_up.error();
    }
  }
  return answer;
}

Result<port::Answer> Engine::submit(const Request& request, Timestamp now) {
  auto answer = decide(request, now);
  if (auto committed = commit(); committed.has_error()) {
    return committed.error();
  }
  return answer;
}

Result<std::optional<port::KeptAnswer>> Engine::answered(const Request& request) const {
  if (request.key.empty()) {
    return std::nullopt;
  }
  std::optional<port::KeptAnswer> kept;
  const auto staged = keys_.find({request.command.actor, request.key});
  if (staged != keys_.end()) {
    kept = answers_[staged->second];
  } else {
    auto found = journal_.find_answer(request.command.actor, request.key);
    if (found.has_error()) {
      return found.error();
    }
    kept = std::move(*found);
  }
  if (kept && kept->fingerprint != request.fingerprint) {
    kept->answer = {"key_reused",
                    {"khóa này đã dùng cho một lệnh khác: dùng khóa mới",
                     "this key was used for another command: take a new one"},
                    position_};
  }
  return kept;
}

void Engine::keep_answer(const Request& request, const port::Answer& answer, Position before) {
  if (!request.key.empty()) {
    keys_[{request.command.actor, request.key}] = answers_.size();
    answers_.push_back(
        {request.command.actor, request.key, request.fingerprint, now_, answer, before});
  }
}

Result<void> Engine::advance(Timestamp now) {
  auto caught_up = catch_up(now);
  auto committed = commit();
  return caught_up.has_error() ? caught_up : committed;
}

Result<void> Engine::catch_up(Timestamp now) {
  if (auto loaded = ready(); loaded.has_error()) {
    return loaded;
  }
  now_ = std::max(now_, now);
  for (const auto* timer = timers_.first(); timer != nullptr && timer->at <= now_;
       timer = timers_.first()) {
    const Slot slot = timer->slot;
    caught_up_ = std::max(caught_up_, timer->at);
    const decide::Tick tick{now_, caught_up_};
    auto events = strike(slot, tick);
    const bool nothing_done = events.empty();
    stage(std::move(events));
    if (nothing_done || !slots_.at(slot).task) {
      set_timer(slot);  // what is next lies after now; of a task the events found it
    }
    if (events_.size() >= largest_batch) {
      write();
      if (failure_) {
        return *failure_;
      }
    }
  }
  caught_up_ = now_;
  return {};
}

std::vector<model::Event> Engine::strike(Slot slot, const decide::Tick& tick) const {
  const auto [campaign, task] = slots_.at(slot);
  if (campaign == nullptr) {
    // Nobody is told before everything that fell due by now has been done.
    return tick.as_of < tick.now ? std::vector<model::Event>{} : tell(state_, tick.now);
  }
  return (task ? decide::strike(*campaign, *task, state_, tick)
               : decide::strike(*campaign, state_, tick))
      .events;
}

std::optional<Timestamp> Engine::next_due() const {
  if (!loaded_) {
    return now_;
  }
  const auto* timer = timers_.first();
  return timer == nullptr ? std::nullopt : std::optional{timer->at};
}

/// The events are in the state from here on, and in the journal with the next commit.
void Engine::stage(std::vector<model::Event> events) {
  for (auto& event : events) {
    keep(event);
    touch(event);
    events_.push_back(std::move(event));
  }
  set_touched();
}

void Engine::keep(const model::Event& event) {
  model::apply(state_, event);
  if (std::holds_alternative<model::CampaignIssued>(event.body)) {
    slots_.add(state_.campaigns.at(event.campaign));
  } else if (std::holds_alternative<model::PlanAmended>(event.body)) {
    const auto before = slots_.renew(state_.campaigns.at(event.campaign));
    for (Slot slot = before.first; slot < before.first + before.count; ++slot) {
      timers_.clear(slot);
    }
  }
}

}  // namespace tiendo::runtime
