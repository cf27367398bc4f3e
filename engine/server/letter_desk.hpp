#pragma once

#include <string>

#include "port/secrets.hpp"
#include "server/desk.hpp"
#include "server/letter_routes.hpp"

namespace tiendo::server {

/// LetterRoutes, for whoever has come.
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
      : rooms_{rooms}, letters_{std::move(read)}, demo_{demo} {}

  [[nodiscard]] std::string allowed_methods(std::string_view path) const override {
    return LetterRoutes::is_ours(path) ? LetterRoutes::allowed_methods() : "";
  }
  [[nodiscard]] bool takes_query() const override { return true; }
  void serve(const SharedVisitor& visitor) override;

 private:
  Rooms rooms_;
  LetterRoutes letters_;  // on the thread of the worker
  bool demo_;
};

}  // namespace tiendo::server
