#pragma once

#include <map>
#include <string>

#include "definition/chart_words.hpp"

namespace tiendo::definition {

/// The word that phases and procedures add to the states of a statechart: `title`.
class TitleWords : public ChartWords {
 public:
  bool state_key(std::string_view state, const Entry& entry, Findings& findings) override;
  [[nodiscard]] std::span<const std::string_view> state_keys() const override;

  /// By the id of the state.
  [[nodiscard]] std::map<std::string, std::string> take_titles() { return std::move(titles_); }

 private:
  std::map<std::string, std::string> titles_;
};

}  // namespace tiendo::definition
