#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "api/service.hpp"
#include "api/sight.hpp"
#include "server/engine_loop.hpp"
#include "server/http_handler.hpp"
#include "server/server_metrics.hpp"
#include "server/sign_in.hpp"
#include "server/worker.hpp"

namespace tiendo::server {

/// What every answer passes.
struct WayBack {
  ServerMetrics& metrics;
  Worker& worker;                  // compresses what is large
  std::filesystem::path evidence;  // the folder of the files
};

/// A request on its way through the house, and the way back to who sent it. Shared by whoever is
/// at work for it; answered once.
class Visitor : public std::enable_shared_from_this<Visitor> {
 public:
  /// `back` outlives the visitor.
  Visitor(const WayBack& back, HttpRequest sent, HttpReply reply);

  HttpRequest http;
  api::Request request;                    // what `http` asks for
  std::optional<Identity> who;             // nobody: he comes to sign in
  std::string_view operation = "unknown";  // for the metrics

  // Any thread.

  void answer(api::Response response);
  void answer(HttpResponse response);

 private:
  void send(HttpResponse response);

  const WayBack& back_;
  HttpReply reply_;
  std::chrono::nanoseconds came_at_;
};
using SharedVisitor = std::shared_ptr<Visitor>;

/// What who asks may see. On the engine's thread.
[[nodiscard]] api::Sight sight_of(const Visitor& visitor, const api::Service& service,
                                  Timestamp now);

/// Calls `look` on the engine's thread. What it answers is the answer, else `then` goes on, on that
/// thread.
void ask(EngineLoop& loop, const SharedVisitor& visitor,
         std::function<std::optional<api::Response>(Timestamp now)> look,
         std::function<void()> then);

/// Leaves `work` to `worker`; where too much waits there, that is the answer.
void leave_to(Worker& worker, const SharedVisitor& visitor, std::function<void()> work);

}  // namespace tiendo::server
