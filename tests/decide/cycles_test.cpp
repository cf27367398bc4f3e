#include "support/desk.hpp"

namespace tiendo::test {
namespace {

const model::CampaignId here{campaign_id};
const model::CampaignId other{"khac"};

/// Two tasks; `last` waits for `first`, and `first` for the other campaign's task, if one is named.
PlanBuilder chain(const char* first, const char* last, const model::CampaignId& campaign,
                  const char* awaited) {
  PlanBuilder plan;
  plan.task({.id = first});
  plan.task({.id = last, .after = {first}});
  if (awaited != nullptr) {
    plan.plan().tasks[0].after_elsewhere =
        std::vector<model::TaskElsewhere>{{campaign, model::TaskId{awaited}}};
  }
  return plan;
}

model::Command issuing(const model::CampaignId& id, const PlanBuilder& plan) {
  auto issue = command(administrator(), model::IssueCampaign{plan.build(), {}});
  issue.campaign = id;
  return issue;
}

}  // namespace

TEST_CASE("campaigns that wait for each other in a circle are refused, with the way round") {
  const Desk desk{chain("a", "b", other, "d")};
  CHECK(desk.tried(issuing(other, chain("c", "d", here, nullptr))) == "accepted");
  const auto circle = issuing(other, chain("c", "d", here, "b"));
  CHECK(desk.tried(circle) == "circular");
  CHECK(desk.decided(circle).rejection->reason.en.find(
            "khac/c → dot-2025/b → dot-2025/a → khac/d → khac/c") != std::string::npos);
}

TEST_CASE(
    "a task that waits for one of its own campaign by the name of the campaign is no way round") {
  const Desk desk;
  CHECK(desk.tried(issuing(here, chain("a", "b", here, "c"))) == "accepted");
  CHECK(desk.tried(issuing(here, chain("a", "b", here, "b"))) == "circular");
}

TEST_CASE("an amendment does not close a circle either") {
  Desk desk{chain("a", "b", other, nullptr)};
  desk.given(issuing(other, chain("c", "d", here, "b")));
  const model::AmendPlan amending{
      chain("a", "b", other, "d").build(), {}, {"50/KH", {}, {}, {}}, "chờ nhau", {}};
  CHECK(desk.tried(office(), amending) == "circular");
}

TEST_CASE("a campaign does not carry out what it ordered itself") {
  auto above = chain("a", "b", other, nullptr);
  above.plan().fulfils.push_back({other, model::TaskId{"d"}});
  const Desk desk{above};
  auto below = chain("c", "d", here, nullptr);
  CHECK(desk.tried(issuing(other, below)) == "accepted");
  below.plan().fulfils.push_back({here, model::TaskId{"b"}});
  CHECK(desk.tried(issuing(other, below)) == "circular");
}

}  // namespace tiendo::test
