#pragma once

#include <string>
#include <string_view>

#include "server/http_handler.hpp"
#include "server/visitor.hpp"

namespace tiendo::server {

/// Where the requests for some paths are answered. On the thread of HTTP, which waits: what takes
/// long, and what the engine has to be asked, is done on their threads.
class Desk {
 public:
  Desk() = default;
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;
  virtual ~Desk() = default;

  /// As the header Allow lists them; empty: the path is none of its own.
  [[nodiscard]] virtual std::string allowed_methods(std::string_view path) const = 0;
  /// Whether it takes parameters in the query, and looks itself at which.
  [[nodiscard]] virtual bool takes_query() const { return false; }
  /// How the bodies of its requests are taken.
  [[nodiscard]] virtual HttpIntake intake() const {
    HttpIntake usual;
    usual.body_bytes_max = std::uint64_t{16} << 20;
    return usual;
  }

  /// Answers who has come, by whatever method, to a path of its own, and may come in.
  virtual void serve(const SharedVisitor& visitor) = 0;
};

}  // namespace tiendo::server
