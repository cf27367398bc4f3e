#include "definition/plan_diff.hpp"

#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "api/plan_json.hpp"
#include "complain.hpp"
#include "definition/holidays.hpp"
#include "plan_commands.hpp"
#include "read_plan.hpp"
#include "table.hpp"

namespace tiendo::cli {
namespace {

using definition::DayChange;
using definition::FactChange;
using definition::PlanDifference;
using definition::ThingChange;
using model::RungKind;
using How = ThingChange::How;

struct DiffOptions {
  std::string before;
  std::string after;
};

/// The groups of things, with their names.
std::vector<std::pair<Text, const std::vector<ThingChange>*>> groups(const PlanDifference& found) {
  return {{{"Nhiệm vụ", "tasks"}, &found.tasks},
          {{"Giai đoạn", "phases"}, &found.phases},
          {{"Loại nhiệm vụ", "kinds"}, &found.kinds},
          {{"Chỉ tiêu", "targets"}, &found.targets},
          {{"Đơn vị", "units"}, &found.units}};
}

Text words(const model::Rung& rung) {
  const auto days = rung.offset < 0 ? -rung.offset : rung.offset;
  const auto of = [&](const char* vi, const char* en) {
    const auto counted = fmt::format("{} day{}", days, days == 1 ? "" : "s");
    return Text{fmt::format(fmt::runtime(vi), days), fmt::format(fmt::runtime(en), counted)};
  };
  switch (rung.kind) {
    case RungKind::due:
      return {"hạn hoàn thành", "due date"};
    case RungKind::announce:
      return {"giao việc", "announced"};
    case RungKind::open:
      return {"bắt đầu", "start"};
    case RungKind::fix_date:
      return {"đề nghị chốt thời gian", "dates to be fixed"};
    case RungKind::detailed_plan:
      return days == 0 ? Text{"hạn trình kế hoạch chi tiết", "detailed plan due"}
                       : of("kế hoạch chi tiết, còn {} ngày", "detailed plan, {} before");
    case RungKind::reminder:
      return days == 0 ? Text{"nhắc đúng hạn", "reminder on the day"}
                       : of("nhắc, còn {} ngày", "reminder, {} before");
    case RungKind::overdue:
      return of("nhắc quá hạn {} ngày", "overdue by {}");
    case RungKind::to_head:
      return of("báo thủ trưởng đơn vị, quá hạn {} ngày", "to the head of the unit, {} after");
    case RungKind::to_leaders:
      return of("báo lãnh đạo, quá hạn {} ngày", "to the leaders, {} after");
    case RungKind::report_period:
      return {"kỳ báo cáo", "report"};
  }
  return {};
}

/// `text` at `indent`, broken at the width of the terminal.
void print(std::string_view text, std::size_t indent) {
  const auto width = std::max<std::size_t>(terminal_width(), indent + 20);
  std::size_t more = 0;
  for (const auto& line : wrap(text, width - indent - 2)) {
    std::cout << std::string(indent + more, ' ') << line << '\n';
    more = 2;
  }
}

void print(const std::vector<FactChange>& facts, std::size_t indent, const Context& context) {
  for (const auto& fact : facts) {
    const auto& name = context.say(fact.name);
    if (!fact.before) {
      print(fmt::format("+ {}: {}", name, context.say(*fact.after)), indent);
    } else if (!fact.after) {
      print(fmt::format("- {}: {}", name, context.say(*fact.before)), indent);
    } else {
      print(fmt::format("~ {}: {} → {}", name, context.say(*fact.before), context.say(*fact.after)),
            indent);
    }
  }
}

void print(const std::vector<ThingChange>& things, const Context& context) {
  for (const auto& thing : things) {
    const char sign = thing.how == How::added ? '+' : thing.how == How::removed ? '-' : '~';
    print(fmt::format("{} {}: {}", sign, thing.id, thing.title), 2);
    print(thing.facts, 6, context);
  }
}

void print(const std::vector<DayChange>& days, const Context& context) {
  const auto shown = [&](const std::optional<Day>& day) {
    return day ? context.say({to_vietnamese(*day), to_string(*day)}) : std::string{"-"};
  };
  Table table{{{context.say({"nhiệm vụ", "task"}), true},
               {context.say({"mốc", "what"}), true},
               {context.say({"ngày cũ", "old day"})},
               {context.say({"ngày mới", "new day"})}}};
  for (const auto& day : days) {
    table.add({day.task.str(), context.say(words(day.rung)), shown(day.before), shown(day.after)});
  }
  std::cout << table.draw(terminal_width());
}

void print(const PlanDifference& found, const Context& context) {
  if (found.empty()) {
    std::cout << context.say({"Hai bản không khác nhau.", "The two versions do not differ."})
              << '\n';
    return;
  }
  auto heading = [&, first = true](const Text& text) mutable {
    std::cout << (first ? "" : "\n") << context.say(text) << '\n';
    first = false;
  };
  if (!found.plan.empty()) {
    heading({"Kế hoạch", "plan"});
    print(found.plan, 2, context);
  }
  for (const auto& [title, things] : groups(found)) {
    if (!things->empty()) {
      heading(title);
      print(*things, context);
    }
  }
  if (!found.days.empty()) {
    heading({"Những ngày thay đổi (tính theo ngày làm việc)", "days that move (in working days)"});
    print(found.days, context);
  }
}

void run(const DiffOptions& options, Context& context) {
  const auto before = read_plan_or_complain(options.before, context);
  // With --json there is one document: the first that fails is told.
  const auto after =
      before || !context.json ? read_plan_or_complain(options.after, context) : std::nullopt;
  if (!before || !after) {
    return;
  }
  const auto found =
      definition::diff(*before->plan, *after->plan, definition::built_in_working_days());
  if (context.json) {
    cli::print(api::to_json(found, context.language));
  } else {
    print(found, context);
  }
}

}  // namespace

void add_plan_diff(CLI::App& plan, Context& context) {
  const auto options = std::make_shared<DiffOptions>();
  CLI::App* command = plan.add_subcommand(
      "diff",
      "what an amendment would change, deadlines and reminders included; exits with 0 also where "
      "the two differ");
  command->add_option("OLD", options->before, "the plan as it is")->required();
  command->add_option("NEW", options->after, "the plan as it would be")->required();
  command->callback([options, &context] { run(*options, context); });
}

}  // namespace tiendo::cli
