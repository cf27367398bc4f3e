#include "lifecycle/rights.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "lifecycle/transition_table.hpp"

using namespace tiendo;
using namespace tiendo::lifecycle;
using namespace tiendo::model;

namespace {

const std::vector<Part> lead{{UnitId("nghiep-vu"), ""}};
const std::vector<Part> coordinating{{UnitId("trung-tam"), ""}, {UnitId("to-chuc"), ""}};

Standing standing(Role role, const char* unit) {
  return standing_of({role, UnitId(unit), {}, {}}, lead, coordinating);
}

}  // namespace

TEST_CASE("people stand to a task as their unit does") {
  CHECK(standing(Role::staff, "nghiep-vu") == Standing::staff_of_lead);
  CHECK(standing(Role::head, "nghiep-vu") == Standing::head_of_lead);
  CHECK(standing(Role::staff, "trung-tam") == Standing::staff_of_coordinating);
  CHECK(standing(Role::head, "to-chuc") == Standing::staff_of_coordinating);
  CHECK(standing(Role::staff, "ke-toan") == Standing::viewer);
  CHECK(standing(Role::head, "ke-toan") == Standing::viewer);
  CHECK(standing(Role::staff, "") == Standing::viewer);
}

TEST_CASE("leaders, the office and the administrator stand to every task alike") {
  for (const char* unit : {"", "trung-tam", "ke-toan"}) {
    CHECK(standing(Role::leader, unit) == Standing::leader);
    CHECK(standing(Role::office, unit) == Standing::office);
    CHECK(standing(Role::administrator, unit) == Standing::administrator);
    CHECK(standing(Role::viewer, unit) == Standing::viewer);
  }
}

TEST_CASE("the office acts for the lead unit where it leads or nobody does") {
  const Post clerk{Role::office, UnitId("van-phong"), {}, {}};
  const std::vector<Part> van_phong{{UnitId("van-phong"), ""}};
  CHECK(standing_of(clerk, {}, coordinating) == Standing::office_as_lead);
  CHECK(standing_of(clerk, van_phong, coordinating) == Standing::office_as_lead);
  for (const TaskAction action : every<TaskAction>()) {
    CHECK(may(Standing::office_as_lead, action) ==
          (may(Standing::office, action) || may(Standing::staff_of_lead, action)));
  }
}

TEST_CASE("a viewer gives no command, and the administrator judges no work") {
  for (const TaskAction action : every<TaskAction>()) {
    CHECK_FALSE(may(Standing::viewer, action));
  }
  for (const CampaignAction action : every<CampaignAction>()) {
    CHECK_FALSE(may(Standing::viewer, action));
  }
  for (const TaskAction judging :
       {TaskAction::accept, TaskAction::return_report, TaskAction::approve_plan,
        TaskAction::return_plan, TaskAction::grant_extension, TaskAction::refuse_extension}) {
    CHECK_FALSE(may(Standing::administrator, judging));
    CHECK_FALSE(may(Standing::office, judging));
    CHECK(may(Standing::leader, judging));
  }
}

TEST_CASE(
    "the head of the lead unit may what its staff may, the administrator what the office may") {
  for (const TaskAction action : every<TaskAction>()) {
    CHECK(may(Standing::head_of_lead, action) == may(Standing::staff_of_lead, action));
    CHECK((!may(Standing::office, action) || may(Standing::administrator, action)));
  }
  for (const CampaignAction action : every<CampaignAction>()) {
    CHECK((!may(Standing::office, action) || may(Standing::administrator, action)));
  }
}

TEST_CASE("every command is somebody's, and a refusal can say whose") {
  CHECK(who_may(TaskAction::accept) == Text{"lãnh đạo", "a leader"});
  CHECK(who_may(TaskAction::report).vi ==
        "chuyên viên đơn vị chủ trì, trưởng đơn vị chủ trì, "
        "văn phòng (khi chủ trì hoặc chưa phân công chủ trì)");
  CHECK(who_may(CampaignAction::issue) ==
        Text{"lãnh đạo, văn phòng, quản trị viên", "a leader, the office, the administrator"});
  for (const TaskAction action : every<TaskAction>()) {
    CHECK_FALSE(who_may(action).vi.empty());
    CHECK_FALSE(who_may(action).en.empty());
  }
}
