#pragma once

#include <variant>

#include "api/exchange.hpp"
#include "base/time.hpp"
#include "port/blobs.hpp"
#include "runtime/engine.hpp"

namespace tiendo::api {

/// What the office offers to programs: every operation of schemas/openapi.yaml that asks or moves
/// the engine, without a connection in it. One thread, that of the engine.
class Service {
 public:
  /// All outlive the service.
  Service(runtime::Engine& engine, port::Blobs& blobs) : engine_{engine}, blobs_{blobs} {}

  /// A response, which counts once the engine has committed (of a request that only reads: at
  /// once), or what is left to be done by reading the journal.
  using Outcome = std::variant<Response, ReadJournal>;
  [[nodiscard]] Outcome handle(const Request& request, Timestamp now);

 private:
  runtime::Engine& engine_;
  port::Blobs& blobs_;
};

/// Whether `handle` of this can change something: then the engine has to commit before it is
/// answered.
[[nodiscard]] bool writes(const Request& request);

}  // namespace tiendo::api
