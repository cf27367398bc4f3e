#include "definition/changed.hpp"

#include <algorithm>
#include <utility>

namespace tiendo::definition {
namespace {

void change(Node::Map& entries, const Entry& change) {
  const auto found = std::ranges::find(entries, change.key, &Entry::key);
  if (change.value.is(Node::Type::null)) {
    if (found != entries.end()) {
      entries.erase(found);
    }
  } else if (found == entries.end()) {
    entries.push_back({change.key, change.key_mark, changed({}, change.value)});
  } else {
    found->key_mark = change.key_mark;
    found->value = changed(std::move(found->value), change.value);
  }
}

}  // namespace

Node changed(Node whole, const Node& changes) {
  if (!changes.is(Node::Type::map)) {
    return changes;
  }
  Node::Map entries = whole.is(Node::Type::map) ? std::move(whole.map()) : Node::Map{};
  for (const Entry& entry : changes.map()) {
    change(entries, entry);
  }
  return {changes.mark(), std::move(entries)};
}

}  // namespace tiendo::definition
