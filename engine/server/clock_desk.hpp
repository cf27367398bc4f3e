#pragma once

#include "server/clock_routes.hpp"
#include "server/desk.hpp"

namespace tiendo::server {

/// The clock: ClockRoutes, on the engine's thread.
class ClockDesk final : public Desk {
 public:
  /// All outlive the desk.
  ClockDesk(EngineLoop& loop, const api::Service& service, ClockRoutes clock)
      : loop_{loop}, service_{service}, clock_{clock} {}

  [[nodiscard]] std::string allowed_methods(std::string_view path) const override {
    return ClockRoutes::is_ours(path) ? ClockRoutes::allowed_methods() : "";
  }
  void serve(const SharedVisitor& visitor) override;

 private:
  EngineLoop& loop_;
  const api::Service& service_;
  ClockRoutes clock_;  // on the engine's thread
};

}  // namespace tiendo::server
