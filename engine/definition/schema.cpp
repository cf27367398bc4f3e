#include "definition/schema.hpp"

#include <fmt/format.h>

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <map>
#include <memory>
#include <mutex>
#include <tuple>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "base/check.hpp"
#include "definition/embedded.hpp"
#include "definition/schema_explain.hpp"
#include "definition/wording.hpp"
#include "definition/yaml.hpp"

namespace tiendo::definition {
namespace {

namespace json = boost::json;

struct Schema {
  json::value document;  // in which references are found
  json::string pointer;  // to the schema in it; empty: the document itself
  valijson::Schema rules;

  [[nodiscard]] const json::value& text() const { return document.at_pointer(pointer); }
};

json::value to_json(const Node& node, const json::storage_ptr& storage) {
  switch (node.type()) {
    case Node::Type::null:
      return json::value(nullptr, storage);
    case Node::Type::boolean:
      return json::value(node.boolean(), storage);
    case Node::Type::integer:
      return json::value(node.integer(), storage);
    case Node::Type::number:
      return json::value(node.number(), storage);
    case Node::Type::text:
      return json::value(json::string_view{node.text()}, storage);
    case Node::Type::list: {
      json::array list(storage);
      list.reserve(node.list().size());
      for (const Node& item : node.list()) {
        list.push_back(to_json(item, storage));
      }
      return list;
    }
    case Node::Type::map: {
      json::object map(storage);
      map.reserve(node.map().size());
      for (const Entry& entry : node.map()) {
        map.emplace(entry.key, to_json(entry.value, storage));
      }
      return map;
    }
  }
  return json::value(nullptr, storage);
}

json::value file_schema(std::string_view name) {
  const auto file = embedded::file(fmt::format("schemas/{}.schema.json", name));
  check(file.has_value(), "a schema is missing in the program");
  return json::parse(*file);
}

/// The schemas of the API, with the place that references name.
const json::value& api_schemas() {
  static const json::value schemas = [] {
    const auto file = embedded::file("schemas/openapi.yaml");
    check(file.has_value(), "schemas/openapi.yaml is missing in the program");
    Findings findings{"schemas/openapi.yaml"};
    const auto root = read_yaml(*file, findings);
    check(root && !findings.has_errors(), "schemas/openapi.yaml is not in order");
    return json::value{
        {"components", {{"schemas", to_json(*root->find("components")->find("schemas"), {})}}}};
  }();
  return schemas;
}

void parse_rules(Schema& schema) {
  json::value whole = schema.document;
  if (!schema.pointer.empty()) {
    whole.as_object()["$ref"] = "#" + std::string{schema.pointer};
  }
  valijson::SchemaParser{}.populateSchema(valijson::adapters::BoostJsonAdapter{whole},
                                          schema.rules);
}

/// Parsed once a process. A schema is part of the program: one that is not there or not in order is
/// a mistake of ours.
template <class Make>
const Schema& schema_called(const std::string& name, const Make& make) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<Schema>, std::less<>> schemas;
  const std::lock_guard lock{mutex};
  auto& schema = schemas[name];
  if (schema == nullptr) {
    schema = std::make_unique<Schema>();
    std::tie(schema->document, schema->pointer) = make();
    parse_rules(*schema);
  }
  return *schema;
}

/// Whether the file says that it follows this schema; else what it is, or how it has to begin.
bool is_of(const Schema& schema, const Node& root, Findings& findings) {
  const auto& expected = schema.text().at("properties").at("schema").at("const").as_string();
  const Node* given = root.find("schema");
  const bool named = given != nullptr && given->is(Node::Type::text);
  if (named && given->text() == std::string_view{expected}) {
    return true;
  }
  const std::string line = fmt::format("schema: {}", std::string_view{expected});
  if (!root.is(Node::Type::map)) {
    findings.error(root.mark(), "wrong_schema",
                   {fmt::format("tệp phải gồm các dòng \"tên: giá trị\", dòng đầu là \"{}\"", line),
                    fmt::format("a file of lines \"name: value\" is expected, the first being "
                                "\"{}\"",
                                line)});
  } else if (given == nullptr) {
    findings.error(root.mark(), "wrong_schema",
                   {fmt::format("thiếu dòng \"{}\" ở đầu tệp", line),
                    fmt::format("the line \"{}\" is missing at the top", line)});
  } else {
    const std::string found = named ? in_quotes(given->text()) : "?";
    findings.error(given->mark(), "wrong_schema",
                   {fmt::format("tệp này là {}, cần tệp có dòng \"{}\"", found, line),
                    fmt::format("this file is {}, what is asked for says \"{}\"", found, line)});
  }
  return false;
}

bool is_valid(const Schema& schema, const Node& root) {
  json::monotonic_resource memory;
  const json::value value = to_json(root, &memory);
  const valijson::adapters::BoostJsonAdapter target{value};
  return valijson::Validator{}.validate(schema.rules, target, nullptr);
}

bool conform(Node& root, const Schema& schema, Findings& findings) {
  if (is_valid(schema, root)) {
    return true;
  }
  explain(root, schema.document, schema.text(), findings);
  const bool readable = is_valid(schema, root);
  if (!findings.has_errors()) {
    findings.error(root.mark(), "not_conforming",
                   {"nội dung không theo lược đồ của nó", "this does not follow its schema"});
  }
  return readable;
}

}  // namespace

bool conform(Node& root, std::string_view name, Findings& findings) {
  const Schema& schema = schema_called(fmt::format("schemas/{}.schema.json", name), [&] {
    return std::pair{file_schema(name), json::string{}};
  });
  return is_of(schema, root, findings) && conform(root, schema, findings);
}

bool conform_to_api(Node& root, std::string_view name, Findings& findings) {
  const auto pointer = fmt::format("/components/schemas/{}", name);
  const Schema& schema = schema_called("schemas/openapi.yaml#" + pointer, [&] {
    return std::pair{api_schemas(), json::string{pointer}};
  });
  return conform(root, schema, findings);
}

}  // namespace tiendo::definition
