#include "server/event_desk.hpp"

#include <charconv>
#include <utility>

#include "api/problem.hpp"

namespace tiendo::server {
namespace {

constexpr std::string_view events_path = "/api/v1/events";

/// Of the header Last-Event-ID; nothing where there is none, or none of ours.
std::optional<std::uint64_t> last_id(const HttpHeaders& headers) {
  const auto text = headers.get("Last-Event-ID");
  std::uint64_t position = 0;
  const auto read = std::from_chars(text.begin(), text.end(), position);
  return text.empty() || read.ec != std::errc{} || read.ptr != text.end() ? std::nullopt
                                                                          : std::optional{position};
}

HttpResponse answer_by(std::shared_ptr<HttpLive> stream) {
  HttpResponse response;
  response.content_type = "text/event-stream; charset=utf-8";
  response.body = HttpLiveBody{std::move(stream)};
  return response;
}

}  // namespace

std::string EventDesk::allowed_methods(std::string_view path) const {
  return path == events_path ? "GET, HEAD" : "";
}

void EventDesk::serve(const SharedVisitor& visitor) {
  visitor->operation = "streamEvents";
  const auto language = visitor->request.language;
  if (visitor->request.method != api::Method::get) {
    visitor->answer(api::method_not_allowed(allowed_methods(events_path), language));
    return;
  }
  const auto stream = std::make_shared<HttpLive>();
  Work work;
  work.language = language;
  work.run = [this, visitor, stream](Timestamp now) -> api::Outcome {
    const auto after = last_id(visitor->http.headers).value_or(rooms_.service.position());
    return rooms_.live.add({visitor->request.caller, visitor->request.language, stream}, after,
                           now);
  };
  work.answer = [this, visitor, stream](api::Outcome outcome) {
    auto* rest = std::get_if<api::ReadJournal>(&outcome);
    if (rest == nullptr) {
      visitor->answer(std::get<api::Response>(std::move(outcome)));
      return;
    }
    visitor->answer(answer_by(stream));
    rooms_.reader.read(std::move(*rest), visitor->request.language, [stream](api::Response read) {
      if (read.status >= 300) {
        stream->close();  // it comes again by itself
      }
    });
  };
  rooms_.loop.post(std::move(work));
}

}  // namespace tiendo::server
