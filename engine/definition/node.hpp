#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "definition/mark.hpp"

namespace tiendo::definition {

struct Entry;

/// A value as a file gives it, with its place: null, true or false, whole number, decimal number,
/// text, list, or map in the order of the file. Text is in normal form C.
class Node {
 public:
  enum class Type : std::uint8_t { null, boolean, integer, number, text, list, map };
  using List = std::vector<Node>;
  using Map = std::vector<Entry>;
  using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Map>;

  Node();
  Node(Mark mark, Value value);
  Node(const Node&);
  Node(Node&&) noexcept;
  Node& operator=(const Node&);
  Node& operator=(Node&&) noexcept;
  ~Node();

  [[nodiscard]] Mark mark() const noexcept { return mark_; }
  [[nodiscard]] Type type() const noexcept { return static_cast<Type>(value_.index()); }
  [[nodiscard]] bool is(Type type_asked) const noexcept { return type() == type_asked; }

  /// The value; ends the process where the node is of another type: ask first, or have the schema
  /// ask. A whole number is a number too.
  [[nodiscard]] bool boolean() const;
  [[nodiscard]] std::int64_t integer() const;
  [[nodiscard]] double number() const;
  [[nodiscard]] const std::string& text() const;
  [[nodiscard]] const List& list() const;
  [[nodiscard]] const Map& map() const;

  /// For readers: what is filled while the text is read.
  [[nodiscard]] List& list();
  [[nodiscard]] Map& map();

  /// For readers: it and all in it stand at `mark` from now on.
  void place(Mark mark) noexcept;

  /// The value of `key`, or nothing: also where this is not a map.
  [[nodiscard]] const Node* find(std::string_view key) const noexcept;

  /// Equal values in the same order, wherever they stand.
  friend bool operator==(const Node& left, const Node& right);

 private:
  Mark mark_;
  Value value_;
};

/// One line of a map.
struct Entry {
  std::string key;
  Mark key_mark;
  Node value;

  friend bool operator==(const Entry& left, const Entry& right) {
    return left.key == right.key && left.value == right.value;
  }
};

}  // namespace tiendo::definition
