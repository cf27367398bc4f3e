#include "definition/schema_explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <regex>

#include "definition/wording.hpp"

namespace tiendo::definition {
namespace {

namespace json = boost::json;

struct TypeWord {
  std::string_view name;
  std::string_view vi;
  std::string_view en;
};

constexpr std::array<TypeWord, 7> type_words{{
    {"null", "để trống", "nothing"},
    {"boolean", "true hoặc false", "true or false"},
    {"integer", "số nguyên", "a whole number"},
    {"number", "số", "a number"},
    {"string", "chữ", "a text"},
    {"array", "danh sách", "a list"},
    {"object", "nhóm \"tên: giá trị\"", "a map of \"name: value\""},
}};

/// The word of JSON Schema for what `node` is.
std::string_view type_of(const Node& node) {
  return type_words[static_cast<std::size_t>(node.type())].name;
}

const TypeWord& word_of(std::string_view type) {
  return *std::ranges::find(type_words, type, &TypeWord::name);
}

std::vector<std::string_view> strings(const json::value* value) {
  std::vector<std::string_view> all;
  if (value != nullptr && value->is_string()) {
    all.emplace_back(value->get_string());
  } else if (value != nullptr && value->is_array()) {
    for (const json::value& item : value->get_array()) {
      if (item.is_string()) {
        all.emplace_back(item.get_string());
      }
    }
  }
  return all;
}

std::string shown(const Node& node) {
  switch (node.type()) {
    case Node::Type::boolean:
      return node.boolean() ? "true" : "false";
    case Node::Type::integer:
      return std::to_string(node.integer());
    case Node::Type::number:
      return fmt::format("{}", node.number());
    case Node::Type::text:
      return in_quotes(node.text());
    default:
      return std::string{type_of(node)};
  }
}

class Explainer {
 public:
  Explainer(const json::value& root_schema, Findings& findings)
      : root_schema_(root_schema), findings_(findings) {}

  /// Whether `node` can stay, some of what it holds having been taken out. `at` is where something
  /// missing in it is told: its key, or itself.
  bool explain(Node& node, const json::value& given_schema, Mark at) {
    const json::object& schema = resolved(given_schema);
    if (!has_type(node, schema) || !is_listed(node, schema)) {
      return false;
    }
    switch (node.type()) {
      case Node::Type::map:
        explain_map(node, schema, at);
        return true;
      case Node::Type::list:
        return explain_list(node, schema);
      case Node::Type::text:
        return explain_text(node, schema);
      default:
        return explain_number(node, schema);
    }
  }

 private:
  const json::object& resolved(const json::value& schema) const {
    const auto* reference = schema.as_object().if_contains("$ref");
    return reference == nullptr
               ? schema.as_object()
               : root_schema_.at_pointer(std::string_view{reference->as_string()}.substr(1))
                     .as_object();
  }

  /// Something that `given_schema` allows.
  Node stand_in(const json::value& given_schema) const {
    const json::object& schema = resolved(given_schema);
    for (const auto* keyword : {"enum", "const", "examples"}) {
      const auto choices = strings(schema.if_contains(keyword));
      if (!choices.empty()) {
        return {nowhere, std::string{choices.front()}};
      }
    }
    const auto types = strings(schema.if_contains("type"));
    const std::string_view type = types.empty() ? "null" : types.front();
    if (type == "string") {
      return {nowhere, "x"};
    }
    if (type == "integer" || type == "number") {
      return {nowhere, std::int64_t{1}};
    }
    if (type == "array") {
      return {nowhere, Node::List{}};
    }
    Node node{nowhere, Node::Map{}};
    for (const std::string_view key : strings(schema.if_contains("required"))) {
      node.map().push_back({std::string{key}, nowhere, stand_in(*schema_of(key, schema))});
    }
    return node;
  }

  void error(Mark at, std::string_view code, Text message) {
    if (!findings_.has_error_at(at)) {
      findings_.error(at, code, std::move(message));
    }
  }

