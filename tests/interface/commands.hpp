#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "cli/tiendo.hpp"

namespace tiendo::test {

/// The subcommands that `tiendo PATH --help` names.
inline std::vector<std::string> subcommands(const std::string& path) {
  std::istringstream help{tiendo(path + " --help").out};
  std::vector<std::string> names;
  bool inside = false;
  for (std::string line; std::getline(help, line);) {
    if (inside && line.starts_with("  ") && line[2] != ' ') {
      names.push_back(line.substr(2, line.find(' ', 2) - 2));
    }
    inside = inside || line == "Subcommands:";
  }
  return names;
}

/// Every command that can be given, as its words: "task show".
inline std::vector<std::string> commands(const std::string& below = "") {
  std::vector<std::string> all;
  for (const auto& name : subcommands(below)) {
    const auto path = below.empty() ? name : below + " " + name;
    auto inside = commands(path);
    if (inside.empty()) {
      inside.push_back(path);
    }
    all.insert(all.end(), inside.begin(), inside.end());
  }
  return all;
}

}  // namespace tiendo::test
