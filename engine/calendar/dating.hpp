#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "calendar/expression.hpp"
#include "calendar/phrase.hpp"

namespace tiendo::calendar {

/// A clause or limit with its days.
struct Dated {
  Role role = Role::at;
  DayRange span = {};
  std::optional<std::chrono::minutes> time = {};
  bool in_day = false;  // beside the afternoon or evening: what is before it may be done that day
  bool bracketed = false;
  bool is_year = false;
  bool in_name = false;
  bool is_range = false;
  bool one_day = false;
};

/// Writes into a window why it is not resolved, and what to look at.
class Remarks {
 public:
  explicit Remarks(Window& window) : window_(window) {}

  /// It cannot be resolved. The first reason is kept: enough to look at the phrase again.
  void fail(const Text& why);
  /// The phrase is understood; somebody else has to give the day.
  void wait(const Text& why);
  void warn(const Text& what);

 private:
  Window& window_;
};

/// Gives the clauses and limits of the phrase their days, and the window its peak. Left out are
/// times that only say where others lie: the year of a name, a year with a closer time in it, what
/// stands beside an event in brackets.
[[nodiscard]] std::vector<Dated> date_phrase(const Phrase& phrase, const ExpressionContext& context,
                                             Window& window);

}  // namespace tiendo::calendar
