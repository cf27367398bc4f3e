#include <fmt/format.h>

#include <boost/json.hpp>
#include <functional>
#include <iostream>
#include <memory>
#include <string>

#include "api/window_json.hpp"
#include "calendar/expression.hpp"
#include "calendar/holidays.hpp"
#include "calendar/lunar.hpp"
#include "calendar_answer.hpp"
#include "command.hpp"
#include "definition/holidays.hpp"
#include "lines.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

/// A line of input is longer than any phrase with its context may be.
constexpr std::size_t line_bytes_max = 64 * 1024;

Error bad(std::string vi, std::string en) {
  return {{std::move(vi), std::move(en)}, {}};
}

/// What a command answers to one input: a document for programs, lines for people.
struct Answer {
  json::object document;
  std::string text;
};

using Ask = std::function<Result<Answer>(const std::string& input)>;

void print_error(const Context& context, const Error& error, bool as_line) {
  if (as_line) {
    std::cout << json::serialize(json::object{{"error", context.say(error.message)}}) << '\n';
  } else {
    std::cerr << "tiendo: " << context.say(error.message) << '\n';
  }
}

void print(const Context& context, const Answer& answer) {
  std::cout << (context.json ? json::serialize(answer.document) : answer.text) << '\n';
}

/// Answers `input`, or every line of standard input for `-`. A line that cannot be answered is
/// answered with its error, and the exit code says so at the end.
void answer_all(Context& context, const std::string& input, const Ask& ask) {
  if (input != "-") {
    const auto answer = ask(input);
    if (answer) {
      print(context, *answer);
      return;
    }
    print_error(context, answer.error(), false);
    if (context.json) {
      print_error(context, answer.error(), true);
    }
    context.exit = Exit::bad_input;
    return;
  }
  std::string line;
  while (next_line(std::cin, line, line_bytes_max)) {
    const auto answer = line.size() > line_bytes_max
                            ? Result<Answer>{bad("dòng quá dài", "the line is too long")}
                            : ask(line);
    if (answer) {
      print(context, *answer);
    } else {
      print_error(context, answer.error(), context.json);
      context.exit = Exit::bad_input;
    }
  }
}

Result<Day> read_known_date(const std::string& text) {
  const auto day = read_date(text);
  if (day && !definition::built_in_working_days().covers(*day)) {
    return bad(
        fmt::format("{} nằm ngoài các năm có lịch: 1968 đến 2053", to_vietnamese(*day)),
        fmt::format("{} is outside the years that are known: 1968 to 2053", to_string(*day)));
  }
  return day;
}

Result<Answer> lunar(const Context& context, const std::string& input) {
  const auto day = read_known_date(input);
  if (!day) {
    return day.error();
  }
  const auto date = calendar::lunar_of(*day);
  if (!date) {
    return bad("không có ngày âm lịch", "there is no lunar date");
  }
  const Text leap{date->leap ? " nhuận" : "", date->leap ? " (leap)" : ""};
  const Text text{fmt::format("{} là ngày {} tháng {}{} năm {} âm lịch", to_vietnamese(*day),
                              date->day, date->month, leap.vi, date->year),
                  fmt::format("{} is day {} of month {}{} of lunar year {}", to_string(*day),
                              date->day, date->month, leap.en, date->year)};
  return Answer{{{"date", to_string(*day)},
                 {"lunar_day", date->day},
                 {"lunar_month", date->month},
                 {"leap", date->leap},
                 {"lunar_year", date->year}},
                context.say(text)};
}

Result<Answer> day_of(const Context& context, const std::string& input) {
  const auto day = read_known_date(input);
  if (!day) {
    return day.error();
  }
  const auto& working_days = definition::built_in_working_days();
  const bool working = working_days.is_working(*day);
  const Day next = working_days.next_on_or_after(*day);
  const Day previous = working_days.previous_on_or_before(*day);
  const auto why = context.say(working_days.why(*day));
  Text text{fmt::format("{}: {}", to_vietnamese(*day), why),
            fmt::format("{}: {}", to_string(*day), why)};
  if (!working) {
    text.vi += fmt::format("; ngày làm việc trước đó {}, tiếp theo {}", to_vietnamese(previous),
                           to_vietnamese(next));
    text.en +=
        fmt::format("; working day before {}, after {}", to_string(previous), to_string(next));
  }
  return Answer{{{"date", to_string(*day)},
                 {"working", working},
                 {"why", why},
                 {"next_working", to_string(next)},
                 {"previous_working", to_string(previous)}},
                context.say(text)};
}

