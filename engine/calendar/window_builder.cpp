#include "calendar/window_builder.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "calendar/clause_days.hpp"

namespace tiendo::calendar {
namespace {

using Unit = Moment::Unit;

/// A clause with its days.
struct Dated {
  Role role = Role::at;
  DayRange span = {};
  std::optional<std::chrono::minutes> time = {};
  bool bracketed = false;
  bool is_year = false;
  bool in_name = false;
  bool is_range = false;
  bool one_day = false;
};

class Builder {
 public:
  Builder(Phrase phrase, const ExpressionContext& context)
      : phrase_(std::move(phrase)), context_(context) {}

  Window build() {
    window_.certainty = phrase_.tentative      ? Certainty::tentative
                        : phrase_.aspirational ? Certainty::aspirational
                        : phrase_.external     ? Certainty::external
                                               : Certainty::firm;
    window_.continuous = phrase_.continuous;
    Text remark;
    window_.recurrence = take_recurrence(phrase_, context_.before_day, remark);
    warn(remark);
    if (phrase_.blank) {
      fail({"ngày hoặc tháng còn để trống: hãy điền vào",
            "the day or month was left blank: fill it in"});
    }
    drop_guards();
    date_clauses();
    date_limits();
    drop_outer_times();
    if (window_.continuous || window_.recurrence) {
      place_standing();
    } else {
      place();
    }
    add_events();
    finish();
    return std::move(window_);
  }

 private:
  void fail(const Text& why) {
    if (!window_.reason.vi.empty()) {
      return;  // the first reason is enough to look at the phrase again
    }
    window_.reason = why;
  }

  /// The phrase is understood; somebody else has to give the day.
  void wait(const Text& why) {
    window_.waits = window_.waits || window_.reason.vi.empty();
    fail(why);
  }

  void warn(const Text& what) {
    if (what.vi.empty()) {
      return;
    }
    auto& warning = window_.warning;
    warning.vi += (warning.vi.empty() ? "" : "; ") + what.vi;
    warning.en += (warning.en.empty() ? "" : "; ") + what.en;
  }

  /// An event in brackets after a dated phrase is a guard: a date inside it does not count.
  void drop_guards() {
    const auto is_guard = [](const Clause& clause) {
      return clause.bracketed && clause.role == Role::after;
    };
    const bool guard = std::ranges::any_of(phrase_.events, &Event::bracketed) ||
                       std::ranges::any_of(phrase_.clauses, is_guard);
    const bool dated = std::ranges::any_of(phrase_.clauses,
                                           [](const Clause& clause) { return !clause.bracketed; });
    if (guard && dated && std::erase_if(phrase_.clauses, &Clause::bracketed) > 0) {
      warn({"điều kiện trong ngoặc không làm đổi thời gian",
            "the condition in brackets does not change the window"});
    }
  }

  void date_clauses() {
    for (std::size_t i = 0; i < phrase_.clauses.size(); ++i) {
      const auto& clause = phrase_.clauses[i];
      int year = 0;
      const bool open =
          std::ranges::any_of(clause.series.moments, [](const Moment& m) { return lacks_year(m); });
      if (open && lacks_year(clause.series)) {
        const auto around = year_around(phrase_, i, context_);
        if (!around) {
          fail(around.error().message);
          continue;
        }
        year = *around;
      }
      const auto days = days_of(clause.series, year);
      if (!days) {
        fail(days.error().message);
        continue;
      }
      warn(days->remark);
      add_clause(clause, *days);
    }
  }

  void add_clause(const Clause& clause, const ClauseDays& days) {
    const auto& last = clause.series.moments.back();
    check_moment(last, days.spans.back());
    if (clause.peak) {
      window_.peak = days.spans.back();
      return;
    }
    for (const auto& span : days.spans) {
      dated_.push_back({.role = clause.role,
                        .span = span,
                        .time = last.until_time,
                        .bracketed = clause.bracketed,
                        .is_year = last.unit == Unit::year && clause.series.moments.size() == 1,
                        .in_name = clause.in_name,
                        .is_range = clause.series.is_range,
                        .one_day = last.unit == Unit::day || last.unit == Unit::fixed});
    }
  }

