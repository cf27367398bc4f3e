#pragma once

#include "decide/decision.hpp"
#include "model/command.hpp"
#include "model/state.hpp"

namespace tiendo::decide {

/// What the command does to the office, or why it may not be. When it is called the actor may give
/// the command.
struct OfficeOutcome {
  std::optional<model::EventBody> event;
  std::optional<Rejection> rejection;

  OfficeOutcome(model::EventBody body) : event{std::move(body)} {}
  OfficeOutcome(Rejection why) : rejection{std::move(why)} {}
};

OfficeOutcome decide_office(const model::AddPerson& command, const model::Office& office);
OfficeOutcome decide_office(const model::RenamePerson& command, const model::Office& office);
OfficeOutcome decide_office(const model::GivePost& command, const model::Office& office);
OfficeOutcome decide_office(const model::EndPost& command, const model::Office& office);
OfficeOutcome decide_office(const model::SetUnit& command, const model::Office& office);
OfficeOutcome decide_office(const model::SetHolidays& command, const model::Office& office);
OfficeOutcome decide_office(const model::SetHours& command, const model::Office& office);
OfficeOutcome decide_office(const model::SetLadder& command, const model::Office& office);
OfficeOutcome decide_office(const model::SetChannels& command, const model::Office& office);
OfficeOutcome decide_office(const model::MergeUnits& command, const model::Office& office);
OfficeOutcome decide_office(const model::NameOffice& command, const model::Office& office);

}  // namespace tiendo::decide
