#pragma once

#include <chrono>
#include <map>
#include <string>

#include "definition/chart_words.hpp"

namespace tiendo::definition {

/// A word that every chart in a file knows for its states: `title`.
class TitleWords : public ChartWords {
 public:
  bool state_key(std::string_view state, const Entry& entry, Findings& findings) override;
  [[nodiscard]] std::span<const std::string_view> state_keys() const override;

  /// By the id of the state.
  [[nodiscard]] std::map<std::string, std::string> take_titles() { return std::move(titles_); }

 private:
  std::map<std::string, std::string> titles_;
};

/// A chart on its own: it knows no calendar, so that no send of it waits for working days.
class BareWords final : public TitleWords {
 public:
  void check_delay(const chart::Delay& delay, Mark at, Findings& findings) const override;
};

/// A chart that runs for months, the phases of a plan or the procedure of a kind: a send that waits
/// waits `shortest` at least. A shorter one that comes again and again would fill the journal.
class CampaignWords : public TitleWords {
 public:
  static constexpr std::chrono::minutes shortest{1};

  void check_delay(const chart::Delay& delay, Mark at, Findings& findings) const override;
};

}  // namespace tiendo::definition
