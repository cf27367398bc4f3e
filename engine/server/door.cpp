#include "server/door.hpp"

#include <boost/asio/post.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <fstream>

#include "api/answers.hpp"
#include "api/lists.hpp"
#include "api/operation.hpp"
#include "api/problem.hpp"
#include "journal/blob_folder.hpp"
#include "server/accept.hpp"
#include "server/clock.hpp"
#include "server/http_answer.hpp"
#include "server/patience.hpp"
#include "server/requests.hpp"
#include "server/turned_away.hpp"

namespace tiendo::server {
namespace {

constexpr std::string_view evidence_path = "/api/v1/evidence";
constexpr std::string_view events_path = "/api/v1/events";
constexpr const char* metrics_type = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Of any path, as the header Allow lists them; empty: there is no such path.
std::string allowed_methods(std::string_view path) {
  if (path == evidence_path) {
    return "POST";
  }
  if (path == events_path) {
    return "GET, HEAD";
  }
  if (is_account_path(path)) {
    return AccountRoutes::allowed_methods(path);
  }
  if (ClockRoutes::is_ours(path)) {
    return ClockRoutes::allowed_methods();
  }
  if (LetterRoutes::is_ours(path)) {
    return LetterRoutes::allowed_methods();
  }
  return ServiceRoutes::is_ours(path) ? ServiceRoutes::allowed_methods(path)
                                      : api::allowed_methods(path);
}

std::string_view path_of(const HttpRequest& request) {
  return std::string_view{request.target}.substr(0, request.target.find('?'));
}

HttpResponse plain(int status, std::string content_type, std::string body) {
  HttpResponse response;
  response.status = status;
  response.content_type = std::move(content_type);
  response.body = std::move(body);
  return response;
}

api::Response bad_target(Language language) {
  return api::problem(
      400, "bad_target",
      {"đường dẫn hoặc phương thức không đọc được", "the path or the method cannot be read"},
      language);
}

Proof proof_of(const HttpRequest& request) {
  return {request.headers.joined("Cookie"), std::string{request.headers.get("Authorization")},
          std::string{request.headers.get("X-Tiendo-Token")}};
}

/// Of the header Last-Event-ID; nothing where there is none, or none of ours.
std::optional<std::uint64_t> last_id(const HttpHeaders& headers) {
  const auto text = headers.get("Last-Event-ID");
  std::uint64_t position = 0;
  const auto read = std::from_chars(text.begin(), text.end(), position);
  return text.empty() || read.ec != std::errc{} || read.ptr != text.end() ? std::nullopt
                                                                          : std::optional{position};
}

}  // namespace

struct Door::Visitor {
  HttpRequest http;
  HttpReply reply;
  api::Request request;
  std::optional<Identity> who;
  std::string_view operation = "unknown";
  std::chrono::nanoseconds came_at = stopwatch();
};

HttpIntake Door::intake(const HttpRequest& head) {
  HttpIntake intake;
  intake.body_bytes_max = options_.body_bytes_max;
  if (path_of(head) == evidence_path) {
    intake.body_bytes_max = options_.upload_bytes_max;
    intake.spool_to = options_.evidence;
    intake.refusal = why_not_signed_in(head);
  }
  return intake;
}

/// Of what would take room on the disk before anybody asks who sends it.
std::optional<HttpResponse> Door::why_not_signed_in(HttpRequest head) {
  const auto asked = to_api(head);
  if (!asked) {
    return std::nullopt;  // it is refused later
  }
  auto asker = identify(rooms_.sign_in, proof_of(head), *asked, head.secure, options_.wall());
  auto* refusal = std::get_if<api::Response>(&asker);
  return refusal == nullptr ? std::nullopt : std::optional{to_http(std::move(*refusal))};
}

/// What needs no sign-in.
std::optional<HttpResponse> Door::answer_open(const HttpRequest& request) const {
  const auto path = path_of(request);
  if (request.method != "GET") {
    return std::nullopt;
  }
  if (path == "/healthz") {
    return plain(200, "text/plain; charset=utf-8", "ok\n");
  }
  if (path == "/readyz") {
    const bool held = rooms_.loop.held().has_value();
    return plain(held ? 503 : 200, "text/plain; charset=utf-8", held ? "clock held\n" : "ready\n");
  }
  if (path == "/metrics" && is_loopback(request.peer)) {
    return plain(200, metrics_type, rooms_.metrics.render());
  }
  return options_.pages.answer(path, choose_language(request.headers.joined("Accept-Language")));
}

void Door::handle(HttpRequest request, HttpReply reply) {
  if (auto open = answer_open(request)) {
    reply(std::move(*open));
    return;
  }
  auto visitor = std::make_shared<Visitor>(Visitor{std::move(request), std::move(reply), {}, {}});
  auto asked = to_api(visitor->http);
  if (!asked) {
    const auto allowed = allowed_methods(path_of(visitor->http));
    if (!is_known_method(visitor->http.method) && !allowed.empty()) {
      answer(visitor,
             api::method_not_allowed(
                 allowed, choose_language(visitor->http.headers.joined("Accept-Language"))));
      return;
    }
    answer(visitor, bad_target(choose_language(visitor->http.headers.joined("Accept-Language"))));
    return;
  }
  visitor->request = std::move(*asked);
  auto asker = identify(rooms_.sign_in, proof_of(visitor->http), visitor->request,
                        visitor->http.secure, options_.wall());
  if (auto* refusal = std::get_if<api::Response>(&asker)) {
    answer(visitor, std::move(*refusal));
    return;
  }
  if (auto* who = std::get_if<Identity>(&asker)) {
    set_caller(visitor->request, *who, visitor->http.headers);
    visitor->who = std::move(*who);
  }
  const auto& path = visitor->request.path;
  const bool takes_no_query = is_account_path(path) || ServiceRoutes::is_ours(path) ||
                              ClockRoutes::is_ours(path) || LetterRoutes::is_ours(path) ||
                              path == evidence_path || path == events_path;
  if (takes_no_query && !visitor->request.query.empty()) {
    answer(visitor,
           api::bad_parameter({{"không dùng ở đây: bỏ đi", "is not taken here: leave it out"},
                               visitor->request.query.front().first},
                              visitor->request.language));
    return;
  }
  if (is_account_path(path)) {
    to_account(visitor);
  } else if (ServiceRoutes::is_ours(path)) {
    to_service(visitor);
  } else if (ClockRoutes::is_ours(path)) {
    to_clock(visitor);
  } else if (LetterRoutes::is_ours(path)) {
    to_letters(visitor);
  } else if (path == evidence_path) {
    to_evidence(visitor);
  } else if (path == events_path) {
    to_live(visitor);
  } else {
    to_engine(visitor);
  }
}

void Door::to_account(const Shared& visitor) {
  visitor->operation = "account";
  const auto person = administered_person(visitor->request.path);
  if (!person) {
    ask_account(visitor, {});
    return;
  }
  // Who may do what is known on the engine's thread; the answer comes back to this one.
  const auto office = std::make_shared<AccountRoutes::Office>();
  Work work;
  work.language = visitor->request.language;
  work.run = [this, visitor, office, person = *person](Timestamp now) -> api::Outcome {
    const auto& known = rooms_.service.office();
    office->administers =
        api::Sight::of(known, visitor->request.caller.user, local_day(now)).administers();
    office->knows_person = known.people.contains(person);
    return api::Response{};
  };
  work.answer = [this, visitor, office](api::Outcome outcome) {
    auto response = std::get<api::Response>(std::move(outcome));
    boost::asio::post(rooms_.http, [this, visitor, office, response = std::move(response)] {
      if (response.status >= 300) {
        answer(visitor, response);
      } else {
        ask_account(visitor, *office);
      }
    });
  };
  rooms_.loop.post(std::move(work));
}

void Door::ask_account(const Shared& visitor, AccountRoutes::Office office) {
  const Visit visit{visitor->http.peer, std::string{visitor->http.headers.get("User-Agent")}};
  auto outcome =
      rooms_.accounts.handle({visitor->request, visitor->who, visit, office}, options_.wall());
  if (auto* response = std::get_if<api::Response>(&outcome)) {
    answer(visitor, std::move(*response));
    return;
  }
  const auto taken = rooms_.worker.post(
      [this, visitor, work = std::move(std::get<AccountRoutes::HardWork>(outcome))] {
        boost::asio::post(rooms_.http, [this, visitor, finish = work()] {
          answer(visitor, finish(options_.wall()));
        });
      });
  if (taken != Worker::Taken::yes) {
    answer(visitor, overloaded(visitor->request.language));
  }
}

void Door::to_evidence(const Shared& visitor) {
  visitor->operation = "uploadEvidence";
  const auto language = visitor->request.language;
  if (visitor->request.method != api::Method::post) {
    answer(visitor, api::method_not_allowed(allowed_methods(evidence_path), language));
    return;
  }
  if (visitor->http.upload == nullptr) {
    answer(visitor,
           api::problem(400, "no_content",
                        {"gửi nội dung của tệp bằng POST", "send the content of the file by POST"},
                        language));
    return;
  }
  // Who may hand in files is known on the engine's thread.
  Work work;
  work.language = language;
  work.run = [this, visitor, language](Timestamp now) -> api::Outcome {
    const auto& caller = visitor->request.caller.user;
    if (api::Sight::of(rooms_.service.office(), caller, local_day(now)).acts()) {
      return api::Response{};
    }
    return api::refused("not_permitted",
                        {"tệp do người đang giữ chức vụ gửi lên; người xem thì không",
                         "files are uploaded by those who hold a post, not by viewers"},
                        language);
  };
  work.answer = [this, visitor](api::Outcome outcome) {
    auto response = std::get<api::Response>(std::move(outcome));
    if (response.status >= 300) {
      answer(visitor, std::move(response));
    } else {
      keep_evidence(visitor);
    }
  };
  rooms_.loop.post(std::move(work));
}

/// Any thread.
void Door::keep_evidence(const Shared& visitor) {
  const auto language = visitor->request.language;
  const auto taken = rooms_.worker.post([this, visitor, language] {
    std::ifstream content{visitor->http.upload->path(), std::ios::binary};
    const auto hash = rooms_.blobs.put(content);
    answer(visitor, hash.has_error()
                        ? api::unavailable(hash.error(), language)
                        : api::json_response(boost::json::object{
                              {"hash", *hash}, {"size", visitor->http.upload->size()}}));
  });
  if (taken != Worker::Taken::yes) {
    answer(visitor, overloaded(language));
  }
}

void Door::to_live(const Shared& visitor) {
  visitor->operation = "streamEvents";
  if (visitor->request.method != api::Method::get) {
    answer(visitor,
           api::method_not_allowed(allowed_methods(events_path), visitor->request.language));
    return;
  }
  const auto stream = std::make_shared<HttpLive>();
  Work work;
  work.language = visitor->request.language;
  work.run = [this, visitor, stream](Timestamp now) -> api::Outcome {
    const auto after = last_id(visitor->http.headers).value_or(rooms_.service.position());
    return rooms_.live.add({visitor->request.caller, visitor->request.language, stream}, after,
                           now);
  };
  work.answer = [this, visitor, stream](api::Outcome outcome) {
    auto* rest = std::get_if<api::ReadJournal>(&outcome);
    if (rest == nullptr) {
      answer(visitor, std::get<api::Response>(std::move(outcome)));
      return;
    }
    HttpResponse response;
    response.content_type = "text/event-stream; charset=utf-8";
    response.body = HttpLiveBody{stream};
    answer(visitor, std::move(response));
    rooms_.reader.read(std::move(*rest), visitor->request.language, [stream](api::Response read) {
      if (read.status >= 300) {
        stream->close();  // it comes again by itself
      }
    });
  };
  rooms_.loop.post(std::move(work));
}

void Door::to_service(const Shared& visitor) {
  visitor->operation = "service";
  const auto office = std::make_shared<ServiceRoutes::Office>();
  Work work;
  work.language = visitor->request.language;
  work.run = [this, visitor, office](Timestamp now) -> api::Outcome {
    office->administers = administers(visitor, now);
    office->position = rooms_.service.position();
    office->now = now;
    return api::Response{};
  };
  work.answer = [this, visitor, office](api::Outcome outcome) {
    auto response = std::get<api::Response>(std::move(outcome));
    answer(visitor, response.status >= 300
                        ? std::move(response)
                        : rooms_.service_routes.handle(visitor->request, *office));
  };
  rooms_.loop.post(std::move(work));
}

/// On the engine's thread.
bool Door::administers(const Shared& visitor, Timestamp now) const {
  const auto& user = visitor->request.caller.user;
  return api::Sight::of(rooms_.service.office(), user, local_day(now)).administers();
}

void Door::to_clock(const Shared& visitor) {
  visitor->operation = "clock";
  Work work;
  work.writes = ClockRoutes::writes(visitor->request);
  work.language = visitor->request.language;
  work.run = [this, visitor](Timestamp now) -> api::Outcome {
    return rooms_.clock_routes.handle(visitor->request, administers(visitor, now), now);
  };
  work.answer = [this, visitor, writes = work.writes](api::Outcome outcome) {
    auto response = std::get<api::Response>(std::move(outcome));
    if (writes && response.status >= 500) {
      rooms_.clock_routes.undo();
    }
    answer(visitor, std::move(response));
  };
  rooms_.loop.post(std::move(work));
}

void Door::to_letters(const Shared& visitor) {
  visitor->operation = "listLetters";
  const auto reader = std::make_shared<LetterRoutes::Reader>();
  Work work;
  work.language = visitor->request.language;
  work.run = [this, visitor, reader](Timestamp now) -> api::Outcome {
    const auto address = rooms_.secrets.get(visitor->request.caller.user, "email");
    if (address.has_error()) {
      return api::unavailable(address.error(), visitor->request.language);
    }
    reader->sees_all = options_.demo || administers(visitor, now);
    reader->address = address->value_or("");
    return api::Response{};
  };
  work.answer = [this, visitor, reader](api::Outcome outcome) {
    auto response = std::get<api::Response>(std::move(outcome));
    if (response.status >= 300) {
      answer(visitor, std::move(response));
      return;
    }
    const auto taken = rooms_.worker.post([this, visitor, reader] {
      answer(visitor, rooms_.letter_routes.handle(visitor->request, *reader));
    });
    if (taken != Worker::Taken::yes) {
      answer(visitor, overloaded(visitor->request.language));
    }
  };
  rooms_.loop.post(std::move(work));
}

void Door::to_engine(const Shared& visitor) {
  const auto route =
      std::make_shared<api::Route>(api::route(visitor->request.method, visitor->request.path));
  if (auto refused = api::refuse_route(visitor->request, *route)) {
    answer(visitor, std::move(*refused));
    return;
  }
  visitor->operation = route->operation->id;
  if (!std::holds_alternative<api::ReadFirst>(route->operation->answer)) {
    post(visitor, route, nullptr);
    return;
  }
  const auto taken = rooms_.worker.post([this, visitor, route] {
    post(visitor, route,
         std::make_shared<const api::Prepared>(*api::prepare(visitor->request, *route)));
  });
  if (taken != Worker::Taken::yes) {
    answer(visitor, overloaded(visitor->request.language));
  }
}

/// Any thread.
void Door::post(const Shared& visitor, const std::shared_ptr<api::Route>& route,
                const std::shared_ptr<const api::Prepared>& prepared) {
  Work work;
  work.writes = route->operation->writes();
  work.language = visitor->request.language;
  work.run = [this, visitor, route, prepared](Timestamp now) {
    return rooms_.service.handle(visitor->request, *route, now, prepared.get());
  };
  work.answer = [this, visitor](api::Outcome outcome) { finish(visitor, std::move(outcome)); };
  rooms_.loop.post(std::move(work));
}

/// Has done what is left to be done of the answer, and gives it. Any thread.
void Door::finish(const Shared& visitor, api::Outcome outcome) {
  const auto language = visitor->request.language;
  const auto tell = [this, visitor](api::Response response) {
    answer(visitor, std::move(response));
  };
  if (auto* rest = std::get_if<api::ReadJournal>(&outcome)) {
    rooms_.reader.read(std::move(*rest), language, tell);
  } else if (auto* whole = std::get_if<api::ReadFolder>(&outcome)) {
    rooms_.checker.read(std::move(*whole), language, tell);
  } else if (const auto* compute = std::get_if<api::Compute>(&outcome)) {
    const auto taken = rooms_.planner.post([tell, visitor, compute = *compute] {
      tell(compute(visitor->request, patience_for(computing_time_max)));
    });
    if (taken != Worker::Taken::yes) {
      tell(overloaded(language));
    }
  } else {
    tell(std::get<api::Response>(std::move(outcome)));
  }
}

/// Any thread.
void Door::answer(const Shared& visitor, api::Response response) {
  const auto blob = response.blob;
  if (response.status == 403 || response.status == 409 || response.status == 412) {
    rooms_.metrics.rejected(response.code);
  }
  auto http = to_http(std::move(response));
  if (!blob.empty()) {
    http.body = HttpFile{options_.evidence / journal::blob_place(blob)};
  }
  answer(visitor, std::move(http));
}

/// Any thread. Neither the engine nor other connections wait until a large answer is compressed.
void Door::answer(const Shared& visitor, HttpResponse response) {
  if (takes_long_to_compress(response, visitor->http)) {
    const auto large = std::make_shared<HttpResponse>(std::move(response));
    const auto taken = rooms_.worker.post([this, visitor, large] {
      compress(*large);
      send(visitor, std::move(*large));
    });
    if (taken == Worker::Taken::yes) {
      return;
    }
    response = std::move(*large);
  }
  send(visitor, std::move(response));
}

/// Any thread.
void Door::send(const Shared& visitor, HttpResponse response) {
  rooms_.metrics.answered(visitor->operation, response.status, stopwatch() - visitor->came_at);
  visitor->reply(std::move(response));
}

}  // namespace tiendo::server
