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

  /// `at` is where something missing in `node` is told: its key, or itself.
  void explain(const Node& node, const json::value& given_schema, Mark at) {
    const json::value* resolved = &given_schema;
    if (const auto* reference = given_schema.as_object().if_contains("$ref")) {
      resolved = &root_schema_.at_pointer(std::string_view{reference->as_string()}.substr(1));
    }
    const json::object& schema = resolved->as_object();
    if (!has_type(node, schema) || !is_listed(node, schema)) {
      return;
    }
    if (node.is(Node::Type::map)) {
      explain_map(node, schema, at);
    } else if (node.is(Node::Type::list)) {
      explain_list(node, schema);
    } else if (node.is(Node::Type::text)) {
      explain_text(node, schema);
    } else {
      explain_number(node, schema);
    }
  }

 private:
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

  void explain_map(const Node& node, const json::object& schema, Mark at) {
    for (const std::string_view key : strings(schema.if_contains("required"))) {
      if (node.find(key) == nullptr) {
        findings_.error(at, "missing_key",
                        {fmt::format("thiếu \"{}\": thêm dòng \"{}: …\"", key, key),
                         fmt::format("\"{}\" is missing: add the line \"{}: …\"", key, key)});
      }
    }
    for (const Entry& entry : node.map()) {
      if (const json::value* schema_of_value = schema_of(entry.key, schema)) {
        explain(entry.value, *schema_of_value, entry.key_mark);
      } else if (refuses_others(schema)) {
        unknown_key(entry, schema);
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

  void explain_list(const Node& node, const json::object& schema) {
    if (const auto* least = schema.if_contains("minItems");
        least != nullptr && node.list().size() < least->to_number<std::size_t>()) {
      error(node.mark(), "too_few",
            {"danh sách không được để trống", "the list must not be empty"});
    }
    if (const auto* items = schema.if_contains("items")) {
      for (const Node& item : node.list()) {
        explain(item, *items, item.mark());
      }
    }
  }

  void explain_text(const Node& node, const json::object& schema) {
    if (const auto* least = schema.if_contains("minLength");
        least != nullptr && node.text().size() < least->to_number<std::size_t>()) {
      error(node.mark(), "empty_text",
            {"chưa có nội dung: ghi vào, hoặc bỏ dòng này",
             "the text is empty: fill it in, or take the line out"});
    }
    const auto* pattern = schema.if_contains("pattern");
    if (pattern == nullptr ||
        std::regex_search(node.text(), std::regex{pattern->as_string().c_str()})) {
      return;
    }
    const auto* examples = schema.if_contains("examples");
    const std::string example = examples == nullptr ? "" : json::serialize(*examples);
    error(node.mark(), "wrong_form",
          {fmt::format("{} không đúng dạng; viết như {}", shown(node), example),
           fmt::format("{} has the wrong form; write it like {}", shown(node), example)});
  }

  void explain_number(const Node& node, const json::object& schema) {
    if (!node.is(Node::Type::integer) && !node.is(Node::Type::number)) {
      return;
    }
    const auto* least = schema.if_contains("minimum");
    const auto* most = schema.if_contains("maximum");
    if ((least != nullptr && node.number() < least->to_number<double>()) ||
        (most != nullptr && node.number() > most->to_number<double>())) {
      const std::string from = least == nullptr ? "…" : json::serialize(*least);
      const std::string to = most == nullptr ? "…" : json::serialize(*most);
      error(node.mark(), "out_of_range",
            {fmt::format("{} nằm ngoài khoảng cho phép: từ {} đến {}", shown(node), from, to),
             fmt::format("{} is out of range: from {} to {}", shown(node), from, to)});
    }
  }

  const json::value& root_schema_;
  Findings& findings_;
};

}  // namespace

void explain(const Node& root, const json::value& schema, Findings& findings) {
  Explainer{schema, findings}.explain(root, schema, root.mark());
}

}  // namespace tiendo::definition
