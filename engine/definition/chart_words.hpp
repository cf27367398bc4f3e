#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "chart/document.hpp"
#include "definition/finding.hpp"
#include "definition/node.hpp"

namespace tiendo::definition {

/// What a domain adds to the words of a statechart; a chart on its own adds nothing, which is what
/// this class does. A function gives nothing where it does not know the word. Where it knows the
/// word and the value is wrong, it says so in `findings` and gives some stand-in.
class ChartWords {
 public:
  virtual ~ChartWords() = default;

  /// `when: { accepted: [ … ] }`: the entry `accepted`.
  virtual std::optional<chart::Guard> guard(const Entry& entry, Findings& findings);
  /// A guard that stands in a transition itself, beside `event` and `to`: `at: …`.
  virtual std::optional<chart::Guard> transition_guard(const Entry& entry, Findings& findings);
  /// `entry: [ { start: [ … ] } ]`: the entry `start`.
  virtual std::optional<chart::Action> action(const Entry& entry, Findings& findings);
  /// A further key of a state: `title`. False where it does not know the word.
  virtual bool state_key(std::string_view state, const Entry& entry, Findings& findings);

  /// Says in `findings` why a send at `at` may not wait that long.
  virtual void check_delay(const chart::Delay& delay, Mark at, Findings& findings) const;

  /// The words themselves, for messages.
  [[nodiscard]] virtual std::span<const std::string_view> guards() const;
  [[nodiscard]] virtual std::span<const std::string_view> transition_guards() const;
  [[nodiscard]] virtual std::span<const std::string_view> actions() const;
  [[nodiscard]] virtual std::span<const std::string_view> state_keys() const;
};

// Parts of charts, for chart_reader.cpp. Each reports what is wrong and gives what could be read.

[[nodiscard]] chart::Guard read_guard(const Node& node, ChartWords& words, Findings& findings);
[[nodiscard]] std::vector<chart::Action> read_actions(const Node& node, ChartWords& words,
                                                      Findings& findings);
/// A text or a list of texts.
[[nodiscard]] std::vector<chart::Name> read_names(const Node& node, Findings& findings);
[[nodiscard]] bool read_flag(const Node& node, Findings& findings);

[[nodiscard]] chart::Place place_of(Mark mark);
/// Tells that `entry` is no word here, and which of `own` and `added` may be meant.
void unknown_word(const Entry& entry, std::span<const std::string_view> own,
                  std::span<const std::string_view> added, Findings& findings);

}  // namespace tiendo::definition
