#include "server/desks.hpp"

#include "server/account_desk.hpp"
#include "server/clock_desk.hpp"
#include "server/event_desk.hpp"
#include "server/evidence_desk.hpp"
#include "server/letter_desk.hpp"
#include "server/operation_desk.hpp"
#include "server/service_desk.hpp"

namespace tiendo::server {

Desks make_desks(const Rooms& rooms, const DeskOptions& options) {
  const AccountDesk::Rooms of_accounts{rooms.http, rooms.loop, rooms.service, rooms.worker};
  const AccountRoutes accounts{rooms.sign_in, rooms.passwords, options.secure};
  const ServiceDesk::Rooms of_service{rooms.loop, rooms.service, rooms.rotation};
  const ClockRoutes clock{{rooms.loop, rooms.engine, rooms.rehearsal, rooms.story}};
  const LetterDesk::Rooms of_letters{rooms.loop, rooms.service, rooms.secrets, rooms.worker};
  const bool demo = rooms.story != nullptr;
  const EvidenceDesk::Rooms of_evidence{rooms.loop, rooms.service, rooms.worker, rooms.blobs};
  const EventDesk::Rooms of_events{rooms.loop, rooms.service, rooms.live, rooms.reader};
  const OperationDesk::Rooms of_operations{rooms.loop,    rooms.service, rooms.reader,
                                           rooms.checker, rooms.worker,  rooms.planner};
  Desks desks;
  desks.push_back(std::make_unique<AccountDesk>(of_accounts, accounts, options.wall));
  desks.push_back(std::make_unique<ServiceDesk>(of_service, options.version));
  desks.push_back(std::make_unique<ClockDesk>(rooms.loop, rooms.service, clock));
  desks.push_back(std::make_unique<LetterDesk>(of_letters, options.read_letters, demo));
  desks.push_back(std::make_unique<EvidenceDesk>(of_evidence, options.evidence));
  desks.push_back(std::make_unique<EventDesk>(of_events));
  desks.push_back(std::make_unique<OperationDesk>(of_operations));
  return desks;
}

}  // namespace tiendo::server