  void check_moment(const Moment& moment, const DayRange& span) {
    if (moment.weekday && moment.unit == Unit::day &&
        std::chrono::weekday{std::chrono::sys_days{span.last}} != *moment.weekday) {
      warn({fmt::format("thứ in trong văn bản không khớp với ngày {}", to_vietnamese(span.last)),
            fmt::format("the weekday printed is not that of {}", to_vietnamese(span.last))});
    }
    if (moment.short_year) {
      const int year = moment.year.value_or(0);
      warn({fmt::format("năm viết hai chữ số, hiểu là {}", year),
            fmt::format("the year has two digits, taken as {}", year)});
    }
    if (moment.unit == Unit::week_of_month) {
      warn({fmt::format("tuần trong tháng tính theo bảy ngày một: {} - {}",
                        to_vietnamese(span.first), to_vietnamese(span.last)),
            fmt::format("weeks of a month are counted in sevens: {} - {}",
                        to_vietnamese(span.first), to_vietnamese(span.last))});
    }
  }

  /// "trong 05 ngày kể từ ngày 12/01/2026"; and those whose event is not known.
  void date_limits() {
    for (const auto& limit : phrase_.limits) {
      const bool explains = !dated_.empty() && (limit.bracketed || !limit.moment);
      if (explains) {
        continue;
      }
      if (limit.in_hours) {
        fail({"thời hạn tính bằng giờ không quy ra ngày được: hãy ghi ngày",
              "a limit in hours is not worked out: write the day"});
        continue;
      }
      if (limit.limit.number > limit_number_max) {
        fail({fmt::format("thời hạn quá dài: nhiều nhất là {}", limit_number_max),
              fmt::format("the limit is too long: at most {}", limit_number_max)});
        continue;
      }
      if (!limit.moment) {
        limit_without_date(limit);
        continue;
      }
      date_limit(limit);
    }
  }

  void limit_without_date(const LimitClause& limit) {
    if (limit.event.empty()) {
      fail({"có thời hạn nhưng không rõ tính từ ngày nào: hãy ghi ngày bắt đầu",
            "there is a limit but not from which day: write the first day"});
      return;
    }
    wait({fmt::format("thời hạn tính theo “{}”, chưa biết là ngày nào", limit.event),
          fmt::format("the limit is counted from \"{}\", whose day is not known", limit.event)});
  }

  void date_limit(const LimitClause& limit) {
    Phrase only;
    only.clauses.push_back({.series = {.moments = {*limit.moment}}});
    int year = 0;
    if (lacks_year(*limit.moment)) {
      const auto around = year_around(only, 0, context_);
      if (!around) {
        return fail(around.error().message);
      }
      year = *around;
    }
    const auto event = days_of(*limit.moment, year);
    if (!event) {
      return fail(event.error().message);
    }
    static const WorkingDays by_law;
    const auto& working = context_.working_days != nullptr ? *context_.working_days : by_law;
    if (limit.back) {
      const Day due = counted_back(event->first, limit.limit, working);
      dated_.push_back({.role = Role::latest, .span = {due, due}, .one_day = true});
      return;
    }
    const Day due = last_day_of(event->last, limit.limit, working);
    dated_.push_back({.span = {event->last, due}, .is_range = true});
    if (working.provisional(static_cast<int>(due.year())) &&
        limit.limit.unit == LimitUnit::working_day) {
      warn({"lịch nghỉ lễ của năm này là tạm tính", "the holidays of that year are provisional"});
    }
  }

  /// The year of a name does not count beside a time; a year with a time inside it, or a time with
  /// a closer one in brackets, is only where that lies.
  void drop_outer_times() {
    const auto lies_in = [](const Dated& inner, const Dated& outer) {
      return inner.span.first >= outer.span.first && inner.span.last <= outer.span.last &&
             inner.span != outer.span;
    };
    const auto all = dated_;
    std::erase_if(dated_, [&](const Dated& outer) {
      return outer.role == Role::at && std::ranges::any_of(all, [&](const Dated& other) {
               const bool name = outer.in_name && !other.in_name;
               const bool closer =
                   other.role == Role::at && lies_in(other, outer) &&
                   ((outer.is_year && !outer.is_range) || (other.bracketed && !outer.bracketed));
               return name || closer;
             });
    });
  }

