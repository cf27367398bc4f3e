#include "server/visitor.hpp"

#include <utility>

#include "journal/blob_folder.hpp"
#include "server/clock.hpp"
#include "server/http_answer.hpp"
#include "server/turned_away.hpp"

namespace tiendo::server {

Visitor::Visitor(const WayBack& back, HttpRequest sent, HttpReply reply)
    : http{std::move(sent)}, back_{back}, reply_{std::move(reply)}, came_at_{stopwatch()} {}

void Visitor::answer(api::Response response) {
  const auto blob = response.blob;
  if (response.status == 403 || response.status == 409 || response.status == 412) {
    back_.metrics.rejected(response.code);
  }
  auto answered = to_http(std::move(response));
  if (!blob.empty()) {
    answered.body = HttpFile{back_.evidence / journal::blob_place(blob)};
  }
  answer(std::move(answered));
}

/// Neither the engine nor other connections wait until a large answer is compressed.
void Visitor::answer(HttpResponse response) {
  if (takes_long_to_compress(response, http)) {
    const auto large = std::make_shared<HttpResponse>(std::move(response));
    const auto taken = back_.worker.post([self = shared_from_this(), large] {
      compress(*large);
      self->send(std::move(*large));
    });
    if (taken == Worker::Taken::yes) {
      return;
    }
    response = std::move(*large);
  }
  send(std::move(response));
}

void Visitor::send(HttpResponse response) {
  back_.metrics.answered(operation, response.status, stopwatch() - came_at_);
  reply_(std::move(response));
}

api::Sight sight_of(const Visitor& visitor, const api::Service& service, Timestamp now) {
  return api::Sight::of(service.office(), visitor.request.caller.user, local_day(now));
}

void ask(EngineLoop& loop, const SharedVisitor& visitor,
         std::function<std::optional<api::Response>(Timestamp now)> look,
         std::function<void()> then) {
  Work work;
  work.language = visitor->request.language;
  work.run = [look = std::move(look)](Timestamp now) -> api::Outcome {
    return look(now).value_or(api::Response{});
  };
  work.answer = [visitor, then = std::move(then)](api::Outcome outcome) {
    auto response = std::get<api::Response>(std::move(outcome));
    if (response.status >= 300) {
      visitor->answer(std::move(response));
    } else {
      then();
    }
  };
  loop.post(std::move(work));
}

void leave_to(Worker& worker, const SharedVisitor& visitor, std::function<void()> work) {
  if (worker.post(std::move(work)) != Worker::Taken::yes) {
    visitor->answer(overloaded(visitor->request.language));
  }
}

}  // namespace tiendo::server
