#include "support/desk.hpp"

namespace tiendo::test {
namespace {

using model::TaskId;

const TaskId a{"a"};

PlanBuilder led_by(Ids leads) {
  PlanBuilder plan;
  plan.task(
      {.id = "a", .due = "2025-04-20", .leads = std::move(leads), .coordinating = {"trung-tam"}});
  return plan;
}

}  // namespace

TEST_CASE("what is not there is refused by name") {
  const Desk desk{led_by({"nghiep-vu"})};
  CHECK(desk.tried(staff(), model::StartTask{TaskId{"b"}}) == "unknown_task");
  auto elsewhere = command(staff(), model::StartTask{a});
  elsewhere.campaign = model::CampaignId{"dot-khac"};
  CHECK(desk.tried(elsewhere) == "unknown_campaign");
  auto close = command(leader(), model::CloseCampaign{});
  close.campaign = elsewhere.campaign;
  CHECK(desk.tried(close) == "unknown_campaign");
  auto delivery = command(administrator(), model::DeliveryCommand{"khoa", {}, {}, {}});
  delivery.campaign = elsewhere.campaign;
  CHECK(desk.tried(delivery) == "unknown_campaign");
}

TEST_CASE("what is unknown is said before what is not permitted") {
  const Desk desk{led_by({"nghiep-vu"})};
  CHECK(desk.tried(viewer(), model::StartTask{TaskId{"b"}}) == "unknown_task");
}

TEST_CASE("rights are asked before the state: who may not learns nothing of it") {
  Desk desk{led_by({"nghiep-vu"})};
  desk.given(leader(), model::CancelTask{a, "thôi"});
  CHECK(desk.tried(viewer(), model::StartTask{a}) == "not_permitted");
  CHECK(desk.tried(staff(), model::StartTask{a}) == "wrong_state");
}

TEST_CASE("each command asks for the rights of its actor") {
  const Desk desk{led_by({"nghiep-vu"})};
  CHECK(desk.tried(coordinator(), model::StartTask{a}) == "not_permitted");
  CHECK(desk.tried(viewer(), model::CommentTask{a, "x"}) == "not_permitted");
  CHECK(desk.tried(staff(), model::CancelTask{a, "x"}) == "not_permitted");
  CHECK(desk.tried(staff(), model::AssignTask{a, {}, {}}) == "not_permitted");
  CHECK(desk.tried(staff(), model::GrantExtension{a, day("2025-05-10")}) == "not_permitted");
  CHECK(desk.tried(staff(), model::CloseCampaign{}) == "not_permitted");
  CHECK(desk.tried(office(), model::CancelCampaign{"x"}) == "not_permitted");
  CHECK(desk.tried(staff(), model::SetHolidays{}) == "not_permitted");
  CHECK(desk.tried(office(), model::SetHolidays{}) == "accepted");
  CHECK(desk.tried(staff(), model::StartTask{a}) == "accepted");
}

TEST_CASE("rights follow the units of the task as they are now") {
  Desk desk{led_by({"nghiep-vu"})};
  desk.given(office(), model::AssignTask{a, {{model::UnitId{"trung-tam"}, ""}}, {}});
  CHECK(desk.tried(staff(), model::StartTask{a}) == "not_permitted");
  CHECK(desk.tried(coordinator(), model::StartTask{a}) == "accepted");
}

TEST_CASE("where nobody leads, the office fills the place") {
  const Desk desk{led_by({})};
  CHECK(desk.tried(office(), model::StartTask{a}) == "accepted");
  CHECK(desk.tried(staff(), model::StartTask{a}) == "not_permitted");
}

TEST_CASE("the office enters for another with the document that shows it") {
  const Desk desk{led_by({"nghiep-vu"})};
  const auto entered = [&](const model::Person& actor, std::string whom, std::string document) {
    auto wanted = command(actor, model::StartTask{a});
    wanted.on_behalf = model::OnBehalf{std::move(whom), std::move(document)};
    return desk.tried(wanted);
  };
  CHECK(entered(office(), "Nguyễn Văn An", "12/BC-NV") == "accepted");
  CHECK(entered(administrator(), "Nguyễn Văn An", "12/BC-NV") == "accepted");
  CHECK(entered(office(), "Nguyễn Văn An", " ") == "document_missing");
  CHECK(entered(office(), "", "12/BC-NV") == "document_missing");
  CHECK(entered(staff(), "Trần Thị Hoa", "12/BC-NV") == "not_permitted");
  CHECK(entered(leader(), "Trần Thị Hoa", "12/BC-NV") == "not_permitted");
}

TEST_CASE("units are assigned that exist, are in being and are named once") {
  Desk desk{led_by({"nghiep-vu"})};
  const auto unit = [](const char* id) { return model::Part{model::UnitId{id}, ""}; };
  CHECK(desk.tried(office(), model::AssignTask{a, {unit("phong-la")}, {}}) == "bad_argument");
  CHECK(desk.tried(office(), model::AssignTask{a, {}, {unit("to-cu")}}) == "bad_argument");
  CHECK(desk.tried(office(), model::AssignTask{a, {unit("trung-tam")}, {unit("trung-tam")}}) ==
        "bad_argument");
  CHECK(desk.tried(office(), model::AssignTask{a, {}, {}}) == "accepted");
  desk.given(office(),
             model::AssignTask{
                 a, {unit("trung-tam")}, {{model::UnitId{"nghiep-vu"}, "thiết kế gian hàng"}}});
  CHECK(desk.task("a").leads == std::vector{unit("trung-tam")});
  CHECK(desk.task("a").coordinating->front().scope == "thiết kế gian hàng");
}

TEST_CASE("a refused command leaves no trace") {
  Desk desk{led_by({"nghiep-vu"})};
  const auto before = dump(desk.state());
  CHECK(desk.tried(leader(), model::AcceptTask{a, ""}) == "wrong_state");
  CHECK(dump(desk.state()) == before);
}

}  // namespace tiendo::test
