#include "sim/world.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/cast.hpp"
#include "sim/random_plan.hpp"

namespace tiendo::sim {
namespace {

constexpr std::size_t diary_lines = 30;
constexpr std::chrono::days after_the_end{20};

FaultRates some_faults(Dice& dice, double factor) {
  if (factor <= 0 || dice.one_in(4)) {
    return {};
  }
  return {.read = 0.0005 * factor,
          .write = 0.004 * factor,
          .sync = 0.01 * factor,
          .full = 0.001 * factor,
          .full_for_most = 40};
}

}  // namespace

Counts& Counts::operator+=(const Counts& other) {
  worlds += other.worlds;
  steps += other.steps;
  crashes += other.crashes;
  crashes_in_recovery += other.crashes_in_recovery;
  restarts += other.restarts;
  faults += other.faults;
  failures += other.failures;
  commands += other.commands;
  events += other.events;
  return *this;
}

World::World(const WorldOptions& options)
    : options_{options}, dice_{options.seed}, machine_{dice_.next(), options.plant} {
  const Day first = plus_days(Day{std::chrono::year{2025} / 1 / 6}, dice_.between(0, 90));
  now_ = instant_of(first, std::chrono::hours{8});
  const int campaigns = dice_.one_in(4) ? 2 : 1;
  for (int i = 0; i < campaigns; ++i) {
    campaigns_.emplace_back("dot-" + std::to_string(i + 1));
    plans_.push_back(random_plan(dice_, first));
    end_ = std::max(end_, end_of(plans_.back()->period.last));
  }
}

Wrong World::run() {
  counts_.worlds = 1;
  recover();
  found_office();
  machine_.disk().set_rates(some_faults(dice_, options_.fault_rate));
  for (int step = 0; step < options_.steps && well(); ++step) {
    ++counts_.steps;
    chaos_step();
  }
  if (well()) {
    go_quiet();
  }
  counts_.faults = machine_.disk().faults();
  counts_.events = witness_.position();
  trace_.add(machine_.disk().trace());
  return wrong_;
}

void World::found_office() {
  const auto owner = callers().front();
  std::vector<Clients::Number> requests;
  for (const auto& unit : organisation().units) {
    requests.push_back(
        clients_.take_with_key({owner, {}, {}, model::OfficeCommands{model::SetUnit{unit}}}));
  }
  for (auto& person : cast()) {
    requests.push_back(
        clients_.take_with_key({owner, {}, {}, model::OfficeCommands{model::AddPerson{person}}}));
  }
  for (std::size_t i = 0; i < campaigns_.size(); ++i) {
    requests.push_back(clients_.take_with_key(
        {owner, {}, campaigns_[i], model::IssueCampaign{plans_[i], {{"ke-hoach.yaml", "…"}}}}));
  }
  // Without these people nothing could be brought to its end.
  machine_.disk().quiet(true);
  send(requests);
  machine_.disk().quiet(false);
  look();
}

void World::chaos_step() {
  if (dice_.happens(options_.crash_rate)) {
    order_crash();
  }
  const auto what = dice_.below(100);
  if (!machine_.disk().is_on()) {
    // The crash came between two steps.
  } else if (what < 50) {
    people_act();
  } else if (what < 69) {
    clock_moves();
  } else if (what < 86) {
    channel_carries();
  } else if (what < 90) {
    process_restarts();
  } else if (what < 94) {
    faults_change();
  } else if (what < 97) {
    somebody_reads();
  } else {
    note("a snapshot is saved");
    machine_.engine().save_snapshot();
  }
  look();
}

void World::order_crash() {
  const auto loss = static_cast<Loss>(dice_.below(3));
  if (dice_.one_in(4)) {
    note(fmt::format("crash between two steps, loss {}", static_cast<int>(loss)));
    machine_.disk().crash(loss);
    return;
  }
  const auto in = 1 + dice_.below(dice_.one_in(3) ? 100 : 12);
  note(fmt::format("crash ordered in {} disk actions, loss {}", in, static_cast<int>(loss)));
  machine_.disk().crash_at(in, loss);
}

void World::clock_moves() {
  const auto what = dice_.below(10);
  if (what < 5) {
    hop();
    return;
  }
  if (what < 7) {
    now_ += std::chrono::minutes{dice_.between(0, 600)};
  } else if (what < 9) {
    now_ -= std::chrono::hours{dice_.between(0, 72)};
  } else {
    now_ += std::chrono::hours{dice_.between(0, 15 * 24)};
  }
  now_ = std::min(now_, end_ + after_the_end);
  advance(now_);
}

void World::hop() {
  const auto due = machine_.engine().next_due();
  if (due && *due <= end_ + after_the_end) {
    now_ = std::max(now_, *due);
  }
  advance(now_);
}

void World::advance(Timestamp now) {
  note("the clock runs to " + to_string(now));
  const auto advanced = machine_.engine().advance(now);
  engine_is_fine_ = clock_has_run_ = advanced.has_value();
  if (advanced.has_error() && machine_.disk().is_on()) {
    ++counts_.failures;
    note("  failed: " + advanced.error().message.en);
  }
}

void World::process_restarts() {
  note("the process ends and starts again");
  ++counts_.restarts;
  machine_.end();
  recover();
}

void World::faults_change() {
  auto& disk = machine_.disk();
  switch (dice_.below(4)) {
    case 0:
      note("faults come and go");
      disk.set_rates(some_faults(dice_, options_.fault_rate));
      return;
    case 1:
      note("the disk is full for a while");
      disk.fill_up(options_.fault_rate > 0 ? dice_.between(1, 30) : 0);
      break;
    default: {
      const DiskAction actions[] = {DiskAction::read, DiskAction::write, DiskAction::sync,
                                    DiskAction::truncate};
      const auto action = actions[dice_.below(4)];
      const auto in = 1 + dice_.below(8);
      note(fmt::format("a fault is ordered: action {}, the {}. from now", static_cast<int>(action),
                       in));
      disk.fail_at(action, options_.fault_rate > 0 ? in : 0);
    }
  }
  people_act();
}

void World::note(std::string line) {
  trace_.add(line);
  if (diary_.size() == diary_lines) {
    diary_.pop_front();
  }
  diary_.push_back(fmt::format("step {}: {}", counts_.steps, line));
}

}  // namespace tiendo::sim
