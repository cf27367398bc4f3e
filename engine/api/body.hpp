#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "api/exchange.hpp"
#include "base/time.hpp"
#include "definition/node.hpp"
#include "model/part.hpp"

namespace tiendo::api {

/// The body of a request that is what its schema says: asking for what that requires is safe.
class Body {
 public:
  explicit Body(definition::Node root) : root_{std::move(root)} {}

  [[nodiscard]] bool has(std::string_view key) const { return root_.find(key) != nullptr; }
  [[nodiscard]] const definition::Node* find(std::string_view key) const { return root_.find(key); }
  /// Empty where it was left out.
  [[nodiscard]] std::string text(std::string_view key) const;
  [[nodiscard]] std::optional<Day> day(std::string_view key) const;
  [[nodiscard]] Day needed_day(std::string_view key) const { return day(key).value_or(Day{}); }
  [[nodiscard]] double number(std::string_view key) const { return root_.find(key)->number(); }
  [[nodiscard]] bool flag(std::string_view key) const;
  [[nodiscard]] std::vector<model::Part> parts(std::string_view key) const;

 private:
  definition::Node root_;
};

/// Whether a body of this Content-Type is JSON in UTF-8, as far as it says.
[[nodiscard]] bool is_json(std::string_view content_type);

/// A mistake in a body, by the JSON pointer (RFC 6901) to it.
struct BodyFault {
  std::string pointer;
  std::string code;
  Text what;
};
/// 422, with every mistake; at least one.
[[nodiscard]] Response wrong_body(const std::vector<BodyFault>& faults, Language language);

/// What is wrong with a text that people write: characters that control or turn the direction of
/// what is shown and, where it is a `line`, that break it.
[[nodiscard]] std::optional<Text> wrong_text(std::string_view text, bool line);

/// Whose texts a body has: those of files are looked at when the files are read.
enum class Texts : std::uint8_t { of_people, of_files };

/// Reads the body of `request` by the schema NAME of schemas/openapi.yaml. A problem document where
/// it is no JSON (400), of another type (415), or not as the schema says (422): that one lists
/// every error with its JSON pointer (RFC 6901). An empty body is an empty object.
[[nodiscard]] std::variant<Body, Response> read_body(const Request& request,
                                                     std::string_view schema,
                                                     Texts texts = Texts::of_people);

}  // namespace tiendo::api
