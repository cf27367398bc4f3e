#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>

#include "api/exchange.hpp"
#include "api/sight.hpp"
#include "base/time.hpp"
#include "server/backup_rotation.hpp"
#include "server/engine_loop.hpp"

namespace tiendo::server {

/// The operations on the server itself, for administrators:
///
///     GET  /api/v1/service                how it goes: version, position, clock, backups
///     PUT  /api/v1/service/log-level      {level}
///     POST /api/v1/service/confirm-clock  the clock is right: what is due is done
///     GET  /api/v1/openapi.yaml           the contract; for everybody
///
/// Any thread.
class ServiceRoutes {
 public:
  /// All outlive the routes. `rotation`: null where no backups are made.
  ServiceRoutes(EngineLoop& loop, const BackupRotation* rotation, std::string version)
      : loop_{loop}, rotation_{rotation}, version_{std::move(version)} {}

  [[nodiscard]] static bool is_ours(std::string_view path);
  /// Of one of our paths, as the header Allow lists them.
  [[nodiscard]] static std::string allowed_methods(std::string_view path);

  /// `position` and `now`: of the engine; `administers`: whoever asks.
  struct Office {
    bool administers = false;
    port::Journal::Position position = 0;
    Timestamp now;
  };
  [[nodiscard]] api::Response handle(const api::Request& request, const Office& office);

 private:
  [[nodiscard]] api::Response show(const Office& office, Language language) const;
  [[nodiscard]] api::Response set_level(const api::Request& request) const;

  EngineLoop& loop_;
  const BackupRotation* rotation_;
  std::string version_;
};

}  // namespace tiendo::server
