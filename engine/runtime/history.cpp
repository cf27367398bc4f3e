#include "runtime/history.hpp"

#include <algorithm>
#include <utility>

#include "runtime/history_words.hpp"
#include "runtime/step_words.hpp"

namespace tiendo::runtime {
namespace {

/// The task that the event is about; empty: none.
model::TaskId task_of(const model::EventBody& body) {
  return std::visit(
      []<class Body>(const Body& event) -> model::TaskId {
        if constexpr (requires { event.task; }) {
          return event.task;
        } else if constexpr (std::is_same_v<Body, model::NoticeQueued>) {
          return event.notice.task;
        } else {
          return {};
        }
      },
      body);
}

bool moves(const auto& all, const model::TaskId& task) {
  return std::ranges::any_of(all, [&](const auto& moved) { return moved.task == task; });
}

/// Whether the event is asked for by this task; empty: all are.
bool concerns(const model::EventBody& body, const model::TaskId& task) {
  if (task.empty() || task_of(body) == task) {
    return true;
  }
  if (const auto* amended = std::get_if<model::PlanAmended>(&body)) {
    return moves(amended->dates, task) || moves(amended->units, task);
  }
  const auto* set = std::get_if<model::AnchorSet>(&body);
  return set != nullptr && moves(set->dates, task);
}

/// What a reader of a history is not told unless asked for: who was told what, and that nobody was.
bool is_noise(const model::EventBody& body) {
  const auto* rung = std::get_if<model::RungReached>(&body);
  return std::holds_alternative<model::NoticeQueued>(body) ||
         std::holds_alternative<model::DeliveryMoved>(body) || (rung != nullptr && rung->missed);
}

/// The entries of a history, one after the other. A step and that the procedure moved by it is one.
class Teller {
 public:
  void take(port::Journal::Position position, const model::Event& event, const model::Plan* plan) {
    const auto* moved = std::get_if<model::ChartMoved>(&event.body);
    if (moved != nullptr && step_ && moved->task == step_->task && moved->cause == step_->step) {
      entries.back().text = step_words(*step_, *moved, plan);
      step_.reset();
      return;
    }
    const auto* step = std::get_if<model::StepPerformed>(&event.body);
    step_ = step != nullptr ? std::optional{*step} : std::nullopt;
    entries.push_back(told(position, event, plan));
  }

  std::vector<HistoryEntry> entries;

 private:
  std::optional<model::StepPerformed> step_;  // of the last entry
};

}  // namespace

HistoryEntry told(port::Journal::Position position, const model::Event& event,
                  const model::Plan* plan) {
  auto words = words_for(event.body, plan);
  const auto* attached = std::get_if<model::EvidenceAttached>(&event.body);
  return {position,
          event.at,
          event.actor,
          event.on_behalf,
          task_of(event.body),
          std::string{words.type},
          std::move(words.text),
          attached == nullptr ? "" : attached->evidence.hash};
}

Result<std::vector<HistoryEntry>> history(const port::Journal& journal,
                                          const HistoryQuestion& question) {
  Teller teller;
  std::shared_ptr<const model::Plan> plan;
  const auto read = journal.read_stream(
      question.campaign, [&](port::Journal::Position position, const model::Event& event) {
        if (question.before && event.at >= *question.before) {
          return false;  // instants never go back
        }
        if (const auto* issued = std::get_if<model::CampaignIssued>(&event.body)) {
          plan = issued->plan;
        } else if (const auto* amended = std::get_if<model::PlanAmended>(&event.body)) {
          plan = amended->plan;
        }
        if (concerns(event.body, question.task) && (question.notices || !is_noise(event.body))) {
          teller.take(position, event, plan.get());
        }
        return true;
      });
  if (read.has_error()) {
    return read.error();
  }
  return std::move(teller.entries);
}

Result<model::State> state_before(const port::Journal& journal, Timestamp end) {
  model::State state;
  const auto read = journal.read(0, [&](port::Journal::Position, const model::Event& event) {
    if (event.at >= end) {
      return false;
    }
    model::apply(state, event);
    return true;
  });
  if (read.has_error()) {
    return read.error();
  }
  return state;
}

}  // namespace tiendo::runtime
