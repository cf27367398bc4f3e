#pragma once

#include <boost/smart_ptr/intrusive_ptr.hpp>
#include <boost/smart_ptr/intrusive_ref_counter.hpp>
#include <optional>
#include <ranges>
#include <utility>

namespace tiendo {

/// A value that many hold alike, or that few hold at all: copies are one in memory, the empty value
/// (`T{}`) costs nothing, and whoever holds it pays one pointer. It is never changed in place, only
/// replaced; copies may be read by several threads.
template <class T>
class Shared {
 public:
  using value_type = T;

  Shared() = default;
  // Converting both ways: a holder reads like the value.
  Shared(T value) : node_{value == T{} ? nullptr : new Node{std::move(value)}} {}

  [[nodiscard]] const T& operator*() const noexcept { return node_ ? node_->value : empty_value(); }
  [[nodiscard]] const T* operator->() const noexcept { return &**this; }
  operator const T&() const noexcept { return **this; }
  [[nodiscard]] bool empty() const noexcept requires std::ranges::range<T> {
    return std::ranges::empty(**this);
  }
  [[nodiscard]] auto begin() const noexcept requires std::ranges::range<T> {
    return std::ranges::begin(**this);
  }
  [[nodiscard]] auto end() const noexcept requires std::ranges::range<T> {
    return std::ranges::end(**this);
  }

  /// Holds what `change` makes of a copy of the value.
  template <class Change>
  void replace(Change&& change) {
    T value = **this;
    std::forward<Change>(change)(value);
    *this = std::move(value);
  }

  /// Becomes one in memory with `other`, if they are equal.
  void join(const Shared& other) {
    if (*this == other) {
      node_ = other.node_;
    }
  }

  friend bool operator==(const Shared& left, const Shared& right) {
    return left.node_ == right.node_ || *left == *right;
  }
  friend bool operator==(const Shared& left, const T& right) { return *left == right; }

 private:
  struct Node : boost::intrusive_ref_counter<Node> {
    explicit Node(T held) : value{std::move(held)} {}
    const T value;
  };

  static const T& empty_value() noexcept {
    static const T empty{};
    return empty;
  }

  boost::intrusive_ptr<const Node> node_;
};

/// The same of a value that may be missing: then it costs nothing more.
template <class T>
class SharedOptional {
 public:
  using value_type = T;

  SharedOptional() = default;
  SharedOptional(T value) : value_{std::optional<T>{std::move(value)}} {}

  [[nodiscard]] bool has_value() const noexcept { return value_->has_value(); }
  explicit operator bool() const noexcept { return has_value(); }
  /// Only where there is a value.
  [[nodiscard]] const T& operator*() const noexcept { return **value_; }
  [[nodiscard]] const T* operator->() const noexcept { return &**value_; }
  [[nodiscard]] T value_or(T otherwise) const {
    return has_value() ? **this : std::move(otherwise);
  }
  void reset() noexcept { value_ = {}; }
  void join(const SharedOptional& other) { value_.join(other.value_); }

  friend bool operator==(const SharedOptional&, const SharedOptional&) = default;

 private:
  Shared<std::optional<T>> value_;
};

}  // namespace tiendo
