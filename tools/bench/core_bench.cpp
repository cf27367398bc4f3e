// W1 in this process: commands decided and applied, no disk. And a plan of ten thousand tasks:
// checked, and simulated for its year.

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>

#include "bench.hpp"
#include "definition/holidays.hpp"
#include "definition/plan_reader.hpp"
#include "runtime/simulation.hpp"

namespace tiendo::bench {
namespace {

constexpr int tasks_of_large_plan = 10'000;
constexpr int rounds_of_commands = 40'000;

/// A plan of `count` tasks whose windows are spread over the months of 2025.
std::string plan_text(int count) {
  std::string text =
      "schema: tiendo/plan/1\nid: large\ntitle: Kế hoạch lớn\n"
      "document: { number: 1/KH-LMHTX, date: 2024-11-08, issuer: Liên minh HTX tỉnh }\n"
      "period: năm 2025\nunits:\n  van-phong: { name: Văn phòng }\n"
      "  nghiep-vu: { name: Phòng Nghiệp vụ - Kiểm tra }\ntasks:\n";
  for (int i = 0; i < count; ++i) {
    text += fmt::format(
        "  t{}:\n    title: Nhiệm vụ số {}\n    window: Tháng {}/2025\n"
        "    lead: nghiep-vu\n    coordinating: [ van-phong ]\n    detailed_plan: none\n",
        i, i, i % 12 + 1);
  }
  return text;
}

model::Plan checked(const std::string& text) {
  auto plan = definition::read_plan(text, "plan.yaml", definition::no_companions(),
                                    definition::built_in_working_days());
  if (!plan.value) {
    std::cerr << definition::to_string(plan.findings.front(), Language::en) << '\n';
    std::exit(1);
  }
  return std::move(*plan.value);
}

/// The life of one task, from its report of progress to its acceptance and back into work: what an
/// office enters all day.
void give_commands() {
  auto plan = std::make_shared<const model::Plan>(checked(plan_text(1'000)));
  runtime::MemoryJournal journal;
  runtime::Engine engine{journal};
  const auto now = instant_of(Day{std::chrono::year{2025} / 1 / 2}, std::chrono::hours{9});
  const model::CampaignId id{"large"};
  const model::Actor admin{model::UserId{"admin"}, model::Role::administrator, {}};
  const model::Actor staff{model::UserId{"an"}, model::Role::staff, model::UnitId{"nghiep-vu"}};
  const model::Actor leader{model::UserId{"binh"}, model::Role::leader, {}};
  const auto give = [&](const model::Actor& actor, auto body) {
    model::Command command{actor, std::nullopt, id, std::move(body)};
    const auto answer = engine.submit(command, now);
    if (answer.has_error() || !answer->accepted()) {
      std::cerr << answer->rejection->reason.en << '\n';
      std::exit(1);
    }
  };
  using Task = model::TaskCommand;
  give(admin, model::CampaignCommand{model::IssueCampaign{plan, {}}});
  for (const auto& task : plan->tasks) {
    if (engine.state().find(id)->tasks[*plan->find(task.id)].state == model::TaskState::ready) {
      give(staff, Task{model::StartTask{task.id}});
    }
  }
  const Stopwatch watch;
  std::uint64_t commands = 0;
  for (int round = 0; round < rounds_of_commands; ++round) {
    const auto& task = plan->tasks[static_cast<std::size_t>(round) % plan->tasks.size()].id;
    for (int percent = 20; percent <= 100; percent += 20) {
      give(staff, Task{model::ReportProgress{task, percent, "đúng tiến độ"}});
    }
    give(staff, Task{model::ReportTask{task, "12/BC", {}}});
    give(leader, Task{model::ReturnReport{task, "bổ sung"}});
    commands += 7;
  }
  report({"commands decided and applied", commands, watch.seconds()});
}

}  // namespace

void commands() {
  give_commands();
}

void large_plan() {
  const auto text = plan_text(tasks_of_large_plan);
  const Stopwatch check_watch;
  auto plan = std::make_shared<const model::Plan>(checked(text));
  report({"plan of 10,000 tasks checked", tasks_of_large_plan, check_watch.seconds()});
  const auto end = end_of(plan->period.last);
  const Stopwatch watch;
  runtime::Simulation simulation{definition::built_in_holidays()};
  if (!simulation.issue(plan)->accepted() || simulation.run_until(end).has_error()) {
    std::exit(1);
  }
  report({"plan of 10,000 tasks simulated, events", simulation.events().size(), watch.seconds()});
}

}  // namespace tiendo::bench
