#include "sim/options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <map>
#include <random>
#include <sstream>

namespace tiendo::sim {
namespace {

std::string plants_in_words() {
  std::string words = "Bugs that can be planted (--plant), to see them found:\n";
  for (const auto& plant : plants()) {
    words += fmt::format("  {:<18}{}\n", plant.name, plant.what);
  }
  return words;
}

std::map<std::string, Plant> plants_by_name() {
  std::map<std::string, Plant> names;
  for (const auto& plant : plants()) {
    names.emplace(plant.name, plant.plant);
  }
  return names;
}

}  // namespace

Parsed parse(int argc, const char* const* argv) {
  Options options;
  std::optional<std::uint64_t> seed;
  std::optional<std::uint64_t> runs;
  CLI::App app{
      "tiendo-sim: the engine and its journal in a random world in which everything may fail.\n"
      "Exit codes: 0 nothing found, 1 something is wrong, 2 wrong usage."};
  app.add_option("--seed", seed, "of the first world; left out: any");
  app.add_option("--runs", runs, "worlds, each with the next seed (default 1, or no limit)");
  app.add_option("--seconds", options.seconds, "stop after so many")->check(CLI::PositiveNumber);
  app.add_option("--steps", options.world.steps, "of chaos in each world")
      ->capture_default_str()
      ->check(CLI::Range(0, 100'000));
  app.add_option("--crash-rate", options.world.crash_rate, "chance of a crash at each step")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 1.0));
  app.add_option("--fault-rate", options.world.fault_rate, "factor on the faults of the disk")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 100.0));
  app.add_option("--plant", options.world.plant, "a planted bug")
      ->transform(CLI::CheckedTransformer(plants_by_name()));
  app.add_flag("--diary", options.diary, "print the last steps of every world");
  app.add_flag("--log", options.log, "print what the engine logs");
  app.footer(plants_in_words());
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    const int code = app.exit(error, out, out);
    return {{}, code == 0 ? 0 : 2, out.str(), code != 0};
  }
  options.world.seed = seed ? *seed : std::random_device{}();
  options.runs = runs ? *runs : (options.seconds > 0 ? ~std::uint64_t{0} : 1);
  return {options, 0, {}, false};
}

std::string line_that_repeats(const WorldOptions& world) {
  auto line = fmt::format("tiendo-sim --seed {} --steps {} --crash-rate {} --fault-rate {}",
                          world.seed, world.steps, world.crash_rate, world.fault_rate);
  for (const auto& plant : plants()) {
    if (plant.plant == world.plant) {
      line += fmt::format(" --plant {}", plant.name);
    }
  }
  return line;
}

}  // namespace tiendo::sim
