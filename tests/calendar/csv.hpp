#pragma once

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace tiendo::test {

/// The rows of a file in tests/calendar/data, each by the names of the head. No line breaks in
/// cells; a cell in double quotes may hold the separator.
inline std::vector<std::map<std::string, std::string>> read_table(const std::string& path,
                                                                  char separator) {
  std::ifstream file{path};
  if (!file) {
    throw std::runtime_error("no such file: " + path);
  }
  const auto split = [&](const std::string& line) {
    std::vector<std::string> cells{""};
    bool quoted = false;
    for (const char c : line) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    return cells;
  };
  std::string line;
  std::getline(file, line);
  const auto names = split(line);
  std::vector<std::map<std::string, std::string>> rows;
  while (std::getline(file, line)) {
    const auto cells = split(line);
    auto& row = rows.emplace_back();
    for (std::size_t i = 0; i < names.size() && i < cells.size(); ++i) {
      row[names[i]] = cells[i];
    }
  }
  return rows;
}

inline std::string data_file(const std::string& name) {
  return std::string{TIENDO_SOURCE_DIR} + "/tests/calendar/data/" + name;
}

}  // namespace tiendo::test
