#include "calendar/window_builder.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "calendar/dating.hpp"
#include "calendar/exceptions.hpp"

namespace tiendo::calendar {
namespace {

bool is_another_time(const Clause& clause) {
  return clause.role == Role::replaced || clause.role == Role::compared;
}

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
    window_.recurrence = take_recurrence(phrase_, context_, remark);
    if (phrase_.turned) {
      remarks_.fail(*phrase_.turned);
      return std::move(window_);
    }
    remarks_.warn(remark);
    if (phrase_.blank) {
      remarks_.fail({"ngày hoặc tháng còn để trống: hãy điền vào",
                     "the day or month was left blank: fill it in"});
    }
    dated_ = date_phrase(phrase_, context_, window_);
    const auto exceptions = take_exceptions(dated_);
    if (window_.continuous || window_.recurrence) {
      place_standing();
    } else {
      place();
    }
    add_events();
    subtract(exceptions, phrase_, window_);
    finish();
    return std::move(window_);
  }

 private:
  [[nodiscard]] std::optional<Day> due_of(const Dated& dated) const {
    if (dated.role == Role::from || dated.role == Role::after) {
      return std::nullopt;
    }
    if (dated.role != Role::before) {
      return dated.span.last;
    }
    const bool inclusive = context_.before_day == BeforeDay::inclusive && dated.one_day;
    return inclusive || dated.time || dated.in_day ? dated.span.last
                                                   : plus_days(dated.span.first, -1);
  }

