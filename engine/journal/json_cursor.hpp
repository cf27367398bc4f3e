#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tiendo::journal {

/// A way through JSON text from front to back (RFC 8259), without a tree of it. Total: every
/// function says whether there is what was asked for, and when there is not, what was wrong is kept
/// and nothing more is to be asked. One thread.
///
/// Not boost::json, because of numbers: its parser of 1.81 is off by one unit in the last place for
/// one double in seven of 17 digits, and what was recorded has to come back exactly.
class JsonCursor {
 public:
  /// `text` outlives the cursor.
  explicit JsonCursor(std::string_view text)
      : begin_{text.data()}, at_{begin_}, end_{begin_ + text.size()} {}

  /// Whether `{` or `[` comes next. Not more than `deepest` may be open at once.
  [[nodiscard]] bool open(char bracket);
  /// Whether another element comes before the closing bracket, which is taken; `first`: none was
  /// read yet. Ask `failed` when it says no.
  [[nodiscard]] bool next(char closing, bool first);
  /// The name of a member and its colon. Views the text, or `kept` where it is written with
  /// escapes.
  [[nodiscard]] bool take_name(std::string_view& name, std::string& kept);
  [[nodiscard]] bool take_string(std::string& value);
  /// As `take_name`, without a colon.
  [[nodiscard]] bool take_string(std::string_view& value, std::string& kept);
  [[nodiscard]] bool take_bool(bool& value);
  [[nodiscard]] bool take_whole(std::int64_t& number);
  [[nodiscard]] bool take_whole(std::uint64_t& number);
  [[nodiscard]] bool take_double(double& number);
  /// Nothing but white space is left.
  [[nodiscard]] bool take_end();

  [[nodiscard]] bool failed() const { return failed_; }
  /// Something is wrong; always false.
  bool fail(Text what);
  /// On the way out of what failed: it lay in this member, this element.
  void was_in(std::string_view member);
  void was_in(std::size_t element);
  /// What went wrong, and where.
  [[nodiscard]] Error error() const { return error_; }

  static constexpr int deepest = 500;

 private:
  void skip_space();
  [[nodiscard]] bool take(char c);
  [[nodiscard]] bool take_word(std::string_view word);
  [[nodiscard]] std::string_view take_number();
  template <class Number>
  [[nodiscard]] bool read_number(Number& number);
  [[nodiscard]] bool take_escaped(std::string& value);
  [[nodiscard]] bool take_escape(std::string& value);
  [[nodiscard]] bool take_code_unit(unsigned& unit);
  [[nodiscard]] bool take_code_point(std::string& value);
  bool fail_here(std::string_view vi, std::string_view en);

  const char* begin_;
  const char* at_;
  const char* end_;
  int depth_ = 0;
  bool failed_ = false;
  Error error_;
};

}  // namespace tiendo::journal
