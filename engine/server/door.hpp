#pragma once

#include <functional>
#include <optional>

#include "server/desks.hpp"
#include "server/http_handler.hpp"
#include "server/identify.hpp"
#include "server/static_files.hpp"

namespace tiendo::server {

/// Where every request comes in: finds out who asks, whether he may come in, and whose desk he has
/// come to. What everybody may know is answered here. On the thread of HTTP.
class Door final : public HttpHandler {
 public:
  /// All outlive the door.
  struct Rooms {
    const EngineLoop& loop;
    SignIn& sign_in;
    WayBack way_back;
  };
  struct Options {
    std::function<Timestamp()> wall;  // what time it is outside of a rehearsal
    StaticFiles pages;                // the console
  };

  Door(Rooms rooms, Desks desks, Options options)
      : rooms_{std::move(rooms)}, desks_{std::move(desks)}, options_{std::move(options)} {}

  HttpIntake intake(const HttpRequest& head) override;
  void handle(HttpRequest request, HttpReply reply) override;

 private:
  [[nodiscard]] std::optional<HttpResponse> answer_open(const HttpRequest& request) const;
  [[nodiscard]] Desk& desk_of(std::string_view path) const;
  [[nodiscard]] Asker find_asker(const HttpRequest& http, const api::Request& request) const;
  [[nodiscard]] std::optional<api::Response> why_not(Visitor& visitor) const;
  [[nodiscard]] std::optional<api::Response> why_not_read(Visitor& visitor) const;
  [[nodiscard]] std::optional<HttpResponse> why_not_spool(HttpRequest head) const;

  Rooms rooms_;
  Desks desks_;
  Options options_;
};

}  // namespace tiendo::server