  bool has_type(const Node& node, const json::object& schema) {
    const auto types = strings(schema.if_contains("type"));
    const auto is = type_of(node);
    if (types.empty() || std::ranges::find(types, is) != types.end() ||
        (is == "integer" && std::ranges::find(types, "number") != types.end())) {
      return true;
    }
    Text wanted;
    for (const std::string_view type : types) {
      const TypeWord& word = word_of(type);
      wanted.vi += (wanted.vi.empty() ? "" : " hoặc ") + std::string{word.vi};
      wanted.en += (wanted.en.empty() ? "" : " or ") + std::string{word.en};
    }
    const Text remedy = remedy_for(node, types);
    error(node.mark(), "wrong_type",
          {fmt::format("cần {}, ở đây là {}{}", wanted.vi, word_of(is).vi, remedy.vi),
           fmt::format("{} is expected, this is {}{}", wanted.en, word_of(is).en, remedy.en)});
    return false;
  }

  static Text remedy_for(const Node& node, std::span<const std::string_view> types) {
    const auto may_be = [&](std::string_view type) {
      return std::ranges::find(types, type) != types.end();
    };
    if (node.is(Node::Type::null)) {
      return {": ghi giá trị, hoặc bỏ dòng này", ": give a value, or take the line out"};
    }
    if (node.is(Node::Type::text) && may_be("boolean")) {
      return {fmt::format(": {} không phải true hay false", in_quotes(node.text())),
              fmt::format(": write true or false for {}", in_quotes(node.text()))};
    }
    if (may_be("string") && !node.is(Node::Type::map) && !node.is(Node::Type::list)) {
      return {fmt::format(": viết trong ngoặc kép \"{}\"", shown(node)),
              fmt::format(": write it in quotes, \"{}\"", shown(node))};
    }
    if (node.is(Node::Type::text) && (may_be("integer") || may_be("number"))) {
      return {fmt::format(" {}: viết số không có ngoặc kép, không có đơn vị, dấu thập phân là '.'",
                          in_quotes(node.text())),
              fmt::format(" {}: write a number without quotes or unit, with '.' for the fraction",
                          in_quotes(node.text()))};
    }
    if (node.is(Node::Type::text) && may_be("array")) {
      return {fmt::format(": viết [ {} ]", node.text().size() > 40 ? "…" : node.text()),
              fmt::format(": write [ {} ]", node.text().size() > 40 ? "…" : node.text())};
    }
    return {};
  }

  bool is_listed(const Node& node, const json::object& schema) {
    auto choices = strings(schema.if_contains("enum"));
    if (const auto* constant = schema.if_contains("const")) {
      choices = strings(constant);
    }
    if (choices.empty() ||
        (node.is(Node::Type::text) && std::ranges::find(choices, node.text()) != choices.end())) {
      return true;
    }
    const std::string all = fmt::format("{}", fmt::join(choices, ", "));
    error(node.mark(), "not_in_list",
          {fmt::format("{} không dùng được ở đây; chọn một trong: {}", shown(node), all),
           fmt::format("{} cannot stand here; choose one of: {}", shown(node), all)});
    return false;
  }

  void explain_map(Node& node, const json::object& schema, Mark at) {
    const auto required = strings(schema.if_contains("required"));
    Node::Map kept;
    for (Entry& entry : node.map()) {
      const json::value* schema_of_value = schema_of(entry.key, schema);
      if (schema_of_value == nullptr && refuses_others(schema)) {
        unknown_key(entry, schema);
        continue;
      }
      if (schema_of_value != nullptr && !explain(entry.value, *schema_of_value, entry.key_mark)) {
        entry.value = stand_in(*schema_of_value);
      }
      kept.push_back(std::move(entry));
    }
    node.map() = std::move(kept);
    for (const std::string_view key : required) {
      if (node.find(key) == nullptr) {
        findings_.error(at, "missing_key",
                        {fmt::format("thiếu \"{}\": thêm dòng \"{}: …\"", key, key),
                         fmt::format("\"{}\" is missing: add the line \"{}: …\"", key, key)});
        node.map().push_back({std::string{key}, nowhere, stand_in(*schema_of(key, schema))});
      }
    }
  }

