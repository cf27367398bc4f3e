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
  PlanCheck(const std::vector<TaskItem>& items, const model::Plan& plan, Findings& findings)
      : items_(items), plan_(plan), findings_(findings) {
    for (const auto& unit : plan.organisation.units) {
      units_.emplace(unit.id, &unit);
    }
  }

  void check() {
    for (const auto& item : items_) {
      check_lead(item);
      check_window(item);
      check_part(item);
      check_units(item);
      check_after(item);
    }
  }

 private:
  static Mark place(const TaskItem& item, std::string_view key) {
    const Node* node = item.node->find(key);
    return node == nullptr ? item.at : node->mark();
  }

  void check_lead(const TaskItem& item) {
    const Node* named = item.node->find("lead");
    const bool unknown =
        named != nullptr && (named->is(Node::Type::text) || named->is(Node::Type::map));
    if (!item.task.leads.empty() || unknown) {
      return;
    }
    if (plan_.organisation.office.empty()) {
      findings_.warning(
          item.at, "no_lead",
          {fmt::format("{} chưa phân công đơn vị chủ trì, và không có văn phòng để báo: thêm "
                       "\"lead\", hoặc \"office\"",
                       in_quotes(item.id)),
           fmt::format("{} has no lead (chưa phân công), and there is no office to be told: add "
                       "\"lead\", or \"office\"",
                       in_quotes(item.id))});
      return;
    }
    findings_.warning(
        item.at, "no_lead",
        {fmt::format("{} chưa phân công đơn vị chủ trì: thêm \"lead\" khi có", in_quotes(item.id)),
         fmt::format("{} has no lead (chưa phân công): add \"lead\" once there is one",
                     in_quotes(item.id))});
  }

  void check_window(const TaskItem& item) {
    const PlannedTask& task = item.task;
    const auto& window = *task.window;
    const auto first = window.start ? window.start : window.due;
    const auto last = window.due ? window.due : window.end;
    if ((first && *first < plan_.period.first) || (last && *last > plan_.period.last)) {
      const DayRange& period = plan_.period;
      findings_.warning(
          place(item, "window"), "outside_period",
          {fmt::format("thời gian của {} nằm ngoài thời gian của kế hoạch ({} - {}): xem lại, hoặc "
                       "ghi lý do ở \"note\"",
                       in_quotes(item.id), to_vietnamese(period.first), to_vietnamese(period.last)),
           fmt::format("the window of {} lies outside the period of the plan ({} to {}): look at "
                       "it again, or say why in \"note\"",
                       in_quotes(item.id), tiendo::to_string(period.first),
                       tiendo::to_string(period.last))});
    }
  }

  void check_part(const TaskItem& item) {
    if (!item.whole) {
      return;
    }
    const TaskItem& whole = items_[*item.whole];
    const auto days = [](const TaskItem& of) {
      const calendar::Window& window = of.task.window;
      return std::pair{window.start, window.due ? window.due : window.end};
    };
    const auto [first, last] = days(item);
    const auto [whole_first, whole_last] = days(whole);
    const bool too_early = whole_first && (first ? *first < *whole_first : last < whole_first);
    const bool too_late = whole_last && last && *last > *whole_last;
    if ((last || first) && (too_early || too_late)) {
      const auto shown = [](const std::optional<Day>& day, const auto& as) {
        return day ? as(*day) : std::string{"…"};
      };
      const auto iso = [](Day day) { return tiendo::to_string(day); };
      findings_.warning(
          place(item, "window"), "part_outside",
          {fmt::format(
               "thời gian của phần {} nằm ngoài thời gian của nhiệm vụ {} ({} - {}): xem lại "
               "một trong hai",
               in_quotes(item.id), in_quotes(whole.id), shown(whole_first, to_vietnamese),
               shown(whole_last, to_vietnamese)),
           fmt::format(
               "the window of the part {} lies outside that of the task {} ({} to {}): look "
               "at either again",
               in_quotes(item.id), in_quotes(whole.id), shown(whole_first, iso),
               shown(whole_last, iso))});
    }
  }

  void check_units(const TaskItem& item) {
    const PlannedTask& task = item.task;
    for (const auto& part : task.leads) {
      const model::Unit& unit = *units_.at(part.unit);
      if (unit.external) {
        findings_.warning(place(item, "lead"), "external_lead",
                          {fmt::format("{} là đơn vị ngoài cơ quan, hệ thống không nhắc được: văn "
                                       "phòng sẽ được báo thay",
                                       in_quotes(unit.name)),
                           fmt::format("{} is outside the office and is never told: the office is "
                                       "told in its stead",
                                       in_quotes(unit.name))});
      }
      check_validity(place(item, "lead"), unit, task);
    }
    for (const auto& part : task.coordinating) {
      check_validity(place(item, "coordinating"), *units_.at(part.unit), task);
      const bool leads = std::ranges::any_of(
          task.leads, [&](const model::Part& lead) { return lead.unit == part.unit; });
      if (leads) {
        findings_.warning(place(item, "coordinating"), "lead_coordinates",
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

  void check_after(const TaskItem& item) {
    const PlannedTask& task = item.task;
    for (const auto index : task.after) {
      const PlannedTask& earlier = plan_.tasks[index];
      if (task.window->due && earlier.window->start && *earlier.window->start > *task.window->due) {
        findings_.warning(
            place(item, "after"), "after_later",
            {fmt::format("{} phải xong trước, nhưng đến {} mới bắt đầu, sau hạn của {}",
                         in_quotes(earlier.id.str()), to_vietnamese(*earlier.window->start),
                         in_quotes(item.id)),
             fmt::format("{} has to be accepted first, but starts on {} only, after {} is due",
                         in_quotes(earlier.id.str()), tiendo::to_string(*earlier.window->start),
                         in_quotes(item.id))});
      }
    }
  }

  const std::vector<TaskItem>& items_;
  const model::Plan& plan_;
  Findings& findings_;
  std::unordered_map<model::UnitId, const model::Unit*> units_;
};

}  // namespace

void check_plan(const std::vector<TaskItem>& tasks, const model::Plan& plan, Findings& findings) {
  PlanCheck{tasks, plan, findings}.check();
}

}  // namespace tiendo::definition
