#pragma once

#include <string>

#include "port/secrets.hpp"
#include "server/channels.hpp"
#include "server/desk.hpp"

namespace tiendo::server {

/// Letters that became files, for an office that has no mail server:
///
///     GET /api/v1/letters   one's own, newest first; administrators, and everybody in a demo: all
///
/// 404 where letters do not become files.
class LetterDesk final : public Desk {
 public:
  /// All outlive the desk.
  struct Rooms {
    EngineLoop& loop;
    const api::Service& service;   // on the engine's thread
    const port::Secrets& secrets;  // on the engine's thread
    Worker& worker;                // reads the files
  };
  /// `read` may be empty.
  LetterDesk(const Rooms& rooms, ReadLetters read, bool demo)
      : rooms_{rooms}, read_{std::move(read)}, demo_{demo} {}

  [[nodiscard]] std::string allowed_methods(std::string_view path) const override;
  void serve(const SharedVisitor& visitor) override;

 private:
  /// Whose letters are shown.
  struct Reader {
    bool sees_all = false;
    std::string address;  // empty: he has none
  };
  [[nodiscard]] api::Response list(const api::Request& request, const Reader& reader) const;

  Rooms rooms_;
  ReadLetters read_;
  bool demo_;
};

}  // namespace tiendo::server
