#include "server/account_desk.hpp"

#include <boost/asio/post.hpp>
#include <utility>

namespace tiendo::server {

void AccountDesk::serve(const SharedVisitor& visitor) {
  visitor->operation = "account";
  const auto person = administered_person(visitor->request.path);
  if (!person) {
    serve(visitor, {});
    return;
  }
  const auto office = std::make_shared<AccountRoutes::Office>();
  const auto look = [this, visitor, office, person = *person](Timestamp now) {
    office->administers = sight_of(*visitor, rooms_.service, now).administers();
    office->knows_person = rooms_.service.office().people.contains(person);
    return std::optional<api::Response>{};
  };
  ask(rooms_.loop, visitor, look, [this, visitor, office] {
    boost::asio::post(rooms_.http, [this, visitor, office] { serve(visitor, *office); });
  });
}

void AccountDesk::serve(const SharedVisitor& visitor, AccountRoutes::Office office) {
  const Visit visit{visitor->http.peer, std::string{visitor->http.headers.get("User-Agent")}};
  auto outcome = accounts_.handle({visitor->request, visitor->who, visit, office}, wall_());
  if (auto* response = std::get_if<api::Response>(&outcome)) {
    visitor->answer(std::move(*response));
    return;
  }
  auto hard = std::get<AccountRoutes::HardWork>(std::move(outcome));
  leave_to(rooms_.worker, visitor, [this, visitor, work = std::move(hard)] {
    boost::asio::post(rooms_.http,
                      [this, visitor, finish = work()] { visitor->answer(finish(wall_())); });
  });
}

}  // namespace tiendo::server
