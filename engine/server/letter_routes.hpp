#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "api/exchange.hpp"
#include "base/result.hpp"
#include "port/channel.hpp"

namespace tiendo::server {

/// The latest letters of a channel that writes files, at most `count`, newest first. Any thread.
using ReadLetters = std::function<Result<std::vector<port::Letter>>(std::size_t count)>;

/// Letters that became files, for an office that has no mail server:
///
///     GET /api/v1/letters   one's own, newest first; administrators, and everybody in a demo: all
///
/// 404 where letters do not become files.
class LetterRoutes {
 public:
  /// `read` may be empty.
  explicit LetterRoutes(ReadLetters read) : read_{std::move(read)} {}

  [[nodiscard]] static bool is_ours(std::string_view path) { return path == "/api/v1/letters"; }
  [[nodiscard]] static std::string allowed_methods() { return "GET, HEAD"; }

  /// What is known on the engine's thread.
  struct Reader {
    bool sees_all = false;
    std::string address;  // empty: he has none
  };
  /// Reads files: where nobody waits for it.
  [[nodiscard]] api::Response handle(const api::Request& request, const Reader& reader) const;

 private:
  ReadLetters read_;
};

}  // namespace tiendo::server
