// kill_clerk FOLDER SEED: works on a data folder until somebody kills it. Every command has a key
// of its own, SEED-NUMBER; when it is synced, one line says what it came to: `KEY POSITION CODE`.

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <random>

#include "journal/folder_layout.hpp"
#include "journal/snapshot_codec.hpp"
#include "journal/snapshot_file.hpp"
#include "journal/sqlite/data_folder.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "runtime/engine.hpp"
#include "support/plan.hpp"
#include "support/words.hpp"

namespace tiendo::test {
namespace {

constexpr int tasks = 40;
constexpr int largest_batch = 16;
constexpr int batches_between_snapshots = 50;

template <class T>
T must(Result<T> result) {
  if (result.has_error()) {
    std::cerr << result.error().where << ": " << result.error().message.en << '\n';
    std::exit(3);
  }
  if constexpr (!std::is_void_v<T>) {
    return std::move(*result);
  }
}

/// What the people of an office do, sensibly and not: the same for the same seed.
class People {
 public:
  explicit People(std::uint32_t seed) : random_{seed} {}

  model::Command next() {
    const model::TaskId task{fmt::format("t{}", below(tasks))};
    switch (below(12)) {
      case 0:
        return command(staff(), model::BeginPlan{task});
      case 1:
        return command(staff(), model::SubmitPlan{task, "12/KH-NV"});
      case 2:
        return command(leader(), model::ReturnPlan{task, "bổ sung kinh phí"});
      case 3:
        return command(leader(), model::ApprovePlan{task, ""});
      case 4:
        return command(staff(), model::ReportProgress{task, below(110), "đúng tiến độ"});
      case 5:
        return command(head(), model::ReportTask{task, "30/BC-NV", ""});
      case 6:
        return command(leader(), model::AcceptTask{task, ""});
      case 7:
        return command(leader(), model::ReopenTask{task, "còn thiếu biên bản"});
      case 8:
        return command(staff(), model::AskExtension{task, day("2025-06-30"), "mưa lũ"});
      case 9:
        return command(leader(), model::GrantExtension{task, {}});
      case 10:
        return command(viewer(), model::CancelTask{task, "nhầm"});
      default:
        return command(coordinator(), model::CommentTask{task, "đã nắm"});
    }
  }

  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }

 private:
  std::mt19937 random_;
};

std::shared_ptr<const model::Plan> plan() {
  PlanBuilder made;
  for (int i = 0; i < tasks; ++i) {
    made.task({.id = fmt::format("t{}", i),
               .start = "2025-02-01",
               .due = "2025-04-20",
               .coordinating = {"trung-tam"},
               .plan_owed = i % 2 == 0});
  }
  return made.build();
}

/// The office as it is on the first day: people, units, one campaign.
void found(port::Journal& journal, runtime::Engine& engine) {
  if (engine.position() == 0) {
    must(journal.append(office_events(), {}));
    must(engine.load());
  }
  must(engine.submit({command(administrator(), model::IssueCampaign{plan(), {}}), "issue", ""},
                     at("2025-01-06 08:00")));
}

void tell(const std::string& lines) {
  if (::write(STDOUT_FILENO, lines.data(), lines.size()) != static_cast<ssize_t>(lines.size())) {
    std::exit(3);
  }
}

[[noreturn]] void work(const std::string& folder, std::uint32_t seed) {
  auto open = must(journal::DataFolder::open_to_write(
      folder, {.make = journal::DataFolder::Making{}, .wait = std::chrono::seconds{10}}));
  journal::SqliteJournal journal{open.store()};
  journal::SnapshotFile snapshots{journal::snapshot_in(folder), journal::write_snapshot,
                                  journal::read_snapshot};
  runtime::Engine engine{journal, &snapshots};
  must(engine.load());
  found(journal, engine);
  People people{seed};
  std::mt19937 luck{std::random_device{}()};
  for (int number = 0;;) {
    std::string lines;
    const auto now = engine.now() + std::chrono::minutes{luck() % 10};
    for (auto left = 1 + luck() % largest_batch; left > 0; --left) {
      const auto key = fmt::format("{}-{}", seed, number++);
      const auto answer = must(engine.decide({people.next(), key, key}, now));
      lines += fmt::format("{} {} {}\n", key, answer.position,
                           answer.accepted() ? "accepted" : answer.rejection);
    }
    must(engine.commit());
    tell(lines);
    if (luck() % batches_between_snapshots == 0) {
      engine.save_snapshot();
    }
  }
}

}  // namespace
}  // namespace tiendo::test

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: kill_clerk FOLDER SEED\n";
    return 2;
  }
  spdlog::set_level(spdlog::level::err);
  tiendo::test::work(argv[1], static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10)));
}
