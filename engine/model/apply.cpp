#include <algorithm>
#include <utility>

#include "chart/snapshot.hpp"
#include "model/event.hpp"
#include "model/state.hpp"
#include "model/task_event.hpp"

namespace tiendo::model {
namespace {

/// The ladder begins anew over dates that have moved.
void move_dates(Task& task, std::optional<Day> start, std::optional<Day> due, Timestamp at) {
  if (task.start == start && task.due == due) {
    return;
  }
  ++task.due_version;
  task.dates_set_at = at;
  for (const auto kind : {RungKind::due, RungKind::reminder, RungKind::overdue, RungKind::to_head,
                          RungKind::to_leaders}) {
    task.reached.forget(kind);
  }
  if (task.start != start || !start) {
    task.reached.forget(RungKind::detailed_plan);  // counted from the start, else from the due date
  }
  if (task.start != start) {
    if (start > local_day(at) && task.state != TaskState::in_progress) {
      task.reached.forget(RungKind::open);
    }
  }
  task.start = start;
  task.due = due;
}

/// What an event of a task changes beside its lifecycle state.
struct ToTask {
  Task& task;
  Timestamp at;

  void operator()(const TaskAnnounced&) const {
    task.announced_at = at;
    task.dates_set_at = at;
  }
  void operator()(const TaskAssigned& event) const {
    task.leads = event.leads;
    task.coordinating = event.coordinating;
  }
  void operator()(const PlanSubmitted& event) const { task.plan_document = event.document; }
  void operator()(const PlanApproved& event) const {
    if (!event.document.empty()) {
      task.plan_document = event.document;
    }
  }
  void operator()(const ProgressReported& event) const {
    task.percent = event.percent;
    task.progress = event.text;
  }
  void operator()(const TaskReported& event) const {
    task.reported_at = at;
    task.report_document = event.document;
  }
  void operator()(const ReportReturned&) const { task.reported_at.reset(); }
  void operator()(const TaskAccepted&) const { task.accepted_at = at; }
  void operator()(const TaskReopened&) const {
    task.reported_at.reset();
    task.accepted_at.reset();
  }
  void operator()(const ExtensionAsked& event) const {
    task.asked = ExtensionRequest{event.due, event.reason};
  }
  void operator()(const ExtensionGranted& event) const {
    task.asked.reset();
    ++task.extensions;
    move_dates(task, task.start, event.due, at);
  }
  void operator()(const ExtensionRefused&) const { task.asked.reset(); }
  void operator()(const DatesFixed& event) const {
    task.certainty = calendar::Certainty::firm;
    move_dates(task, event.start ? event.start : task.start, event.due, at);
  }
  void operator()(const TaskTransferred& event) const {
    task.leads = event.leads;
    task.coordinating = event.coordinating;
  }
  void operator()(const TaskSuspended&) const { task.before_suspension = task.state; }
  void operator()(const EvidenceAttached& event) const {
    task.evidence.replace([&](auto& evidence) { evidence.push_back(event.evidence); });
  }
  void operator()(const RungReached& event) const { task.reached.add(event.rung.rung); }
  void operator()(const auto&) const {}
};

Task planned_state(const PlannedTask& planned) {
  Task task;
  task.leads = planned.leads;
  task.coordinating = planned.coordinating;
  task.certainty = planned.window->certainty;
  task.start = planned.window->start;
  task.due = planned.window->due;
  task.first_due = planned.window->due;
  return task;
}

bool is_settled(DeliveryState state) {
  return state == DeliveryState::sent || state == DeliveryState::dead ||
         state == DeliveryState::withdrawn;
}

void move(Delivery& delivery, const DeliveryMoved& moved) {
  delivery.state = moved.state;
  delivery.retry_at = moved.retry_at;
  delivery.tries += moved.state == DeliveryState::sending ? 1 : 0;
}

chart::Machine carried_over(const chart::Machine& machine, const chart::Chart& before,
                            const chart::Chart& after) {
  return chart::restore(after, chart::save(before, machine)).machine;
}

/// A task as it goes on under another version of the plan.
Task carried_over(Task task, const PlannedTask& before, const PlannedTask& after) {
  if (task.procedure) {
    task.procedure = before.procedure && after.procedure
                         ? SharedOptional<chart::Machine>{carried_over(
                               *task.procedure, before.procedure->chart, after.procedure->chart)}
                         : SharedOptional<chart::Machine>{};
  }
  return task;
}

struct ToCampaign {
  Campaign& campaign;
  const Event& event;

