#include "support/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "model/task_event.hpp"
#include "support/plan.hpp"

namespace tiendo::test {

using model::Person;
using model::Role;
using model::UnitId;
using model::UserId;

namespace {

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, " "));
}

std::string joined(const std::vector<model::Part>& parts) {
  std::string result;
  for (const auto& part : parts) {
    result += (result.empty() ? "" : ",") + part.unit.str();
  }
  return result;
}

std::string shown(const std::optional<Day>& date) {
  return date ? to_string(*date) : "-";
}

std::string shown(const std::optional<Timestamp>& instant) {
  return instant ? to_string(*instant) : "-";
}

struct Words {
  std::string operator()(const model::RungReached& event) const {
    return fmt::format("{}: {}{}", event.task.str(), model::to_string(event.rung.rung),
                       event.missed ? " missed" : "");
  }
  std::string operator()(const model::TaskEvent auto& event) const {
    return fmt::format("{}: {}", event.task.str(), event.word);
  }
  std::string operator()(const model::ChartMoved& event) const {
    return fmt::format("{}: {}", event.task.empty() ? "phases" : "procedure " + event.task.str(),
                       event.entered.empty() ? "(stays)" : joined(event.entered));
  }
  std::string operator()(const model::NoticeQueued& event) const {
    const auto& notice = event.notice;
    std::string what{model::name(notice.subject)};
    if (notice.rung) {
      what = model::to_string(*notice.rung);
      if (notice.subject == model::Subject::late_to_start) {
        what += " late_to_start";
      }
    }
    const auto about = notice.task.empty() ? "the campaign" : notice.task.str();
    return fmt::format("notice: {} {} to {}", about, what, model::to_string(notice.to));
  }
  std::string operator()(const model::ChannelsSet& event) const {
    return "channels: " + joined(event.channels);
  }
  std::string operator()(const model::MessageQueued& event) const {
    return fmt::format("message: {} to {}", model::name(event.message.kind),
                       event.message.to.str());
  }
  std::string operator()(const model::DigestsQueued& event) const {
    return "digests: " + to_string(event.day);
  }
  std::string operator()(const model::DeliveryMoved& event) const {
    return fmt::format("delivery: {} {}", event.key, model::name(event.state));
  }
  std::string operator()(const model::ResultRecorded& event) const {
    return fmt::format("result: {} {}", event.target.str(), event.value);
  }
  std::string operator()(const model::CampaignIssued&) const { return "campaign: issued"; }
  std::string operator()(const model::PlanAmended& event) const {
    return "campaign: amended by " + event.document.number;
  }
  std::string operator()(const model::AnchorSet& event) const {
    return fmt::format("anchor: {} {}", event.anchor, to_string(event.day));
  }
  std::string operator()(const model::UnitsMerged& event) const {
    return fmt::format("units: merged into {} on {}", event.merger.into.str(),
                       to_string(event.merger.day));
  }
  std::string operator()(const model::OfficeNamed& event) const { return "office: " + event.name; }
  std::string operator()(const model::CampaignRun&) const { return "campaign: running"; }
  std::string operator()(const model::CampaignClosing& event) const {
    return "campaign: closing" + (event.reason.empty() ? "" : " for " + event.reason);
  }
  std::string operator()(const model::CampaignClosed&) const { return "campaign: closed"; }
  std::string operator()(const model::ReportFiled& event) const {
    return "campaign: report " + event.document;
  }
  std::string operator()(const model::CampaignSuspended&) const { return "campaign: suspended"; }
  std::string operator()(const model::CampaignResumed&) const { return "campaign: resumed"; }
  std::string operator()(const model::CampaignCancelled&) const { return "campaign: cancelled"; }
  std::string operator()(const model::PersonAdded& event) const {
    return fmt::format("person: {} added", event.person.id.str());
  }
  std::string operator()(const model::PersonRenamed& event) const {
    return fmt::format("person: {} is called {}", event.user.str(), event.name);
  }
  std::string operator()(const model::PostGiven& event) const {
    return fmt::format("person: {} is {} {}", event.user.str(), model::name(event.post.role),
                       event.post.unit.str());
  }
  std::string operator()(const model::PostEnded& event) const {
    return fmt::format("person: {} was {} {} until {}", event.user.str(), model::name(event.role),
                       event.unit.str(), to_string(event.until));
  }
  std::string operator()(const model::UnitSet& event) const {
    return fmt::format("unit: {} {}", event.unit.id.str(), event.unit.name);
  }
  std::string operator()(const model::HolidaysSet& event) const {
    return fmt::format("holidays: {} years", event.years.size());
  }
  std::string operator()(const model::HoursSet& event) const {
    return "hours: " + model::to_string(event.hours);
  }
  std::string operator()(const model::LadderSet& event) const { return "ladder: " + event.name; }
};

