#include "lifecycle/why_not.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "base/fold.hpp"
#include "lifecycle/campaign_lifecycle.hpp"
#include "lifecycle/transition_table.hpp"
#include "model/lifecycle_words.hpp"

using namespace tiendo;
using namespace tiendo::lifecycle;
using namespace tiendo::model;

namespace {

/// Every value has words of its own in both languages, in normal form C.
template <class Enum>
void check_words() {
  std::set<std::string> vi;
  std::set<std::string> en;
  for (const Enum value : every<Enum>()) {
    const Text text = words(value);
    CHECK_FALSE(text.vi.empty());
    CHECK(to_nfc(text.vi) == text.vi);
    CHECK_FALSE(text.en.empty());
    vi.insert(text.vi);
    en.insert(text.en);
  }
  CHECK(vi.size() == every<Enum>().size());
  CHECK(en.size() == every<Enum>().size());
}

}  // namespace

TEST_CASE("states, actions and roles have words of their own in both languages") {
  check_words<TaskState>();
  check_words<TaskAction>();
  check_words<CampaignState>();
  check_words<CampaignAction>();
  check_words<Role>();
}

TEST_CASE("a refusal says what is wrong, where the action is possible and how to come there") {
  const Text text = why_not(TaskState::plan_submitted, TaskAction::report, {.plan_owed = true});
  CHECK(text.vi ==
        "không thể báo cáo hoàn thành khi nhiệm vụ chờ duyệt kế hoạch chi tiết; chỉ làm được khi "
        "nhiệm vụ đang thực hiện; trước hết cần duyệt kế hoạch chi tiết, rồi bắt đầu thực hiện");
  CHECK(text.en ==
        "cannot report completion while the task is waiting for approval of its detailed plan; the "
        "task has to be in progress; first approve the detailed plan, then start the work");
}

TEST_CASE("the way that a refusal shows respects what the task owes and where it was suspended") {
  CHECK(why_not(TaskState::planned, TaskAction::start, {.plan_owed = false}).en ==
        "cannot start the work while the task is not announced yet; the task has to be ready to "
        "start; first announce the task");
  CHECK(why_not(TaskState::suspended, TaskAction::accept,
                {.plan_owed = true, .before_suspension = TaskState::reported})
            .en ==
        "cannot accept the work while the task is suspended; the task has to be reported and "
        "waiting for acceptance; first resume the task");
}

TEST_CASE("a refusal shows no way to what has been done already or can no more be done") {
  CHECK(why_not(TaskState::in_progress, TaskAction::start, {}).en ==
        "cannot start the work while the task is in progress; the task has to be ready to start");
  CHECK(why_not(TaskState::accepted, TaskAction::accept, {}).en ==
        "cannot accept the work while the task is accepted; the task has to be reported and "
        "waiting for acceptance");
  CHECK(why_not(CampaignState::cancelled, CampaignAction::suspend, CampaignState::issued).vi ==
        "không thể tạm dừng kế hoạch khi kế hoạch đã hủy; chỉ làm được khi kế hoạch đã ban hành, "
        "đang triển khai hoặc đang tổng kết");
}

TEST_CASE("everything that the law refuses is explained") {
  for (const TaskState state : every<TaskState>()) {
    for (const TaskAction action : every<TaskAction>()) {
      const TaskFacts facts{.plan_owed = true};
      if (!next(state, action, facts)) {
        const Text text = why_not(state, action, facts);
        CHECK(text.vi.find(words(state).vi) != std::string::npos);
        CHECK(text.en.find(words(action).en) != std::string::npos);
      }
    }
  }
  for (const CampaignState state : every<CampaignState>()) {
    for (const CampaignAction action : every<CampaignAction>()) {
      if (!next(state, action, CampaignState::running)) {
        const Text text = why_not(state, action, CampaignState::running);
        CHECK(text.vi.find(words(action).vi) != std::string::npos);
        CHECK(text.en.find(words(state).en) != std::string::npos);
      }
    }
  }
}

TEST_CASE("who would resume what was never suspended is told so") {
  CHECK(
      why_not(TaskState::ready, TaskAction::resume, {.before_suspension = TaskState::planned}).en ==
      "cannot resume the task while the task is ready to start; the task has to be suspended");
  CHECK(why_not(CampaignState::running, CampaignAction::resume, CampaignState::draft).en ==
        "cannot resume the campaign while the campaign is running; the campaign has to be "
        "suspended");
}
