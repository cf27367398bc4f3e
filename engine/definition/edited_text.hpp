#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "definition/year_text.hpp"

namespace tiendo::definition {

/// A YAML text that rules go over, one after another: each reads what none before it has taken, and
/// may put something in its place. The text outlives this.
class EditedText {
 public:
  using Match = std::cmatch;

  /// Bytes of the text, the last left out.
  struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  explicit EditedText(std::string_view text) : text_{text}, unread_{text} {}

  /// Its comments. What "#" begins within quotes is none.
  [[nodiscard]] std::vector<Span> comments() const;
  /// What stands under a key of the outermost map; nothing where there is none.
  [[nodiscard]] Span block(std::string_view key) const;

  /// Each match of the pattern within `where`, of what no rule has taken.
  void each(const char* pattern, const std::function<void(const Match&)>& use,
            std::optional<Span> where = {});
  /// Where a group of a match stands.
  [[nodiscard]] Span place(const Match& match, std::size_t group = 0) const;
  [[nodiscard]] std::string said(const Span& span) const;
  /// Whether it is no part of a longer number or word.
  [[nodiscard]] bool stands_alone(const Span& span) const;

  /// No further rule reads it.
  void take(const Span& span);
  void put(const Span& span, std::string text);
  void doubt(std::size_t at, std::string code, Text message);

  /// The text with all that was put, and the doubts where they stand in it.
  [[nodiscard]] MovedText applied() &&;

 private:
  struct Edit {
    Span place;
    std::string text;
  };

  std::string_view text_;
  std::string unread_;  // as long as the text
  std::vector<Edit> edits_;
  std::vector<TextDoubt> doubts_;
};

}  // namespace tiendo::definition
