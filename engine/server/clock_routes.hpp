#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "api/body.hpp"
#include "api/exchange.hpp"
#include "base/time.hpp"
#include "runtime/engine.hpp"
#include "server/clock.hpp"
#include "server/engine_loop.hpp"
#include "server/story.hpp"

namespace tiendo::server {

/// What time it is for the office, and how fast it goes:
///
///     GET /api/v1/clock   {now, rehearsal, speed, paused, may_change}; for everybody
///     PUT /api/v1/clock   {speed} (0: it stands still), {step_to: instant} or
///                         {step: "P1D" | "next_morning"}: of a rehearsal, for administrators; of a
///                         demo for everybody
///
/// On the engine's thread.
class ClockRoutes {
 public:
  /// `rehearsal`: null in a real office; `story`: null where it is no demo. All outlive the routes.
  struct Rooms {
    EngineLoop& loop;
    const runtime::Engine& engine;
    RehearsalClock* rehearsal = nullptr;
    Story* story = nullptr;
  };
  explicit ClockRoutes(const Rooms& rooms) : rooms_{rooms} {}

  [[nodiscard]] static bool is_ours(std::string_view path) { return path == "/api/v1/clock"; }
  [[nodiscard]] static std::string allowed_methods() { return "GET, HEAD, PUT"; }
  [[nodiscard]] static bool writes(const api::Request& request) {
    return request.method == api::Method::put;
  }

  /// `administers`: whoever asks. What people of a demo do in the time that is skipped has been
  /// decided when this returns.
  [[nodiscard]] api::Response handle(const api::Request& request, bool administers, Timestamp now);
  /// What the last change decided does not last.
  void undo();

 private:
  using Changed = std::variant<Timestamp, api::Response>;

  /// Whoever asks; `administers`: he does.
  [[nodiscard]] bool may_change(bool administers) const;
  [[nodiscard]] api::Response show(Timestamp now, bool administers) const;
  [[nodiscard]] api::Response change(const api::Request& request, Timestamp now);
  [[nodiscard]] Changed target(const api::Body& body, const api::Request& request,
                               Timestamp now) const;

  Rooms rooms_;
  std::size_t played_from_ = 0;
};

}  // namespace tiendo::server
