#include "definition/layout.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

namespace tiendo::definition {
namespace {

std::size_t indentation(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

/// Follows the events of the parser and notes where things begin.
class Surveyor : public YAML::EventHandler {
 public:
  Surveyor(std::string_view text, Layout& layout) : text_(text), layout_(layout) {
    while (!text.empty()) {
      const auto end = std::min(text.find('\n'), text.size());
      layout_.lines.push_back(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    layout_.openings.resize(layout_.lines.size());
    layout_.in_text.resize(layout_.lines.size());
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override { close_lists(layout_.lines.size()); }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}

  // The parser places what is not there where the next thing is: that must not end a list.
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { took_value(); }

  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string&) override {
    const auto line = static_cast<std::size_t>(mark.line);
    close_lists(line);
    if (awaits_key()) {
      frames_.back().awaits_key = false;
      if (frames_.back().is_block) {
        open(line, static_cast<std::size_t>(mark.column), false);
      }
      return;
    }
    mark_inside(static_cast<std::size_t>(mark.pos), line);
    took_value();
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value style) override {
    enter(mark, style, false);
  }
  void OnSequenceEnd() override {
    if (frames_.back().is_block) {
      ended_.push_back(frames_.back());
    }
    leave();
  }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value style) override {
    enter(mark, style, true);
  }
  void OnMapEnd() override { leave(); }

 private:
  struct Frame {
    bool is_map = false;
    bool is_block = false;
    bool awaits_key = false;
    std::size_t line = 0;
    std::size_t column = 0;
    std::size_t depth = 0;  // block collections around it
  };

  [[nodiscard]] bool awaits_key() const {
    return !frames_.empty() && frames_.back().is_map && frames_.back().awaits_key;
  }

  void took_value() {
    if (!frames_.empty() && frames_.back().is_map) {
      frames_.back().awaits_key = !frames_.back().awaits_key;
    }
  }

  void enter(const YAML::Mark& mark, YAML::EmitterStyle::value style, bool is_map) {
    const auto line = static_cast<std::size_t>(mark.line);
    close_lists(line);
    const std::size_t depth =
        frames_.empty() ? 0 : frames_.back().depth + (frames_.back().is_block ? 1 : 0);
    frames_.push_back({is_map, style == YAML::EmitterStyle::Block, is_map, line,
                       static_cast<std::size_t>(mark.column), depth});
    if (!is_map && frames_.back().is_block) {
      open(line, frames_.back().column, true);
    }
  }

  void leave() {
    frames_.pop_back();
    took_value();
  }

  void open(std::size_t line, std::size_t column, bool is_item) {
    if (line < layout_.openings.size()) {
      layout_.openings[line].push_back({line, column, frames_.back().depth, is_item});
    }
  }

  /// The lists that ended before the thing on `line`: their further items are the lines that begin
  /// with a dash below the first one. What stands inside an item stands to the right of that.
  void close_lists(std::size_t line) {
    for (const Frame& list : ended_) {
      for (auto at = list.line + 1; at < std::min(line, layout_.lines.size()); ++at) {
        const std::string_view text = layout_.lines[at];
        const bool dash = indentation(text) == list.column && text.size() > list.column &&
                          text[list.column] == '-' &&
                          (text.size() == list.column + 1 || text[list.column + 1] == ' ');
        if (dash) {
          layout_.openings[at].insert(layout_.openings[at].begin(),
                                      {at, list.column, list.depth, true});
        }
      }
    }
    ended_.clear();
  }

  /// Notes the lines inside a scalar that begins at byte `at` on `line`.
  void mark_inside(std::size_t at, std::size_t line) {
    if (at >= text_.size()) {
      return;
    }
    const char first = text_[at];
    if (first == '|' || first == '>') {
      mark_block(line, text_.substr(at, 3).find('+') != std::string_view::npos);
    } else if (first == '"' || first == '\'') {
      for (auto i = at + 1; i < text_.size() && text_[i] != first; ++i) {
        i += first == '"' && text_[i] == '\\' ? 1 : 0;
        if (i < text_.size() && text_[i] == '\n' && ++line < layout_.in_text.size()) {
          layout_.in_text[line] = true;
        }
      }
    }
  }

  /// The lines of a text block: those that are indented more than what it belongs to, and the
  /// empty ones between them; those after it too if it keeps them (`|+`).
  void mark_block(std::size_t line, bool keeps) {
    std::size_t last = line;
    for (auto next = line + 1; next < layout_.lines.size(); ++next) {
      const std::string_view text = layout_.lines[next];
      const bool blank = indentation(text) == text.size();
      if (!blank && !frames_.empty() && indentation(text) <= frames_.back().column) {
        break;
      }
      last = blank && !keeps ? last : next;
    }
    for (auto inside = line + 1; inside <= last; ++inside) {
      layout_.in_text[inside] = true;
    }
  }

  std::string_view text_;
  Layout& layout_;
  std::vector<Frame> frames_;
  std::vector<Frame> ended_;  // block lists, until the next thing begins
};

}  // namespace

Layout layout_of(const std::string& text) {
  Layout layout;
  Surveyor surveyor{text, layout};
  std::istringstream in{text};
  YAML::Parser parser{in};
  try {
    while (parser.HandleNextDocument(surveyor)) {
    }
  } catch (const YAML::Exception&) {
    // JSON with surrogates, which only looks like YAML (yaml.hpp): it keeps its lines.
  }
  for (auto& openings : layout.openings) {
    std::ranges::sort(openings, {}, &Opening::column);
  }
  return layout;
}

}  // namespace tiendo::definition
