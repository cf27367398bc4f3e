#include "server/clock_desk.hpp"

#include <utility>

namespace tiendo::server {

void ClockDesk::serve(const SharedVisitor& visitor) {
  visitor->operation = "clock";
  const bool writes = ClockRoutes::writes(visitor->request);
  Work work;
  work.writes = writes;
  work.language = visitor->request.language;
  work.run = [this, visitor](Timestamp now) -> api::Outcome {
    const bool administers = sight_of(*visitor, service_, now).administers();
    return clock_.handle(visitor->request, administers, now);
  };
  work.answer = [this, visitor, writes](api::Outcome outcome) {
    auto response = std::get<api::Response>(std::move(outcome));
    if (writes && response.status >= 500) {
      clock_.undo();
    }
    visitor->answer(std::move(response));
  };
  loop_.post(std::move(work));
}

}  // namespace tiendo::server
