#include "sim/clients.hpp"

#include <utility>

#include "sim/asking.hpp"

namespace tiendo::sim {

std::string Clients::next_mark() const {
  return std::string{mark_begin} + std::to_string(made_.size());
}

Clients::Number Clients::take(Dice& dice, model::Command command) {
  const auto number = take_with_key(std::move(command));
  if (dice.one_in(7)) {
    made_[number].request.key.clear();
  }
  return number;
}

Clients::Number Clients::take_with_key(model::Command command) {
  const auto ordinal = std::to_string(made_.size());
  made_.push_back({{std::move(command), "k" + ordinal, "f" + ordinal}, false});
  return made_.size() - 1;
}

std::optional<Clients::Number> Clients::any_again(Dice& dice) {
  if (!aside_.empty() && dice.one_in(2)) {
    const auto place = aside_.begin() + static_cast<std::ptrdiff_t>(dice.below(aside_.size()));
    const auto number = *place;
    aside_.erase(place);
    return number;
  }
  const auto waiting = unanswered();
  if (!waiting.empty() && dice.one_in(2)) {
    return dice.of(waiting);
  }
  if (made_.empty()) {
    return std::nullopt;
  }
  const auto number = dice.below(made_.size());
  const auto& made = made_[number];
  if (made.request.key.empty()) {
    return std::nullopt;
  }
  if (dice.one_in(6)) {
    auto abused = made.request;
    abused.fingerprint += "-other";
    made_.push_back({std::move(abused), true});
    return made_.size() - 1;
  }
  return number;
}

std::vector<Clients::Number> Clients::unanswered() const {
  std::vector<Number> waiting;
  for (Number number = 0; number < made_.size(); ++number) {
    if (!made_[number].answered && !made_[number].request.key.empty()) {
      waiting.push_back(number);
    }
  }
  return waiting;
}

}  // namespace tiendo::sim
