#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "definition/mark.hpp"

namespace tiendo::definition {

enum class Severity : std::uint8_t { error, warning };

/// Something that is wrong with a file, or that a person should know: where, what, and what would
/// be right.
struct Finding {
  Severity severity = Severity::error;
  std::string code;  // "unknown_key"; stays when the words change
  std::string file;
  Mark at;
  Text message;

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// `file:line:column: error: message`, or `lỗi:` in Vietnamese.
[[nodiscard]] std::string to_string(const Finding& finding, Language language);

/// Collects what is found in one file, but for what is found `nowhere`. Of errors and of warnings
/// the first `findings_max` are kept; how many more there were is said in a last one.
class Findings {
 public:
  static constexpr std::size_t findings_max = 200;

  explicit Findings(std::string file) : file_(std::move(file)) {}

  void error(Mark at, std::string_view code, Text message);
  void warning(Mark at, std::string_view code, Text message);
  /// Takes over what was found in another file that this one names.
  void add(std::vector<Finding> others);

  [[nodiscard]] const std::string& file() const noexcept { return file_; }
  [[nodiscard]] bool has_errors() const noexcept { return errors_ > 0; }
  /// Whether a further error would only be counted: its words need not be thought about.
  [[nodiscard]] bool is_full() const noexcept { return errors_ >= findings_max; }
  [[nodiscard]] bool has_error_at(Mark at) const noexcept;

  /// All of it, by file and place; nothing is left.
  [[nodiscard]] std::vector<Finding> take();

 private:
  void keep(Finding finding);

  std::string file_;
  std::vector<Finding> kept_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
};

/// What was read, where nothing was wrong with it, and what was found.
template <class T>
struct Checked {
  std::optional<T> value;  // there when `findings` holds no error
  std::vector<Finding> findings;
};

}  // namespace tiendo::definition
