#pragma once

#include <string>

#include "server/backup_rotation.hpp"
#include "server/desk.hpp"

namespace tiendo::server {

/// The operations on the server itself, for administrators:
///
///     GET  /api/v1/service                how it goes: version, position, clock, backups
///     PUT  /api/v1/service/log-level      {level}
///     POST /api/v1/service/confirm-clock  the clock is right: what is due is done
///     GET  /api/v1/openapi.yaml           the contract; for everybody
class ServiceDesk final : public Desk {
 public:
  /// All outlive the desk.
  struct Rooms {
    EngineLoop& loop;
    const api::Service& service;     // on the engine's thread
    const BackupRotation* rotation;  // null where no backups are made
  };
  ServiceDesk(const Rooms& rooms, std::string version)
      : rooms_{rooms}, version_{std::move(version)} {}

  [[nodiscard]] std::string allowed_methods(std::string_view path) const override;
  void serve(const SharedVisitor& visitor) override;

 private:
  [[nodiscard]] api::Response handle(const Visitor& visitor, Timestamp now);
  [[nodiscard]] api::Response show(Timestamp now, Language language) const;

  Rooms rooms_;
  std::string version_;
};

}  // namespace tiendo::server
