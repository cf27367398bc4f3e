#include "server/letter_desk.hpp"

#include "api/problem.hpp"

namespace tiendo::server {

void LetterDesk::serve(const SharedVisitor& visitor) {
  visitor->operation = LetterRoutes::operation(visitor->request.path);
  const auto reader = std::make_shared<LetterRoutes::Reader>();
  const auto look = [this, visitor, reader](Timestamp now) -> std::optional<api::Response> {
    const auto address = rooms_.secrets.get(visitor->request.caller.user, "email");
    if (address.has_error()) {
      return api::unavailable(address.error(), visitor->request.language);
    }
    reader->sees_all = demo_ || sight_of(*visitor, rooms_.service, now).administers();
    reader->address = address->value_or("");
    return std::nullopt;
  };
  ask(rooms_.loop, visitor, look, [this, visitor, reader] {
    leave_to(rooms_.worker, visitor, [this, visitor, reader] {
      visitor->answer(letters_.handle(visitor->request, *reader));
    });
  });
}

}  // namespace tiendo::server
