#include "definition/task_window_reader.hpp"

#include <fmt/format.h>

#include "calendar/limits.hpp"
#include "definition/window_reader.hpp"
#include "definition/wording.hpp"

namespace tiendo::definition {
namespace {

using calendar::LimitUnit;

/// `within:` in days; nothing and an error where it is no number of days, or not a year at most.
std::optional<calendar::Limit> read_within(const Node& within, Findings& findings) {
  constexpr int days_max = 366;
  auto limit = calendar::parse_limit(within.text());
  if (limit && limit->unit == LimitUnit::week) {
    limit = calendar::Limit{7 * limit->number, LimitUnit::day};
  }
  const bool in_days =
      limit && (limit->unit == LimitUnit::day || limit->unit == LimitUnit::working_day);
  if (in_days && limit->number > 0 && limit->number <= days_max) {
    return limit;
  }
  findings.error(
      within.mark(), "unclear_limit",
      {fmt::format("{} không phải số ngày từ 1 đến {}: viết như \"5 ngày\", \"5 ngày làm việc\" "
                   "hoặc \"2 tuần\"",
                   in_quotes(within.text()), days_max),
       fmt::format("{} is no number of days from 1 to {}: write for instance \"5 ngày\", \"5 ngày "
                   "làm việc\" or \"2 tuần\"",
                   in_quotes(within.text()), days_max)});
  return std::nullopt;
}

class Reader {
 public:
  Reader(const Node& node, const TaskNames& names, const TimeContext& time, Findings& findings)
      : node_(node), names_(names), time_(time), findings_(findings) {}

  HangingWindow read() {
    check_due_dates();
    const Node* after = node_.find("after");
    const Node* within = node_.find("within");
    if (const Node* before = node_.find("before")) {
      hanging_.before = names_.refer_all(*before, findings_);
    } else if (after != nullptr && within != nullptr) {
      read_due_after(*after, *within);
    } else {
      const Node& alone = after != nullptr ? *after : *within;
      findings_.error(alone.mark(), "half_a_limit",
                      {"\"after\" và \"within\" đi cùng nhau: { after: [ nhiệm vụ ], within: 5 "
                       "ngày làm việc }",
                       "\"after\" and \"within\" go together: { after: [ task ], within: 5 ngày "
                       "làm việc }"});
    }
    read_what_stands_beside();
    return std::move(hanging_);
  }

 private:
  /// `before` and `after` with `within` give the due date, each alone.
  void check_due_dates() {
    const bool is_before = node_.find("before") != nullptr;
    const std::string_view name = is_before ? "before" : "after";
    std::vector<std::string_view> others{"due"};
    if (is_before) {
      others.insert(others.end(), {"after", "within"});
    }
    for (const auto other : others) {
      if (const Node* second = node_.find(other)) {
        findings_.error(
            second->mark(), "two_due_dates",
            {fmt::format("đã có \"{}\" thì hạn được tính từ đó: bỏ \"{}\"", name, other),
             fmt::format("\"{}\" gives the due date: take out \"{}\"", name, other)});
      }
    }
  }

  void read_due_after(const Node& after, const Node& within) {
    model::DueAfter due_after;
    due_after.tasks = names_.refer_all(after, findings_);
    if (const auto limit = read_within(within, findings_)) {
      due_after.days = limit->number;
      due_after.working_days = limit->unit == LimitUnit::working_day;
    }
    hanging_.due_after = std::move(due_after);
  }

  void read_what_stands_beside() {
    if (const Node* phrase = node_.find("phrase")) {
      hanging_.window.phrase = phrase->text();
    }
    if (const Node* start = node_.find("start")) {
      hanging_.window.start = read_first_day(start->text(), start->mark(), time_, findings_);
    }
    set_certainty(node_, hanging_.window);
  }

  const Node& node_;
  const TaskNames& names_;
  const TimeContext& time_;
  Findings& findings_;
  HangingWindow hanging_;
};

}  // namespace

calendar::Window whole_period(const TimeContext& time) {
  calendar::Window window;
  if (time.period) {
    window.start = time.period->first;
    window.end = time.period->last;
  }
  window.resolved = true;
  return window;
}

void set_certainty(const Node& task, calendar::Window& window) {
  if (const Node* certainty = task.find("certainty")) {
    window.certainty = read_certainty(*certainty);
  }
}

bool hangs_on_tasks(const Node& window) {
  return window.find("before") != nullptr || window.find("after") != nullptr ||
         window.find("within") != nullptr;
}

HangingWindow read_hanging_window(const Node& node, const TaskNames& names, const TimeContext& time,
                                  Findings& findings) {
  return Reader{node, names, time, findings}.read();
}

}  // namespace tiendo::definition
