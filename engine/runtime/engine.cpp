#include "runtime/engine.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <limits>

#include "decide/decide.hpp"
#include "model/task_event.hpp"
#include "runtime/telling.hpp"

namespace tiendo::runtime {
namespace {

/// What the clock does is committed in portions: memory stays bounded, and a failure costs little.
constexpr std::size_t largest_batch = 16'384;

/// Reading so many events again takes a fraction of a second.
constexpr port::Journal::Position events_between_snapshots = 100'000;

/// Whether an event of a task can change when the clock has something to do for it.
template <class Body>
constexpr bool moves_time =
    !std::is_same_v<Body, model::ProgressReported> && !std::is_same_v<Body, model::StepPerformed> &&
    !std::is_same_v<Body, model::TaskCommented> && !std::is_same_v<Body, model::EvidenceAttached> &&
    !std::is_same_v<Body, model::ExtensionAsked> && !std::is_same_v<Body, model::ExtensionRefused>;

/// Whether what waited for the task in another campaign may begin, or no longer.
template <class Body>
constexpr bool frees_others =
    std::is_same_v<Body, model::TaskAccepted> || std::is_same_v<Body, model::TaskCancelled> ||
    std::is_same_v<Body, model::TaskReopened>;

/// Whether an event of the campaign itself can: all but those that are known not to.
template <class Body>
constexpr bool moves_all_time =
    !std::is_same_v<Body, model::ChartMoved> && !std::is_same_v<Body, model::NoticeQueued> &&
    !std::is_same_v<Body, model::DeliveryMoved> && !std::is_same_v<Body, model::ResultRecorded>;

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

void Engine::touch(const model::Event& event) {
  if (event.campaign.empty()) {
    if (std::holds_alternative<model::HolidaysSet>(event.body) ||
        std::holds_alternative<model::HoursSet>(event.body) ||
        std::holds_alternative<model::LadderSet>(event.body) ||
        std::holds_alternative<model::UnitsMerged>(event.body)) {
      for (const auto& [id, campaign] : state_.campaigns) {
        touch_all(campaign);
      }
    }
    touched_.push_back(TimerSlots::of_office);
    return;
  }
  touch(state_.campaigns.at(event.campaign), event);
}

void Engine::touch(const model::Campaign& campaign, const model::Event& event) {
  if (std::holds_alternative<model::CampaignResumed>(event.body)) {
    caught_up_ = Timestamp::min();  // what its phases waited for may have come meanwhile
  }
  const Slot first = slots_.of(campaign).first;
  const auto touch_task = [&](const model::TaskId& id) {
    if (const auto task = campaign.plan->find(id)) {
      touched_.push_back(first + 1 + *task);
    }
  };
  std::visit(
      [&]<class Body>(const Body& body) {
        if constexpr (std::is_same_v<Body, model::ChartMoved>) {
          if (body.task.empty()) {
            touched_.push_back(first);
          } else {
            touch_task(body.task);
          }
        } else if constexpr (std::is_same_v<Body, model::NoticeQueued>) {
          if (is_urgent(body.notice.subject)) {
            touched_.push_back(TimerSlots::of_office);
          }
        } else if constexpr (std::is_same_v<Body, model::DeliveryMoved>) {
          touched_.push_back(TimerSlots::of_office);  // perhaps nothing is urgent any more
        } else if constexpr (model::TaskEvent<Body>) {
          if constexpr (moves_time<Body>) {
            touch_task(body.task);
          }
          if constexpr (frees_others<Body>) {
            touch_waiting_elsewhere();
          }
        } else if constexpr (moves_all_time<Body>) {
          touch_all(campaign);
        }
      },
      event.body);
}

/// Tasks of all campaigns that wait for tasks of others: one of those may have been the last.
void Engine::touch_waiting_elsewhere() {
  for (const auto& [id, campaign] : state_.campaigns) {
    const auto& waiting = campaign.plan->waiting_elsewhere;
    if (!waiting.empty()) {
      const Slot first = slots_.of(campaign).first;
      for (const auto task : waiting) {
        touched_.push_back(first + 1 + task);
      }
    }
  }
}

void Engine::touch_all(const model::Campaign& campaign) {
  const auto [of, first, count] = slots_.of(campaign);
  for (Slot slot = first; slot < first + count; ++slot) {
    touched_.push_back(slot);
  }
}

void Engine::set_touched() {
  std::ranges::sort(touched_);
  touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
  for (const Slot slot : touched_) {
    set_timer(slot);
  }
  touched_.clear();
}

void Engine::set_timer(Slot slot) {
  if (slot == TimerSlots::of_office) {
    // Last of what happens at one instant: the notices of this morning are in its digest.
    if (const auto telling = next_telling(state_, now_)) {
      timers_.set(slot, *telling, std::numeric_limits<std::uint8_t>::max());
    } else {
      timers_.clear(slot);
    }
    return;
  }
  const auto [campaign, task] = slots_.at(slot);
  if (campaign == nullptr) {
    return timers_.clear(slot);
  }
  const auto due =
      task ? decide::next_due(*campaign, *task, state_) : decide::next_due(*campaign, caught_up_);
  if (due) {
    timers_.set(slot, due->at, due->rank);
  } else {
    timers_.clear(slot);
  }
}

}  // namespace tiendo::runtime
