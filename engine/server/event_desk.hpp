#pragma once

#include "server/desk.hpp"
#include "server/journal_reader.hpp"
#include "server/live_events.hpp"

namespace tiendo::server {

/// What happens, as a stream:
///
///     GET /api/v1/events   what came behind the header Last-Event-ID, then what comes
class EventDesk final : public Desk {
 public:
  /// All outlive the desk.
  struct Rooms {
    EngineLoop& loop;
    const api::Service& service;  // on the engine's thread
    LiveEvents& live;
    JournalReader& reader;
  };
  explicit EventDesk(const Rooms& rooms) : rooms_{rooms} {}

  [[nodiscard]] std::string allowed_methods(std::string_view path) const override;
  void serve(const SharedVisitor& visitor) override;

 private:
  Rooms rooms_;
};

}  // namespace tiendo::server
