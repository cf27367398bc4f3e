#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace tiendo {

/// The name of one kind of thing, as its file or command gives it. Ids of different tags do not
/// mix.
template <class Tag>
class Id {
 public:
  Id() = default;
  explicit Id(std::string value) : value_(std::move(value)) {}
  explicit Id(std::string_view value) : value_(value) {}
  explicit Id(const char* value) : value_(value) {}

  [[nodiscard]] const std::string& str() const noexcept { return value_; }
  [[nodiscard]] bool empty() const noexcept { return value_.empty(); }

  friend bool operator==(const Id&, const Id&) = default;
  friend auto operator<=>(const Id&, const Id&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Id& id) { return out << id.value_; }

 private:
  std::string value_;
};

inline constexpr std::size_t id_bytes_max = 64;

/// Of the plain alphabet, whatever the locale.
[[nodiscard]] bool is_letter_or_digit(char c) noexcept;

/// Whether `text` may be the id of a thing: plain letters, digits, '-' and '_', the first a letter
/// or digit, at most `id_bytes_max`. So an id can stand in a path, an event's name and a URL.
[[nodiscard]] bool is_id(std::string_view text) noexcept;

}  // namespace tiendo

template <class Tag>
struct std::hash<tiendo::Id<Tag>> {
  std::size_t operator()(const tiendo::Id<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.str());
  }
};
