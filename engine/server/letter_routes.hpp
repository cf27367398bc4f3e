#pragma once

#include <string>
#include <string_view>

#include "api/exchange.hpp"
#include "server/channels.hpp"

namespace tiendo::server {

/// Letters that became files, for an office that has no mail server:
///
///     GET /api/v1/letters             one's own, newest first; administrators, and everybody in a
///                                     demo: all
///     GET /api/v1/letters/{id}        one of them
///     GET /api/v1/letters/{id}/html   as whoever gets it sees it: a document that runs no script,
///                                     loads nothing, and stands in no frame but the console's
///
/// 404 where letters do not become files.
class LetterRoutes {
 public:
  /// `read` may be empty.
  explicit LetterRoutes(ReadLetters read) : read_{std::move(read)} {}

  [[nodiscard]] static bool is_ours(std::string_view path);
  [[nodiscard]] static std::string allowed_methods() { return "GET, HEAD"; }
  /// As the contract calls what is asked for at `path`, which is ours.
  [[nodiscard]] static std::string_view operation(std::string_view path);

  /// What is known on the engine's thread.
  struct Reader {
    bool sees_all = false;
    std::string address;  // empty: he has none

    [[nodiscard]] bool sees(const port::Letter& letter) const {
      return sees_all || (!address.empty() && letter.to_address == address);
    }
  };
  /// Reads files: where nobody waits for it.
  [[nodiscard]] api::Response handle(const api::Request& request, const Reader& reader) const;

 private:
  [[nodiscard]] api::Response list(const api::Request& request, const Reader& reader) const;
  [[nodiscard]] api::Response one(const api::Request& request, const Reader& reader) const;

  ReadLetters read_;
};

}  // namespace tiendo::server
