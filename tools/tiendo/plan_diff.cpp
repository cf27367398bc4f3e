#include "definition/plan_diff.hpp"

#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "api/plan_json.hpp"
#include "complain.hpp"
#include "definition/holidays.hpp"
#include "plan_commands.hpp"
#include "read_plan.hpp"
#include "runtime/rung_words.hpp"
#include "table.hpp"

namespace tiendo::cli {
namespace {

using definition::DayChange;
using definition::FactChange;
using definition::PlanDifference;
using definition::ThingChange;
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
    table.add({day.task.str(), context.say(runtime::name_of(day.rung)), shown(day.before),
               shown(day.after)});
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
