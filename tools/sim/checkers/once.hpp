#pragma once

#include <map>
#include <set>
#include <string>

#include "sim/checkers/checker.hpp"

namespace tiendo::sim {

/// A command is done once, however often it comes, and a refused one not at all. Commands are known
/// again by the mark in their words.
class OnceChecker final : public Checker {
 public:
  std::string_view name() const override { return "once"; }
  void begin() override { done_.clear(); }
  Wrong read(port::Journal::Position position, const model::Event& event,
             const model::State& before) override;
  Wrong after_recovery(const Sight& sight) override;
  Wrong answered(const runtime::Request& request, const port::Answer& answer,
                 const Sight& sight) override;

 private:
  std::map<std::string, port::Journal::Position> done_;  // by mark
  std::set<std::string> accepted_;                       // answered so
  std::set<std::string> refused_;
};

/// The mark in the words of a command or an event; empty where there is none.
[[nodiscard]] std::string mark_of(const model::Command& command);
[[nodiscard]] std::string mark_of(const model::EventBody& body);

}  // namespace tiendo::sim
