// World: what happens after a crash and after every step.
#include <fmt/format.h>

#include "sim/world.hpp"

namespace tiendo::sim {
namespace {

constexpr int attempts_with_trouble = 4;  // then the disk works again, and the start has to succeed
constexpr int attempts_most = 6;

}  // namespace

Sight World::sight() {
  return {machine_.store(),    machine_.journal(), machine_.engine(), witness_.replayed(),
          witness_.position(), engine_is_fine_,    clock_has_run_};
}

void World::look() {
  if (!well()) {
    return;
  }
  if (!machine_.disk().is_on()) {
    recover();
    return;
  }
  machine_.disk().quiet(true);
  if (auto wrong = witness_.read(machine_.journal())) {
    wrong_ = std::move(wrong);
  }
  check_all([this](Checker& checker) { return checker.after_step(sight()); });
  machine_.disk().quiet(false);
}

void World::look_after_recovery() {
  machine_.disk().quiet(true);
  witness_.begin();
  wrong_ = witness_.read(machine_.journal());
  engine_is_fine_ = true;
  clock_has_run_ = false;
  check_all([this](Checker& checker) { return checker.after_recovery(sight()); });
  machine_.disk().quiet(false);
}

void World::recover() {
  for (int attempt = 0; well(); ++attempt) {
    if (!machine_.disk().is_on()) {
      ++counts_.crashes;
      counts_.crashes_in_recovery += attempt > 0 ? 1 : 0;
    }
    if (started(attempt)) {
      look_after_recovery();
      return;
    }
    if (attempt == attempts_most) {
      wrong_ = "recovery: the process does not start on a disk that works";
    }
  }
}

bool World::started(int attempt) {
  auto& disk = machine_.disk();
  machine_.end();
  if (!disk.is_on()) {
    disk.boot();
  }
  if (attempt >= attempts_with_trouble) {
    disk.set_rates({});
    disk.boot();
  } else if (dice_.happens(options_.crash_rate / 2)) {
    const auto loss = static_cast<Loss>(dice_.below(3));
    const auto in = 1 + dice_.below(80);
    note(fmt::format("crash ordered in {} disk actions of the start, loss {}", in,
                     static_cast<int>(loss)));
    disk.crash_at(in, loss);
  }
  const auto faults = disk.faults();
  const auto result = machine_.start();
  if (!disk.is_on()) {
    machine_.end();
    return false;
  }
  if (result.has_error()) {
    note("  does not start: " + result.error().message.en);
    if (disk.faults() == faults) {
      wrong_ = "recovery: does not start although the disk works: " + result.error().message.en +
               " (" + result.error().where + ")";
    }
    return false;
  }
  note(fmt::format("started at event {}", machine_.engine().position()));
  return true;
}

}  // namespace tiendo::sim
