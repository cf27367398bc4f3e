#include "chart/interpreter.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.hpp"
#include "chart/run.hpp"

namespace tiendo::chart {
namespace {

/// Whether the subtrees of the two domains have states in common.
bool overlap(const Chart& chart, StateIndex a, StateIndex b) {
  return a == b || chart.is_inside(a, b) || chart.is_inside(b, a);
}

}  // namespace

Run::Run(Interpreter& buffers, const Chart& chart, Machine& machine, Timestamp now, Host& host)
    : buffers_(buffers), chart_(chart), machine_(machine), now_(now), host_(host) {
  buffers_.internal_.clear();
  buffers_.external_.clear();
  buffers_.exited_.clear();
  buffers_.entered_.clear();
}

Result<Moved> Run::settle(bool wake) {
  bool may_be_eventless = wake;
  while (!machine_.done) {
    bool enabled = may_be_eventless && select_eventless();
    if (!enabled) {
      auto& queue = buffers_.internal_.empty() ? buffers_.external_ : buffers_.internal_;
      if (queue.empty()) {
        break;
      }
      enabled = select(queue.take());
      // The host may have changed since the machine rested, so that an event that finds no
      // transition still wakes the eventless ones (appendix D, mainEventLoop).
      may_be_eventless = true;
    }
    if (enabled) {
      if (++microsteps_ > most_microsteps) {
        return never_rests();
      }
      microstep();
      if (machine_.pending.size() > most_queued) {
        return too_many_waiting();
      }
      if (is_overfull()) {
        return never_rests();
      }
      may_be_eventless = true;
    }
  }
  return Moved{microsteps_, buffers_.exited_, buffers_.entered_};
}

bool Run::is_overfull() const {
  return std::max(buffers_.internal_.events.size(), buffers_.external_.events.size()) > most_queued;
}

Error Run::too_many_waiting() {
  return Error{
      .message = {fmt::format("quá {} lần gửi đang chờ cùng lúc; hãy bớt send có after, hoặc dùng "
                              "cancel để rút lại những lần không cần nữa",
                              most_queued),
                  fmt::format("more than {} sends wait at the same time; send less often with "
                              "after, or cancel those that are not needed any more",
                              most_queued)},
      .where = {}};
}

Error Run::never_rests() const {
  std::string active;
  for (const auto state : active_atomic_states(chart_, machine_)) {
    active += (active.empty() ? "" : ", ") + chart_.name(state);
    if (active.size() > longest_name) {
      active += ", …";
      break;
    }
  }
  return Error{
      .message = {fmt::format("sơ đồ trạng thái không bao giờ dừng: quá {} bước chuyển cho một sự "
                              "kiện, lúc đó đang ở {}; hãy bỏ vòng lặp của các chuyển tiếp không "
                              "chờ sự kiện hoặc của raise, send",
                              most_microsteps, active),
                  fmt::format("the chart never rests: more than {} microsteps for one event, last "
                              "in {}; break the loop of eventless transitions or of raise and send",
                              most_microsteps, active)},
      .where = {}};
}

// Selecting.

template <class Offer>
void Run::select_by(Offer&& offer, StateIndex CompiledState::*nearest) {
  auto& visited = buffers_.visited_;
  visited.reset(chart_.size());
  buffers_.candidates_.clear();
  machine_.active.for_each_common(chart_.atomic_states(), [&](StateIndex atomic) {
    for (auto s = chart_.state(atomic).*nearest; s != nothing;) {
      if (visited.contains(s)) {
        return;  // what stands here and above has been offered already
      }
      visited.insert(s);
      if (const auto* transition = offer(chart_.state(s))) {
        buffers_.candidates_.push_back(transition);
        return;
      }
      const auto parent = chart_.state(s).parent;
      s = parent == nothing ? nothing : chart_.state(parent).*nearest;
    }
  });
}

bool Run::select_eventless() {
  if (!chart_.has_eventless()) {
    return false;
  }
  select_by(
      [&](const CompiledState& state) -> const CompiledTransition* {
        for (const auto& transition : chart_.transitions(state.eventless)) {
          if (holds(transition.guard)) {
            return &transition;
          }
        }
        return nullptr;
      },
      &CompiledState::with_eventless);
  remove_conflicting();
  return !buffers_.enabled_.empty();
}

bool Run::select(EventIndex event) {
  select_by(
      [&](const CompiledState& state) -> const CompiledTransition* {
        for (const auto& transition : chart_.transitions(state.events)) {
          if (chart_.matches(transition, event) && holds(transition.guard)) {
            return &transition;
          }
        }
        return nullptr;
      },
      &CompiledState::with_events);
  remove_conflicting();
  return !buffers_.enabled_.empty();
}

/// Fills `enabled_`, and `exiting_` with what it leaves. Domains lie inside each other or apart,
/// and a domain always has an active child: two transitions conflict when one finds something of
/// its subtree in `exiting_` already.
void Run::remove_conflicting() {
  auto& enabled = buffers_.enabled_;
  auto& exiting = buffers_.exiting_;
  enabled.clear();
  exiting.reset(chart_.size());
  for (const auto* candidate : buffers_.candidates_) {
    if (candidate->targets.count != 0) {
      const auto domain = domain_of(*candidate);
      const auto last = chart_.state(domain).last;
      if (exiting.any_in(domain + 1, last)) {
        if (is_preempted(*candidate, domain)) {
          continue;
        }
        drop_preempted(*candidate);
      }
      exiting.insert_all_in(domain + 1, last, machine_.active);
    }
    enabled.push_back(candidate);
  }
}

bool Run::is_preempted(const CompiledTransition& candidate, StateIndex domain) const {
  return std::ranges::any_of(buffers_.enabled_, [&](const CompiledTransition* other) {
    return other->targets.count != 0 && overlap(chart_, domain, domain_of(*other)) &&
           !chart_.is_inside(candidate.source, other->source);
  });
}

void Run::drop_preempted(const CompiledTransition& preempting) {
  std::erase_if(buffers_.enabled_, [&](const CompiledTransition* other) {
    if (other->targets.count == 0 || !overlap(chart_, domain_of(preempting), domain_of(*other))) {
      return false;
    }
    const auto domain = domain_of(*other);
    buffers_.exiting_.erase_all_in(domain + 1, chart_.state(domain).last);
    return true;
  });
}

StateIndex Run::domain_of(const CompiledTransition& transition) const {
  if (!transition.by_history) {
    return transition.domain;
  }
  // The effective targets matter only by the range in which they lie.
  StateIndex lowest = nothing;
  StateIndex highest = 0;
  const auto include = [&](StateIndex target) {
    lowest = std::min(lowest, target);
    highest = std::max(highest, target);
  };
  for (const auto target : chart_.targets(transition.targets)) {
    if (!is_history(chart_.state(target).kind)) {
      include(target);
    } else if (const auto states = remembered(machine_, target); !states.empty()) {
      std::ranges::for_each(states, include, &Remembered::state);
    } else {
      std::ranges::for_each(chart_.targets(chart_.state(target).initial), include);
    }
  }
  return chart_.domain(transition.source, transition.internal, lowest, highest);
}

bool Run::holds(std::uint32_t guard) const {
  return guard == nothing || holds(chart_.guard(guard));
}

bool Run::holds(const CompiledGuard& guard) const {
  const auto parts = chart_.guards(guard.parts);
  const auto holds_part = [this](const CompiledGuard& part) { return holds(part); };
  switch (guard.op) {
    case CompiledGuard::Op::constant:
      return guard.value != 0;
    case CompiledGuard::Op::in:
      return machine_.active.contains(guard.value);
    case CompiledGuard::Op::all:
      return std::ranges::all_of(parts, holds_part);
    case CompiledGuard::Op::any:
      return std::ranges::any_of(parts, holds_part);
    case CompiledGuard::Op::negation:
      return !holds(parts.front());
    case CompiledGuard::Op::external:
      return host_.holds(guard.value);
  }
  return false;
}

// The four ways in.

Result<Moved> Interpreter::settle(Run& run, Machine& machine, bool wake) {
  auto moved = run.settle(wake);
  if (!moved) {
    machine = before_;
  }
  return moved;
}

Result<Moved> Interpreter::start(const Chart& chart, Machine& machine, Timestamp now, Host& host) {
  check(!is_started(machine) && chart.size() > 1, "a machine is started once, over a chart");
  before_ = machine;
  Run run{*this, chart, machine, now, host};
  run.enter_initially();
  return settle(run, machine, true);
}

Result<Moved> Interpreter::step(const Chart& chart, Machine& machine, std::string_view event,
                                Timestamp now, Host& host) {
  check(is_started(machine), "a machine takes events once it was started");
  before_ = machine;
  Run run{*this, chart, machine, now, host};
  run.send(chart.events().find(event));
  return settle(run, machine, false);
}

Result<Moved> Interpreter::wake(const Chart& chart, Machine& machine, Timestamp now, Host& host) {
  check(is_started(machine), "a machine wakes once it was started");
  before_ = machine;
  Run run{*this, chart, machine, now, host};
  return settle(run, machine, true);
}

Result<Moved> Interpreter::deliver(const Chart& chart, Machine& machine, Timestamp now,
                                   Host& host) {
  check(is_started(machine), "a machine takes sends once it was started");
  const auto due = next_due(machine);
  if (machine.done || !due || *due > now) {
    return Moved{};
  }
  before_ = machine;
  Run run{*this, chart, machine, *due, host};
  run.send(machine.pending.front().event);
  machine.pending.erase(machine.pending.begin());
  return settle(run, machine, false);
}

}  // namespace tiendo::chart