  [[nodiscard]] Task* find(const TaskId& task) const {
    const auto index = campaign.plan->find(task);
    return index ? &campaign.tasks[*index] : nullptr;
  }
  void set_dates(const std::vector<MovedDates>& dates) const {
    for (const auto& moved : dates) {
      if (auto* task = find(moved.task)) {
        move_dates(*task, moved.start, moved.due, event.at);
        ++task->version;
      }
    }
  }

  template <TaskEvent Body>
  void operator()(const Body& body) const {
    const auto index = campaign.plan ? campaign.plan->find(body.task) : std::nullopt;
    if (!index) {
      return;
    }
    Task& task = campaign.tasks[*index];
    ToTask{task, event.at}(body);
    task.state =
        state_after(event.body, task.state, task.before_suspension, campaign.plan->tasks[*index]);
    ++task.version;
  }
  void operator()(const CampaignIssued& body) const {
    campaign.plan = body.plan;
    campaign.state = CampaignState::issued;
    campaign.issued_at = event.at;
    campaign.tasks.clear();
    campaign.tasks.reserve(body.plan->tasks.size());
    for (const auto& planned : body.plan->tasks) {
      campaign.tasks.push_back(planned_state(planned));
    }
  }
  void operator()(const CampaignRun&) const { campaign.state = CampaignState::running; }
  void operator()(const CampaignClosing&) const { campaign.state = CampaignState::closing; }
  void operator()(const CampaignClosed& body) const {
    campaign.state = CampaignState::closed;
    campaign.report_document = body.document;
  }
  void operator()(const ReportFiled& body) const { campaign.report_document = body.document; }
  void operator()(const CampaignSuspended&) const {
    campaign.before_suspension = std::exchange(campaign.state, CampaignState::suspended);
    ++campaign.suspensions;
  }
  void operator()(const CampaignResumed&) const { campaign.state = campaign.before_suspension; }
  void operator()(const CampaignCancelled&) const { campaign.state = CampaignState::cancelled; }
  void operator()(const ResultRecorded& body) const {
    auto& results = campaign.results[body.target];
    Result result{body.value, body.day.value_or(local_day(event.at)), body.document, body.estimated,
                  body.base};
    const auto later = std::ranges::upper_bound(results, result.day, {}, &Result::day);
    results.insert(later, std::move(result));
  }
  void operator()(const PlanAmended& body) const {
    const auto before = std::exchange(campaign.plan, body.plan);
    const auto tasks = std::exchange(campaign.tasks, {});
    campaign.tasks.reserve(body.plan->tasks.size());
    for (const auto& planned : body.plan->tasks) {
      const auto index = before->find(planned.id);
      campaign.tasks.push_back(index ? carried_over(tasks[*index], before->tasks[*index], planned)
                                     : planned_state(planned));
    }
    campaign.phases = carried_over(campaign.phases, before->phases.chart, body.plan->phases.chart);
    campaign.amendments.push_back({campaign.plan_version, body.document, body.reason, event.at});
    set_dates(body.dates);
    for (const auto& moved : body.dates) {
      if (auto* task = find(moved.task)) {
        task->certainty = body.plan->tasks[*body.plan->find(moved.task)].window->certainty;
      }
    }
    for (const auto& units : body.units) {
      if (auto* task = find(units.task)) {
        task->leads = units.leads;
        task->coordinating = units.coordinating;
        ++task->version;
      }
    }
  }
  void operator()(const AnchorSet& body) const {
    campaign.anchors.insert_or_assign(body.anchor, body.day);
    set_dates(body.dates);
  }
  void operator()(const ChartMoved& body) const {
    if (body.task.empty()) {
      campaign.phases = chart::restore(campaign.plan->phases.chart, *body.stands).machine;
    } else if (const auto index = campaign.plan->find(body.task)) {
      if (const auto& procedure = campaign.plan->tasks[*index].procedure) {
        campaign.tasks[*index].procedure = chart::restore(procedure->chart, *body.stands).machine;
      }
    }
  }
  void operator()(const NoticeQueued& body) const {
    const bool is_new =
        campaign.outbox
            .insert_or_assign(body.notice.key, WaitingNotice{body.notice, event.actor, {}})
            .second;
    campaign.urgent_waiting += is_new && is_urgent(body.notice.subject) ? 1 : 0;
  }
  void operator()(const DeliveryMoved& body) const {
    const auto found = campaign.outbox.find(body.key);
    if (found == campaign.outbox.end()) {
      return;
    }
    if (is_settled(body.state)) {
      campaign.urgent_waiting -= is_urgent(found->second.notice.subject) ? 1 : 0;
      campaign.outbox.erase(found);
      return;
    }
    move(found->second.delivery, body);
  }
  void operator()(const auto&) const {}
};

/// Who works in one of the units on the day works in the one that comes after, as what he was.
void move_posts(Person& person, const Merger& merger, Day last) {
  std::vector<Post> moved;
  for (auto& post : person.posts) {
    if (std::ranges::find(merger.from, post.unit) == merger.from.end() ||
        (post.until && *post.until < merger.day)) {
      continue;
    }
    Post after = post;
    after.unit = merger.into;
    if (!post.from || *post.from < merger.day) {
      after.from = merger.day;
      post.until = last;
    }
    if (std::ranges::find(moved, after) == moved.end()) {
      moved.push_back(std::move(after));
    }
  }
  person.posts.insert(person.posts.end(), moved.begin(), moved.end());
}

struct ToOffice {
  Office& office;
  Timestamp at;

