#pragma once

#include <optional>
#include <string>

#include "sim/world.hpp"

namespace tiendo::sim {

/// What the program is asked for.
struct Options {
  WorldOptions world;      // its seed is that of the first world; each world after it has the next
  std::uint64_t runs = 1;  // worlds; ends earlier where `seconds` have passed
  int seconds = 0;         // 0: until `runs` are done
  bool diary = false;      // print all steps of every world, not only the last before a failure
  bool log = false;        // what the engine logs
};

struct Parsed {
  std::optional<Options> options;
  int exit_code = 0;    // where there are none
  std::string message;  // for the person, then
  bool to_error = false;
};

[[nodiscard]] Parsed parse(int argc, const char* const* argv);

/// The one line that repeats this world.
[[nodiscard]] std::string line_that_repeats(const WorldOptions& world);

}  // namespace tiendo::sim
