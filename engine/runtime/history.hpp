#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "model/event.hpp"
#include "model/state.hpp"
#include "port/journal.hpp"

namespace tiendo::runtime {

/// One event, told to a person.
struct HistoryEntry {
  port::Journal::Position position = 0;
  Timestamp at;
  model::UserId actor;  // empty: the engine itself
  std::shared_ptr<const model::OnBehalf> on_behalf;
  model::TaskId task;  // empty: the campaign or the office
  std::string type;    // "accepted", "rung", "issued"; stays when the words change
  Text text;
  std::string file;  // that was attached, by its hash; else empty
};

/// What the event says; `plan` is that of its campaign, null for an event of the office.
[[nodiscard]] HistoryEntry told(port::Journal::Position position, const model::Event& event,
                                const model::Plan* plan);

/// What is asked of a history.
struct HistoryQuestion {
  model::CampaignId campaign;  // empty: the office
  model::TaskId task;          // empty: everything of the campaign
  std::optional<Timestamp> before;
  bool notices = false;  // queued notices and rungs that were missed too
};

/// The events of a campaign or of one of its tasks, in order; a step and where the procedure went
/// by it is one entry. A read of the journal.
[[nodiscard]] Result<std::vector<HistoryEntry>> history(const port::Journal& journal,
                                                        const HistoryQuestion& question);

/// The state after the events before `end`: a fold of the journal, as if the rest had not happened
/// yet.
[[nodiscard]] Result<model::State> state_before(const port::Journal& journal, Timestamp end);

}  // namespace tiendo::runtime
