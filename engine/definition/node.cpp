#include "definition/node.hpp"

#include "base/check.hpp"

namespace tiendo::definition {
namespace {

template <class T>
const T& get(const Node::Value& value) {
  const T* found = std::get_if<T>(&value);
  check(found != nullptr, "a node was read as what it is not");
  return *found;
}

}  // namespace

Node::Node() = default;
Node::Node(Mark mark, Value value) : mark_(mark), value_(std::move(value)) {}
Node::Node(const Node&) = default;
Node::Node(Node&&) noexcept = default;
Node& Node::operator=(const Node&) = default;
Node& Node::operator=(Node&&) noexcept = default;
Node::~Node() = default;

bool Node::boolean() const {
  return get<bool>(value_);
}
std::int64_t Node::integer() const {
  return get<std::int64_t>(value_);
}

double Node::number() const {
  return is(Type::integer) ? static_cast<double>(integer()) : get<double>(value_);
}

const std::string& Node::text() const {
  return get<std::string>(value_);
}
const Node::List& Node::list() const {
  return get<List>(value_);
}
const Node::Map& Node::map() const {
  return get<Map>(value_);
}
Node::List& Node::list() {
  return const_cast<List&>(std::as_const(*this).list());
}
Node::Map& Node::map() {
  return const_cast<Map&>(std::as_const(*this).map());
}

void Node::place(Mark mark) noexcept {
  mark_ = mark;
  if (auto* items = std::get_if<List>(&value_)) {
    for (Node& item : *items) {
      item.place(mark);
    }
  } else if (auto* entries = std::get_if<Map>(&value_)) {
    for (Entry& entry : *entries) {
      entry.key_mark = mark;
      entry.value.place(mark);
    }
  }
}

const Node* Node::find(std::string_view key) const noexcept {
  const auto* entries = std::get_if<Map>(&value_);
  if (entries == nullptr) {
    return nullptr;
  }
  for (const Entry& entry : *entries) {
    if (entry.key == key) {
      return &entry.value;
    }
  }
  return nullptr;
}

bool operator==(const Node& left, const Node& right) {
  return left.value_ == right.value_;
}

}  // namespace tiendo::definition
