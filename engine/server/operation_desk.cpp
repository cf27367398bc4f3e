#include "server/operation_desk.hpp"

#include <utility>

#include "server/patience.hpp"

namespace tiendo::server {

void OperationDesk::serve(const SharedVisitor& visitor) {
  const auto route = std::make_shared<const api::Route>(
      api::route(visitor->request.method, visitor->request.path));
  if (auto refused = api::refuse_route(visitor->request, *route)) {
    visitor->answer(std::move(*refused));
    return;
  }
  visitor->operation = route->operation->id;
  if (!std::holds_alternative<api::ReadFirst>(route->operation->answer)) {
    ask_engine(visitor, route, nullptr);
    return;
  }
  leave_to(rooms_.worker, visitor, [this, visitor, route] {
    auto prepared = api::prepare(visitor->request, *route);
    ask_engine(visitor, route, std::make_shared<const api::Prepared>(std::move(*prepared)));
  });
}

/// Any thread. `prepared`: null where nothing had to be read first.
void OperationDesk::ask_engine(const SharedVisitor& visitor, const SharedRoute& route,
                               const SharedPrepared& prepared) {
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
void OperationDesk::finish(const SharedVisitor& visitor, api::Outcome outcome) {
  const auto language = visitor->request.language;
  const auto tell = [visitor](api::Response response) { visitor->answer(std::move(response)); };
  if (auto* rest = std::get_if<api::ReadJournal>(&outcome)) {
    rooms_.reader.read(std::move(*rest), language, tell);
  } else if (auto* whole = std::get_if<api::ReadFolder>(&outcome)) {
    rooms_.checker.read(std::move(*whole), language, tell);
  } else if (const auto* compute = std::get_if<api::Compute>(&outcome)) {
    leave_to(rooms_.planner, visitor, [visitor, compute = *compute] {
      visitor->answer(compute(visitor->request, patience_for(computing_time_max)));
    });
  } else {
    tell(std::get<api::Response>(std::move(outcome)));
  }
}

}  // namespace tiendo::server