  [[nodiscard]] std::optional<Day> due_of(const Dated& dated) const {
    if (dated.role == Role::from || dated.role == Role::after) {
      return std::nullopt;
    }
    if (dated.role != Role::before) {
      return dated.span.last;
    }
    const bool inclusive = context_.before_day == BeforeDay::inclusive && dated.one_day;
    return inclusive || dated.time ? dated.span.last : plus_days(dated.span.first, -1);
  }

  [[nodiscard]] static std::optional<Day> start_of(const Dated& dated) {
    switch (dated.role) {
      case Role::at:
      case Role::from:
        return dated.span.first;
      case Role::after:
        return plus_days(dated.span.last, 1);
      default:
        return std::nullopt;
    }
  }

  [[nodiscard]] std::vector<const Dated*> with(std::initializer_list<Role> roles) const {
    std::vector<const Dated*> found;
    for (const auto& dated : dated_) {
      if (std::ranges::find(roles, dated.role) != roles.end()) {
        found.push_back(&dated);
      }
    }
    return found;
  }

  void set_due(const Dated& dated) {
    window_.due = due_of(dated);
    window_.end = window_.due;
    window_.due_time = dated.time;
    if (dated_.size() == 1 && !window_.due_time) {
      window_.due_time = phrase_.until_time;
    }
  }

  /// The window of dated work: one time, a beginning with an end, or several times.
  void place() {
    const auto spans = with({Role::at});
    const auto begins = with({Role::from, Role::after});
    const auto ends = with({Role::through, Role::before, Role::latest});
    if (dated_.empty()) {
      if (window_.peak) {
        window_.start = window_.peak->first;
        window_.end = window_.due = window_.peak->last;
      }
      return;
    }
    if (spans.size() == 1 && ends.size() == 1 && begins.empty() && phrase_.tentative) {
      window_.planned = spans.front()->span.last;
    }
    const bool within = spans.size() == 1 && ends.size() == 1 && begins.empty() &&
                        *due_of(*ends.front()) >= spans.front()->span.first &&
                        (window_.planned || *due_of(*ends.front()) <= spans.front()->span.last);
    const bool simple = spans.size() <= 1 && begins.size() <= 1 && ends.size() <= 1 &&
                        (spans.empty() || ends.empty() || within);
    if (!simple) {
      place_several();
      return;
    }
    const auto* begin = !begins.empty() ? begins.front() : spans.empty() ? nullptr : spans.front();
    const auto* end = !ends.empty() ? ends.front() : spans.empty() ? nullptr : spans.front();
    if (begin != nullptr) {
      window_.start = start_of(*begin);
    }
    if (end != nullptr) {
      set_due(*end);
    }
    if (window_.start && window_.due && *window_.due < *window_.start) {
      fail({fmt::format("kết thúc ({}) trước khi bắt đầu ({}): hãy xem lại hai ngày",
                        to_vietnamese(*window_.due), to_vietnamese(*window_.start)),
            fmt::format("it ends ({}) before it begins ({}): look at both dates",
                        to_vietnamese(*window_.due), to_vietnamese(*window_.start))});
    }
  }

  /// Times without connection: due is the last of them, and there is no one beginning.
  void place_several() {
    const Dated* last = nullptr;
    for (const auto& dated : dated_) {
      const auto due = due_of(dated);
      if (due && (last == nullptr || *due >= *due_of(*last))) {
        last = &dated;
      }
    }
    if (last != nullptr) {
      set_due(*last);
    }
    warn({"có nhiều thời điểm rời nhau; hạn là thời điểm cuối",
          "several times without connection; the last one is the due date"});
  }