std::string shown(const model::ReachedRungs& reached) {
  std::string result;
  for (std::size_t kind = 0; kind < model::names_of<model::RungKind>().size(); ++kind) {
    const auto rung = static_cast<model::RungKind>(kind);
    if (reached.any(rung)) {
      result += fmt::format(" {}={}", model::name(rung), reached.furthest(rung));
    }
  }
  return result;
}

std::string shown(const chart::Machine& machine) {
  std::string result = machine.done ? "done" : "at";
  machine.active.for_each([&](chart::StateIndex s) { result += fmt::format(" {}", s); });
  for (const auto& kept : machine.history) {
    result += fmt::format(" h{}:{}", kept.history, kept.state);
  }
  for (const auto& send : machine.pending) {
    result += fmt::format(" send{}/{}@{}", send.event, send.id, to_string(send.due));
  }
  return result;
}

std::string shown(const model::Task& task) {
  return fmt::format(
      "{} (before suspension {}) version {}; {} with {}; certainty {} start {} due {} first {} "
      "due version {} extensions {} asked {}; announced {} dates set {} reported {} accepted "
      "{};{}; "
      "{} % '{}' plan '{}' report '{}' procedure {}",
      model::name(task.state), model::name(task.before_suspension), task.version,
      joined(task.leads), joined(task.coordinating), static_cast<int>(task.certainty),
      shown(task.start), shown(task.due), shown(task.first_due), task.due_version, task.extensions,
      task.asked ? to_string(task.asked->due) + " " + task.asked->reason : "-",
      to_string(task.announced_at), to_string(task.dates_set_at), shown(task.reported_at),
      shown(task.accepted_at), shown(task.reached), task.percent, *task.progress,
      *task.plan_document, *task.report_document, task.evidence->size(),
      task.procedure ? shown(*task.procedure) : "-");
}

std::string shown(const model::Delivery& delivery) {
  return fmt::format("{} tries {} retry {}", model::name(delivery.state), delivery.tries,
                     shown(delivery.retry_at));
}

void dump(const model::Campaign& campaign, Lines& lines) {
  lines.push_back(fmt::format("{} plan {} version {} {} (before suspension {}) issued {} phases {}",
                              campaign.id.str(), campaign.plan->id.str(), campaign.plan_version,
                              model::name(campaign.state), model::name(campaign.before_suspension),
                              to_string(campaign.issued_at), shown(campaign.phases)));
  for (std::size_t i = 0; i < campaign.tasks.size(); ++i) {
    lines.push_back(campaign.plan->tasks[i].id.str() + " " + shown(campaign.tasks[i]));
  }
  for (const auto& [target, results] : campaign.results) {
    for (const auto& result : results) {
      lines.push_back(fmt::format("result {} {} of {} until {} {}{}", target.str(), result.value,
                                  result.base.value_or(0), to_string(result.day), result.document,
                                  result.estimated ? " estimated" : ""));
    }
  }
  for (const auto& [anchor, day] : campaign.anchors) {
    lines.push_back(fmt::format("anchor {} {}", anchor, to_string(day)));
  }
  for (const auto& amendment : campaign.amendments) {
    lines.push_back(fmt::format("amendment {} {} {} {}", amendment.version,
                                amendment.document.number, amendment.reason,
                                to_string(amendment.at)));
  }
  lines.push_back("closed by " + campaign.report_document);
  Lines outbox;
  for (const auto& [key, waiting] : campaign.outbox) {
    outbox.push_back(
        fmt::format("outbox {} by {} {}", key, waiting.by.str(), shown(waiting.delivery)));
  }
  std::ranges::sort(outbox);
  lines.insert(lines.end(), outbox.begin(), outbox.end());
  lines.push_back(fmt::format("{} urgent", campaign.urgent_waiting));
}

Person holding(model::Post post, const char* id) {
  return {UserId{id}, id, {std::move(post)}};
}

