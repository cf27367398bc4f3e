#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sim/checkers/checker.hpp"

namespace tiendo::sim {

/// What was acknowledged is never lost: the events up to the position of any answer stay what they
/// were, and an answer that was kept with its key is found again, the same.
class PromisesChecker final : public Checker {
 public:
  std::string_view name() const override { return "promises"; }
  void begin() override;
  Wrong read(port::Journal::Position position, const model::Event& event,
             const model::State& before) override;
  Wrong after_recovery(const Sight& sight) override;
  Wrong answered(const runtime::Request& request, const port::Answer& answer,
                 const Sight& sight) override;

 private:
  using Key = std::pair<model::UserId, std::string>;
  struct Kept {
    std::string fingerprint;
    port::Answer answer;
  };

  std::vector<std::uint64_t> digests_;   // of the events, by position
  std::vector<std::uint64_t> promised_;  // those up to the last answer
  std::map<Key, Kept> kept_;
  std::string payload_;
};

}  // namespace tiendo::sim
