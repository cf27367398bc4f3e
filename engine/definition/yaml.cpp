#include "definition/yaml.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <unordered_map>

#include "definition/json.hpp"
#include "definition/plain_scalar.hpp"
#include "definition/wording.hpp"
#include "definition/yaml_message.hpp"
#include "definition/yaml_text.hpp"

namespace tiendo::definition {
namespace {

/// Thrown through the parser to end it; the reason is among the findings already.
struct Stop {};

/// Turns the byte columns of the parser into columns in characters. Marks come in rising order, so
/// that every byte is looked at once.
class Columns {
 public:
  explicit Columns(std::string_view text) : text_(text) {}

  Mark mark_of(const YAML::Mark& mark) {
    if (mark.is_null()) {
      return {};
    }
    const auto at = std::min(static_cast<std::size_t>(mark.pos), text_.size());
    if (mark.line != line_ || at < at_) {
      line_ = mark.line;
      column_ = 1;
      at_ = at - std::min(at, static_cast<std::size_t>(mark.column));
    }
    for (; at_ < at; ++at_) {
      column_ += (static_cast<unsigned char>(text_[at_]) & 0xC0U) == 0x80U ? 0 : 1;
    }
    return {line_ + 1, column_};
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 0;
  int column_ = 1;
};

/// Builds the nodes out of the events of the parser.
class Builder : public YAML::EventHandler {
 public:
  Builder(std::string_view text, Findings& findings)
      : text_(text), columns_(text), findings_(findings) {}

  std::optional<Node> take() { return std::move(root_); }

  /// The parser takes a quote that is never closed as closed by the end of the file.
  void refuse_open_quote() {
    if (!last_quote_ || is_closed(*last_quote_)) {
      return;
    }
    findings_.error(last_quote_at_, "yaml", yaml_message("illegal EOF in scalar"));
  }
  Mark mark_of(const YAML::Mark& mark) { return columns_.mark_of(mark); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) {
      findings_.error(mark_of(mark), "second_document",
                      {"một tệp chỉ chứa một tài liệu: bỏ dòng '---' và phần sau nó, hoặc tách "
                       "thành hai tệp",
                       "a file holds one document: take out '---' and what follows, or make it "
                       "two files"});
      throw Stop{};
    }
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const Mark at = mark_of(mark);
    refuse_anchor(at, anchor);
    if (awaits_key()) {
      findings_.error(at, "empty_key", {"thiếu tên trước dấu ':'", "a name is missing before ':'"});
      set_key(at, "");
      return;
    }
    // The parser only knows of what comes next: better the key that has no value.
    const bool keyed = !frames_.empty() && frames_.back().node.is(Node::Type::map);
    add(Node{keyed ? frames_.back().key_mark : at, Node::Value{}});
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    const Mark at = mark_of(mark);
    findings_.error(at, "alias",
                    {"không dùng '*' để nhắc lại giá trị khác: viết hẳn giá trị ra, hoặc đặt trong "
                     "ngoặc kép nếu là chữ",
                     "no aliases ('*'): write the value out, or quote it if it is a text"});
    if (awaits_key()) {
      set_key(at, "");
    } else {
      add(Node{at, Node::Value{}});
    }
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const Mark at = mark_of(mark);
    refuse_anchor(at, anchor);
    refuse_tag(at, tag);
    refuse_size_and_controls(at, value);
    const bool plain = tag == "?";
    if (!plain) {
      last_quote_ = static_cast<std::size_t>(mark.pos);
      last_quote_at_ = at;
    }
    if (awaits_key()) {
      if (plain && value == "<<") {
        findings_.error(at, "merge_key",
                        {"không dùng '<<' để trộn: viết hẳn các mục ra",
                         "no merge keys ('<<'): write the entries out"});
      }
      set_key(at, value);
      return;
    }
    if (!plain) {
      add(Node{at, value});
      return;
    }
    PlainScalar scalar = read_plain_scalar(value);
    if (scalar.problem) {
      findings_.error(at, "ambiguous_scalar", std::move(*scalar.problem));
    }
    add(Node{at, std::move(scalar.value)});
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::List{});
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::Map{});
  }
  void OnMapEnd() override {
    refuse_duplicates(frames_.back().node.map());
    close();
  }

 private:
  /// Whether the quote at byte `open`, if there is one, has its counterpart.
  [[nodiscard]] bool is_closed(std::size_t open) const {
    const char quote = open < text_.size() ? text_[open] : '|';
    if (quote != '"' && quote != '\'') {
      return true;
    }
    for (auto i = open + 1; i < text_.size(); ++i) {
      if (quote == '"' && text_[i] == '\\') {
        ++i;
      } else if (text_[i] == quote) {
        if (quote == '"' || i + 1 == text_.size() || text_[i + 1] != quote) {
          return true;
        }
        ++i;
      }
    }
    return false;
  }

  struct Frame {
    Node node;
    std::optional<std::string> key;
    Mark key_mark;
  };

  [[nodiscard]] bool awaits_key() const {
    return !frames_.empty() && frames_.back().node.is(Node::Type::map) && !frames_.back().key;
  }

  void set_key(Mark at, std::string key) {
    count_node(at);
    frames_.back().key = std::move(key);
    frames_.back().key_mark = at;
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            Node::Value value) {
    const Mark at = mark_of(mark);
    refuse_anchor(at, anchor);
    refuse_tag(at, tag);
    if (awaits_key()) {
      findings_.error(at, "key_not_text",
                      {"trước dấu ':' phải là một tên, không phải danh sách hay nhóm",
                       "what stands before ':' has to be a name, not a list or map"});
      throw Stop{};
    }
    if (frames_.size() == depth_max) {
      findings_.error(at, "too_deep",
                      {fmt::format("lồng nhau quá {} cấp", depth_max),
                       fmt::format("nested more than {} levels deep", depth_max)});
      throw Stop{};
    }
    frames_.push_back({Node{at, std::move(value)}, std::nullopt, {}});
  }

