#include "definition/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <limits>
#include <string>
#include <unordered_set>

#include "base/fold.hpp"
#include "definition/wording.hpp"
#include "definition/yaml.hpp"

namespace tiendo::definition {
namespace {

namespace json = boost::json;
using Failed = json::error_code;

/// Builds the nodes out of the events of the parser. Every function says whether to go on.
class Handler {
 public:
  static constexpr std::size_t max_object_size = nodes_max;
  static constexpr std::size_t max_array_size = nodes_max;
  static constexpr std::size_t max_key_size = text_size_max;
  static constexpr std::size_t max_string_size = file_size_max;  // a plan in a request is a text

  explicit Handler(Findings& findings) : findings_(findings) {}

  std::optional<Node> take() { return std::move(root_); }

  bool on_document_begin(Failed&) { return true; }
  bool on_document_end(Failed&) { return true; }
  bool on_object_begin(Failed&) {
    open_.push_back({Node{{}, Node::Map{}}, {}, {}});
    return true;
  }
  bool on_object_end(std::size_t, Failed& failed) { return close(failed); }
  bool on_array_begin(Failed&) {
    open_.push_back({Node{{}, Node::List{}}, {}, {}});
    return true;
  }
  bool on_array_end(std::size_t, Failed& failed) { return close(failed); }

  bool on_key_part(json::string_view part, std::size_t, Failed&) {
    text_.append(part.data(), part.size());
    return true;
  }
  bool on_key(json::string_view part, std::size_t size, Failed& failed) {
    on_key_part(part, size, failed);
    auto& frame = open_.back();
    if (!frame.keys.insert(text_).second) {
      findings_.error({}, "duplicate_key",
                      {fmt::format("{} có hai lần: mỗi tên chỉ viết một lần", in_quotes(text_)),
                       fmt::format("{} stands twice: every name stands once", in_quotes(text_))});
    }
    frame.key = std::move(text_);
    text_.clear();
    return true;
  }
  bool on_string_part(json::string_view part, std::size_t, Failed&) {
    text_.append(part.data(), part.size());
    return true;
  }
  bool on_string(json::string_view part, std::size_t size, Failed& failed) {
    on_string_part(part, size, failed);
    return add({std::move(text_)}, failed);
  }
  bool on_number_part(json::string_view, Failed&) { return true; }
  bool on_int64(std::int64_t number, json::string_view, Failed& failed) {
    return add({number}, failed);
  }
  bool on_uint64(std::uint64_t number, json::string_view, Failed& failed) {
    return add({static_cast<double>(number)}, failed);
  }
  bool on_double(double number, json::string_view, Failed& failed) { return add({number}, failed); }
  bool on_bool(bool flag, Failed& failed) { return add({flag}, failed); }
  bool on_null(Failed& failed) { return add(Node::Value{}, failed); }
  bool on_comment_part(json::string_view, Failed&) { return true; }
  bool on_comment(json::string_view, Failed&) { return true; }

 private:
  struct Frame {
    Node node;
    std::string key;
    std::unordered_set<std::string> keys;
  };

  bool close(Failed& failed) {
    Node done = std::move(open_.back().node);
    open_.pop_back();
    return add(std::move(done), failed);
  }

  bool add(Node::Value value, Failed& failed) { return add(Node{{}, std::move(value)}, failed); }
  bool add(Node node, Failed& failed) {
    text_.clear();
    if (++nodes_ > nodes_max) {
      failed = json::error::array_too_large;
      return false;
    }
    if (open_.empty()) {
      root_ = std::move(node);
      return true;
    }
    auto& parent = open_.back();
    if (parent.node.is(Node::Type::list)) {
      parent.node.list().push_back(std::move(node));
    } else {
      parent.node.map().push_back({std::move(parent.key), {}, std::move(node)});
    }
    return true;
  }

  Findings& findings_;
  std::optional<Node> root_;
  std::vector<Frame> open_;
  std::string text_;  // of a key or string that came in parts
  std::size_t nodes_ = 0;
};

/// The place of byte `at` in `text`.
Mark place_of(std::string_view text, std::size_t at) {
  Mark mark;
  for (const char c : text.substr(0, at)) {
    if (c == '\n') {
      ++mark.line;
      mark.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++mark.column;
    }
  }
  return mark;
}

}  // namespace

std::optional<Node> read_json(std::string_view text, Findings& findings) {
  if (text.size() > file_size_max || !is_utf8(text)) {
    findings.error({}, "json",
                   {"không đọc được như JSON: phải là văn bản UTF-8, dài tối đa 16 MB",
                    "cannot be read as JSON: it has to be UTF-8 text of at most 16 MB"});
    return std::nullopt;
  }
  json::parse_options options;
  options.max_depth = depth_max;
  json::basic_parser<Handler> parser{options, findings};
  Failed failed;
  auto end = parser.write_some(false, text.data(), text.size(), failed);
  if (!failed) {
    const auto rest = text.find_first_not_of(" \t\r\n", end);
    if (rest == std::string_view::npos) {
      return parser.handler().take();
    }
    end = rest;
    failed = json::error::extra_data;
  }
  const auto why = failed.message();
  findings.error(place_of(text, std::min(end, text.size())), "json",
                 {fmt::format("không đọc được như JSON ({}): xem lại dấu ngoặc, dấu phẩy, dấu "
                              "nháy kép ở chỗ này",
                              why),
                  fmt::format("cannot be read as JSON ({}): look at brackets, commas and quotes "
                              "here",
                              why)});
  return std::nullopt;
}

}  // namespace tiendo::definition
