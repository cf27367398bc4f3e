#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "api/plan_json.hpp"
#include "complain.hpp"
#include "plan_commands.hpp"
#include "plan_view.hpp"
#include "read_plan.hpp"
#include "table.hpp"

namespace tiendo::cli {
namespace {

std::string no_lead(const Context& context) {
  return context.say({"chưa phân công", "no lead (chưa phân công)"});
}

std::string shown(Day day, const Context& context) {
  return context.say({to_vietnamese(day), to_string(day)});
}

void print_tasks(const model::Plan& plan, const Context& context) {
  Table table{{{context.say({"mã", "id"}), true},
               {context.say({"nhiệm vụ", "task"}), true},
               {context.say({"loại", "kind"}), true},
               {context.say({"thời gian (như văn bản)", "time (as printed)"}), true},
               {context.say({"từ - hạn", "from - due"}), true},
               {context.say({"chủ trì", "lead"}), true},
               {context.say({"phối hợp", "coordinating"}), true}}};
  for (const auto& task : plan.tasks) {
    const std::string leads = units_shown(plan, task.leads);
    table.add({task.id.str(), (task.part_of ? "↳ " : "") + task.title,
               plan.kinds.at(task.kind).title, task.window->phrase,
               context.say(window_shown(task.window)), leads.empty() ? no_lead(context) : leads,
               units_shown(plan, task.coordinating)});
  }
  std::cout << table.draw(terminal_width());
}

/// What ties this plan to others.
void print_ties(const model::Plan& plan, const Context& context) {
  if (!plan.fulfils.empty()) {
    std::cout << context.say(
                     {"Thực hiện nhiệm vụ của đợt khác: ", "Carries out what others order: "})
              << elsewhere_shown(plan.fulfils) << '\n';
  }
  for (const auto& task : plan.tasks) {
    if (!task.after_elsewhere.empty()) {
      std::cout << fmt::format(fmt::runtime(context.say({"{} chờ: {}", "{} waits for: {}"})),
                               task.id.str(), elsewhere_shown(task.after_elsewhere))
                << '\n';
    }
  }
  for (const auto& [anchor, day] : plan.anchors) {
    std::cout << anchor << ": " << shown(day, context) << '\n';
  }
}

void print_units(const model::Plan& plan, const Context& context) {
  Table table{{{context.say({"mã", "id"})},
               {context.say({"đơn vị", "unit"}), true},
               {context.say({"ghi chú", "note"}), true}}};
  for (const auto& unit : plan.organisation.units) {
    std::string note;
    if (unit.id == plan.organisation.office) {
      note = context.say({"được báo khi chưa phân công", "is told where there is no lead"});
    } else if (unit.external) {
      note = context.say({"ngoài cơ quan", "outside the office"});
    }
    table.add({unit.id.str(), unit.name, note});
  }
  std::cout << table.draw(terminal_width());
}

void print_targets(const model::Plan& plan, const Context& context) {
  Table table{{{context.say({"chỉ tiêu", "target"}), true},
               {context.say({"kế hoạch", "plan"}), true},
               {context.say({"thời gian", "period"}), true},
               {context.say({"chủ trì", "lead"}), true}}};
  for (const auto& target : plan.targets) {
    table.add({target.title, context.say(target_shown(target)), target.period,
               target.lead.empty() ? no_lead(context) : target.lead.str()});
  }
  std::cout << table.draw(terminal_width());
}

/// The phases as an indented list, in the order of the file.
void print_phases(const model::Plan& plan) {
  const auto& chart = plan.phases.chart;
  for (chart::StateIndex s = 1; s < chart.size(); ++s) {
    std::size_t depth = 0;
    for (auto parent = chart.state(s).parent; parent != chart::root_state;
         parent = chart.state(parent).parent) {
      ++depth;
    }
    const std::string& id = chart.name(s);
    std::cout << std::string(2 + 2 * depth, ' ') << plan.phase_titles.at(id) << " (" << id << ")\n";
  }
}

void print(const model::Plan& plan, const Context& context) {
  const auto heading = [&](const Text& text) { std::cout << '\n' << context.say(text) << '\n'; };
  std::cout << plan.title << '\n';
  if (!plan.document.number.empty()) {
    std::cout << context.say({"Số ", "No. "}) << plan.document.number;
    if (plan.document.date) {
      std::cout << context.say({" ngày ", " of "}) << shown(*plan.document.date, context);
    }
    std::cout << (plan.document.issuer.empty() ? "" : ", ") << plan.document.issuer << '\n';
  }
  std::cout << context.say({"Thời gian thực hiện: ", "Period: "})
            << shown(plan.period.first, context) << " - " << shown(plan.period.last, context);
  if (plan.peak) {
    std::cout << context.say({"; cao điểm: ", "; peak: "}) << context.say(window_shown(*plan.peak));
  }
  std::cout << '\n';
  print_ties(plan, context);
  heading({fmt::format("Nhiệm vụ ({})", plan.tasks.size()),
           fmt::format("Tasks ({})", plan.tasks.size())});
  print_tasks(plan, context);
  heading({"Đơn vị", "Units"});
  print_units(plan, context);
  if (!plan.targets.empty()) {
    heading({"Chỉ tiêu", "Targets"});
    print_targets(plan, context);
  }
  heading({"Giai đoạn", "Phases"});
  print_phases(plan);
}

void run(const std::string& file, Context& context) {
  const auto read = read_plan_or_complain(file, context);
  if (!read) {
    return;
  }
  if (context.json) {
    cli::print(api::to_json(*read->plan, context.language));
  } else {
    print(*read->plan, context);
  }
}

}  // namespace

void add_plan_show(CLI::App& plan, Context& context) {
  auto file = std::make_shared<std::string>();
  CLI::App* command =
      plan.add_subcommand("show", "tasks with resolved windows, units, targets and phases");
  command->add_option("FILE", *file, "the plan; - is standard input")->required();
  command->callback([file, &context] { run(*file, context); });
}

}  // namespace tiendo::cli
