#include "support/words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/task_event.hpp"

namespace tiendo::test {

using model::Actor;
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
    return fmt::format("notice: {} {} to {}", notice.task.str(), what, model::to_string(notice.to));
  }
  std::string operator()(const model::DeliveryMoved& event) const {
    return fmt::format("delivery: {} {}", event.key, model::name(event.state));
  }
  std::string operator()(const model::ResultRecorded& event) const {
    return fmt::format("result: {} {}", event.target.str(), event.value);
  }
  std::string operator()(const model::CampaignIssued&) const { return "campaign: issued"; }
  std::string operator()(const model::CampaignRun&) const { return "campaign: running"; }
  std::string operator()(const model::CampaignClosing&) const { return "campaign: closing"; }
  std::string operator()(const model::CampaignClosed&) const { return "campaign: closed"; }
  std::string operator()(const model::CampaignSuspended&) const { return "campaign: suspended"; }
  std::string operator()(const model::CampaignResumed&) const { return "campaign: resumed"; }
  std::string operator()(const model::CampaignCancelled&) const { return "campaign: cancelled"; }
  std::string operator()(const model::HolidaysSet& event) const {
    return fmt::format("holidays: {} years", event.years.size());
  }
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
      shown(task.accepted_at), shown(task.reached), task.percent, task.progress, task.plan_document,
      task.report_document, task.procedure ? shown(*task.procedure) : "-");
}

void dump(const model::Campaign& campaign, Lines& lines) {
  lines.push_back(fmt::format("{} plan {} version {} {} (before suspension {}) issued {} phases {}",
                              campaign.id.str(), campaign.plan->id.str(), campaign.plan_version,
                              model::name(campaign.state), model::name(campaign.before_suspension),
                              to_string(campaign.issued_at), shown(campaign.phases)));
  for (std::size_t i = 0; i < campaign.tasks.size(); ++i) {
    lines.push_back(campaign.plan->tasks[i].id.str() + " " + shown(campaign.tasks[i]));
  }
  for (const auto& [target, value] : campaign.results) {
    lines.push_back(fmt::format("result {} {}", target.str(), value));
  }
  Lines outbox;
  for (const auto& [key, delivery] : campaign.outbox) {
    outbox.push_back(fmt::format("outbox {} {} tries {} retry {}", key, model::name(delivery.state),
                                 delivery.tries, shown(delivery.retry_at)));
  }
  std::ranges::sort(outbox);
  lines.insert(lines.end(), outbox.begin(), outbox.end());
}

}  // namespace

Actor staff() {
  return {UserId{"an"}, Role::staff, UnitId{"nghiep-vu"}};
}
Actor head() {
  return {UserId{"hoa"}, Role::head, UnitId{"nghiep-vu"}};
}
Actor coordinator() {
  return {UserId{"cuong"}, Role::staff, UnitId{"trung-tam"}};
}
Actor leader() {
  return {UserId{"binh"}, Role::leader, {}};
}
Actor office() {
  return {UserId{"lan"}, Role::office, UnitId{"van-phong"}};
}
Actor administrator() {
  return {UserId{"admin"}, Role::administrator, {}};
}
Actor viewer() {
  return {UserId{"khach"}, Role::viewer, {}};
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
  for (const auto& [year, holidays] : state.holidays) {
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

}  // namespace tiendo::test
