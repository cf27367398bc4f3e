#include "journal/export.hpp"

#include <algorithm>

#include "journal/hash.hpp"
#include "journal/json_writer.hpp"
#include "journal/payload_check.hpp"

namespace tiendo::journal {
namespace {

/// The fields of one object, one after the other.
class Line {
 public:
  explicit Line(std::string& out) : out_(out), json_(out) {}

  template <class Value>
  void put(std::string_view name, const Value& value) {
    begin(name);
    json_.write(value);
  }
  void put_optional(std::string_view name, const std::string& text) {
    if (text.empty()) {
      put_raw(name, "null");
    } else {
      put(name, text);
    }
  }
  void put_raw(std::string_view name, std::string_view json) {
    begin(name);
    out_ += json;
  }

 private:
  void begin(std::string_view name) {
    out_ += first_ ? "{\"" : ",\"";
    out_ += name;
    out_ += "\":";
    first_ = false;
  }

  std::string& out_;
  JsonWriter json_;
  bool first_ = true;
};

// JSON strings hold no raw line ends, so these stand between tokens.
std::string on_one_line(std::string payload) {
  std::ranges::replace_if(
      payload, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return payload;
}

}  // namespace

void append_json_line(const Row& row, std::string& out) {
  Line line(out);
  line.put("position", row.position);
  line.put("stream", row.stream);
  line.put("version", row.version);
  line.put("at", to_string(row.at));
  line.put_optional("actor", row.actor);
  line.put_optional("on_behalf", row.on_behalf);
  line.put_optional("document", row.document);
  line.put("plan_version", row.plan_version);
  line.put("type", row.type);
  line.put("schema", row.schema);
  if (is_json_object(row.payload)) {
    line.put_raw("payload", on_one_line(row.payload));
  } else {
    line.put_raw("payload", "null");
    line.put("payload_text", row.payload);
  }
  line.put("hash", to_hex(row.hash));
  out += "}\n";
}

}  // namespace tiendo::journal
