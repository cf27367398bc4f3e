#pragma once

#include <boost/asio/io_context.hpp>
#include <filesystem>
#include <functional>
#include <optional>

#include "api/service.hpp"
#include "journal/blob_folder.hpp"
#include "port/blobs.hpp"
#include "server/account_routes.hpp"
#include "server/clock_routes.hpp"
#include "server/engine_loop.hpp"
#include "server/http_handler.hpp"
#include "server/identify.hpp"
#include "server/journal_reader.hpp"
#include "server/letter_routes.hpp"
#include "server/live_events.hpp"
#include "server/server_metrics.hpp"
#include "server/service_routes.hpp"
#include "server/static_files.hpp"
#include "server/worker.hpp"

namespace tiendo::server {

/// Where every request comes in: finds out who asks, leads it to the room that answers, and brings
/// the answer back. On the thread of HTTP.
class Door final : public HttpHandler {
 public:
  /// What is behind it; all of it outlives the door.
  struct Rooms {
    boost::asio::io_context& http;  // the thread of this
    EngineLoop& loop;
    api::Service& service;  // on the engine's thread
    JournalReader& reader;
    JournalReader& checker;  // of the record as a whole
    Worker& worker;          // hashing, files
    Worker& planner;         // plans that are only looked at
    SignIn& sign_in;
    AccountRoutes& accounts;
    ServiceRoutes& service_routes;
    ClockRoutes& clock_routes;  // on the engine's thread
    const LetterRoutes& letter_routes;
    const port::Secrets& secrets;  // on the engine's thread
    LiveEvents& live;
    ServerMetrics& metrics;
    port::Blobs& blobs;  // on the worker's thread
  };
  struct Options {
    std::filesystem::path evidence;  // the folder of the files
    bool secure = false;             // people come over TLS
    std::uint64_t upload_bytes_max = journal::BlobFolder::usual_limit;
    std::uint64_t body_bytes_max = std::uint64_t{16} << 20;
    bool demo = false;                // everybody may read every letter
    std::function<Timestamp()> wall;  // what time it is outside of a rehearsal
    StaticFiles pages;                // the console
  };

  Door(const Rooms& rooms, Options options) : rooms_{rooms}, options_{std::move(options)} {}

  HttpIntake intake(const HttpRequest& head) override;
  void handle(HttpRequest request, HttpReply reply) override;

 private:
  /// A request that is being answered.
  struct Visitor;
  using Shared = std::shared_ptr<Visitor>;

  [[nodiscard]] std::optional<HttpResponse> answer_open(const HttpRequest& request) const;
  void to_account(const Shared& visitor);
  void ask_account(const Shared& visitor, AccountRoutes::Office office);
  [[nodiscard]] std::optional<HttpResponse> why_not_signed_in(HttpRequest head);
  void to_evidence(const Shared& visitor);
  void keep_evidence(const Shared& visitor);
  void to_live(const Shared& visitor);
  void to_service(const Shared& visitor);
  void to_clock(const Shared& visitor);
  void to_letters(const Shared& visitor);
  [[nodiscard]] bool administers(const Shared& visitor, Timestamp now) const;
  void to_engine(const Shared& visitor);
  void post(const Shared& visitor, const std::shared_ptr<api::Route>& route,
            const std::shared_ptr<const api::Prepared>& prepared);
  void finish(const Shared& visitor, api::Outcome outcome);
  void answer(const Shared& visitor, api::Response response);
  void answer(const Shared& visitor, HttpResponse response);
  void send(const Shared& visitor, HttpResponse response);

  Rooms rooms_;
  Options options_;
};

}  // namespace tiendo::server
