#include "runtime/digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "decide/schedule.hpp"
#include "model/at_work.hpp"
#include "runtime/matters.hpp"
#include "runtime/notice_words.hpp"

namespace tiendo::runtime {
namespace {

using model::RungKind;
using model::Subject;
using model::TaskState;

bool holds(const model::Rung& rung, const model::Task& task) {
  const bool rests = model::is_over(task.state) || task.state == TaskState::suspended;
  switch (rung.kind) {
    case RungKind::fix_date:
      return !rests && task.certainty != calendar::Certainty::firm;
    case RungKind::detailed_plan:
      return task.state == TaskState::announced || task.state == TaskState::planning;
    case RungKind::report_period:
      return !rests;
    case RungKind::due:
    case RungKind::announce:
    case RungKind::open:
    case RungKind::reminder:
    case RungKind::overdue:
    case RungKind::to_head:
    case RungKind::to_leaders:
      return !rests && task.state != TaskState::reported;
  }
  return false;
}

/// Whether what the notice says is still so.
bool holds(const model::Carried& notice, const model::Task& task) {
  switch (notice.subject) {
    case Subject::rung:
      return notice.rung && holds(*notice.rung, task);
    case Subject::late_to_start:
      return !model::is_over(task.state) && task.state < TaskState::in_progress;
    case Subject::plan_returned:
      return task.state == TaskState::planning;
    case Subject::plan_approved:
      return task.state == TaskState::ready || task.state == TaskState::in_progress;
    case Subject::report_returned:
    case Subject::reopened:
      return task.state == TaskState::in_progress;
    case Subject::accepted:
      return task.state == TaskState::accepted;
    case Subject::suspended:
      return task.state == TaskState::suspended;
    case Subject::resumed:
      return !model::is_over(task.state) && task.state != TaskState::suspended;
    case Subject::cancelled:
      return task.state == TaskState::cancelled;
    case Subject::announced:
    case Subject::assigned:
    case Subject::extension_answered:
    case Subject::amended:
    case Subject::transferred:
    case Subject::extension_granted:
    case Subject::extension_refused:
    case Subject::commented:
    case Subject::dates_fixed:
      return !model::is_over(task.state);
    case Subject::campaign_suspended:
    case Subject::campaign_resumed:
    case Subject::campaign_cancelled:
    case Subject::campaign_closed:
      return false;  // of no task
  }
  return false;
}

/// The same of one on the campaign as a whole.
bool holds(Subject subject, model::CampaignState state) {
  switch (subject) {
    case Subject::campaign_suspended:
      return state == model::CampaignState::suspended;
    case Subject::campaign_resumed:
      return model::is_at_work(state);
    case Subject::campaign_cancelled:
      return state == model::CampaignState::cancelled;
    case Subject::campaign_closed:
      return state == model::CampaignState::closed;
    default:
      return false;
  }
}

Text joined(const Text& left, const Text& right) {
  const auto join = [](const std::string& a, const std::string& b) {
    return a.empty() || b.empty() ? a + b : a + " · " + b;
  };
  return {join(left.vi, right.vi), join(left.en, right.en)};
}

std::string short_name(const model::Office& office, const model::UnitId& id) {
  const auto unit = office.units.find(id);
  return unit == office.units.end() ? id.str() : unit->second.short_name;
}

Text lead_of(const model::Office& office, const model::Task& task) {
  if (task.leads->empty()) {
    return {"chưa phân công", "not assigned"};
  }
  std::string names;
  for (const auto& part : *task.leads) {
    names += (names.empty() ? "" : ", ") + short_name(office, part.unit);
  }
  return {"chủ trì: " + names, "lead: " + names};
}

Text due_of(const model::Task& task) {
  return task.due ? Text{"hạn " + to_vietnamese(*task.due), "due " + to_string(*task.due)} : Text{};
}

/// What a leader is waited for.
Text awaited(const model::Task& task) {
  if (task.state == TaskState::plan_submitted) {
    return joined({"chờ duyệt kế hoạch chi tiết", "its detailed plan waits for approval"},
                  {*task.plan_document, *task.plan_document});
  }
  if (task.state == TaskState::reported) {
    return joined({"chờ nghiệm thu", "waits for acceptance"},
                  {*task.report_document, *task.report_document});
  }
  const Day due = task.asked->due;
  return joined(
      {"xin gia hạn đến " + to_vietnamese(due), "asks for an extension to " + to_string(due)},
      {task.asked->reason, task.asked->reason});
}

/// Gathers what one person is told.
class Collector {
 public:
  Collector(const model::State& state, const model::Person& person, Timestamp now)
      : state_{state}, person_{person}, now_{now}, today_{local_day(now)} {}

  void add_matters() {
    for (const auto& matter : matters(state_, now_)) {
      if (model::reaches(matter.to, person_, today_)) {
        add(matter);
      }
    }
  }

  void add_news(const model::Carried& notice) {
    const auto* campaign = state_.find(notice.campaign);
    if (campaign != nullptr && notice.task.empty()) {
      add_news(notice, *campaign);
      return;
    }
    const auto index = campaign == nullptr ? std::nullopt : campaign->plan->find(notice.task);
    if (!index || !holds(notice, campaign->tasks[*index]) || !has_part(campaign->tasks[*index])) {
      return;
    }
    const bool is_said = notice.subject == Subject::rung &&
                         (said_.contains({campaign, *index}) ||
                          !reminded_.emplace(campaign, *index, notice.rung->kind).second);
    if (!is_said) {
      push(DigestGroup::news, *campaign, *index, news(notice, *campaign, *index));
    }
  }

