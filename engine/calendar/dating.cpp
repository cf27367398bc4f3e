#include "calendar/dating.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "calendar/clause_days.hpp"

namespace tiendo::calendar {
namespace {

using Unit = Moment::Unit;

class Dating {
 public:
  Dating(const Phrase& phrase, const ExpressionContext& context, Window& window)
      : phrase_(phrase), context_(context), window_(window), remarks_(window) {}

  std::vector<Dated> run() {
    drop_guards();
    lend_months();
    date_clauses();
    date_limits();
    drop_outer_times();
    return std::move(dated_);
  }

 private:
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
      remarks_.warn({"điều kiện trong ngoặc không làm đổi thời gian",
                     "the condition in brackets does not change the window"});
    }
  }

  /// "tháng 4/2025 (trước ngày 25)": a limit without a month lies in the month before it.
  void lend_months() {
    for (std::size_t i = 1; i < phrase_.clauses.size(); ++i) {
      const auto& outer = phrase_.clauses[i - 1].series.moments.back();
      auto& clause = phrase_.clauses[i];
      auto& day = clause.series.moments.back();
      const bool limit = clause.role == Role::before || clause.role == Role::latest ||
                         clause.role == Role::through;
      const bool of_month = outer.unit == Unit::month && !outer.pick &&
                            phrase_.clauses[i - 1].series.moments.size() == 1;
      if (limit && of_month && lacks_month(day) && clause.series.moments.size() == 1) {
        day.month = outer.month;
        day.year = outer.year;
        day.lunar = outer.lunar;
        day.leap = outer.leap;
      }
    }
  }

  /// Whether no year follows from the series itself.
  static bool needs_year(const Series& series) {
    const bool list_of_some = !series.is_range && !printed_year(series) &&
                              std::ranges::any_of(series.moments, [](const Moment& moment) {
                                return lacks_year(moment);
                              });
    return lacks_year(series) || list_of_some;
  }

  void date_clauses() {
    for (std::size_t i = 0; i < phrase_.clauses.size(); ++i) {
      const auto& clause = phrase_.clauses[i];
      if (clause.role == Role::replaced || clause.role == Role::compared) {
        continue;
      }
      int year = 0;
      if (needs_year(clause.series)) {
        const auto around = year_around(phrase_, i, context_);
        if (!around) {
          remarks_.fail(around.error().message);
          continue;
        }
        year = *around;
      }
      auto days = days_of(clause.series, year, working_days_of(context_));
      if (!days) {
        remarks_.fail(days.error().message);
        continue;
      }
      remarks_.warn(days->remark);
      if (clause.series.is_range) {
        add_clause(of_range(clause, *days), *days);
      } else {
        put_on_points(clause, *days);
        add_clause(clause, *days);
      }
    }
  }

  /// "trước cuối tháng 6" is before the 30th: the law gives a point.
  void put_on_points(const Clause& clause, ClauseDays& days) {
    const bool beside = clause.role == Role::before || clause.role == Role::after;
    const auto& moment = clause.series.moments.back();
    if (!beside || !is_rough(moment)) {
      return;
    }
    const auto point = point_of(moment, days.spans.back());
    if (!point || clause.series.moments.size() > 1) {
      remarks_.fail({"không rõ là trước hoặc sau ngày nào: hãy ghi ngày",
                     "before or after which day is not said: write the day"});
      return;
    }
    days.spans.back() = {*point, *point};
    remarks_.warn({fmt::format("lấy mốc {} theo Bộ luật Dân sự, điều 146", to_vietnamese(*point)),
                   fmt::format("taken as {} (Civil Code, art. 146)", to_vietnamese(*point))});
  }

