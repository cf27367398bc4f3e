// What the cells of a table say.
#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "base/fold.hpp"
#include "runtime/office_import.hpp"

namespace tiendo::runtime {

std::optional<model::Role> role_in_words(std::string_view text) {
  using model::Role;
  static const std::map<std::string_view, Role> roles{
      {"viewer", Role::viewer},
      {"nguoi xem", Role::viewer},
      {"xem", Role::viewer},
      {"staff", Role::staff},
      {"member of staff", Role::staff},
      {"chuyen vien", Role::staff},
      {"can bo", Role::staff},
      {"nhan vien", Role::staff},
      {"vien chuc", Role::staff},
      {"head", Role::head},
      {"head of unit", Role::head},
      {"truong don vi", Role::head},
      {"truong phong", Role::head},
      {"thu truong don vi", Role::head},
      {"leader", Role::leader},
      {"lanh dao", Role::leader},
      {"office", Role::office},
      {"van phong", Role::office},
      {"administrator", Role::administrator},
      {"admin", Role::administrator},
      {"quan tri vien", Role::administrator},
      {"quan tri", Role::administrator},
  };
  const auto found = roles.find(fold(text));
  return found == roles.end() ? std::nullopt : std::optional{found->second};
}

const model::Unit* unit_in_words(std::string_view text, const model::Office& office) {
  const auto by_id = office.units.find(model::UnitId{text});
  if (by_id != office.units.end()) {
    return &by_id->second;
  }
  const auto folded = fold(text);
  const model::Unit* found = nullptr;
  for (const auto& [id, unit] : office.units) {
    if (fold(unit.name) == folded || fold(unit.short_name) == folded) {
      if (found != nullptr) {
        return nullptr;
      }
      found = &unit;
    }
  }
  return found;
}

std::optional<Day> day_in_words(std::string_view text) {
  if (const auto day = parse_day(text)) {
    return day;
  }
  std::array<int, 3> parts{};  // day, month, year
  const char* at = text.data();
  const char* const end = at + text.size();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto [after, failed] = std::from_chars(at, end, parts[i]);
    const bool last = i + 1 == parts.size();
    if (failed != std::errc{} || parts[i] <= 0 || (last ? after != end : after == end) ||
        (!last && *after != '/')) {
      return std::nullopt;
    }
    at = last ? after : after + 1;
  }
  const Day day{std::chrono::year{parts[2]}, std::chrono::month{static_cast<unsigned>(parts[1])},
                std::chrono::day{static_cast<unsigned>(parts[0])}};
  const bool written_out = parts[2] >= 1000 && parts[2] <= 9999;  // 01/3/25 may be anything
  return day.ok() && written_out ? std::optional{day} : std::nullopt;
}

namespace {

/// Whether there are parts between the dots, none of them empty (RFC 5321, 4.1.2); those of a
/// domain neither begin nor end with a dash.
bool has_parts(std::string_view text, bool is_domain) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('.', begin), text.size());
    const auto part = text.substr(begin, end - begin);
    if (part.empty() || (is_domain && (part.front() == '-' || part.back() == '-'))) {
      return false;
    }
    begin = end + 1;
  }
  return true;
}

}  // namespace

bool is_email(std::string_view text) {
  // Letters with marks too: few mail servers take them, and no channel of ours sends to them.
  const bool is_plain = std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
  const auto at = text.find('@');
  return is_plain && at != std::string_view::npos && has_parts(text.substr(0, at), false) &&
         has_parts(text.substr(at + 1), true) && text.find('@', at + 1) == std::string_view::npos &&
         text.find_first_of(",;<>\"") == std::string_view::npos;
}

}  // namespace tiendo::runtime