  [[nodiscard]] std::vector<DigestItem> take() && {
    std::ranges::stable_sort(items_, {}, &DigestItem::group);
    return std::move(items_);
  }

 private:
  /// Who leads several units that work on one task is told of it once, as the most pressing.
  void add(const Matter& matter) {
    if (!said_.emplace(matter.campaign, matter.task).second) {
      return;
    }
    const auto& task = matter.campaign->tasks[matter.task];
    const bool waits = matter.group == DigestGroup::to_approve;
    const auto lead = lead_of(state_.office, task);
    push(matter.group, *matter.campaign, matter.task,
         waits ? Said{awaited(task), {}, lead}
               : Said{words(matter.standing), {}, joined(due_of(task), lead)});
  }

  /// News of the campaign as a whole, said once to who is told of it as this and as that.
  void add_news(const model::Carried& notice, const model::Campaign& campaign) {
    const bool concerns = std::ranges::any_of(
        campaign.tasks, [this](const model::Task& task) { return has_part(task); });
    if (holds(notice.subject, campaign.state) && concerns &&
        of_all_.emplace(&campaign, notice.subject).second) {
      const auto& title = campaign.plan->title;
      items_.push_back({DigestGroup::news,
                        campaign.id,
                        title,
                        {},
                        title,
                        what_of(notice.subject),
                        glance(notice.reason),
                        {}});
    }
  }

  /// The end of an item.
  struct Said {
    Text what;
    std::string why;
    Text more;
  };

  Said news(const model::Carried& notice, const model::Campaign& campaign,
            model::TaskIndex index) const {
    const auto& task = campaign.tasks[index];
    if (!notice.rung || notice.subject != Subject::rung) {
      // Told to the unit that gives it away and to the one that gets it: each reads which it is.
      const bool names_lead = notice.subject == Subject::transferred;
      return {what_of(notice.subject), glance(notice.reason),
              names_lead ? joined(due_of(task), lead_of(state_.office, task)) : due_of(task)};
    }
    const auto rung = as_of_today(*notice.rung, campaign, index);
    const model::ScheduledRung scheduled{rung, task.due.value_or(today_), {}};
    return {what_of(scheduled, campaign.plan->tasks[index], task.due), {}, {}};
  }

  /// A reminder may come days after it was due, when nothing ran or no letter could go: it counts
  /// from today all the same.
  [[nodiscard]] model::Rung as_of_today(model::Rung rung, const model::Campaign& campaign,
                                        model::TaskIndex index) const {
    std::optional<Day> date;
    if (rung.kind == RungKind::reminder) {
      date = campaign.tasks[index].due;
    } else if (rung.kind == RungKind::detailed_plan) {
      date = decide::Schedule{campaign, index, state_.office}.detailed_plan_due();
    }
    if (date) {
      const auto& working_days = *state_.office.working_days;
      rung.offset = today_ <= *date ? -working_days.count({today_, plus_days(*date, -1)})
                                    : working_days.count({plus_days(*date, 1), today_});
    }
    return rung;
  }

  /// Whether the task is his business by a post that he holds today.
  [[nodiscard]] bool has_part(const model::Task& task) const {
    const auto in = [](const std::vector<model::Part>& parts, const model::UnitId& unit) {
      return std::ranges::find(parts, unit, &model::Part::unit) != parts.end();
    };
    return std::ranges::any_of(person_.posts, [&](const model::Post& post) {
      const bool of_all = post.role == model::Role::leader || post.role == model::Role::office;
      return post.holds_on(today_) &&
             (of_all || in(*task.leads, post.unit) || in(*task.coordinating, post.unit));
    });
  }

  void push(DigestGroup group, const model::Campaign& campaign, model::TaskIndex index, Said said) {
    const auto& planned = campaign.plan->tasks[index];
    items_.push_back({group, campaign.id, campaign.plan->title, planned.id, planned.title,
                      std::move(said.what), std::move(said.why), std::move(said.more)});
  }

  const model::State& state_;
  const model::Person& person_;
  Timestamp now_;
  Day today_;
  std::set<std::pair<const model::Campaign*, model::TaskIndex>> said_;
  std::set<std::tuple<const model::Campaign*, model::TaskIndex, RungKind>> reminded_;
  std::set<std::pair<const model::Campaign*, Subject>> of_all_;
  std::vector<DigestItem> items_;
};

}  // namespace

Text line_of(const DigestItem& item) {
  const auto why = item.why.empty() ? std::string{} : ": " + item.why;
  return joined({item.what.vi + why, item.what.en + why}, item.more);
}

Digest digest_of(const model::State& state, const model::Message& message, Timestamp now) {
  Digest digest{message.kind, message.day, {}};
  const auto person = state.office.people.find(message.to);
  if (person == state.office.people.end()) {
    return digest;
  }
  Collector collector{state, person->second, now};
  if (message.kind == model::MessageKind::digest) {
    collector.add_matters();
  }
  for (const auto& notice : message.notices) {
    collector.add_news(notice);
  }
  digest.items = std::move(collector).take();
  return digest;
}

}  // namespace tiendo::runtime
