#include "definition/plan_facts.hpp"

#include <fmt/format.h>

#include <array>

#include "definition/chart_facts.hpp"

namespace tiendo::definition {
namespace {

std::string hour(std::chrono::minutes time) {
  return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

Text words(calendar::Certainty certainty) {
  static const std::array<Text, 4> words{{{"chính thức", "firm"},
                                          {"dự kiến", "tentative"},
                                          {"phấn đấu", "aspirational"},
                                          {"do cơ quan khác quyết định", "external"}}};
  return words[static_cast<std::size_t>(certainty)];
}

Text words(model::ReportEvery every) {
  static const std::array<Text, 3> words{
      {{"không", "never"}, {"hằng tháng", "month"}, {"hằng quý", "quarter"}}};
  return words[static_cast<std::size_t>(every)];
}

std::string shown(const model::TaskElsewhere& task) {
  return fmt::format("{}/{}", task.campaign.str(), task.task.str());
}

Text owed(bool owed) {
  return owed ? Text{"phải có", "owed"} : Text{"không", "none"};
}

void add_ladder(const SharedOptional<model::Ladder>& ladder, Facts& facts) {
  if (!ladder) {
    facts.add({"nhắc việc", "remind"}, Text{"không", "none"});
    return;
  }
  const auto days = [&](Text name, std::optional<int> count) {
    facts.add(std::move(name), count ? fmt::format("{}", *count) : std::string{});
  };
  facts.add({"nhắc trước hạn (ngày làm việc)", "remind.before"},
            fmt::format("{}", fmt::join(ladder->before, ", ")));
  days({"nhắc quá hạn, mỗi (ngày làm việc)", "remind.overdue_every"}, ladder->overdue_every);
  days({"báo cáo thủ trưởng đơn vị sau (ngày làm việc)", "remind.escalate.head"},
       ladder->head_after);
  days({"báo cáo lãnh đạo sau (ngày làm việc)", "remind.escalate.leaders"}, ladder->leaders_after);
  days({"đề nghị chốt thời gian trước (ngày làm việc)", "remind.fix_date"},
       ladder->fix_date_before);
  facts.add({"nhắc kế hoạch chi tiết trước (ngày làm việc)", "remind.detailed_plan"},
            fmt::format("{}", fmt::join(ladder->detailed_plan_before, ", ")));
}

void add_parts(const Text& name, const std::vector<model::Part>& parts, Facts& facts) {
  for (const auto& part : parts) {
    facts.add(name, part.scope.empty() ? part.unit.str()
                                       : fmt::format("{} ({})", part.unit.str(), part.scope));
  }
}

void add_window(const calendar::Window& window, Facts& facts) {
  facts.add({"thời gian như văn bản", "phrase"}, window.phrase);
  facts.add({"bắt đầu", "start"}, window.start);
  if (!window.due) {
    facts.add({"đến", "end"}, window.end);
  }
  facts.add({"hạn hoàn thành", "due"}, window.due);
  if (window.due_time) {
    facts.add({"giờ hết hạn", "due_time"}, hour(*window.due_time));
  }
  facts.add({"ngày dự kiến", "planned"}, window.planned);
  if (window.start || window.due) {
    facts.add({"mức chắc chắn", "certainty"}, words(window.certainty));
  }
  facts.add({"chưa xác định được vì", "unresolved"}, window.reason);
}

/// What hangs on other tasks, of this plan and of others.
void add_ties(const model::Plan& plan, const model::PlannedTask& task, Facts& facts) {
  for (const auto earlier : task.after) {
    facts.add({"sau nhiệm vụ", "after"}, plan.tasks[earlier].id.str());
  }
  for (const auto& earlier : task.after_elsewhere) {
    facts.add({"sau nhiệm vụ của đợt khác", "after_elsewhere"}, shown(earlier));
  }
  if (task.due_after) {
    for (const auto earlier : task.due_after->tasks) {
      facts.add({"hạn tính từ khi hoàn thành", "due_after"}, plan.tasks[earlier].id.str());
    }
    const auto days = task.due_after->days;
    facts.add(
        {"trong thời hạn", "within"},
        task.due_after->working_days
            ? Text{fmt::format("{} ngày làm việc", days), fmt::format("{} working days", days)}
            : Text{fmt::format("{} ngày", days), fmt::format("{} days", days)});
  }
  if (task.part_of) {
    facts.add({"là một phần của", "part_of"}, plan.tasks[*task.part_of].id.str());
  }
  if (task.occurrence) {
    facts.add({"một lần của", "occurrence_of"}, task.occurrence->of.str());
    facts.add({"kỳ từ", "occurrence_start"}, task.occurrence->days.first);
    facts.add({"kỳ đến", "occurrence_end"}, task.occurrence->days.last);
  }
}

Thing thing(const model::Plan& plan, const model::PlannedTask& task) {
  Facts facts;
  facts.add({"tên", "title"}, task.title);
  facts.add({"loại", "kind"}, task.kind->str());
  add_window(task.window, facts);
  add_parts({"chủ trì", "lead"}, task.leads, facts);
  add_parts({"phối hợp", "coordinating"}, task.coordinating, facts);
  facts.add({"kế hoạch chi tiết", "detailed_plan"}, owed(task.detailed_plan_owed));
  add_ties(plan, task, facts);
  add_ladder(task.ladder, facts);
  for (const auto& part : task.parts) {
    facts.add({"gồm", "parts"}, part);
  }
  facts.add({"vị trí trong văn bản", "source"}, task.source);
  facts.add({"ghi chú", "note"}, task.note);
  return {task.id.str(), task.title, std::move(facts).take()};
}

Thing thing(const model::Kind& kind) {
  Facts facts;
  facts.add({"tên", "title"}, kind.title);
  facts.add({"kế hoạch chi tiết", "detailed_plan"}, owed(kind.detailed_plan_owed));
  if (kind.procedure) {
    facts.add({"bắt đầu ở", "initial"}, initial_of(kind.procedure->chart));
    for (const auto& step : states_of(*kind.procedure, kind.state_titles)) {
      facts.add({"bước", "step"}, step.id);
      for (const auto& fact : step.facts) {
        facts.add({"bước", "step"},
                  {fmt::format("{}: {}: {}", step.id, fact.name.vi, fact.value.vi),
                   fmt::format("{}: {}: {}", step.id, fact.name.en, fact.value.en)});
      }
    }
  }
  return {kind.id.str(), kind.title, std::move(facts).take()};
}

Thing thing(const model::Target& target) {
  Facts facts;
  facts.add({"tên", "title"}, target.title);
  facts.add({"kế hoạch", "plan"},
            target.phrase.empty() ? fmt::format("{}", target.plan) : target.phrase);
  facts.add({"đơn vị tính", "unit"}, target.unit);
  if (target.base) {
    facts.add({"số gốc", "base"}, fmt::format("{}", *target.base));
  }
  facts.add({"số gốc là của", "base.of"}, target.base_text);
  facts.add({"thời gian", "period"}, target.period);
  if (target.days) {
    facts.add({"từ ngày", "period_start"}, target.days->first);
    facts.add({"đến ngày", "period_due"}, target.days->last);
  }
  facts.add({"chủ trì", "lead"}, target.lead.str());
  return {target.id.str(), target.title, std::move(facts).take()};
}

Thing thing(const model::Unit& unit) {
  Facts facts;
  facts.add({"tên", "name"}, unit.name);
  facts.add({"tên tắt", "short"}, unit.short_name);
  if (unit.external) {
    facts.add({"ngoài cơ quan", "external"}, Text{"đúng", "true"});
  }
  facts.add({"hoạt động từ", "valid_from"}, unit.valid_from);
  facts.add({"hoạt động đến", "valid_until"}, unit.valid_until);
  for (const auto& successor : unit.successors) {
    facts.add({"đơn vị kế tục", "successors"}, successor.str());
  }
  return {unit.id.str(), unit.name, std::move(facts).take()};
}

template <class Range>
std::vector<Thing> things(const Range& range) {
  std::vector<Thing> all;
  for (const auto& one : range) {
    all.push_back(thing(one));
  }
  return all;
}

}  // namespace

std::vector<Fact> facts_of(const model::Plan& plan) {
  Facts facts;
  facts.add({"mã", "id"}, plan.id.str());
  facts.add({"tên", "title"}, plan.title);
  facts.add({"số văn bản", "number"}, plan.document.number);
  facts.add({"ngày ban hành", "date"}, plan.document.date);
  facts.add({"cơ quan ban hành", "issuer"}, plan.document.issuer);
  facts.add({"người ký", "signer"}, plan.document.signer);
  for (const auto& basis : plan.basis) {
    facts.add({"căn cứ", "basis"}, basis);
  }
  for (const auto& ordered : plan.fulfils) {
    facts.add({"thực hiện nhiệm vụ của đợt khác", "fulfils"}, shown(ordered));
  }
  facts.add({"thời gian thực hiện", "period"}, plan.period_window.phrase);
  facts.add({"từ ngày", "period_start"}, plan.period.first);
  facts.add({"đến ngày", "period_due"}, plan.period.last);
  facts.add({"cao điểm", "peak"}, plan.peak ? plan.peak->phrase : "");
  const auto& office = plan.organisation;
  facts.add({"cơ quan", "organisation"}, office.name);
  facts.add({"đơn vị được báo khi chưa phân công", "office"}, office.office.str());
  facts.add({"giờ làm việc", "office_hours"}, model::to_string(office.hours));
  facts.add({"kế hoạch chi tiết trước (ngày làm việc)", "detailed_plan_days"},
            plan.settings.detailed_plan_days);
  facts.add({"sắp đến hạn trước (ngày làm việc)", "due_soon_days"}, plan.settings.due_soon_days);
  facts.add({"báo cáo định kỳ", "report_every"}, words(plan.settings.report_every));
  if (plan.before_is_inclusive) {
    facts.add({"“trước ngày” tính cả ngày đó", "before_day"}, Text{"đúng", "inclusive"});
  }
  for (const auto& [anchor, day] : plan.anchors) {
    facts.add({fmt::format("mốc {}", anchor), fmt::format("anchors.{}", anchor)}, day);
  }
  facts.add({"giai đoạn đầu", "initial_phase"}, initial_of(plan.phases.chart));
  return std::move(facts).take();
}

std::vector<Thing> tasks_of(const model::Plan& plan) {
  std::vector<Thing> all;
  for (const auto& task : plan.tasks) {
    all.push_back(thing(plan, task));
  }
  return all;
}

std::vector<Thing> phases_of(const model::Plan& plan) {
  return states_of(plan.phases, plan.phase_titles);
}

std::vector<Thing> kinds_of(const model::Plan& plan) {
  std::vector<Thing> all;
  for (const auto& [id, kind] : plan.kinds) {
    all.push_back(thing(kind));
  }
  return all;
}

std::vector<Thing> targets_of(const model::Plan& plan) {
  return things(plan.targets);
}

std::vector<Thing> units_of(const model::Plan& plan) {
  return things(plan.organisation.units);
}

}  // namespace tiendo::definition
