#include "definition/schema.hpp"

#include <fmt/format.h>

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <map>
#include <memory>
#include <mutex>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "base/check.hpp"
#include "definition/embedded.hpp"
#include "definition/schema_explain.hpp"
#include "definition/wording.hpp"

namespace tiendo::definition {
namespace {

namespace json = boost::json;

struct Schema {
  json::value text;
  valijson::Schema rules;
};

/// Parsed once a process. A schema is part of the program: one that is not there or not in order is
/// a mistake of ours.
const Schema& schema_called(std::string_view name) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<Schema>, std::less<>> schemas;
  const std::lock_guard lock{mutex};
  const auto known = schemas.find(name);
  if (known != schemas.end()) {
    return *known->second;
  }
  const auto file = embedded::file(fmt::format("schemas/{}.schema.json", name));
  check(file.has_value(), "a schema is missing in the program");
  auto schema = std::make_unique<Schema>();
  schema->text = json::parse(*file);
  valijson::SchemaParser{}.populateSchema(valijson::adapters::BoostJsonAdapter{schema->text},
                                          schema->rules);
  return *schemas.emplace(name, std::move(schema)).first->second;
}

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

/// Whether the file says that it follows this schema; else what it is, or how it has to begin.
bool is_of(const Schema& schema, const Node& root, Findings& findings) {
  const auto& expected = schema.text.at("properties").at("schema").at("const").as_string();
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

}  // namespace

bool conform(Node& root, std::string_view name, Findings& findings) {
  const Schema& schema = schema_called(name);
  if (!is_of(schema, root, findings)) {
    return false;
  }
  if (is_valid(schema, root)) {
    return true;
  }
  explain(root, schema.text, findings);
  const bool readable = is_valid(schema, root);
  if (!findings.has_errors()) {
    findings.error(root.mark(), "not_conforming",
                   {fmt::format("tệp không theo schemas/{}.schema.json", name),
                    fmt::format("the file does not follow schemas/{}.schema.json", name)});
  }
  return readable;
}

}  // namespace tiendo::definition
