#pragma once

#include <boost/asio/io_context.hpp>
#include <functional>

#include "server/account_routes.hpp"
#include "server/desk.hpp"

namespace tiendo::server {

/// Accounts, sessions and tokens: AccountRoutes, with what the engine has to say before and the
/// hashing elsewhere.
class AccountDesk final : public Desk {
 public:
  /// All outlive the desk.
  struct Rooms {
    boost::asio::io_context& http;  // the thread of this
    EngineLoop& loop;
    const api::Service& service;  // on the engine's thread
    Worker& worker;               // hashes
  };
  /// `wall`: what time it is outside of a rehearsal.
  AccountDesk(const Rooms& rooms, AccountRoutes accounts, std::function<Timestamp()> wall)
      : rooms_{rooms}, accounts_{accounts}, wall_{std::move(wall)} {}

  [[nodiscard]] std::string allowed_methods(std::string_view path) const override {
    return AccountRoutes::allowed_methods(path);
  }
  void serve(const SharedVisitor& visitor) override;

 private:
  void serve(const SharedVisitor& visitor, AccountRoutes::Office office);

  Rooms rooms_;
  AccountRoutes accounts_;
  std::function<Timestamp()> wall_;
};

}  // namespace tiendo::server
