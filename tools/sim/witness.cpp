#include "sim/witness.hpp"

namespace tiendo::sim {

void Witness::begin() {
  replayed_ = {};
  position_ = 0;
  for (const auto& checker : checkers_) {
    checker->begin();
  }
}

Wrong Witness::read(const port::Journal& journal) {
  Wrong wrong;
  const auto read =
      journal.read(position_, [&](port::Journal::Position position, const model::Event& event) {
        wrong = ask_all([&](Checker& checker) { return checker.read(position, event, replayed_); });
        if (wrong) {
          return false;
        }
        model::apply(replayed_, event);
        position_ = position;
        return true;
      });
  if (!wrong && read.has_error()) {
    return "the journal cannot be read: " + read.error().message.en;
  }
  return wrong;
}

}  // namespace tiendo::sim
