// W1 in this process: commands decided and applied, no disk. And a plan of ten thousand tasks:
// checked, and simulated for its year.

#include <fmt/format.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "bench.hpp"
#include "definition/holidays.hpp"
#include "definition/plan_reader.hpp"
#include "runtime/simulation.hpp"

namespace tiendo::bench {
namespace {

constexpr int tasks_of_large_plan = 10'000;
constexpr int tasks_of_office = 1'000;
constexpr int rounds = 60;

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

[[noreturn]] void refused(const Text& why) {
  std::cerr << why.en << '\n';
  std::exit(1);
}

/// Keeps nothing: what is left is deciding and applying.
class NoJournal final : public port::Journal {
 public:
  Result<Position> append(std::span<const model::Event> events,
                          std::span<const port::KeptAnswer>) override {
    return position_ += events.size();
  }
  Result<void> read(Position, const Visit&) const override { return {}; }
  Result<void> read_stream(const model::CampaignId&, const Visit&) const override { return {}; }
  Result<std::string> mark(Position) const override { return std::string{}; }
  Result<std::optional<port::KeptAnswer>> find_answer(const model::UserId&,
                                                      std::string_view) const override {
    return std::nullopt;
  }

 private:
  Position position_ = 0;
};

/// A campaign whose tasks are all under way.
class Office {
 public:
  Office(std::shared_ptr<const model::Plan> plan, port::Journal& journal)
      : plan_{std::move(plan)}, engine_{journal} {
    if (engine_.load().has_error()) {
      std::exit(1);
    }
    give(command(owner_, model::CampaignCommand{model::IssueCampaign{plan_, {}}}));
    add(staff_, {model::Role::staff, model::UnitId{"nghiep-vu"}, {}, {}});
    add(leader_, {model::Role::leader, {}, {}, {}});
    for (const auto& task : plan_->tasks) {
      const auto& campaign = *engine_.state().find(id_);
      if (campaign.tasks[*plan_->find(task.id)].state == model::TaskState::ready) {
        give(of_staff(model::StartTask{task.id}));
      }
    }
  }

  void give(const model::Command& command) {
    const auto answer = engine_.submit({command, {}, {}}, now_);
    if (answer.has_error() || !answer->accepted()) {
      refused(answer.has_error() ? answer.error().message : answer->reason);
    }
  }

  /// What an office enters for every task, again and again: progress in words, the report, and the
  /// leader who sends it back.
  [[nodiscard]] std::vector<model::Command> round() const {
    std::vector<model::Command> commands;
    for (const auto& task : plan_->tasks) {
      for (int percent = 20; percent <= 100; percent += 20) {
        commands.push_back(of_staff(model::ReportProgress{task.id, percent, "đúng tiến độ"}));
      }
      commands.push_back(of_staff(model::ReportTask{task.id, "12/BC", {}}));
      commands.push_back(
          command(leader_, model::TaskCommand{model::ReturnReport{task.id, "bổ sung"}}));
    }
    return commands;
  }

 private:
  template <class Body>
  [[nodiscard]] model::Command of_staff(Body body) const {
    return command(staff_, model::TaskCommand{std::move(body)});
  }
  void add(const model::UserId& user, model::Post post) {
    give({owner_,
          std::nullopt,
          {},
          model::OfficeCommands{model::AddPerson{{user, user.str(), {std::move(post)}}}}});
  }
  template <class Body>
  [[nodiscard]] model::Command command(const model::UserId& actor, Body body) const {
    return {actor, std::nullopt, id_, std::move(body)};
  }

  model::CampaignId id_{"large"};
  model::UserId owner_{model::owner_prefix};
  model::UserId staff_{"an"};
  model::UserId leader_{"binh"};
  Timestamp now_ = instant_of(Day{std::chrono::year{2025} / 1 / 2}, std::chrono::hours{9});
  std::shared_ptr<const model::Plan> plan_;
  runtime::Engine engine_;
};

void give_rounds(const std::string& workload, port::Journal& journal) {
  Office office{std::make_shared<const model::Plan>(checked(plan_text(tasks_of_office))), journal};
  const auto round = office.round();
  const Stopwatch watch;
  for (int i = 0; i < rounds; ++i) {
    for (const auto& command : round) {
      office.give(command);
    }
  }
  report({workload, round.size() * rounds, watch.seconds()});
}

}  // namespace

void commands() {
  NoJournal nothing;
  give_rounds("commands decided and applied", nothing);
  runtime::MemoryJournal memory;
  give_rounds("commands decided, applied and kept in memory", memory);
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
