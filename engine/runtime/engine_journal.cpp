// The engine and its journal: how the state is made from it, and what is decided lasts.

#include <spdlog/spdlog.h>

#include <algorithm>

#include "runtime/engine.hpp"

namespace tiendo::runtime {
namespace {

/// Reading so many events again takes a fraction of a second.
constexpr port::Journal::Position events_between_snapshots = 100'000;

}  // namespace

Result<void> Engine::load() {
  return reload();
}

/// The state is made from the journal, whatever there was before; only `now` stays.
Result<void> Engine::reload() {
  loaded_ = false;
  events_.clear();
  answers_.clear();
  keys_.clear();
  state_ = {};
  timers_ = {};
  slots_.clear();
  touched_.clear();
  position_ = 0;
  take_snapshot();
  auto read = journal_.read(position_, [this](Position position, const model::Event& event) {
    keep(event);
    position_ = position;
    return true;
  });
  if (read.has_error()) {
    return read;
  }
  now_ = std::max(now_, state_.latest);
  // How far the clock had caught up is not known: every instant that a chart waits for counts.
  caught_up_ = Timestamp::min();
  for (const auto& [id, campaign] : state_.campaigns) {
    touch_all(campaign);
  }
  touched_.push_back(TimerSlots::of_office);
  set_touched();
  loaded_ = true;
  return {};
}

void Engine::take_snapshot() {
  auto snapshot = snapshots_ != nullptr ? snapshots_->load() : std::nullopt;
  if (!snapshot) {
    return;
  }
  const auto mark = journal_.mark(snapshot->position);
  if (mark.has_error() || *mark != snapshot->mark) {
    spdlog::warn("snapshot position={} is of another journal and is not used", snapshot->position);
    return;
  }
  state_ = std::move(snapshot->state);
  position_ = snapshot_position_ = snapshot->position;
  for (const auto& [id, campaign] : state_.campaigns) {
    slots_.add(campaign);
  }
}

/// After a failed write nothing is done before everybody concerned has been told; where the state
/// could not be made again then, it is tried now.
Result<void> Engine::ready() {
  if (failure_) {
    return *failure_;
  }
  return loaded_ ? Result<void>{} : reload();
}

Result<void> Engine::commit() {
  write();
  if (auto failure = std::exchange(failure_, std::nullopt)) {
    return std::move(*failure);
  }
  return {};
}

/// Into the journal with what is staged. A failure is kept for `commit` to tell: some of what it
/// voids may have been asked for by somebody else.
void Engine::write() {
  if (failure_ || (events_.empty() && answers_.empty())) {
    return;
  }
  auto appended = journal_.append(events_, answers_);
  if (appended.has_error()) {
    spdlog::error("commit failed events={} answers={}: {}", events_.size(), answers_.size(),
                  appended.error().message.en);
    failure_ = appended.error();
    if (auto loaded = reload(); loaded.has_error()) {
      spdlog::error("the state could not be loaded again: {}", loaded.error().message.en);
    }
    return;
  }
  const auto first = *appended - events_.size() + 1;
  position_ = *appended;
  if (listener_ && !events_.empty()) {
    listener_(first, events_);
  }
  events_.clear();
  answers_.clear();
  keys_.clear();
}

void Engine::rest() {
  if (position_ - snapshot_position_ >= events_between_snapshots) {
    save_snapshot();
  }
}

void Engine::save_snapshot() {
  if (snapshots_ == nullptr || !events_.empty() || position_ == snapshot_position_) {
    return;
  }
  if (const auto mark = journal_.mark(position_); mark.has_value()) {
    snapshots_->save(state_, position_, *mark);
    snapshot_position_ = position_;
  }
}

}  // namespace tiendo::runtime
