#include "runtime/chronicle.hpp"

#include <fmt/format.h>

#include <map>

#include "runtime/notice_words.hpp"

namespace tiendo::runtime {
namespace {

using model::RungKind;
using model::Subject;

std::string_view type_of(RungKind kind) {
  switch (kind) {
    case RungKind::due:
      return "due";
    case RungKind::announce:
      return "announced";
    case RungKind::open:
      return "open";
    case RungKind::fix_date:
    case RungKind::detailed_plan:
    case RungKind::reminder:
      return "reminder";
    case RungKind::overdue:
      return "overdue";
    case RungKind::to_head:
    case RungKind::to_leaders:
      return "escalation";
    case RungKind::report_period:
      return "report_period";
  }
  return {};
}

void add_addressee(Entry& entry, const model::Addressee& to) {
  entry.to += (entry.to.empty() ? "" : ", ") + model::to_string(to);
}

/// Tells the events one after another.
class Teller {
 public:
  explicit Teller(const model::Plan& plan) : plan_{&plan} {}

  void operator()(const model::RungReached& reached) {
    if (reached.missed) {
      return;
    }
    const auto& rung = reached.rung;
    add(Entry{at_,
              rung.day,
              std::string{type_of(rung.rung.kind)},
              reached.task,
              model::to_string(rung.rung),
              {},
              words_for(rung, planned(reached.task), due_of(reached.task))});
  }

  void operator()(const model::ChartMoved& moved) {
    if (!moved.task.empty()) {
      return;
    }
    for (const auto& state : moved.entered) {
      const auto title = plan_->phase_titles.find(state);
      const auto& words = title == plan_->phase_titles.end() ? state : title->second;
      add(Entry{
          at_, local_day(at_), "phase", {}, {}, {}, {"Giai đoạn: " + words, "Phase: " + words}});
    }
  }

  /// A notice of a rung says who is told of the rung; others of one subject are one entry.
  void operator()(const model::NoticeQueued& queued) {
    const auto& notice = queued.notice;
    const auto rung =
        notice.rung ? model::to_string(*notice.rung) : std::string{model::name(notice.subject)};
    if (!entries_.empty() && entries_.back().task == notice.task && entries_.back().rung == rung &&
        entries_.back().at == at_) {
      if (notice.subject == Subject::late_to_start && entries_.back().to.empty()) {
        entries_.back().text = words_for(notice, *plan_);
      }
      add_addressee(entries_.back(), notice.to);
      return;
    }
    add(Entry{at_, local_day(at_), "notice", notice.task, rung, model::to_string(notice.to),
              words_for(notice, *plan_)});
  }

  void operator()(const model::ExtensionGranted& granted) {
    moved_.insert_or_assign(granted.task, granted.due);
  }
  /// From then on the words are those of the plan that it goes on under.
  void operator()(const model::PlanAmended& amended) {
    plan_ = amended.plan.get();
    for (const auto& dated : amended.dates) {
      moved_.insert_or_assign(dated.task, dated.due);
    }
  }
  void operator()(const model::DatesFixed& fixed) {
    moved_.insert_or_assign(fixed.task, fixed.due);
  }
  void operator()(const auto&) {}

  void tell(const model::Event& event) {
    at_ = event.at;
    std::visit(*this, event.body);
  }
  [[nodiscard]] std::vector<Entry> take() && { return std::move(entries_); }

 private:
  void add(Entry entry) { entries_.push_back(std::move(entry)); }
  [[nodiscard]] const model::PlannedTask& planned(const model::TaskId& task) const {
    return plan_->tasks[plan_->find(task).value()];
  }

  [[nodiscard]] std::optional<Day> due_of(const model::TaskId& task) const {
    const auto moved = moved_.find(task);
    return moved == moved_.end() ? planned(task).window->due : moved->second;
  }

  const model::Plan* plan_;
  std::map<model::TaskId, std::optional<Day>>
      moved_;  // due dates that are not those of the plan any more
  Timestamp at_;
  std::vector<Entry> entries_;
};

}  // namespace

std::vector<Entry> chronicle(const model::Plan& plan, std::span<const model::Event> events) {
  Teller teller{plan};
  for (const auto& event : events) {
    teller.tell(event);
  }
  return std::move(teller).take();
}

}  // namespace tiendo::runtime
