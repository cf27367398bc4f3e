#include "definition/format.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "definition/layout.hpp"
#include "definition/yaml.hpp"
#include "definition/yaml_text.hpp"

namespace tiendo::definition {
namespace {

constexpr std::size_t step = 2;  // spaces a level

std::size_t indentation(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

std::string_view without_end_blanks(std::string_view line) {
  return line.substr(0, line.find_last_not_of(" \t") + 1);
}

class Formatter {
 public:
  explicit Formatter(const Layout& layout) : layout_(layout) {}

  std::string format() {
    for (std::size_t i = 0; i < layout_.lines.size(); ++i) {
      format_line(i);
    }
    while (out_.ends_with("\n\n") && !ends_in_text_) {
      out_.pop_back();
    }
    return std::move(out_);
  }

 private:
  void format_line(std::size_t i) {
    const std::string_view line = layout_.lines[i];
    ends_in_text_ = layout_.in_text[i];
    if (ends_in_text_) {
      append(moved(line));
    } else if (without_end_blanks(line).empty()) {
      if (!out_.empty() && !out_.ends_with("\n\n")) {
        out_ += '\n';
      }
    } else if (begins_with_opening(i)) {
      append(opened(i));
    } else if (line[indentation(line)] == '#') {
      append(std::string(comment_indentation(i), ' ').append(line.substr(indentation(line))));
    } else if (line.starts_with("---") || line.starts_with("...") || line.starts_with('%')) {
      append(line);
    } else {
      append(moved(line));
    }
  }

  void append(std::string_view line) {
    const bool goes_on = ends_in_text_;  // blanks at its end may be part of the text
    out_ += goes_on ? line : without_end_blanks(line);
    out_ += '\n';
  }

  [[nodiscard]] bool begins_with_opening(std::size_t i) const {
    const auto& openings = layout_.openings[i];
    return !openings.empty() && openings.front().column == indentation(layout_.lines[i]);
  }

  /// A line on which entries or items begin, at the depth of the first.
  std::string opened(std::size_t i) {
    std::string_view line = layout_.lines[i];
    const auto& openings = layout_.openings[i];
    std::string text(openings.front().depth * step, ' ');
    std::size_t at = openings.front().column;
    for (std::size_t k = 0; k < openings.size() && openings[k].column == at; ++k) {
      shift_ = static_cast<std::ptrdiff_t>(text.size()) - static_cast<std::ptrdiff_t>(at);
      if (!openings[k].is_item) {
        break;
      }
      const auto next = std::min(line.find_first_not_of(' ', at + 1), line.size());
      text += next == line.size() ? "-" : "- ";
      at = next;
    }
    return text.append(line.substr(at));
  }

  /// A line that goes on with what began before, as far to the side as that was moved.
  [[nodiscard]] std::string moved(std::string_view line) const {
    const auto old = indentation(line);
    if (old == line.size()) {
      return {};
    }
    const auto now = std::max<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(old) + shift_);
    return std::string(static_cast<std::size_t>(now), ' ').append(line.substr(old));
  }

  /// A comment stands before the next entry; between the lines of one thing it moves with them.
  [[nodiscard]] std::size_t comment_indentation(std::size_t i) const {
    const std::size_t old = indentation(layout_.lines[i]);
    for (auto next = i + 1; next < layout_.lines.size(); ++next) {
      const std::string_view line = layout_.lines[next];
      if (begins_with_opening(next)) {
        const auto& opening = layout_.openings[next].front();
        const bool belongs_before = old > opening.column && shift_applies(i, opening.column);
        return belongs_before ? moved_indentation(old) : opening.depth * step;
      }
      if (!line.empty() && indentation(line) < line.size() && line[indentation(line)] != '#') {
        break;
      }
    }
    return moved_indentation(old);
  }

  /// Whether the comment on line `i`, deeper than the entry after it, closes what stands before.
  [[nodiscard]] bool shift_applies(std::size_t i, std::size_t next_column) const {
    while (i-- > 0) {
      if (begins_with_opening(i)) {
        return layout_.openings[i].front().column > next_column;
      }
    }
    return false;
  }

  [[nodiscard]] std::size_t moved_indentation(std::size_t old) const {
    return static_cast<std::size_t>(
        std::max<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(old) + shift_));
  }

  const Layout& layout_;
  std::string out_;
  std::ptrdiff_t shift_ = 0;  // how far the latest opening was moved to the right
  bool ends_in_text_ = false;
};

std::string format_once(const std::string& text) {
  const Layout layout = layout_of(text);
  return Formatter{layout}.format();
}

bool reads_alike(const std::string& formatted, const Node& root) {
  Findings none{""};
  const auto again = read_yaml(formatted, none);
  return again && !none.has_errors() && *again == root;
}

}  // namespace

Checked<std::string> format_yaml(std::string_view bytes, const std::string& file) {
  Findings findings{file};
  Checked<std::string> result;
  const auto root = read_yaml(bytes, findings);
  const auto text = clean_text(bytes, findings);
  if (root && text && !findings.has_errors()) {
    std::string formatted = format_once(*text);
    if (reads_alike(formatted, *root) && format_once(formatted) == formatted) {
      result.value = std::move(formatted);
    } else {
      findings.error({}, "not_formatted",
                     {"không thể trình bày lại tệp này mà giữ nguyên nội dung: để nguyên như cũ",
                      "this file cannot be laid out anew without changing what it says: it stays "
                      "as it is"});
    }
  }
  result.findings = findings.take();
  return result;
}

}  // namespace tiendo::definition