  void operator()(const PersonAdded& event) const {
    office.people.insert_or_assign(event.person.id, event.person);
  }
  void operator()(const PersonRenamed& event) const { office.people[event.user].name = event.name; }
  void operator()(const PostGiven& event) const {
    office.people[event.user].posts.push_back(event.post);
  }
  void operator()(const PostEnded& event) const {
    for (auto& post : office.people[event.user].posts) {
      if (post.role == event.role && post.unit == event.unit && post.holds_on(event.until)) {
        post.until = event.until;
      }
    }
  }
  void operator()(const UnitSet& event) const {
    office.units.insert_or_assign(event.unit.id, event.unit);
  }
  void operator()(const UnitsMerged& event) const {
    const auto& merger = event.merger;
    const Day last = plus_days(merger.day, -1);
    for (const auto& from : merger.from) {
      auto& unit = office.units[from];
      unit.valid_until = last;
      unit.successors = {merger.into};
    }
    for (auto& [id, person] : office.people) {
      move_posts(person, merger, last);
    }
    office.mergers.push_back(merger);
  }
  void operator()(const HolidaysSet& event) const {
    for (const auto& year : event.years) {
      office.holidays.insert_or_assign(year.year, year);
    }
    std::vector<calendar::HolidayYear> years;
    for (const auto& [number, year] : office.holidays) {
      years.push_back(year);
    }
    office.working_days = std::make_shared<calendar::WorkingDays>(std::move(years));
  }
  void operator()(const HoursSet& event) const { office.hours = event.hours; }
  void operator()(const LadderSet& event) const {
    office.ladders.insert_or_assign(event.name, StandingLadder{event.ladder, at});
  }
  void operator()(const OfficeNamed& event) const { office.name = event.name; }
  void operator()(const ChannelsSet& event) const {
    office.channels = event.channels;
    if (!office.digests_on) {
      office.digests_on = local_day(at);  // the first digest is that of the next morning
    }
  }
  void operator()(const MessageQueued& event) const {
    office.outbox.insert_or_assign(event.message.key, WaitingMessage{event.message, at, {}});
  }
  void operator()(const DigestsQueued& event) const { office.digests_on = event.day; }
  void operator()(const DeliveryMoved& event) const {
    const auto found = office.outbox.find(event.key);
    if (found == office.outbox.end()) {
      return;
    }
    if (is_settled(event.state)) {
      office.outbox.erase(found);
      return;
    }
    move(found->second.delivery, event);
  }
  void operator()(const auto&) const {}
};

}  // namespace

std::shared_ptr<const calendar::WorkingDays> working_days_by_law() {
  static const auto by_law = std::make_shared<const calendar::WorkingDays>();
  return by_law;
}

void apply(State& state, const Event& event) {
  state.latest = std::max(state.latest, event.at);
  if (event.campaign.empty()) {
    std::visit(ToOffice{state.office, event.at}, event.body);
    return;
  }
  auto found = state.campaigns.find(event.campaign);
  if (found == state.campaigns.end()) {
    found = state.campaigns.try_emplace(event.campaign).first;
    found->second.id = event.campaign;
  }
  Campaign& campaign = found->second;
  campaign.plan_version = event.plan_version;
  std::visit(ToCampaign{campaign, event}, event.body);
}

}  // namespace tiendo::model