void dump(const model::Office& office, Lines& lines) {
  std::map<UserId, Person> people{office.people.begin(), office.people.end()};
  for (const auto& [id, person] : people) {
    lines.push_back(fmt::format("person {} {}", id.str(), person.name));
    for (const auto& post : person.posts) {
      lines.push_back(fmt::format("  {} {} {} {}", model::name(post.role), post.unit.str(),
                                  shown(post.from), shown(post.until)));
    }
  }
  for (const auto& [id, unit] : office.units) {
    lines.push_back(fmt::format("unit {} {} ({}) {} {} {} successors", id.str(), unit.name,
                                unit.short_name, shown(unit.valid_from), shown(unit.valid_until),
                                unit.successors.size()));
  }
  lines.push_back("office " + office.name);
  lines.push_back("hours " + (office.hours ? to_string(*office.hours) : "-"));
  for (const auto& [name, standing] : office.ladders) {
    const auto& ladder = standing.ladder;
    lines.push_back(fmt::format("ladder {} {} every {} head {} leaders {} since {}", name,
                                fmt::join(ladder.before, ","), ladder.overdue_every,
                                ladder.head_after.value_or(-1), ladder.leaders_after.value_or(-1),
                                to_string(standing.set_at)));
  }
  for (const auto& merger : office.mergers) {
    lines.push_back(fmt::format("merger of {} into {} on {} {} tasks", merger.from.size(),
                                merger.into.str(), to_string(merger.day), merger.tasks.size()));
  }
  lines.push_back(
      fmt::format("channels {} digests on {}", joined(office.channels), shown(office.digests_on)));
  for (const auto& [key, waiting] : office.outbox) {
    lines.push_back(fmt::format("message {} of {} notices since {} {}", key,
                                waiting.message.notices.size(), to_string(waiting.queued_at),
                                shown(waiting.delivery)));
  }
}

}  // namespace

Person staff() {
  return holding({Role::staff, UnitId{"nghiep-vu"}, {}, {}}, "an");
}
Person head() {
  return holding({Role::head, UnitId{"nghiep-vu"}, {}, {}}, "hoa");
}
Person coordinator() {
  return holding({Role::staff, UnitId{"trung-tam"}, {}, {}}, "cuong");
}
Person leader() {
  return holding({Role::leader, {}, {}, {}}, "binh");
}
Person office() {
  return holding({Role::office, UnitId{"van-phong"}, {}, {}}, "lan");
}
Person administrator() {
  return holding({Role::administrator, {}, {}, {}}, "admin");
}
Person viewer() {
  return holding({Role::viewer, {}, {}, {}}, "khach");
}

std::vector<Person> people() {
  return {staff(), head(), coordinator(), leader(), office(), administrator(), viewer()};
}

std::vector<model::Event> office_events() {
  std::vector<model::Event> events;
  const auto add = [&](model::EventBody body) {
    events.push_back({Timestamp{}, UserId{model::owner_prefix}, nullptr, {}, 0, std::move(body)});
  };
  const auto plan = PlanBuilder{}.build();
  for (const auto& unit : plan->organisation.units) {
    add(model::UnitSet{unit});
  }
  for (auto& person : people()) {
    add(model::PersonAdded{std::move(person)});
  }
  return events;
}

std::string words(const model::Event& event) {
  return std::visit(Words{}, event.body);
}

Lines words(std::span<const model::Event> events) {
  Lines lines;
  for (const auto& event : events) {
    lines.push_back(words(event));
  }
  return lines;
}

Lines only(const Lines& lines, std::string_view start) {
  Lines result;
  for (const auto& line : lines) {
    if (line.starts_with(start)) {
      result.push_back(line.substr(start.size()));
    }
  }
  return result;
}

Lines without(const Lines& lines, std::string_view start) {
  Lines result;
  std::ranges::copy_if(lines, std::back_inserter(result),
                       [&](const auto& line) { return !line.starts_with(start); });
  return result;
}

Lines dump(const model::State& state) {
  Lines lines;
  dump(state.office, lines);
  for (const auto& [year, holidays] : state.office.holidays) {
    lines.push_back(fmt::format("holidays {} '{}' {} off, {} worked", year, holidays.notice,
                                holidays.days_off.size(), holidays.saturdays_worked.size()));
  }
  for (const auto& [id, campaign] : state.campaigns) {
    dump(campaign, lines);
  }
  return lines;
}

std::string outcome(const decide::Decision& decision) {
  return decision.rejection ? decision.rejection->code : "accepted";
}

std::string outcome(const port::Answer& answer) {
  return answer.accepted() ? "accepted" : answer.rejection;
}

}  // namespace tiendo::test
