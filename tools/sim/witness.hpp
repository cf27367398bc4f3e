#pragma once

#include <optional>
#include <string>

#include "sim/checkers/checker.hpp"

namespace tiendo::sim {

/// Reads along: keeps the state that the journal gives, and shows all of it to the checkers.
class Witness {
 public:
  Witness() : checkers_{all_checkers()} {}

  /// A crash may have taken the end of the journal: from the first event again.
  void begin();
  /// Reads what is new.
  [[nodiscard]] Wrong read(const port::Journal& journal);

  [[nodiscard]] port::Journal::Position position() const noexcept { return position_; }
  [[nodiscard]] const model::State& replayed() const noexcept { return replayed_; }

  /// `ask` is called with each checker until one finds something wrong, which comes with its name.
  template <class Ask>
  [[nodiscard]] Wrong ask_all(const Ask& ask) {
    for (const auto& checker : checkers_) {
      if (auto wrong = ask(*checker)) {
        return std::string{checker->name()} + ": " + *wrong;
      }
    }
    return {};
  }

 private:
  Checkers checkers_;
  model::State replayed_;
  port::Journal::Position position_ = 0;
};

}  // namespace tiendo::sim
