#include <fmt/format.h>

#include <boost/json.hpp>
#include <functional>
#include <iostream>
#include <memory>
#include <string>

#include "api/calendar_json.hpp"
#include "api/window_json.hpp"
#include "calendar/expression.hpp"
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

const calendar::WorkingDays& known_days() {
  return definition::built_in_working_days();
}

int number_of(const json::object& answer, std::string_view key) {
  return answer.at(key).to_number<int>();
}

Result<Answer> lunar(const Context& context, const std::string& input) {
  const auto day = read_date(input);
  auto answer = day ? api::lunar_json(*day, known_days()) : day.error();
  if (!answer) {
    return answer.error();
  }
  const Text leap = answer->at("leap").as_bool() ? Text{" nhuận", " (leap)"} : Text{};
  const int of_month = number_of(*answer, "lunar_day");
  const int month = number_of(*answer, "lunar_month");
  const int year = number_of(*answer, "lunar_year");
  const Text text{fmt::format("{} là ngày {} tháng {}{} năm {} âm lịch", to_vietnamese(*day),
                              of_month, month, leap.vi, year),
                  fmt::format("{} is day {} of month {}{} of lunar year {}", to_string(*day),
                              of_month, month, leap.en, year)};
  return Answer{std::move(*answer), context.say(text)};
}

Result<Answer> day_of(const Context& context, const std::string& input) {
  const auto day = read_date(input);
  auto answer = day ? api::day_json(*day, known_days(), context.language) : day.error();
  if (!answer) {
    return answer.error();
  }
  const std::string why{answer->at("why").as_string()};
  Text text{fmt::format("{}: {}", to_vietnamese(*day), why),
            fmt::format("{}: {}", to_string(*day), why)};
  if (!answer->at("working").as_bool()) {
    const Day next = known_days().next_on_or_after(*day);
    const Day previous = known_days().previous_on_or_before(*day);
    text.vi += fmt::format("; ngày làm việc trước đó {}, tiếp theo {}", to_vietnamese(previous),
                           to_vietnamese(next));
    text.en +=
        fmt::format("; working day before {}, after {}", to_string(previous), to_string(next));
  }
  return Answer{std::move(*answer), context.say(text)};
}

/// A second line where the last day was off and moved on: which day it was, and by which law.
Text why_moved(Day from, const api::Length& length, Day end) {
  const Day nominal = calendar::nominal_last_day(from, length.limit, known_days());
  if (length.back || nominal == end) {
    return {};
  }
  const auto why = known_days().name(nominal);
  return {fmt::format("\n  ngày cuối {} là ngày nghỉ ({}), chuyển sang ngày làm việc kế tiếp "
                      "(Bộ luật Dân sự 2015, Điều 148 khoản 5)",
                      to_vietnamese(nominal), why.vi),
          fmt::format("\n  the last day, {}, is a day off ({}): moved to the next working day "
                      "(Civil Code 2015, art. 148(5))",
                      to_string(nominal), why.en)};
}

Result<Answer> add(const Context& context, const std::string& from, const std::string& text) {
  const auto day = read_date(from);
  auto answer = day ? api::added_json(*day, text, known_days()) : day.error();
  if (!answer) {
    return answer.error();
  }
  const Day end = *parse_day(std::string{answer->at("date").as_string()});
  const auto shown = context.say({to_vietnamese(end), to_string(end)}) +
                     context.say(why_moved(*day, *api::read_length(text), end));
  return Answer{std::move(*answer), shown};
}

Result<Answer> holidays(const Context& context, const std::string& input) {
  auto document = api::year_json(input, known_days());
  if (!document) {
    return document.error();
  }
  const auto holidays = known_days().year(number_of(*document, "year"));
  const auto source = holidays.notice.empty()
                          ? Text{"tạm tính theo luật, chưa có thông báo",
                                 "provisional, computed by law: no notice yet"}
                          : Text{"theo " + holidays.notice, "by " + holidays.notice};
  auto text = context.say(source) + "\n";
  for (const auto* days : {&holidays.days_off, &holidays.saturdays_worked}) {
    for (const Day day : *days) {
      text += fmt::format("{:<12}{}\n", context.say({to_vietnamese(day), to_string(day)}),
                          context.say(known_days().name(day)));
    }
  }
  const int count = number_of(*document, "working_days");
  text +=
      context.say({fmt::format("{} ngày làm việc", count), fmt::format("{} working days", count)});
  return Answer{std::move(*document), std::move(text)};
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
  context.working_days = &known_days();
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
