#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/time.hpp"

namespace tiendo::definition {

/// One thing that a plan says. English is the word of the plan file, for programs to rely on. A
/// name stands more than once where there are several values, in their order.
struct Fact {
  Text name;
  Text value;

  friend bool operator==(const Fact&, const Fact&) = default;
};

/// Something that a plan declares: a task, a phase, a unit.
struct Thing {
  std::string id;
  std::string title;
  std::vector<Fact> facts;
};

/// Collects facts. What is empty is none.
class Facts {
 public:
  void add(Text name, Text value) {
    if (!value.en.empty()) {
      facts_.push_back({std::move(name), std::move(value)});
    }
  }
  void add(Text name, const std::string& value) { add(std::move(name), Text{value, value}); }
  void add(Text name, int value) { add(std::move(name), fmt::format("{}", value)); }
  void add(Text name, std::optional<Day> day) {
    add(std::move(name), day ? Text{to_vietnamese(*day), tiendo::to_string(*day)} : Text{});
  }

  [[nodiscard]] std::vector<Fact> take() && { return std::move(facts_); }

 private:
  std::vector<Fact> facts_;
};

}  // namespace tiendo::definition