  [[nodiscard]] static std::optional<Day> start_of(const Dated& dated) {
    switch (dated.role) {
      case Role::at:
      case Role::from:
        return dated.span.first;
      case Role::after:
        return dated.time ? dated.span.last : plus_days(dated.span.last, 1);
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
    warn_of_several();
  }

  void warn_of_several() {
    remarks_.warn({"có nhiều thời điểm rời nhau; hạn là thời điểm cuối",
                   "several times without connection; the last one is the due date"});
  }

  /// The window of what goes on or comes back: what is printed, else the plan's period. Due only
  /// where an end is printed.
  void place_standing() {
    if (context_.period) {
      window_.start = context_.period->first;
      window_.end = context_.period->last;
    }
    int starts = 0;
    int ends = 0;
    for (const auto& dated : dated_) {
      const auto start = start_of(dated);
      const auto end = due_of(dated);
      if (start) {
        ++starts;
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
        ++ends;
        if (!window_.due || *end >= *window_.due) {
          window_.due = end;
          window_.due_time = dated.time;
        }
      }
    }
    if (starts > 1) {
      remarks_.fail(
          {"có nhiều khoảng thời gian bên một việc thường xuyên hoặc có chu kỳ: hãy ghi "
           "một khoảng",
           "several times stand beside what goes on or comes back: write one"});
    } else if (ends > 1) {
      warn_of_several();
    }
    window_.end = window_.due ? window_.due : window_.end;
  }

  void add_events() {
    const bool dated = window_.start || window_.due || window_.recurrence || window_.continuous;
    for (const auto& event : phrase_.events) {
      const bool guard = event.role == Role::after || event.bracketed;
      if (dated && guard) {
        remarks_.warn({fmt::format("kèm điều kiện: {}", event.text),
                       fmt::format("with a condition: {}", event.text)});
        continue;
      }
      if (event.text == "nay") {
        if (!window_.due) {
          remarks_.fail(
              {"“từ nay” cần ngày ban hành văn bản", "\"from now\" needs the day of issue"});
        } else {
          remarks_.warn({"“từ nay” nhưng chưa có ngày ban hành văn bản",
                         "\"from now\" but the day of issue is not given"});
        }
        continue;
      }
      if (window_.due && event.role == Role::from) {
        remarks_.warn({fmt::format("bắt đầu theo “{}”, chưa biết là ngày nào", event.text),
                       fmt::format("begins with \"{}\", whose day is not known", event.text)});
        continue;
      }
      if (window_.due) {
        remarks_.warn({fmt::format("có mốc “{}” chưa biết là ngày nào", event.text),
                       fmt::format("\"{}\" is an event whose day is not known", event.text)});
        continue;
      }
      remarks_.wait({fmt::format("theo sự kiện “{}”, chưa biết là ngày nào", event.text),
                     fmt::format("it depends on \"{}\", whose day is not known", event.text)});
    }
  }

  /// Why there is nothing, in the words of what was found instead.
  [[nodiscard]] Text reason_of_nothing() const {
    if (phrase_.on_demand) {
      return {"làm khi có yêu cầu hoặc có việc đột xuất, không có ngày định trước",
              "done on demand or when something comes up: no day is set beforehand"};
    }
    if (phrase_.by_other_plan) {
      return {"thời gian theo một kế hoạch hoặc văn bản khác, chưa có ở đây",
              "the time stands in another plan or document that is not here"};
    }
    if (std::ranges::any_of(phrase_.clauses, is_another_time)) {
      return {"chỉ có thời gian cũ hoặc thời gian để so sánh: hãy ghi thời gian thực hiện",
              "there is only a time that held before or is compared with: write when it is done"};
    }
    if (phrase_.term) {
      return {"nhiệm kỳ là tên gọi, không phải thời gian thực hiện: hãy ghi quý, tháng hoặc ngày",
              "a term of office is a name, not a time: write a quarter, a month or a day"};
    }
    if (phrase_.school_year) {
      return {"khung thời gian năm học được quyết định từng năm: hãy ghi tháng hoặc ngày",
              "the time frame of a school year is decided each year: write a month or a day"};
    }
    if (phrase_.until_time) {
      return {"chỉ có giờ, không có ngày: hãy ghi ngày",
              "there is a time of day and no day: write the day"};
    }
    return {"không thấy thời gian trong cụm từ: hãy ghi quý, tháng, ngày hoặc “thường xuyên”",
            "there is no time in the phrase: write a quarter, a month, a day or \"thường xuyên\""};
  }

  void finish() {
    const bool found = window_.start || window_.due || window_.recurrence || window_.continuous;
    if (phrase_.blank) {
      window_.start = window_.end = window_.due = std::nullopt;
    }
    if (!found && (phrase_.by_other_plan || phrase_.on_demand)) {
      remarks_.wait(reason_of_nothing());
    } else if (!found) {
      remarks_.fail(reason_of_nothing());
    }
    if (window_.start && window_.due && *window_.due < *window_.start) {
      remarks_.fail({fmt::format("kết thúc ({}) trước khi bắt đầu ({}): hãy xem lại hai ngày",
                                 to_vietnamese(*window_.due), to_vietnamese(*window_.start)),
                     fmt::format("it ends ({}) before it begins ({}): look at both dates",
                                 to_vietnamese(*window_.due), to_vietnamese(*window_.start))});
    }
    window_.resolved = window_.reason.vi.empty();
    if (!window_.resolved || !window_.start || !window_.due) {
      return;
    }
    if (*window_.start == *window_.due && !dated_.empty() && dated_.front().role == Role::from) {
      remarks_.warn({"bắt đầu và kết thúc trong cùng một ngày", "it begins and ends on one day"});
    }
    if (context_.issued && *window_.due < *context_.issued) {
      remarks_.warn({fmt::format("hạn {} trước ngày ban hành {}", to_vietnamese(*window_.due),
                                 to_vietnamese(*context_.issued)),
                     fmt::format("due {} before the day of issue {}", to_vietnamese(*window_.due),
                                 to_vietnamese(*context_.issued))});
    }
  }

  Phrase phrase_;
  const ExpressionContext& context_;
  Window window_;
  Remarks remarks_{window_};
  std::vector<Dated> dated_;
};

}  // namespace

Window window_of(Phrase phrase, const ExpressionContext& context) {
  return Builder{std::move(phrase), context}.build();
}

}  // namespace tiendo::calendar
