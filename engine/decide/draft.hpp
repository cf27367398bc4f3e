#pragma once

#include <boost/container/small_vector.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/working_days.hpp"
#include "chart/interpreter.hpp"
#include "chart/snapshot.hpp"
#include "decide/decision.hpp"
#include "decide/elsewhere.hpp"
#include "model/state.hpp"

namespace tiendo::decide {

/// When, by whom and for whom a decision is made: what all of its events share.
struct Stamp {
  Timestamp now;
  model::UserId actor;  // empty: the engine itself
  std::shared_ptr<const model::OnBehalf> on_behalf;
  /// The instant at which the charts look at the world: while the clock catches up, the one that
  /// fell due.
  Timestamp as_of = now;
};

/// A decision in the making: the events so far, and the campaign as they leave it. The campaign
/// itself is not touched.
class Draft {
 public:
  /// All of it outlives the draft.
  Draft(const model::Campaign& campaign, const Surroundings& around, Stamp stamp);

  [[nodiscard]] const model::Campaign& campaign() const noexcept { return campaign_; }
  [[nodiscard]] const model::Office& office() const noexcept { return around_.office; }
  [[nodiscard]] Timestamp now() const noexcept { return stamp_.now; }
  /// Who decides; empty: the engine itself.
  [[nodiscard]] const model::UserId& actor() const noexcept { return stamp_.actor; }
  [[nodiscard]] Timestamp as_of() const noexcept { return stamp_.as_of; }
  /// The task as it was before the decision.
  [[nodiscard]] const model::Task& task(model::TaskIndex task) const {
    return campaign_.tasks[task];
  }
  /// The state of the task as the events so far leave it.
  [[nodiscard]] model::TaskState state_of(model::TaskIndex task) const;
  /// A task that has to be accepted before this one may start, if there is one.
  [[nodiscard]] std::optional<model::TaskIndex> waits_for(model::TaskIndex task) const;
  /// The same of other campaigns.
  [[nodiscard]] const model::TaskElsewhere* waits_elsewhere(model::TaskIndex task) const {
    return decide::waits_elsewhere(campaign_.plan->tasks[task], around_.campaigns);
  }
  /// What was reached of the target last, if anything was recorded.
  [[nodiscard]] std::optional<double> result_of(const model::TargetId& target) const;
  /// Whether the procedure of the task has something to do for the event `step` now.
  [[nodiscard]] bool procedure_awaits(model::TaskIndex task, std::string_view step) const;

  /// An event of the campaign.
  void record(model::EventBody body);
  /// An event of the task: what follows from it in the charts is found by `settle`.
  template <class Body>
  void record(model::TaskIndex task, Body body);
  /// Tells the units of the task that it is theirs.
  void announce(model::TaskIndex task);
  /// Announces the task once it is recorded what the phases did.
  void start_later(model::TaskIndex task) { starting_.push_back(task); }
  /// Starts a task whose window has opened, where nothing stands before it.
  void start_if_ready(model::TaskIndex task);
  /// Queues a notice of `subject` to those of the task whom it concerns, with the reason given.
  void tell(model::TaskIndex task, model::Subject subject, const std::string& reason = {});
  /// The same of a rung that is reached; nothing where the plan reminds nobody of this task.
  void remind(model::TaskIndex task, model::Subject subject, const model::Rung& rung);

  /// Queues a notice to all whom the campaign as a whole concerns, as it was before the decision.
  /// `which`: of this subject, where there may be several.
  void tell_all(model::Subject subject, const std::string& reason = {}, std::uint32_t which = 1);

  /// What is left is accepted or cancelled, and the campaign closed: its phases move no more.
  /// `reason`: where they have not ended.
  void begin_closing(const std::string& reason = {});
  /// Starts the phases of a campaign that has just been issued, and announces what no phase names.
  void start_phases();
  /// Where the phases stand as the events so far leave them.
  [[nodiscard]] const chart::Machine& standing_phases() const {
    return phases_ ? *phases_ : campaign_.phases;
  }
  /// The phases stand so from now on, under the plan of the draft; nothing was entered or left.
  void carry_on_phases(const chart::Snapshot& stands);
  /// Lets the phases look at their conditions again, and delivers the sends that are due.
  void wake_phases();
  /// Delivers the sends of the procedure that are due.
  void wake_procedure(model::TaskIndex task);

  /// Brings every event of a task to the procedure of its kind and to the chart of the campaign,
  /// until nothing moves any more. Rejects a decision whose charts never rest.
  [[nodiscard]] std::optional<Rejection> settle();

  [[nodiscard]] std::vector<model::Event> take_events() && { return std::move(events_); }

 private:
  /// What the events so far have changed of one task.
  struct Changed {
    model::TaskIndex task = 0;
    model::TaskState state = model::TaskState::planned;
    bool opened = false;
    std::optional<chart::Machine> procedure;
  };
  /// An event of a task that the charts have not seen yet.
  struct News {
    model::TaskIndex task = 0;
    std::string_view word;
    std::string step;  // of a step: its name
  };

  [[nodiscard]] const Changed* find(model::TaskIndex task) const;
  Changed& changed(model::TaskIndex task);
  void queue(model::TaskIndex task, const std::string& what, model::Subject subject,
             const std::optional<model::Rung>& rung, const std::string& reason);
  void queue(std::string key, model::Notice notice);
  void note(model::TaskIndex task, std::string_view word, std::string step = {});
  void run_procedure(const News& news);
  void run_phases(const News& news);
  void date_if_known(model::TaskIndex task);
  [[nodiscard]] bool is_settled(model::TaskIndex task) const;
  /// Whether a chart that only lost a send is worth an event.
  enum class Unmoved : std::uint8_t { is_dropped, is_kept };
  void keep(const Result<chart::Moved>& moved, const chart::Chart& chart, const model::TaskId& task,
            std::string_view cause, const chart::Machine& machine,
            Unmoved unmoved = Unmoved::is_dropped);
  void deliver_due(const chart::Chart& chart, const model::TaskId& task, chart::Machine& machine,
                   chart::Host& host);
  void never_rests();
  [[nodiscard]] const model::Procedure* procedure_of(model::TaskIndex task) const;
  /// The machines as this decision moves them: copies, made when they are first needed.
  chart::Machine& phases();
  chart::Machine& procedure_machine(model::TaskIndex task);

  const model::Campaign& campaign_;
  Surroundings around_;
  Stamp stamp_;
  std::vector<model::Event> events_;
  boost::container::small_vector<Changed, 1> changed_;  // by task
  boost::container::small_vector<News, 2> news_;
  std::vector<model::TaskIndex> starting_;
  std::optional<chart::Machine> phases_;
  bool is_closing_;
  std::optional<model::ResultRecorded> result_;
  std::optional<model::MovedUnits> assigned_;
  std::optional<Rejection> rejection_;
};

template <class Body>
void Draft::record(model::TaskIndex task, Body body) {
  std::string step;
  if constexpr (requires { body.step; }) {
    step = body.step;
  }
  record(model::EventBody{std::move(body)});
  note(task, Body::word, std::move(step));
}

}  // namespace tiendo::decide