/// The length of time to add; `back` is set for "-3 ngày" and "3 ngày trước".
std::optional<calendar::Limit> read_length(std::string text, bool& back) {
  constexpr std::string_view before = " trước";
  if (text.starts_with('-')) {
    back = true;
    text.erase(0, 1);
  } else if (text.ends_with(before)) {
    back = true;
    text.erase(text.size() - before.size());
  }
  return calendar::parse_limit(text);
}

/// A second line where the last day was off and moved on: which day it was, and by which law.
Text why_moved(Day from, calendar::Limit length, Day end) {
  const auto& working_days = definition::built_in_working_days();
  const Day nominal = calendar::nominal_last_day(from, length, working_days);
  if (nominal == end) {
    return {};
  }
  const auto why = working_days.name(nominal);
  return {fmt::format("\n  ngày cuối {} là ngày nghỉ ({}), chuyển sang ngày làm việc kế tiếp "
                      "(Bộ luật Dân sự 2015, Điều 148 khoản 5)",
                      to_vietnamese(nominal), why.vi),
          fmt::format("\n  the last day, {}, is a day off ({}): moved to the next working day "
                      "(Civil Code 2015, art. 148(5))",
                      to_string(nominal), why.en)};
}

Result<Answer> add(const Context& context, const std::string& from, const std::string& text) {
  const auto day = read_known_date(from);
  if (!day) {
    return day.error();
  }
  bool back = false;
  const auto length = read_length(text, back);
  if (!length) {
    return bad(
        "thời hạn không rõ: hãy ghi như \"5 ngày làm việc\", \"2 tuần\", \"-3 ngày\"",
        "the length is not clear: write it like \"5 ngày làm việc\", \"2 tuần\", \"-3 ngày\"");
  }
  const auto& working_days = definition::built_in_working_days();
  const Day end = back ? calendar::counted_back(*day, *length, working_days)
                       : calendar::last_day_of(*day, *length, working_days);
  if (!working_days.covers(end)) {
    return bad("kết quả nằm ngoài các năm có lịch: 1968 đến 2053",
               "the result is outside the years that are known: 1968 to 2053");
  }
  const bool vietnamese = context.language == Language::vi;
  auto shown = vietnamese ? to_vietnamese(end) : to_string(end);
  if (!back) {
    shown += context.say(why_moved(*day, *length, end));
  }
  return Answer{{{"date", to_string(end)}}, shown};
}

Result<Answer> holidays(const Context& context, const std::string& input) {
  const auto& working_days = definition::built_in_working_days();
  const bool number = input.size() == 4 && input.find_first_not_of("0123456789") == input.npos;
  const int year = number ? std::stoi(input) : 0;
  if (year < calendar::WorkingDays::first_year || year > calendar::WorkingDays::last_year) {
    return bad("năm phải từ 1968 đến 2053", "the year has to be from 1968 to 2053");
  }
  const auto holidays = working_days.year(year);
  Answer answer;
  json::array off;
  json::array worked;
  const bool vietnamese = context.language == Language::vi;
  const auto add_line = [&](Day day) {
    const auto shown = vietnamese ? to_vietnamese(day) : to_string(day);
    answer.text += fmt::format("{:<12}{}\n", shown, context.say(working_days.name(day)));
  };
  const auto source = holidays.notice.empty()
                          ? Text{"tạm tính theo luật, chưa có thông báo",
                                 "provisional, computed by law: no notice yet"}
                          : Text{"theo " + holidays.notice, "by " + holidays.notice};
  answer.text = context.say(source) + "\n";
  for (const Day day : holidays.days_off) {
    off.push_back(json::value(to_string(day)));
    add_line(day);
  }
  for (const Day day : holidays.saturdays_worked) {
    worked.push_back(json::value(to_string(day)));
    add_line(day);
  }
  const int count = working_days.count(
      {Day{std::chrono::year{year} / 1 / 1}, Day{std::chrono::year{year} / 12 / 31}});
  answer.text +=
      context.say({fmt::format("{} ngày làm việc", count), fmt::format("{} working days", count)});
  json::value notice = nullptr;
  if (!holidays.notice.empty()) {
    notice = holidays.notice;
  }
  answer.document = {{"year", year},
                     {"notice", notice},
                     {"provisional", working_days.provisional(year)},
                     {"days_off", off},
                     {"saturdays_worked", worked},
                     {"working_days", count}};
  return answer;
}

