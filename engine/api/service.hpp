#pragma once

#include "api/operation.hpp"
#include "base/time.hpp"
#include "port/blobs.hpp"
#include "port/secrets.hpp"
#include "runtime/engine.hpp"

namespace tiendo::api {

/// What the office offers to programs: every operation of schemas/openapi.yaml that asks or moves
/// the engine, without a connection in it. One thread, that of the engine.
class Service {
 public:
  /// All outlive the service.
  Service(runtime::Engine& engine, const port::Journal& journal, port::Secrets& secrets,
          port::Blobs& blobs)
      : engine_{engine}, journal_{journal}, secrets_{secrets}, blobs_{blobs} {}

  /// Answers `request`, the operation of which is `route`, at `now`. A response to a request that
  /// writes counts once the engine has committed. `prepared`: of an operation that reads first,
  /// where that has been done already (`prepare`).
  [[nodiscard]] Outcome handle(const Request& request, const Route& route, Timestamp now,
                               const Prepared* prepared = nullptr);

  [[nodiscard]] const model::State& state() const { return engine_.state(); }
  [[nodiscard]] const model::Office& office() const { return engine_.state().office; }
  [[nodiscard]] port::Journal::Position position() const { return engine_.position(); }

 private:
  [[nodiscard]] Outcome read(const Request& request, const Route& route, const Sight& sight,
                             Timestamp now);

  runtime::Engine& engine_;
  const port::Journal& journal_;
  port::Secrets& secrets_;
  port::Blobs& blobs_;
  Timelines timelines_;
};

/// What `request` comes to before it needs the engine, of an operation that reads first; else
/// nothing. Any thread.
[[nodiscard]] std::optional<Prepared> prepare(const Request& request, const Route& route);

/// The answer to a request that leads nowhere, or that asks with a parameter that its operation
/// does not take; nothing where it can be handled.
[[nodiscard]] std::optional<Response> refuse_route(const Request& request, const Route& route);

}  // namespace tiendo::api
