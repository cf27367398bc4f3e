#include "chart/event_table.hpp"

#include <algorithm>
#include <bit>

namespace tiendo::chart {
namespace {

// FNV-1a: it grows byte by byte, so that one pass over a name hashes all its beginnings.
constexpr std::uint64_t hash_start = 14695981039346656037U;
constexpr std::uint64_t hash_prime = 1099511628211U;

constexpr std::uint64_t hash_on(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * hash_prime;
}

std::size_t slot_of(std::uint64_t hash, std::size_t slots) {
  return (hash ^ (hash >> 32)) & (slots - 1);
}

/// Before every other character stands the point, so that "a.b" sorts before "a-b".
bool token_less(std::string_view a, std::string_view b) {
  const auto rank = [](char c) { return c == '.' ? 0 : static_cast<unsigned char>(c) + 1; };
  return std::ranges::lexicographical_compare(a, b, {}, rank, rank);
}

bool begins(std::string_view name, std::string_view beginning) {
  return name.starts_with(beginning) &&
         (name.size() == beginning.size() || name[beginning.size()] == '.');
}

}  // namespace

EventTable::EventTable(std::vector<std::string> names) : names_(std::move(names)) {
  for (std::size_t i = 0, count = names_.size(); i < count; ++i) {
    for (auto point = names_[i].find('.'); point != std::string::npos;
         point = names_[i].find('.', point + 1)) {
      names_.push_back(names_[i].substr(0, point));
    }
  }
  names_.emplace_back();
  std::ranges::sort(names_, token_less);
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());

  const auto size = static_cast<EventIndex>(names_.size());
  last_.assign(size, size);
  std::vector<EventIndex> open;  // the beginnings of the name at hand
  for (EventIndex e = 1; e < size; ++e) {
    while (!open.empty() && !begins(names_[e], names_[open.back()])) {
      last_[open.back()] = e;
      open.pop_back();
    }
    open.push_back(e);
  }

  slots_.assign(std::bit_ceil(std::size_t{2} * size), 0);
  for (EventIndex e = 1; e < size; ++e) {
    auto hash = hash_start;
    for (const char c : names_[e]) {
      hash = hash_on(hash, c);
    }
    auto slot = slot_of(hash, slots_.size());
    while (slots_[slot] != 0) {
      slot = (slot + 1) & (slots_.size() - 1);
    }
    slots_[slot] = e;
  }
}

EventIndex EventTable::look_up(std::string_view name, std::uint64_t hash) const noexcept {
  for (auto slot = slot_of(hash, slots_.size()); slots_[slot] != 0;
       slot = (slot + 1) & (slots_.size() - 1)) {
    if (names_[slots_[slot]] == name) {
      return slots_[slot];
    }
  }
  return 0;
}

EventIndex EventTable::find(std::string_view name) const noexcept {
  EventIndex found = 0;
  auto hash = hash_start;
  for (std::size_t i = 0; i <= name.size(); ++i) {
    if (i == name.size() || name[i] == '.') {
      const auto longer = look_up(name.substr(0, i), hash);
      if (longer == 0) {
        return found;
      }
      found = longer;
    }
    if (i < name.size()) {
      hash = hash_on(hash, name[i]);
    }
  }
  return found;
}

EventIndex EventTable::find_exactly(std::string_view name) const noexcept {
  const auto found = find(name);
  return names_[found] == name ? found : 0;
}

}  // namespace tiendo::chart
