#pragma once

#include <string>
#include <vector>

#include "runtime/engine.hpp"
#include "sim/dice.hpp"

namespace tiendo::sim {

/// All who send commands, and what they know of them. Most give a key with a command and send it
/// again until they have an answer, some once more after that; some let it lie for a while.
class Clients {
 public:
  using Number = std::size_t;  // of a request, in the order in which they were made

  /// The mark for the next command.
  [[nodiscard]] std::string next_mark() const;

  /// Takes the command up, with a key of its own or none.
  Number take(Dice& dice, model::Command command);
  /// As `take`, always with a key.
  Number take_with_key(model::Command command);
  /// The command is sent some other day, after others that were thought of later.
  void put_aside(Number request) { aside_.push_back(request); }

  /// A request that was made before: one put aside, one without an answer, one that has been
  /// answered, one whose key is abused for another command. Nothing when there is none.
  [[nodiscard]] std::optional<Number> any_again(Dice& dice);

  [[nodiscard]] const runtime::Request& request(Number number) const {
    return made_[number].request;
  }
  void answered(Number number) { made_[number].answered = true; }
  /// The requests with a key that nobody has answered.
  [[nodiscard]] std::vector<Number> unanswered() const;

 private:
  struct Made {
    runtime::Request request;
    bool answered = false;
  };

  std::vector<Made> made_;
  std::vector<Number> aside_;
};

}  // namespace tiendo::sim
