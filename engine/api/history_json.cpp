#include "api/history_json.hpp"

#include "api/json_parts.hpp"

namespace tiendo::api {

boost::json::object to_json(const runtime::HistoryEntry& entry, Language language) {
  boost::json::object object{{"position", entry.position},
                             {"at", to_string(entry.at)},
                             {"actor", text_or_null(entry.actor.str())},
                             {"on_behalf_of", nullptr},
                             {"document", nullptr},
                             {"task", text_or_null(entry.task.str())},
                             {"type", entry.type},
                             {"text", entry.text.in(language)},
                             {"file", text_or_null(entry.file)}};
  if (entry.on_behalf) {
    object["on_behalf_of"] = entry.on_behalf->whom;
    object["document"] = entry.on_behalf->document;
  }
  return object;
}

}  // namespace tiendo::api