  /// "sau 01/4 đến 15/4" begins on the day after the first; "trước 01/4 đến 15/4" does not say
  /// before which of the two. Years are one time: "trước giai đoạn 2026 - 2030".
  Clause of_range(Clause clause, ClauseDays& days) {
    const bool ends =
        clause.role == Role::before || clause.role == Role::latest || clause.role == Role::through;
    const auto is_year = [](const Moment& moment) { return moment.unit == Unit::year; };
    const bool years = std::ranges::all_of(clause.series.moments, is_year);
    if (ends && !years) {
      remarks_.fail({"hạn là một khoảng thời gian, không rõ là ngày nào: hãy ghi một ngày",
                     "the limit is a range, which of its days is not said: write one day"});
    }
    // "sau giai đoạn 2021 - 2025" is after the last of them.
    if (clause.role == Role::after && clause.series.by_dash && !years) {
      remarks_.fail({"không rõ là sau ngày nào của khoảng thời gian: hãy ghi một ngày",
                     "after which day of the range is not said: write one day"});
    } else if (clause.role == Role::after && !clause.series.by_dash) {
      clause.role = Role::at;
      days.spans.front().first = plus_days(days.end_of_first, 1);
    }
    return clause;
  }

  void add_clause(const Clause& clause, const ClauseDays& days) {
    const auto& last = clause.series.moments.back();
    check_moment(last, days.spans.back());
    if (clause.peak) {
      window_.peak = days.spans.back();
      return;
    }
    // "từ 8h đến 11h30, ngày 15 và 16/4": the time before a list holds for all of it.
    const auto& timed =
        clause.series.is_range || last.until_time ? last : clause.series.moments.front();
    for (const auto& span : days.spans) {
      dated_.push_back({.role = clause.role,
                        .span = span,
                        .time = timed.until_time,
                        .in_day = last.part_of_day && last.part_of_day != PartOfDay::morning,
                        .bracketed = clause.bracketed,
                        .is_year = last.unit == Unit::year && !last.pick &&
                                   clause.series.moments.size() == 1 && !clause.whole,
                        .in_name = clause.in_name,
                        .is_range = clause.series.is_range,
                        .one_day = is_one_day(last)});
    }
  }

  void check_moment(const Moment& moment, const DayRange& span) {
    if (moment.weekday && moment.unit == Unit::day &&
        std::chrono::weekday{std::chrono::sys_days{span.last}} != *moment.weekday) {
      remarks_.warn(
          {fmt::format("thứ in trong văn bản không khớp với ngày {}", to_vietnamese(span.last)),
           fmt::format("the weekday printed is not that of {}", to_vietnamese(span.last))});
    }
    if (moment.by_moon_word && !moment.lunar) {
      remarks_.warn({fmt::format("“mùng” nhưng không ghi âm lịch, hiểu là {} dương lịch",
                                 to_vietnamese(span.last)),
                     fmt::format("\"mùng\" without \"âm lịch\", taken as {} of the solar calendar",
                                 to_vietnamese(span.last))});
    }
    if (moment.short_year) {
      const int year = moment.year.value_or(0);
      remarks_.warn({fmt::format("năm viết hai chữ số, hiểu là {}", year),
                     fmt::format("the year has two digits, taken as {}", year)});
    }
    if (moment.pick && moment.pick->what == Pick::What::working_day) {
      warn_if_provisional(span.last);
    }
    if (moment.unit == Unit::week_of_month && moment.pick) {
      remarks_.warn({fmt::format("tuần trong tháng tính theo bảy ngày một, hiểu là {}",
                                 to_vietnamese(span.last)),
                     fmt::format("weeks of a month are counted in sevens, taken as {}",
                                 to_vietnamese(span.last))});
    } else if (moment.unit == Unit::week_of_month) {
      remarks_.warn({fmt::format("tuần trong tháng tính theo bảy ngày một: {} - {}",
                                 to_vietnamese(span.first), to_vietnamese(span.last)),
                     fmt::format("weeks of a month are counted in sevens: {} - {}",
                                 to_vietnamese(span.first), to_vietnamese(span.last))});
    }
  }