  void close() {
    Node done = std::move(frames_.back().node);
    frames_.pop_back();
    add(std::move(done));
  }

  void add(Node node) {
    count_node(node.mark());
    if (frames_.empty()) {
      root_ = std::move(node);
      return;
    }
    Frame& parent = frames_.back();
    if (parent.node.is(Node::Type::list)) {
      parent.node.list().push_back(std::move(node));
      return;
    }
    parent.node.map().push_back({std::move(*parent.key), parent.key_mark, std::move(node)});
    parent.key.reset();
  }

  void count_node(Mark at) {
    if (++nodes_ > nodes_max) {
      findings_.error(at, "too_many_nodes",
                      {fmt::format("tệp có quá {} giá trị", nodes_max),
                       fmt::format("the file holds more than {} values", nodes_max)});
      throw Stop{};
    }
  }

  void refuse_anchor(Mark at, YAML::anchor_t anchor) {
    if (anchor != 0) {
      findings_.error(at, "anchor",
                      {"không dùng '&' để đặt tên cho giá trị: bỏ nó đi, hoặc đặt trong ngoặc kép "
                       "nếu là chữ",
                       "no anchors ('&'): take it out, or quote the value if it is a text"});
    }
  }

  void refuse_tag(Mark at, const std::string& tag) {
    if (!tag.empty() && tag != "?" && tag != "!") {
      findings_.error(at, "tag",
                      {"không dùng '!' để gắn kiểu: bỏ nó đi, hoặc đặt giá trị trong ngoặc kép "
                       "nếu là chữ",
                       "no tags ('!'): take it out, or quote the value if it is a text"});
    }
  }

  void refuse_size_and_controls(Mark at, const std::string& value) {
    if (value.size() > text_size_max) {
      findings_.error(at, "text_too_long",
                      {fmt::format("đoạn chữ dài quá {} kB", text_size_max / 1024),
                       fmt::format("a text longer than {} kB", text_size_max / 1024)});
      throw Stop{};
    }
    if (!shows_as_written(value)) {
      findings_.error(at, "control_character",
                      {"có ký tự điều khiển hoặc ký tự đổi chiều chữ trong đoạn chữ: xóa nó đi",
                       "a control character, or one that turns the direction, in the text: take it "
                       "out"});
    } else if (!value.empty() && is_blank(value)) {
      findings_.error(at, "blank_text",
                      {"đoạn chữ chỉ có khoảng trắng: viết chữ vào, hoặc bỏ dòng này",
                       "a text of blanks alone: write something, or take the line out"});
    }
  }

  /// Of what stands twice the first stays.
  void refuse_duplicates(Node::Map& map) {
    if (map.size() < 2) {
      return;
    }
    std::unordered_map<std::string_view, Mark> seen;
    std::vector<bool> again;
    for (const Entry& entry : map) {
      const auto [first, fresh] = seen.try_emplace(entry.key, entry.key_mark);
      again.push_back(!fresh);
      if (!fresh) {
        findings_.error(entry.key_mark, "duplicate_key",
                        {fmt::format("{} đã có ở dòng {}: mỗi tên chỉ viết một lần",
                                     in_quotes(entry.key), first->second.line),
                         fmt::format("{} stands on line {} already: every name stands once",
                                     in_quotes(entry.key), first->second.line)});
      }
    }
    if (seen.size() == map.size()) {
      return;
    }
    Node::Map kept;
    for (std::size_t i = 0; i < map.size(); ++i) {
      if (!again[i]) {
        kept.push_back(std::move(map[i]));
      }
    }
    map = std::move(kept);
  }

  std::string_view text_;
  Columns columns_;
  Findings& findings_;
  std::optional<std::size_t> last_quote_;  // the byte at which the last unplain scalar begins
  Mark last_quote_at_;
  std::vector<Frame> frames_;
  std::optional<Node> root_;
  std::size_t nodes_ = 0;
  int documents_ = 0;
};

/// Whether `text` is JSON with escaped surrogates, which the parser of YAML takes for characters.
bool needs_json(std::string_view text) {
  constexpr std::array<std::string_view, 8> surrogates{"\\ud8", "\\ud9", "\\uda", "\\udb",
                                                       "\\uD8", "\\uD9", "\\uDA", "\\uDB"};
  const auto first = text.find_first_not_of(" \n");
  return first != std::string_view::npos && text[first] == '{' &&
         std::ranges::any_of(surrogates, [&](std::string_view part) {
           return text.find(part) != std::string_view::npos;
         });
}

}  // namespace

std::optional<Node> read_yaml(std::string_view bytes, Findings& findings) {
  const auto text = clean_text(bytes, findings);
  if (!text) {
    return std::nullopt;
  }
  if (needs_json(*text)) {
    return read_json(*text, findings);
  }
  Builder builder{*text, findings};
  try {
    std::istringstream in{*text};
    YAML::Parser parser{in};
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Stop&) {
    return builder.take();
  } catch (const YAML::Exception& error) {
    findings.error(builder.mark_of(error.mark), "yaml", yaml_message(error.msg));
    return std::nullopt;
  }
  builder.refuse_open_quote();
  auto root = builder.take();
  if (!root) {
    findings.error({}, "empty", {"tệp không có nội dung", "the file is empty"});
  }
  return root;
}

}  // namespace tiendo::definition