/// What `resolve` is told beside the phrase.
struct ResolveOptions {
  std::string expression;
  std::string period;
  std::string issued;
  std::string before_day = "strict";
  std::vector<std::string> anchors;
};

Result<calendar::ExpressionContext> context_of(const ResolveOptions& options) {
  calendar::ExpressionContext context;
  context.working_days = &definition::built_in_working_days();
  if (options.before_day == "inclusive") {
    context.before_day = calendar::BeforeDay::inclusive;
  }
  if (!options.period.empty()) {
    const auto period = read_period(options.period);
    if (!period) {
      return period.error();
    }
    context.period = *period;
  }
  if (!options.issued.empty()) {
    const auto issued = read_date(options.issued);
    if (!issued) {
      return issued.error();
    }
    context.issued = *issued;
  }
  for (const auto& anchor : options.anchors) {
    const auto equals = anchor.find('=');
    const auto day =
        equals == anchor.npos ? Result<Day>{Error{}} : read_date(anchor.substr(equals + 1));
    if (!day) {
      return bad("--anchor phải có dạng \"ngày bầu cử=2026-03-15\"",
                 "--anchor has to look like \"ngày bầu cử=2026-03-15\"");
    }
    context.anchors[anchor.substr(0, equals)] = *day;
  }
  return context;
}

void resolve_all(Context& context, const ResolveOptions& options) {
  const auto base = context_of(options);
  if (!base) {
    print_error(context, base.error(), false);
    context.exit = Exit::bad_input;
    return;
  }
  const bool batch = options.expression == "-";
  answer_all(context, options.expression, [&](const std::string& input) -> Result<Answer> {
    auto asked = batch ? read_question(input, *base) : Result<Question>{Question{input, *base}};
    if (!asked) {
      return asked.error();
    }
    const auto window = calendar::resolve(asked->phrase, asked->context);
    if (window.phrase.empty() && !asked->phrase.empty()) {
      return Error{window.reason, {}};
    }
    return Answer{api::to_json(window, context.language), to_lines(window, context.language)};
  });
}

/// A subcommand that answers one date, or a date a line.
void add_date_command(CLI::App& app, Context& context, const char* name, const char* description,
                      Result<Answer> (*ask)(const Context&, const std::string&)) {
  auto* command = app.add_subcommand(name, description);
  auto input = std::make_shared<std::string>();
  command->add_option("DATE", *input, "a day, or - for a day a line")->required();
  command->callback([&context, input, ask] {
    answer_all(context, *input, [&](const std::string& line) { return ask(context, line); });
  });
}

void add_resolve(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("resolve", "the window of a time expression");
  auto options = std::make_shared<ResolveOptions>();
  command->add_option("EXPR", options->expression, "a phrase, or - for a phrase a line")
      ->required();
  command->add_option("--period", options->period,
                      "the plan's period: an expression, or FIRST..LAST");
  command->add_option("--issued", options->issued, "the date of the document");
  command->add_option("--before-day", options->before_day, "how \"trước ngày\" is read")
      ->check(CLI::IsMember({"strict", "inclusive"}));
  command->add_option("--anchor", options->anchors, "a day with a name: NAME=DATE");
  command->callback([&context, options] { resolve_all(context, *options); });
}

}  // namespace

void add_calendar_commands(CLI::App& app, Context& context) {
  auto* group = app.add_subcommand("calendar", "working days, lunar dates, time expressions");
  group->require_subcommand(1);
  add_resolve(*group, context);
  add_date_command(*group, context, "lunar", "the lunar date of a day", lunar);
  add_date_command(*group, context, "day", "whether a day is a working day, and why", day_of);
  add_date_command(*group, context, "holidays", "the days off of a year", holidays);
  auto* command = group->add_subcommand("add", "a length of time after a day");
  auto from = std::make_shared<std::string>();
  auto length = std::make_shared<std::string>();
  command->add_option("DATE", *from, "a day, or - for a day a line")->required();
  command->add_option("LENGTH", *length, "such as \"5 ngày làm việc\" or \"-3 ngày\"")->required();
  command->callback([&context, from, length] {
    answer_all(context, *from,
               [&](const std::string& line) { return add(context, line, *length); });
  });
}

}  // namespace tiendo::cli
