#include "api/api_desk.hpp"
#include "chart/fixture.hpp"

namespace tiendo::test {
namespace {

using chart::final_state;
using chart::on;
using chart::state;

/// Preparing may be taken up again; the work of `a` begins with its window.
PlanBuilder going_back() {
  PlanBuilder plan;
  plan.kind("meeting", {state("preparing", {on("invited", {"meeting"})}),
                        state("meeting", {on("postponed", {"preparing"}), on("held", {"done"})}),
                        final_state("done")});
  plan.task({.id = "a", .start = "2025-01-06", .due = "2025-06-20", .kind = "meeting"});
  return plan;
}

}  // namespace

TEST_CASE("a task holds the chart of its procedure, with what is active in it") {
  ApiDesk desk{going_back()};
  const auto drawn = desk.time("2025-01-07 09:00").get(leader(), campaign_path + "/tasks/a").body;
  REQUIRE(drawn.at("chart").is_object());
  const auto& chart = drawn.at("chart").as_object();
  std::string states;
  for (const auto& one : chart.at("states").as_array()) {
    states += std::string{one.at("id").as_string()} + (one.at("active").as_bool() ? "* " : " ");
  }
  CHECK(states == "preparing* meeting done ");
  std::string arrows;
  for (const auto& one : chart.at("arrows").as_array()) {
    arrows +=
        std::string{one.at("from").as_string()} + ">" + std::string{one.at("to").as_string()} + " ";
  }
  CHECK(arrows == "preparing>meeting meeting>preparing meeting>done ");
}

}  // namespace tiendo::test