  /// "trong 05 ngày kể từ ngày 12/01/2026"; and those whose event is not known.
  void date_limits() {
    for (const auto& limit : phrase_.limits) {
      const bool no_origin = !limit.moment && limit.event.empty();
      if (no_origin && !limit.back && only_begins()) {
        remarks_.fail(
            {"có thời hạn và ngày bắt đầu rời nhau, không rõ ngày nào là ngày cuối: hãy "
             "ghi ngày cuối",
             "a length of time and a first day apart do not say which day is the last: "
             "write it"});
        continue;
      }
      const bool explains =
          !dated_.empty() && !(no_origin && limit.back) && (limit.bracketed || !limit.moment);
      if (explains) {
        continue;
      }
      if (limit.in_hours) {
        remarks_.fail({"thời hạn tính bằng giờ không quy ra ngày được: hãy ghi ngày",
                       "a limit in hours is not worked out: write the day"});
        continue;
      }
      if (limit.limit.number > limit_number_max) {
        remarks_.fail({fmt::format("thời hạn quá dài: nhiều nhất là {}", limit_number_max),
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

  /// "trong 3 ngày, từ ngày 15/4": nothing else gives an end.
  [[nodiscard]] bool only_begins() const {
    return !dated_.empty() && std::ranges::all_of(dated_, [](const Dated& dated) {
      return dated.role == Role::from || dated.role == Role::after;
    });
  }

  void limit_without_date(const LimitClause& limit) {
    if (limit.event.empty()) {
      remarks_.fail({"có thời hạn nhưng không rõ tính từ ngày nào: hãy ghi ngày bắt đầu",
                     "there is a limit but not from which day: write the first day"});
      return;
    }
    remarks_.wait(
        {fmt::format("thời hạn tính theo “{}”, chưa biết là ngày nào", limit.event),
         fmt::format("the limit is counted from \"{}\", whose day is not known", limit.event)});
  }

  void date_limit(const LimitClause& limit) {
    Phrase only;
    only.clauses.push_back({.series = {.moments = {*limit.moment}}});
    int year = 0;
    if (lacks_year(*limit.moment)) {
      const auto around = year_around(only, 0, context_);
      if (!around) {
        return remarks_.fail(around.error().message);
      }
      year = *around;
    }
    const auto& working = working_days_of(context_);
    const auto event = days_of(*limit.moment, year, working);
    if (!event) {
      return remarks_.fail(event.error().message);
    }
    if (limit.back) {
      const Day due = counted_back(event->first, limit.limit, working);
      dated_.push_back({.role = Role::latest, .span = {due, due}, .one_day = true});
      return;
    }
    const Day due = last_day_of(event->last, limit.limit, working);
    dated_.push_back({.span = {event->last, due}, .is_range = true});
    if (limit.limit.unit == LimitUnit::working_day) {
      warn_if_provisional(due);
    }
  }

  void warn_if_provisional(Day day) {
    if (working_days_of(context_).provisional(static_cast<int>(day.year()))) {
      remarks_.warn(
          {"lịch nghỉ lễ của năm này là tạm tính", "the holidays of that year are provisional"});
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
                   ((outer.is_year && !outer.is_range) || other.bracketed != outer.bracketed);
               return name || closer;
             });
    });
  }

  Phrase phrase_;
  const ExpressionContext& context_;
  Window& window_;
  Remarks remarks_;
  std::vector<Dated> dated_;
};

}  // namespace

void Remarks::fail(const Text& why) {
  if (window_.reason.vi.empty()) {
    window_.reason = why;
  }
}

void Remarks::wait(const Text& why) {
  window_.waits = window_.waits || window_.reason.vi.empty();
  fail(why);
}

void Remarks::warn(const Text& what) {
  if (what.vi.empty()) {
    return;
  }
  auto& warning = window_.warning;
  warning.vi += (warning.vi.empty() ? "" : "; ") + what.vi;
  warning.en += (warning.en.empty() ? "" : "; ") + what.en;
}

std::vector<Dated> date_phrase(const Phrase& phrase, const ExpressionContext& context,
                               Window& window) {
  return Dating{phrase, context, window}.run();
}

}  // namespace tiendo::calendar
