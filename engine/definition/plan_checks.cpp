#include "definition/plan_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "definition/wording.hpp"

namespace tiendo::definition {
namespace {

using model::PlannedTask;

class PlanCheck {
 public:
  PlanCheck(const Node& tasks, const model::Plan& plan, Findings& findings)
      : tasks_(tasks.map()), plan_(plan), findings_(findings) {
    for (const auto& unit : plan.organisation.units) {
      units_.emplace(unit.id, &unit);
    }
  }

  void check() {
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
      const PlannedTask& task = plan_.tasks[i];
      check_lead(tasks_[i], task);
      check_window(tasks_[i], task);
      check_units(tasks_[i], task);
      check_after(tasks_[i], task);
    }
  }

 private:
  static Mark place(const Entry& entry, std::string_view key) {
    const Node* node = entry.value.find(key);
    return node == nullptr ? entry.key_mark : node->mark();
  }

  void check_lead(const Entry& entry, const PlannedTask& task) {
    const Node* named = entry.value.find("lead");
    const bool unknown =
        named != nullptr && (named->is(Node::Type::text) || named->is(Node::Type::map));
    if (!task.leads.empty() || unknown) {
      return;
    }
    if (plan_.organisation.office.empty()) {
      findings_.warning(
          entry.key_mark, "no_lead",
          {fmt::format("{} chưa phân công đơn vị chủ trì, và không có văn phòng để báo: thêm "
                       "\"lead\", hoặc \"office\"",
                       in_quotes(entry.key)),
           fmt::format("{} has no lead (chưa phân công), and there is no office to be told: add "
                       "\"lead\", or \"office\"",
                       in_quotes(entry.key))});
      return;
    }
    findings_.warning(
        entry.key_mark, "no_lead",
        {fmt::format("{} chưa phân công đơn vị chủ trì: thêm \"lead\" khi có",
                     in_quotes(entry.key)),
         fmt::format("{} has no lead (chưa phân công): add \"lead\" once there is one",
                     in_quotes(entry.key))});
  }

  void check_window(const Entry& entry, const PlannedTask& task) {
    const auto& window = *task.window;
    const auto first = window.start ? window.start : window.due;
    const auto last = window.due ? window.due : window.end;
    if ((first && *first < plan_.period.first) || (last && *last > plan_.period.last)) {
      const DayRange& period = plan_.period;
      findings_.warning(
          place(entry, "window"), "outside_period",
          {fmt::format("thời gian của {} nằm ngoài thời gian của kế hoạch ({} - {}): xem lại, hoặc "
                       "ghi lý do ở \"note\"",
                       in_quotes(entry.key), to_vietnamese(period.first),
                       to_vietnamese(period.last)),
           fmt::format("the window of {} lies outside the period of the plan ({} to {}): look at "
                       "it again, or say why in \"note\"",
                       in_quotes(entry.key), tiendo::to_string(period.first),
                       tiendo::to_string(period.last))});
    }
  }

  void check_units(const Entry& entry, const PlannedTask& task) {
    for (const auto& part : task.leads) {
      const model::Unit& unit = *units_.at(part.unit);
      if (unit.external) {
        findings_.warning(place(entry, "lead"), "external_lead",
                          {fmt::format("{} là đơn vị ngoài cơ quan, hệ thống không nhắc được: văn "
                                       "phòng sẽ được báo thay",
                                       in_quotes(unit.name)),
                           fmt::format("{} is outside the office and is never told: the office is "
                                       "told in its stead",
                                       in_quotes(unit.name))});
      }
      check_validity(place(entry, "lead"), unit, task);
    }
    for (const auto& part : task.coordinating) {
      check_validity(place(entry, "coordinating"), *units_.at(part.unit), task);
      const bool leads = std::ranges::any_of(
          task.leads, [&](const model::Part& lead) { return lead.unit == part.unit; });
      if (leads) {
        findings_.warning(place(entry, "coordinating"), "lead_coordinates",
                          {fmt::format("đơn vị {} vừa chủ trì vừa phối hợp: bỏ bớt một",
                                       in_quotes(part.unit.str())),
                           fmt::format("unit {} both leads and coordinates: take one out",
                                       in_quotes(part.unit.str()))});
      }
    }
  }

  void check_validity(Mark at, const model::Unit& unit, const PlannedTask& task) {
    const Day first = task.window->start.value_or(task.window->due.value_or(plan_.period.first));
    const Day last = task.window->due.value_or(task.window->end.value_or(plan_.period.last));
    if ((!unit.valid_from || *unit.valid_from <= first) &&
        (!unit.valid_until || *unit.valid_until >= last)) {
      return;
    }
    std::string successors;
    for (const auto& successor : unit.successors) {
      successors += (successors.empty() ? "" : ", ") + successor.str();
    }
    const std::string until = unit.valid_until ? tiendo::to_string(*unit.valid_until) : "…";
    const std::string from = unit.valid_from ? tiendo::to_string(*unit.valid_from) : "…";
    const Text remedy = successors.empty() ? Text{"giao cho đơn vị khác, hoặc ghi \"successors\"",
                                                  "give it to another, or name \"successors\""}
                                           : Text{"đơn vị kế thừa: " + successors,
                                                  "its successors are: " + successors};
    findings_.warning(
        at, "unit_not_valid",
        {fmt::format("đơn vị {} không tồn tại suốt thời gian này (hiệu lực {} - {}); {}",
                     in_quotes(unit.id.str()), from, until, remedy.vi),
         fmt::format("unit {} does not exist all that time (valid {} to {}); {}",
                     in_quotes(unit.id.str()), from, until, remedy.en)});
  }

  void check_after(const Entry& entry, const PlannedTask& task) {
    for (const auto index : task.after) {
      const PlannedTask& earlier = plan_.tasks[index];
      if (task.window->due && earlier.window->start && *earlier.window->start > *task.window->due) {
        findings_.warning(
            place(entry, "after"), "after_later",
            {fmt::format("{} phải xong trước, nhưng đến {} mới bắt đầu, sau hạn của {}",
                         in_quotes(earlier.id.str()), to_vietnamese(*earlier.window->start),
                         in_quotes(entry.key)),
             fmt::format("{} has to be accepted first, but starts on {} only, after {} is due",
                         in_quotes(earlier.id.str()), tiendo::to_string(*earlier.window->start),
                         in_quotes(entry.key))});
      }
    }
  }

  const Node::Map& tasks_;
  const model::Plan& plan_;
  Findings& findings_;
  std::unordered_map<model::UnitId, const model::Unit*> units_;
};

}  // namespace

void check_plan(const Node& tasks, const model::Plan& plan, Findings& findings) {
  PlanCheck{tasks, plan, findings}.check();
}

}  // namespace tiendo::definition
