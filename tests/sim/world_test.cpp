#include "sim/world.hpp"

#include <spdlog/spdlog.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace tiendo::sim {
namespace {

/// What came out of a world.
struct Outcome {
  Wrong wrong;
  std::uint64_t trace = 0;
};

Outcome outcome(const WorldOptions& options) {
  spdlog::set_level(spdlog::level::off);  // the engine tells of every fault
  World world{options};
  auto wrong = world.run();
  return {std::move(wrong), world.trace()};
}

/// Says what was wrong in the first of the worlds from `seed` on in which something was.
std::string first_wrong(Plant plant, std::uint64_t seed, int worlds) {
  for (int i = 0; i < worlds; ++i) {
    if (const auto found = outcome({.seed = seed + static_cast<std::uint64_t>(i), .plant = plant});
        found.wrong) {
      return *found.wrong;
    }
  }
  return "nothing";
}

}  // namespace

TEST_CASE("nothing is wrong in a few worlds") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    INFO("seed " << seed);
    const auto found = outcome({.seed = seed});
    INFO(found.wrong.value_or(""));
    CHECK_FALSE(found.wrong);
  }
}

TEST_CASE("the same seed and options are the same world, whatever other worlds came before") {
  std::vector<WorldOptions> worlds;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    worlds.push_back({.seed = seed});
    worlds.push_back({.seed = seed, .steps = 60, .crash_rate = 0.8});
    worlds.push_back({.seed = seed, .steps = 60, .fault_rate = 3});
  }
  std::vector<std::uint64_t> traces;
  for (const auto& options : worlds) {
    traces.push_back(outcome(options).trace);
  }
  for (std::size_t i = worlds.size(); i-- > 0;) {
    INFO("seed " << worlds[i].seed << ", world " << i);
    CHECK(outcome(worlds[i]).trace == traces[i]);
  }
}

TEST_CASE("another seed, and every other option, makes another world") {
  const std::vector<WorldOptions> worlds{
      {.seed = 1}, {.seed = 2}, {.seed = 1, .steps = 119}, {.seed = 1, .crash_rate = 0.5}};
  for (std::size_t i = 1; i < worlds.size(); ++i) {
    CHECK(outcome(worlds[i]).trace != outcome(worlds[0]).trace);
  }
}

// Each was found within 60 worlds wherever one began, and mostly in the first.
TEST_CASE("every bug that can be planted is found, by a checker whose matter it is") {
  const std::pair<Plant, std::string> bugs[] = {
      {Plant::lost_sync, "promises: "},        {Plant::doubled_timer, "rungs: "},
      {Plant::lost_timer, "same-state: "},     {Plant::broken_law, "law: "},
      {Plant::forgotten_answer, "promises: "},
  };
  CHECK(std::size(bugs) == plants().size());
  for (const auto& [plant, checker] : bugs) {
    const auto found = first_wrong(plant, 5000, 100);
    INFO(found);
    CHECK(found.starts_with(checker));
  }
}

}  // namespace tiendo::sim
