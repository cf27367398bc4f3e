#include "sim/world.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/asking.hpp"
#include "sim/cast.hpp"
#include "sim/channel.hpp"
#include "sim/random_plan.hpp"

namespace tiendo::sim {
namespace {

constexpr std::size_t diary_lines = 30;
constexpr std::chrono::days after_the_end{20};

FaultRates some_faults(Dice& dice, double factor) {
  if (factor <= 0 || dice.one_in(2)) {
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
    requests.push_back(clients_.take_with_key({owner, {}, {}, model::SetUnit{unit}}));
  }
  for (auto& person : cast()) {
    requests.push_back(clients_.take_with_key({owner, {}, {}, model::AddPerson{person}}));
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

Clients::Number World::new_request() {
  const auto mark = clients_.next_mark();
  const auto& state = machine_.engine().state();
  const auto& campaign = dice_.of(campaigns_);
  if (dice_.one_in(30)) {
    return clients_.take(dice_, ask_of_office(dice_, now_, mark));
  }
  if (!dice_.one_in(5)) {
    if (auto command = ask_sensibly(dice_, state, campaign, now_, mark)) {
      return clients_.take(dice_, std::move(*command));
    }
  }
  return clients_.take(dice_, ask_foolishly(dice_, state, campaign, now_, mark));
}

void World::people_act() {
  const auto size = dice_.below(10);
  const int count = size < 6 ? dice_.between(1, 3) : dice_.between(1, size < 9 ? 10 : 50);
  std::vector<Clients::Number> requests;
  for (int i = 0; i < count; ++i) {
    const auto again = dice_.one_in(5) ? clients_.any_again(dice_) : std::nullopt;
    const auto request = again ? *again : new_request();
    if (!again && dice_.one_in(12)) {
      clients_.put_aside(request);
    } else {
      requests.push_back(request);
    }
  }
  send(requests);
}

void World::channel_carries() {
  const auto commands = carry_notices(dice_, machine_.engine().state(), now_, dice_.between(1, 40));
  std::vector<Clients::Number> requests;
  for (const auto& command : commands) {
    requests.push_back(clients_.take(dice_, command));
  }
  send(requests);
}

void World::send(const std::vector<Clients::Number>& requests) {
  if (requests.empty()) {
    return;  // whether the engine is fine is as open as before
  }
  auto& engine = machine_.engine();
  note(fmt::format("{} commands at {}, from number {}", requests.size(), to_string(now_),
                   requests.front()));
  std::vector<std::pair<Clients::Number, port::Answer>> answers;
  for (const auto number : requests) {
    const auto jitter = std::chrono::seconds{dice_.between(-20, 30)};
    if (auto answer = engine.decide(clients_.request(number), now_ + jitter)) {
      answers.emplace_back(number, std::move(*answer));
    }
  }
  const auto committed = engine.commit();
  engine_is_fine_ = committed.has_value();
  clock_has_run_ = committed.has_value() && answers.size() == requests.size();
  if (!machine_.disk().is_on()) {
    return;  // nobody has heard anything
  }
  if (committed.has_error()) {
    ++counts_.failures;
    note("  failed: " + committed.error().message.en);
    return;
  }
  machine_.disk().quiet(true);
  wrong_ = witness_.read(machine_.journal());
  for (const auto& [number, answer] : answers) {
    ++counts_.commands;
    clients_.answered(number);
    if (answers.size() == 1 && !answer.accepted()) {
      note("  refused: " + answer.rejection + ", " + answer.reason.en);
    }
    check_all([&](Checker& checker) {
      return checker.answered(clients_.request(number), answer, sight());
    });
  }
  machine_.disk().quiet(false);
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

/// What somebody reads at one moment stays as it is while people go on, and the log cannot be used
/// again from its start meanwhile.
void World::somebody_reads() {
  note("somebody reads beside");
  const auto reader = machine_.open_to_read();
  if (reader.has_error()) {
    return;
  }
  const auto& store = **reader;
  bool moved = false;
  const auto read = store.at_one_moment([&]() -> Result<void> {
    const auto before = store.last_position();
    people_act();
    const auto after = store.last_position();
    moved = before.has_value() && after.has_value() && *before != *after;
    return {};
  });
  if (read.has_error()) {
    note("  cannot read on: " + read.error().message.en);
  }
  if (well() && moved) {
    wrong_ = "reader: the journal moved while it was read at one moment";
  }
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