  static const json::value* schema_of(std::string_view key, const json::object& schema) {
    if (const auto* properties = schema.if_contains("properties")) {
      if (const auto* found = properties->as_object().if_contains(key)) {
        return found;
      }
    }
    if (const auto* patterns = schema.if_contains("patternProperties")) {
      for (const auto& [pattern, value] : patterns->as_object()) {
        if (key.size() < 100 &&
            std::regex_search(std::string{key}, std::regex{std::string{pattern}})) {
          return &value;
        }
      }
    }
    const auto* others = schema.if_contains("additionalProperties");
    return others != nullptr && others->is_object() ? others : nullptr;
  }

  static bool refuses_others(const json::object& schema) {
    const auto* others = schema.if_contains("additionalProperties");
    return others != nullptr && others->is_bool() && !others->get_bool();
  }

  void unknown_key(const Entry& entry, const json::object& schema) {
    std::vector<std::string_view> known;
    if (const auto* properties = schema.if_contains("properties")) {
      for (const auto& property : properties->as_object()) {
        known.emplace_back(property.key());
      }
    }
    const Text meant = suggestion(entry.key, known);
    error(entry.key_mark, "unknown_key",
          {fmt::format("không có mục {} ở đây; {}", in_quotes(entry.key), meant.vi),
           fmt::format("{} is not known here; {}", in_quotes(entry.key), meant.en)});
  }

  bool explain_list(Node& node, const json::object& schema) {
    const auto* least = schema.if_contains("minItems");
    if (least != nullptr && node.list().size() < least->to_number<std::size_t>()) {
      error(node.mark(), "too_few",
            {"danh sách không được để trống", "the list must not be empty"});
      return false;
    }
    if (const auto* items = schema.if_contains("items")) {
      Node::List kept;
      for (Node& item : node.list()) {
        if (explain(item, *items, item.mark())) {
          kept.push_back(std::move(item));
        }
      }
      node.list() = std::move(kept);
    }
    return true;
  }

  bool explain_text(const Node& node, const json::object& schema) {
    const auto* least = schema.if_contains("minLength");
    if (least != nullptr && node.text().size() < least->to_number<std::size_t>()) {
      error(node.mark(), "empty_text",
            {"chưa có nội dung: ghi vào, hoặc bỏ dòng này",
             "the text is empty: fill it in, or take the line out"});
      return false;
    }
    const auto* pattern = schema.if_contains("pattern");
    if (pattern == nullptr ||
        std::regex_search(node.text(), std::regex{pattern->as_string().c_str()})) {
      return true;
    }
    const auto examples = strings(schema.if_contains("examples"));
    const std::string example = examples.empty() ? "" : in_quotes(examples.front());
    error(node.mark(), "wrong_form",
          {fmt::format("{} không đúng dạng; viết như {}", shown(node), example),
           fmt::format("{} has the wrong form; write it like {}", shown(node), example)});
    return false;
  }

  bool explain_number(const Node& node, const json::object& schema) {
    if (!node.is(Node::Type::integer) && !node.is(Node::Type::number)) {
      return true;
    }
    const auto* least = schema.if_contains("minimum");
    const auto* most = schema.if_contains("maximum");
    const auto* above = schema.if_contains("exclusiveMinimum");
    if (above != nullptr && node.number() <= above->to_number<double>()) {
      const std::string bound = json::serialize(*above);
      error(node.mark(), "out_of_range",
            {fmt::format("{} phải lớn hơn {}", shown(node), bound),
             fmt::format("{} has to be more than {}", shown(node), bound)});
      return false;
    }
    if ((least != nullptr && node.number() < least->to_number<double>()) ||
        (most != nullptr && node.number() > most->to_number<double>())) {
      const std::string from = least == nullptr ? "…" : json::serialize(*least);
      const std::string to = most == nullptr ? "…" : json::serialize(*most);
      error(node.mark(), "out_of_range",
            {fmt::format("{} nằm ngoài khoảng cho phép: từ {} đến {}", shown(node), from, to),
             fmt::format("{} is out of range: from {} to {}", shown(node), from, to)});
      return false;
    }
    return true;
  }

  const json::value& root_schema_;
  Findings& findings_;
};

}  // namespace

void explain(Node& root, const json::value& document, const json::value& schema,
             Findings& findings) {
  static_cast<void>(Explainer{document, findings}.explain(root, schema, root.mark()));
}

}  // namespace tiendo::definition
