#include "definition/yaml_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "definition/plain_scalar.hpp"

namespace tiendo::definition {
namespace {

constexpr std::size_t step = 2;  // spaces a level

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// Whether it may stand without quotes: no reader of YAML takes it for anything but this text.
bool is_plain(std::string_view text) {
  constexpr std::array<std::string_view, 9> words{"null", "Null",  "NULL",  "true", "True",
                                                  "TRUE", "false", "False", "FALSE"};
  if (text.empty() || !is_letter_or_digit(text.front()) || text.ends_with(' ') ||
      text.ends_with(':') || std::ranges::find(words, text) != words.end()) {
    return false;
  }
  const auto read = read_plain_scalar(text);
  return std::holds_alternative<std::string>(read.value) && !read.problem &&
         text.find(": ") == std::string_view::npos && text.find(" #") == std::string_view::npos &&
         text.find_first_of("\n\t[]{},\"") == std::string_view::npos;
}

std::string quoted(std::string_view text) {
  std::string all = "\"";
  for (const char c : text) {
    switch (c) {
      case '\n':
        all += "\\n";
        break;
      case '\t':
        all += "\\t";
        break;
      case '"':
      case '\\':
        all += '\\';
        [[fallthrough]];
      default:
        all += c;
    }
  }
  return all + '"';
}

std::string written(std::string_view text) {
  return is_plain(text) ? std::string{text} : quoted(text);
}

/// With a point, by which it is read as one, without an exponent, and never like a thousand: the
/// reader takes neither `1e3` nor `1.234`.
std::string written(double number) {
  auto text = fmt::format("{}", number);
  if (text.find('e') != std::string::npos) {
    text = fmt::format("{:.340f}", number);  // the smallest has its digits there
    text.erase(text.find_last_not_of('0') + 1);
  }
  const auto point = text.find('.');
  if (point == std::string::npos) {
    return text + ".0";
  }
  const auto digits = text.size() - point - 1;
  return digits == 0 || digits == 3 ? text + '0' : text;
}

std::string scalar(const Node& node) {
  switch (node.type()) {
    case Node::Type::null:
      return "null";
    case Node::Type::boolean:
      return node.boolean() ? "true" : "false";
    case Node::Type::integer:
      return std::to_string(node.integer());
    case Node::Type::number:
      return written(node.number());
    case Node::Type::text:
      return written(std::string_view{node.text()});
    case Node::Type::list:
      return "[]";
    case Node::Type::map:
      return "{}";
  }
  return {};
}

bool has_lines(const Node& node) {
  return (node.is(Node::Type::map) && !node.map().empty()) ||
         (node.is(Node::Type::list) && !node.list().empty());
}

class Writer {
 public:
  /// The first line of it goes on where the text ends.
  void write(const Node& node, std::size_t depth) {
    if (!has_lines(node)) {
      text_ += scalar(node) + '\n';
      return;
    }
    bool is_first = true;
    const auto begin_line = [&] {
      text_ += is_first ? "" : std::string(depth * step, ' ');
      is_first = false;
    };
    if (node.is(Node::Type::list)) {
      for (const auto& item : node.list()) {
        begin_line();
        text_ += "- ";
        write(item, depth + 1);
      }
      return;
    }
    for (const auto& [key, mark, value] : node.map()) {
      begin_line();
      text_ += written(std::string_view{key}) + ':';
      write_value(value, depth);
    }
  }

  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  void write_value(const Node& value, std::size_t depth) {
    text_ += has_lines(value) ? '\n' + std::string((depth + 1) * step, ' ') : " ";
    write(value, depth + 1);
  }

  std::string text_;
};

}  // namespace

std::string write_yaml(const Node& node) {
  Writer writer;
  writer.write(node, 0);
  return std::move(writer).take();
}

}  // namespace tiendo::definition
