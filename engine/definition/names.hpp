#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/id.hpp"
#include "definition/finding.hpp"
#include "definition/node.hpp"

namespace tiendo::definition {

/// What one kind of named thing is called: `{"task", {"nhiệm vụ", "task"}}`.
struct Noun {
  std::string_view code;
  Text words;
};

/// The names that a file declares for one kind of thing, in order; looks up what refers to them.
/// The names must outlive this.
class Names {
 public:
  explicit Names(Noun noun) : noun_(std::move(noun)) {}

  void declare(std::string_view name);

  [[nodiscard]] std::size_t size() const noexcept { return all_.size(); }
  [[nodiscard]] const Noun& noun() const noexcept { return noun_; }
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const noexcept;

  /// The place of `name`, which stands at `at`; where there is none, an error says which was meant.
  [[nodiscard]] std::optional<std::uint32_t> refer(std::string_view name, Mark at,
                                                   Findings& findings) const;
  /// The same of `node`, a text.
  [[nodiscard]] std::optional<std::uint32_t> refer(const Node& node, Findings& findings) const {
    return refer(node.text(), node.mark(), findings);
  }

  /// The names of a list, without those that do not exist or stand twice, which are errors.
  [[nodiscard]] std::vector<std::uint32_t> refer_all(const Node& list, Findings& findings) const;

 private:
  Noun noun_;
  std::vector<std::string_view> all_;
  std::unordered_map<std::string_view, std::uint32_t> places_;
};

/// Whether `id` may name something (base/id.hpp); if not, an error at `at` with what could be
/// written.
bool check_id(std::string_view id, Mark at, const Text& what, Findings& findings);

}  // namespace tiendo::definition
