#include "server/accept.hpp"

#include <algorithm>
#include <optional>

#include "server/http_message.hpp"

namespace tiendo::server {
namespace {

constexpr std::size_t preferences_max = 64;  // browsers send below ten

std::string_view trim(std::string_view text) noexcept {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Cuts off what stands before the first `mark`.
std::string_view next(std::string_view& rest, char mark) noexcept {
  const auto end = rest.find(mark);
  const auto part = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return trim(part);
}

/// "1", "0.25", "1.000": at most three decimals, at most 1.
std::optional<int> read_weight(std::string_view text) noexcept {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1') ||
      (text.size() > 1 && text[1] != '.')) {
    return std::nullopt;
  }
  int permille = (text[0] - '0') * 1000;
  int scale = 100;
  for (const char digit : text.substr(text.size() > 1 ? 2 : 1)) {
    if (digit < '0' || digit > '9') {
      return std::nullopt;
    }
    permille += (digit - '0') * scale;
    scale /= 10;
  }
  return permille <= 1000 ? std::optional{permille} : std::nullopt;
}

std::optional<Preference> read_preference(std::string_view part) {
  Preference preference{next(part, ';'), 1000};
  if (preference.name.empty()) {
    return std::nullopt;
  }
  while (!part.empty()) {
    const auto parameter = next(part, ';');
    if (parameter.starts_with("q=") || parameter.starts_with("Q=")) {
      const auto weight = read_weight(parameter.substr(2));
      if (!weight) {
        return std::nullopt;
      }
      preference.permille = *weight;
    }
  }
  return preference;
}

/// What weighs for `name`: its own entry before "*"; absent: nothing was said.
std::optional<int> weight_of(const std::vector<Preference>& list, std::string_view name) {
  std::optional<int> star;
  for (const auto& preference : list) {
    if (equal_ignoring_case(preference.name, name)) {
      return preference.permille;
    }
    if (preference.name == "*") {
      star = preference.permille;
    }
  }
  return star;
}

/// The largest weight of "vi" and all that is more exact, "vi-VN".
int weight_of_language(const std::vector<Preference>& list, std::string_view name) {
  std::optional<int> best;
  for (const auto& preference : list) {
    const auto primary = preference.name.substr(0, preference.name.find('-'));
    if (equal_ignoring_case(primary, name)) {
      best = std::max(best.value_or(0), preference.permille);
    }
  }
  return best ? *best : weight_of(list, "*").value_or(0);
}

}  // namespace

std::vector<Preference> read_preferences(std::string_view list) {
  std::vector<Preference> preferences;
  while (!list.empty() && preferences.size() < preferences_max) {
    if (const auto preference = read_preference(next(list, ','))) {
      preferences.push_back(*preference);
    }
  }
  return preferences;
}

Language choose_language(std::string_view accept_language) {
  const auto list = read_preferences(accept_language);
  return weight_of_language(list, "en") > weight_of_language(list, "vi") ? Language::en
                                                                         : Language::vi;
}

bool accepts_gzip(std::string_view accept_encoding) {
  const auto list = read_preferences(accept_encoding);
  const auto weight = weight_of(list, "gzip").value_or(0);
  for (const auto& preference : list) {
    if (equal_ignoring_case(preference.name, "identity") && preference.permille > weight) {
      return false;
    }
  }
  return weight > 0;
}

}  // namespace tiendo::server
