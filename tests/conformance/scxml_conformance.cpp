// Plays every line of a file of statechart tests ({id, chart, events, expect}) and compares.

#include <algorithm>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "chart/script.hpp"
#include "definition/chart_reader.hpp"
#include "definition/yaml.hpp"

namespace {

using tiendo::chart::Chart;
using tiendo::chart::Played;
using tiendo::chart::Step;
using tiendo::definition::Findings;
using tiendo::definition::Node;
using Names = std::set<std::string>;

constexpr int skipped = 77;

std::vector<std::string> texts(const Node& list) {
  std::vector<std::string> all;
  for (const auto& item : list.list()) {
    all.push_back(item.text());
  }
  return all;
}

Names active(const Chart& chart, const Step& step) {
  Names names;
  for (const auto state : step.active) {
    names.insert(chart.name(state));
  }
  return names;
}

/// What is wrong, or nothing.
std::string compare(const Chart& chart, const Played& played, const Node& expect) {
  if (const auto* final = expect.find("final")) {
    const bool ended = played.done && active(chart, played.steps.back()) == Names{final->text()};
    return ended ? "" : "it does not end in " + final->text();
  }
  const auto& steps = expect.find("active")->list();
  if (steps.size() != played.steps.size()) {
    return "another number of steps";
  }
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto expected = texts(steps[i]);
    if (active(chart, played.steps[i]) != Names(expected.begin(), expected.end())) {
      return "step " + std::to_string(i) + " rests elsewhere";
    }
  }
  return "";
}

std::string run(const Node& test, Findings& findings) {
  const auto chart = tiendo::definition::read_bare_chart(*test.find("chart"), findings);
  if (!chart) {
    return to_string(findings.take().front(), tiendo::Language::en);
  }
  const auto events = texts(*test.find("events"));
  const auto played = tiendo::chart::play(*chart, events);
  return played ? compare(*chart, *played, *test.find("expect")) : played.error().message.en;
}

}  // namespace

int main(int argc, char** argv) {
  std::ifstream file{argc == 2 ? argv[1] : ""};
  if (!file) {
    std::cout << "skipped: no statechart tests at " << (argc == 2 ? argv[1] : "") << '\n';
    return skipped;
  }
  int passed = 0;
  int failed = 0;
  for (std::string line; std::getline(file, line);) {
    Findings findings{"line " + std::to_string(passed + failed + 1)};
    const auto test = tiendo::definition::read_yaml(line, findings);
    const auto problem = test ? run(*test, findings) : "it cannot be read";
    if (problem.empty()) {
      ++passed;
    } else {
      ++failed;
      std::cout << findings.file() << ": " << problem << '\n' << line << '\n';
    }
  }
  std::cout << passed << " passed, " << failed << " failed\n";
  return failed == 0 && passed > 0 ? 0 : 1;
}
