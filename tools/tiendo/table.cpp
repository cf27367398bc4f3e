#include "table.hpp"

#include <sys/ioctl.h>
#include <unistd.h>
#include <utf8proc.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <limits>
#include <numeric>

namespace tiendo::cli {
namespace {

constexpr std::string_view gap = "  ";
constexpr std::size_t usual_width = 100;

/// The bytes and columns of the first character of `text`; what is no UTF-8 counts as one each.
struct Step {
  std::size_t bytes;
  std::size_t columns;
};

Step first_character(std::string_view text) {
  utf8proc_int32_t code_point = 0;
  const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &code_point);
  if (used <= 0) {
    return {1, 1};
  }
  return {static_cast<std::size_t>(used),
          static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code_point)))};
}

/// Bytes of the longest beginning of `text` that takes at most `width` columns; at least one
/// character.
std::size_t fitting(std::string_view text, std::size_t width) {
  std::size_t bytes = 0;
  std::size_t columns = 0;
  while (bytes < text.size()) {
    const Step step = first_character(text.substr(bytes));
    if (columns + step.columns > width && bytes > 0) {
      break;
    }
    columns += step.columns;
    bytes += step.bytes;
  }
  return bytes;
}

/// `text` in the colours of `cell`.
std::string painted(const std::string& text, const Table::Cell& cell) {
  const auto paint = [](std::string_view part, const std::string& colour) {
    return part.empty() || colour.empty() ? std::string{part}
                                          : "\x1b[" + colour + "m" + std::string{part} + "\x1b[0m";
  };
  const auto first = text.empty() || cell.mark.empty() ? 0 : first_character(text).bytes;
  return paint(std::string_view{text}.substr(0, first), cell.mark) +
         paint(std::string_view{text}.substr(first), cell.colour);
}

std::size_t taken(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), gap.size() * (widths.size() - 1));
}

void append_line(std::string& out, std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  out += line + '\n';
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) {
    const Step step = first_character(text);
    columns += step.columns;
    text.remove_prefix(step.bytes);
  }
  return columns;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (auto feed = text.find('\n'); feed != std::string_view::npos; feed = text.find('\n')) {
    const auto part = wrap(text.substr(0, feed), width);
    lines.insert(lines.end(), part.begin(), part.end());
    text.remove_prefix(feed + 1);
  }
  lines.emplace_back();
  std::size_t used = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (used > 0 && used + 1 + display_width(word) > width) {
      lines.emplace_back();
      used = 0;
    } else if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    while (display_width(word) > width) {
      const auto head = fitting(word, width);
      lines.back() += word.substr(0, head);
      lines.emplace_back();
      word.remove_prefix(head);
    }
    lines.back() += word;
    used += display_width(word);
  }
  return lines;
}

std::size_t terminal_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) != 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
      size.ws_col > 0) {
    return size.ws_col;
  }
  const char* set = std::getenv("COLUMNS");
  std::size_t columns = 0;
  if (set != nullptr) {
    const std::string_view text{set};
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), columns);
    if (failed == std::errc{} && end == text.data() + text.size() && columns > 0) {
      return columns;
    }
  }
  return usual_width;
}

bool wants_colours() {
  const char* unwanted = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && (unwanted == nullptr || *unwanted == '\0');
}

/// A column that wraps breaks between words, within one only where that is very long.
std::size_t Table::narrowest(std::size_t column) const {
  constexpr std::size_t longest_whole = 32;
  auto columns = columns_[column].narrowest;
  for (const auto& row : rows_) {
    std::string_view text = row[column].text;
    while (!text.empty()) {
      const auto end = std::min(text.find_first_of(" \n"), text.size());
      columns = std::max(columns, std::min(display_width(text.substr(0, end)), longest_whole));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }
  return columns;
}

std::vector<std::size_t> Table::fit(std::size_t width) const {
  std::vector<std::size_t> widths;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    std::size_t widest = display_width(columns_[c].title);
    for (const auto& row : rows_) {
      for (const auto& line : wrap(row[c].text, std::numeric_limits<std::size_t>::max())) {
        widest = std::max(widest, display_width(line));
      }
    }
    widths.push_back(widest);
  }
  std::vector<std::size_t> least;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    least.push_back(narrowest(c));
  }
  while (taken(widths) > width) {
    std::size_t* widest = nullptr;  // the widest of those that can give way
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (columns_[c].wraps && widths[c] > least[c] && (widest == nullptr || widths[c] > *widest)) {
        widest = &widths[c];
      }
    }
    if (widest == nullptr) {
      break;
    }
    --*widest;
  }
  return widths;
}

/// A row after the other, each cell behind its title; what goes on is set in.
std::string Table::draw_records(std::size_t width, bool colours) const {
  constexpr std::string_view indent = "  ";
  const auto room = std::max(width, usual_narrowest + indent.size()) - indent.size();
  std::string out;
  for (const auto& row : rows_) {
    out += out.empty() ? "" : "\n";
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const auto title = columns_[c].title + ": ";
      auto lines = wrap(title + row[c].text, room);
      if (colours && lines.front().starts_with(title)) {
        lines.front().replace(title.size(), std::string::npos,
                              painted(lines.front().substr(title.size()), row[c]));
      }
      for (std::size_t line = 0; line < lines.size(); ++line) {
        append_line(out, (line == 0 ? "" : std::string{indent}) + lines[line]);
      }
    }
  }
  return out;
}

std::string Table::draw(std::size_t width, bool colours) const {
  const auto widths = fit(width);
  if (taken(widths) > width) {
    return draw_records(width, colours);
  }
  std::string out;
  const auto draw_row = [&](const std::vector<Cell>& row, bool coloured) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      cells.push_back(columns_[c].wraps ? wrap(row[c].text, widths[c])
                                        : std::vector<std::string>{row[c].text});
      height = std::max(height, cells.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
      std::string text;
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        const auto& part = line < cells[c].size() ? cells[c][line] : std::string{};
        const auto used = display_width(part);
        text += coloured && line == 0 ? painted(part, row[c]) : part;
        text += std::string(used < widths[c] ? widths[c] - used : 0, ' ');
        text += gap;
      }
      append_line(out, std::move(text));
    }
  };
  std::vector<Cell> titles;
  std::string rule;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    titles.emplace_back(columns_[c].title);
    for (std::size_t i = 0; i < widths[c]; ++i) {
      rule += "─";
    }
    rule += gap;
  }
  draw_row(titles, false);
  append_line(out, rule);
  for (const auto& row : rows_) {
    draw_row(row, colours);
  }
  return out;
}

}  // namespace tiendo::cli
