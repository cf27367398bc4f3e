#pragma once

#include "model/event.hpp"
#include "runtime/history_words.hpp"

namespace tiendo::runtime {

/// The words for what happens to the office itself, which no plan is needed for. One overload an
/// event.
struct OfficeEventWords {
  EventWords operator()(const model::PersonAdded& e) const;
  EventWords operator()(const model::PersonRenamed& e) const;
  EventWords operator()(const model::PostGiven& e) const;
  EventWords operator()(const model::PostEnded& e) const;
  EventWords operator()(const model::UnitSet& e) const;
  EventWords operator()(const model::UnitsMerged& e) const;
  EventWords operator()(const model::HolidaysSet& e) const;
  EventWords operator()(const model::HoursSet& e) const;
  EventWords operator()(const model::LadderSet& e) const;
  EventWords operator()(const model::OfficeNamed& e) const;
  EventWords operator()(const model::ChannelsSet& e) const;
  EventWords operator()(const model::MessageQueued& e) const;
  EventWords operator()(const model::DigestsQueued& e) const;
};

}  // namespace tiendo::runtime
