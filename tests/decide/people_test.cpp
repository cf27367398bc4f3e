#include "support/desk.hpp"

namespace tiendo::test {
namespace {

using model::Post;
using model::Role;
using model::TaskId;
using model::UnitId;
using model::UserId;

const TaskId a{"a"};

PlanBuilder plan() {
  PlanBuilder made;
  made.task({.id = "a", .due = "2025-04-20", .leads = {"nghiep-vu"}});
  return made;
}

model::Person person(const char* id, std::vector<Post> posts) {
  return {UserId{id}, "Phạm Thị Mai", std::move(posts)};
}

Post staff_of(const char* unit, const char* from = nullptr, const char* until = nullptr) {
  return {Role::staff, UnitId{unit}, from != nullptr ? std::optional{day(from)} : std::nullopt,
          until != nullptr ? std::optional{day(until)} : std::nullopt};
}

std::string starts(const Desk& desk, const char* user) {
  return desk.tried(person(user, {}), model::StartTask{a});
}

}  // namespace

TEST_CASE("who is not known gives no command, and is told so") {
  const Desk desk{plan()};
  CHECK(starts(desk, "la") == "unknown_person");
}

TEST_CASE("a post counts from its first day to its last") {
  Desk desk{plan()};
  desk.given(administrator(),
             model::AddPerson{person("mai", {staff_of("nghiep-vu", "2025-01-10", "2025-01-20")})});
  CHECK(starts(desk, "mai") == "not_permitted");
  CHECK(starts(desk.time("2025-01-10 00:00"), "mai") == "accepted");
  CHECK(starts(desk.time("2025-01-20 23:59"), "mai") == "accepted");
  CHECK(starts(desk.time("2025-01-21 00:00"), "mai") == "not_permitted");
}

TEST_CASE("who holds two posts may what either of them gives") {
  Desk desk{plan()};
  desk.given(administrator(), model::AddPerson{person("mai", {staff_of("nghiep-vu")})});
  CHECK(desk.tried(person("mai", {}), model::SuspendTask{a, "x"}) == "not_permitted");
  desk.given(administrator(), model::GivePost{UserId{"mai"}, {Role::leader, {}, {}, {}}});
  CHECK(desk.tried(person("mai", {}), model::SuspendTask{a, "x"}) == "accepted");
  CHECK(starts(desk, "mai") == "accepted");
}

TEST_CASE("somebody who moves acts for the new unit from that day on") {
  Desk desk{plan()};
  desk.given(administrator(), model::AddPerson{person("mai", {staff_of("trung-tam")})});
  desk.given(administrator(),
             model::EndPost{UserId{"mai"}, Role::staff, UnitId{"trung-tam"}, day("2025-01-31")});
  desk.given(administrator(), model::GivePost{UserId{"mai"}, staff_of("nghiep-vu", "2025-02-01")});
  CHECK(starts(desk, "mai") == "not_permitted");
  CHECK(starts(desk.time("2025-02-01 08:00"), "mai") == "accepted");
  CHECK(desk.tried(administrator(), model::EndPost{UserId{"mai"}, Role::staff, UnitId{"trung-tam"},
                                                   day("2025-03-01")}) == "bad_argument");
}

TEST_CASE("people are the administrator's, units and days off the office's too") {
  const Desk desk{plan()};
  const model::AddPerson add{person("mai", {staff_of("nghiep-vu")})};
  CHECK(desk.tried(office(), add) == "not_permitted");
  CHECK(desk.tried(leader(), add) == "not_permitted");
  CHECK(desk.tried(office(),
                   model::SetUnit{{UnitId{"ke-toan"}, "Kế toán", "KT", false, {}, {}, {}}}) ==
        "accepted");
  CHECK(desk.tried(staff(),
                   model::SetUnit{{UnitId{"ke-toan"}, "Kế toán", "KT", false, {}, {}, {}}}) ==
        "not_permitted");
}

TEST_CASE("whoever holds the folder is an administrator, and nobody else is called so") {
  const Desk desk;
  const model::AddPerson add{person("mai", {})};
  CHECK(desk.tried(person("owner", {}), add) == "accepted");
  CHECK(desk.tried(person("owner:lan", {}), add) == "accepted");
  CHECK(desk.tried(person("ownership", {}), add) == "unknown_person");
  CHECK(desk.tried(administrator(), model::AddPerson{person("owner", {})}) == "bad_argument");
  CHECK(desk.tried(administrator(), model::AddPerson{person("owner:mai", {})}) == "bad_argument");
}

TEST_CASE("people and posts that make no sense are refused") {
  Desk desk{plan()};
  const auto tried = [&](model::Person who) {
    return desk.tried(administrator(), model::AddPerson{std::move(who)});
  };
  CHECK(tried({UserId{"mai"}, " ", {}}) == "bad_argument");
  CHECK(tried(person("Mai Phạm", {})) == "bad_argument");
  CHECK(tried(person("an", {})) == "person_exists");
  CHECK(tried(person("mai", {staff_of("phong-la")})) == "unknown_unit");
  CHECK(tried(person("mai", {{Role::head, {}, {}, {}}})) == "bad_argument");
  CHECK(tried(person("mai", {{Role::leader, UnitId{"nghiep-vu"}, {}, {}}})) == "bad_argument");
  CHECK(tried(person("mai", {staff_of("nghiep-vu", "2025-02-01", "2025-01-01")})) ==
        "bad_argument");
  CHECK(tried(person("mai", {staff_of("nghiep-vu"), staff_of("nghiep-vu", "2025-02-01")})) ==
        "bad_argument");
  CHECK(tried(person("mai", {staff_of("nghiep-vu", nullptr, "2025-01-31"),
                             staff_of("nghiep-vu", "2025-02-01")})) == "accepted");
  CHECK(desk.tried(administrator(), model::RenamePerson{UserId{"mai"}, "Mai"}) == "unknown_person");
  CHECK(desk.tried(administrator(), model::GivePost{UserId{"mai"}, staff_of("nghiep-vu")}) ==
        "unknown_person");
}

TEST_CASE("a plan brings the units that the office does not have") {
  Desk desk{plan()};
  CHECK(desk.state().office.units.contains(UnitId{"nghiep-vu"}));
  const Desk empty;
  auto issue = command(administrator(), model::IssueCampaign{plan().build(), {}});
  issue.campaign = model::CampaignId{"office"};
  CHECK(empty.tried(issue) == "bad_argument");
}

TEST_CASE("evidence is attached once, under its hash") {
  Desk desk{plan()};
  const std::string hash(64, 'a');
  const auto attach = [](std::string sha256, std::string name) {
    return model::AttachEvidence{
        a, {{std::move(sha256), std::move(name), "application/pdf", 12}}, ""};
  };
  CHECK(desk.tried(staff(), attach("abc", "Biên bản.pdf")) == "bad_argument");
  CHECK(desk.tried(staff(), attach(std::string(64, 'A'), "Biên bản.pdf")) == "bad_argument");
  CHECK(desk.tried(staff(), attach(hash, " ")) == "bad_argument");
  CHECK(desk.tried(viewer(), attach(hash, "Biên bản.pdf")) == "not_permitted");
  desk.given(staff(), attach(hash, "Biên bản.pdf"));
  CHECK(desk.last() == Lines{"a: attached"});
  CHECK(desk.task("a").evidence->front().name == "Biên bản.pdf");
  CHECK(desk.tried(staff(), attach(hash, "Bản khác.pdf")) == "bad_argument");
}

}  // namespace tiendo::test