  /// The window of what goes on or comes back: what is printed, else the plan's period. Due only
  /// where an end is printed.
  void place_standing() {
    if (context_.period) {
      window_.start = context_.period->first;
      window_.end = context_.period->last;
    }
    for (const auto& dated : dated_) {
      const auto start = start_of(dated);
      const auto end = due_of(dated);
      if (start) {
        window_.start = start;
        window_.end = end;
      }
      const bool printed_end =
          dated.role == Role::before || dated.role == Role::latest ||
          (!window_.continuous &&
           (dated.role == Role::through || (dated.role == Role::at && dated.is_range)));
      if (end) {
        window_.end = end;
      }
      if (end && printed_end) {
        window_.due = end;
        window_.due_time = dated.time;
      }
    }
  }

  void add_events() {
    const bool dated = window_.start || window_.due || window_.recurrence || window_.continuous;
    for (const auto& event : phrase_.events) {
      const bool guard = event.role == Role::after || event.bracketed;
      if (dated && guard) {
        warn({fmt::format("kèm điều kiện: {}", event.text),
              fmt::format("with a condition: {}", event.text)});
        continue;
      }
      if (event.text == "nay") {
        if (!window_.due) {
          fail({"“từ nay” cần ngày ban hành văn bản", "\"from now\" needs the day of issue"});
        } else {
          warn({"“từ nay” nhưng chưa có ngày ban hành văn bản",
                "\"from now\" but the day of issue is not given"});
        }
        continue;
      }
      if (window_.due && event.role == Role::from) {
        warn({fmt::format("bắt đầu theo “{}”, chưa biết là ngày nào", event.text),
              fmt::format("begins with \"{}\", whose day is not known", event.text)});
        continue;
      }
      if (window_.due) {
        warn({fmt::format("có mốc “{}” chưa biết là ngày nào", event.text),
              fmt::format("\"{}\" is an event whose day is not known", event.text)});
        continue;
      }
      wait({fmt::format("theo sự kiện “{}”, chưa biết là ngày nào", event.text),
            fmt::format("it depends on \"{}\", whose day is not known", event.text)});
    }
  }

  /// Why there is nothing, in the words of what was found instead.
  [[nodiscard]] Text reason_of_nothing() const {
    if (phrase_.by_other_plan) {
      return {"thời gian theo một kế hoạch hoặc văn bản khác, chưa có ở đây",
              "the time stands in another plan or document that is not here"};
    }
    if (phrase_.term) {
      return {"nhiệm kỳ là tên gọi, không phải thời gian thực hiện: hãy ghi quý, tháng hoặc ngày",
              "a term of office is a name, not a time: write a quarter, a month or a day"};
    }
    if (phrase_.school_year) {
      return {"khung thời gian năm học được quyết định từng năm: hãy ghi tháng hoặc ngày",
              "the time frame of a school year is decided each year: write a month or a day"};
    }
    return {"không thấy thời gian trong cụm từ: hãy ghi quý, tháng, ngày hoặc “thường xuyên”",
            "there is no time in the phrase: write a quarter, a month, a day or \"thường xuyên\""};
  }

  void finish() {
    const bool found = window_.start || window_.due || window_.recurrence || window_.continuous;
    if (phrase_.blank) {
      window_.start = window_.end = window_.due = std::nullopt;
    }
    if (!found && phrase_.by_other_plan) {
      wait(reason_of_nothing());
    } else if (!found) {
      fail(reason_of_nothing());
    }
    window_.resolved = window_.reason.vi.empty();
    if (!window_.resolved || !window_.start || !window_.due) {
      return;
    }
    if (*window_.start == *window_.due && !dated_.empty() && dated_.front().role == Role::from) {
      warn({"bắt đầu và kết thúc trong cùng một ngày", "it begins and ends on one day"});
    }
    if (context_.issued && *window_.due < *context_.issued) {
      warn({fmt::format("hạn {} trước ngày ban hành {}", to_vietnamese(*window_.due),
                        to_vietnamese(*context_.issued)),
            fmt::format("due {} before the day of issue {}", to_vietnamese(*window_.due),
                        to_vietnamese(*context_.issued))});
    }
  }

  Phrase phrase_;
  const ExpressionContext& context_;
  std::vector<Dated> dated_;
  Window window_;
};

}  // namespace

Window window_of(Phrase phrase, const ExpressionContext& context) {
  return Builder{std::move(phrase), context}.build();
}

}  // namespace tiendo::calendar
