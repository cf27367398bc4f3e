#include "api/body.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "api/problem.hpp"
#include "definition/json.hpp"
#include "definition/schema.hpp"

namespace tiendo::api {
namespace {

using definition::Node;

/// Gives every value of a body a mark of its own, so that what is found there can be told by its
/// JSON pointer: the reader of JSON knows no places.
class Places {
 public:
  Node mark(const Node& node, const std::string& pointer) {
    const auto here = next(pointer);
    if (node.is(Node::Type::list)) {
      Node::List list;
      for (std::size_t i = 0; i < node.list().size(); ++i) {
        list.push_back(mark(node.list()[i], pointer + '/' + std::to_string(i)));
      }
      return {here, std::move(list)};
    }
    if (!node.is(Node::Type::map)) {
      return {here, scalar(node)};
    }
    Node::Map map;
    for (const auto& [key, mark_of_key, value] : node.map()) {
      const auto below = pointer + '/' + escaped(key);
      const auto key_mark = next(below);
      map.push_back({key, key_mark, mark(value, below)});
    }
    return {here, std::move(map)};
  }

  [[nodiscard]] const std::string& pointer_to(definition::Mark mark) const {
    return pointers_[static_cast<std::size_t>(mark.column) - 1];
  }

 private:
  definition::Mark next(std::string pointer) {
    pointers_.push_back(std::move(pointer));
    return {1, static_cast<int>(pointers_.size())};
  }

  static Node::Value scalar(const Node& node) {
    switch (node.type()) {
      case Node::Type::boolean:
        return node.boolean();
      case Node::Type::integer:
        return node.integer();
      case Node::Type::number:
        return node.number();
      case Node::Type::text:
        return node.text();
      default:
        return std::monostate{};
    }
  }

  static std::string escaped(const std::string& key) {
    std::string all;
    for (const char c : key) {
      all += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    }
    return all;
  }

  std::vector<std::string> pointers_;
};

bool has_json_type(std::string_view content_type) {
  const auto type = content_type.substr(0, content_type.find(';'));
  const auto end = type.find_last_not_of(" \t");
  std::string lower{type.substr(0, end == std::string_view::npos ? 0 : end + 1)};
  std::ranges::transform(lower, lower.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower == "application/json" || lower.ends_with("+json");
}

/// JSON is UTF-8 (RFC 8259); a charset that says otherwise is not guessed at.
bool is_utf8_charset(std::string_view content_type) {
  const auto at = content_type.find("charset=");
  if (at == std::string_view::npos) {
    return true;
  }
  std::string charset{content_type.substr(at + 8)};
  std::erase(charset, '"');
  charset = charset.substr(0, charset.find(';'));
  std::ranges::transform(charset, charset.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return charset == "utf-8" || charset == "utf8";
}

Response not_json(std::vector<definition::Finding> findings, Language language) {
  Text detail{"nội dung không phải là JSON", "the body is no JSON"};
  if (!findings.empty()) {
    const auto& first = findings.front();
    const auto place = std::to_string(first.at.line) + ':' + std::to_string(first.at.column);
    detail = {"JSON, " + place + ": " + first.message.vi,
              "JSON, " + place + ": " + first.message.en};
  }
  return problem(400, "bad_json", detail, language);
}

Response not_as_the_schema_says(const std::vector<definition::Finding>& findings,
                                const Places& places, Language language) {
  boost::json::array errors;
  for (const auto& finding : findings) {
    errors.push_back(boost::json::object{{"pointer", places.pointer_to(finding.at)},
                                         {"code", finding.code},
                                         {"detail", finding.message.in(language)}});
  }
  const auto& first = findings.front();
  const auto& pointer = places.pointer_to(first.at);
  const Text detail{(pointer.empty() ? "" : pointer + ": ") + first.message.vi,
                    (pointer.empty() ? "" : pointer + ": ") + first.message.en};
  return problem(422, "bad_body", detail, language, {{"errors", std::move(errors)}});
}

bool is_of_a_day(std::string_view key) {
  return key == "due" || key == "start" || key == "from" || key == "until" || key == "day" ||
         key == "date";
}

/// `Day` of the schemas has the form already; the day may still not exist.
void check_days(const Node& node, definition::Findings& findings) {
  if (node.is(Node::Type::list)) {
    for (const auto& item : node.list()) {
      check_days(item, findings);
    }
  }
  if (!node.is(Node::Type::map)) {
    return;
  }
  for (const auto& [key, mark, value] : node.map()) {
    if (is_of_a_day(key) && value.is(Node::Type::text) && !parse_day(value.text())) {
      findings.error(value.mark(), "bad_day",
                     {"không có ngày này: hãy ghi như 2025-04-20",
                      "there is no such day: write it like 2025-04-20"});
    }
    check_days(value, findings);
  }
}

}  // namespace

bool is_json(std::string_view content_type) {
  return has_json_type(content_type) && is_utf8_charset(content_type);
}

std::string Body::text(std::string_view key) const {
  const auto* value = root_.find(key);
  return value == nullptr || !value->is(Node::Type::text) ? std::string{} : value->text();
}

std::optional<Day> Body::day(std::string_view key) const {
  return parse_day(text(key));
}

bool Body::flag(std::string_view key) const {
  const auto* value = root_.find(key);
  return value != nullptr && value->boolean();
}

std::vector<model::Part> Body::parts(std::string_view key) const {
  std::vector<model::Part> parts;
  if (const auto* list = root_.find(key)) {
    for (const auto& one : list->list()) {
      const Body part{one};
      parts.push_back({model::UnitId{part.text("unit")}, part.text("scope")});
    }
  }
  return parts;
}

std::variant<Body, Response> read_body(const Request& request, std::string_view schema) {
  const auto language = request.language;
  if (!request.body.empty() && !is_json(request.content_type)) {
    return problem(415, "not_json",
                   {"gửi nội dung là application/json, mã hóa UTF-8",
                    "send the body as application/json in UTF-8"},
                   language);
  }
  definition::Findings findings{"body"};
  const auto read = definition::read_json(request.body.empty() ? "{}" : request.body, findings);
  if (!read || findings.has_errors()) {
    return not_json(findings.take(), language);
  }
  Places places;
  auto root = places.mark(*read, "");
  const bool conforms = definition::conform_to_api(root, schema, findings);
  if (conforms && !findings.has_errors()) {
    check_days(root, findings);
  }
  if (findings.has_errors()) {
    return not_as_the_schema_says(findings.take(), places, language);
  }
  return Body{std::move(root)};
}

}  // namespace tiendo::api
