#pragma once

#include <string>
#include <utility>

namespace tiendo {

enum class Language { vi, en };

/// A message to a person, in both languages of the program.
struct Text {
  std::string vi;
  std::string en;

  [[nodiscard]] const std::string& in(Language language) const& noexcept {
    return language == Language::vi ? vi : en;
  }
  /// Of a text that is about to go: a reference into it would dangle.
  [[nodiscard]] std::string in(Language language) && {
    return std::move(language == Language::vi ? vi : en);
  }
  friend bool operator==(const Text&, const Text&) = default;
};

}  // namespace tiendo
