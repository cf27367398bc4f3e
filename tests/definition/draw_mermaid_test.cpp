#include "definition/draw_mermaid.hpp"

#include <catch2/catch.hpp>

#include "chart/fixture.hpp"

namespace tiendo::definition {
namespace {

using Catch::Contains;
using chart::compound;
using chart::final_state;
using chart::on;
using chart::state;

/// A plan of two tasks and a target, whose phases are `states`.
model::Plan plan_with(std::vector<chart::State> states) {
  model::Plan plan;
  plan.title = "Tháng hành động";
  plan.tasks.resize(2);
  plan.tasks[0].id = model::TaskId{"hoi-nghi"};
  plan.tasks[0].title = "Hội nghị điển hình tiên tiến";
  plan.tasks[1].id = model::TaskId{"ra-soat"};
  plan.tasks[1].title =
      "Phối hợp với các huyện, thị xã, thành phố rà soát, nắm bắt tình hình hoạt động của các HTX";
  plan.targets.push_back(
      {model::TargetId{"htx-moi"}, "HTX thành lập mới", "HTX", 80, "năm 2025", {}});
  plan.phases.chart = chart::compiled({.initial = {}, .states = std::move(states)});
  link(plan);
  return plan;
}

std::string drawn(const model::Plan& plan, Language language = Language::vi) {
  return draw_mermaid(plan, language);
}

chart::Transition ask(std::uint32_t condition, const char* to) {
  return chart::when({chart::External{condition}}, chart::eventless({to}));
}

TEST_CASE("a drawing shows states under their titles, the start and the end") {
  auto plan = plan_with({state("chuan-bi", {on("go", {"xong"})}), final_state("xong")});
  plan.phase_titles = {{"chuan-bi", "Chuẩn bị"}};
  CHECK(drawn(plan) ==
        "---\n"
        "title: \"Tháng hành động\"\n"
        "---\n"
        "stateDiagram-v2\n"
        "    state \"Chuẩn bị\" as s1\n"
        "    state \"xong\" as s2\n"
        "    [*] --> s1\n"
        "    s1 --> s2 : go\n"
        "    s2 --> [*]\n");
}

TEST_CASE("a drawing nests states and parts regions, each with its own start and end") {
  const auto plan = plan_with(
      {chart::parallel("p", {compound("a", {state("a1", {on("e", {"a2"})}), final_state("a2")}),
                             compound("b", {state("b1")})})});
  CHECK_THAT(drawn(plan), Contains("    state \"p\" as s1 {\n"
                                   "        state \"a\" as s2 {\n"
                                   "            state \"a1\" as s3\n"
                                   "            state \"a2\" as s4\n"
                                   "            [*] --> s3\n"
                                   "            s3 --> s4 : e\n"
                                   "            s4 --> [*]\n"
                                   "        }\n"
                                   "        --\n"
                                   "        state \"b\" as s5 {\n"
                                   "            state \"b1\" as s6\n"
                                   "            [*] --> s6\n"
                                   "        }\n"
                                   "    }\n"));
}

TEST_CASE("an arrow stands in the innermost state that holds both of its ends and has no regions") {
  const auto text =
      drawn(plan_with({chart::parallel("p", {compound("a", {state("a1", {on("cross", {"b1"})})}),
                                             compound("b", {state("b1", {on("out", {"away"})})},
                                                      {on("again", {"b1"})})}),
                       state("away")}));
  CHECK_THAT(text, Contains("\n    s3 --> s5 : cross\n"));
  CHECK_THAT(text, Contains("\n    s5 --> s6 : out\n"));
  CHECK_THAT(text, Contains("\n    s4 --> s5 : again\n"));
}

TEST_CASE("a history is drawn as H or H*, with an arrow to its default") {
  const auto text = drawn(
      plan_with({compound("a", {chart::history("shallow", chart::StateType::shallow_history, {"x"}),
                                chart::history("deep", chart::StateType::deep_history, {"y"}),
                                state("x"), state("y")})}));
  CHECK_THAT(text, Contains("state \"H\" as s2\n"));
  CHECK_THAT(text, Contains("state \"H*\" as s3\n"));
  CHECK_THAT(text, Contains("        s2 --> s4\n        s3 --> s5\n"));
}

TEST_CASE("guards of the domain are said in words, with titles of tasks and targets") {
  auto plan = plan_with({state("a", {ask(0, "b"), ask(1, "b"), ask(2, "b"),
                                     chart::when({chart::Not{{{chart::In{"b"}}}}},
                                                 on("task.ra-soat.accepted", {"b"}))}),
                         state("b")});
  plan.phase_titles = {{"b", "Cao điểm"}};
  using namespace std::chrono;
  plan.phases.conditions = {model::At{2025y / April / 1},
                            model::Accepted{{model::TaskId{"hoi-nghi"}}},
                            model::Reached{model::TargetId{"htx-moi"}, 80}};
  const auto text = drawn(plan);
  CHECK_THAT(text, Contains("s1 --> s2 : [từ 01/04/2025]\n"));
  CHECK_THAT(text, Contains("[đã nghiệm thu#58; Hội nghị điển hình tiên tiến]\n"));
  CHECK_THAT(text, Contains("[HTX thành lập mới ≥ 80 HTX]\n"));
  CHECK_THAT(text, Contains("Phối hợp với các huyện, thị xã, thành phố rà…#58; đã nghiệm "
                            "thu [không (đang ở Cao điểm)]\n"));
  CHECK_THAT(drawn(plan, Language::en), Contains("s1 --> s2 : [from 2025-04-01]\n"));
}

TEST_CASE("guards inside guards keep their brackets, and long lists of tasks are cut") {
  const chart::Guard either{chart::Any{{{chart::In{"a"}}, {chart::In{"b"}}}}};
  auto plan = plan_with({state("a", {chart::when({chart::All{{either, {chart::Constant{false}}}}},
                                                 chart::eventless({"b"})),
                                     ask(0, "b")}),
                         state("b")});
  const auto task = [](const char* id) { return model::TaskId{id}; };
  plan.phases.conditions = {model::AnyAccepted{{task("t1"), task("t2"), task("t3"), task("t4")}}};
  const auto text = drawn(plan);
  CHECK_THAT(text, Contains("[(đang ở a hoặc đang ở b) và không bao giờ]\n"));
  CHECK_THAT(text, Contains("[đã nghiệm thu một trong#58; t1, t2, t3 và 1 nhiệm vụ khác]\n"));
}

TEST_CASE("all times of a task that comes again are named once") {
  auto plan = plan_with({state("a", {ask(0, "b"), ask(1, "b")}), state("b")});
  plan.tasks.resize(4);
  for (std::size_t i = 2; i < 4; ++i) {
    plan.tasks[i].id = model::TaskId{"giao-ban-" + std::to_string(i)};
    plan.tasks[i].title = "Họp giao ban (lần " + std::to_string(i) + ")";
    plan.tasks[i].occurrence = model::Occurrence{model::TaskId{"giao-ban"}, {}};
  }
  link(plan);
  const auto first = plan.tasks[2].id;
  const auto second = plan.tasks[3].id;
  plan.phases.conditions = {model::Accepted{{first, second, model::TaskId{"hoi-nghi"}}},
                            model::Accepted{{second}}};
  const auto text = drawn(plan);
  CHECK_THAT(text, Contains("[đã nghiệm thu#58; Họp giao ban (mọi lần), Hội nghị điển"));
  CHECK_THAT(text, Contains("[đã nghiệm thu#58; Họp giao ban (lần 3)]\n"));
}

TEST_CASE("what a state does without leaving it stands in a note") {
  auto plan = plan_with({chart::with_exit(
      chart::with_entry(state("a", {chart::when({chart::Constant{true}},
                                                on("tick", {}, {chart::raise("tock")}))}),
                        {chart::External{0}}),
      {chart::send("later", std::chrono::hours{2})})});
  plan.phases.starts = {{{model::TaskId{"hoi-nghi"}, model::TaskId{"la"}}}};
  CHECK_THAT(drawn(plan),
             Contains("note right of s1 : khi vào / giao#58; Hội nghị điển hình tiên tiến<br/>"
                      "khi vào / giao#58; la<br/>tick [luôn luôn] / phát#58; tock<br/>"
                      "khi ra / gửi#58; later sau 2h\n"));
}

TEST_CASE("no title can break out of the place where it stands") {
  auto plan = plan_with({state("a", {on("b", {"a"})})});
  plan.title = "\"---\"\nstateDiagram";
  plan.phase_titles = {{"a", "\"đóng\"; %% {x} <b> #1:\n--> s9 \\ `end` & ^|~$@"}};
  const auto text = drawn(plan);
  CHECK_THAT(text, Contains("title: \"\\u0022---\\u0022 stateDiagram\"\n"));
  CHECK_THAT(text,
             Contains("state \"#34;đóng#34;#59; #37;#37; #123;x#125; #60;b#62; #35;1#58; --#62; "
                      "s9 #92; #96;end#96; #38; #94;#124;#126;#36;#64;\" as s1\n"));
}

TEST_CASE("a title that mermaid would take for a word of its own stays a title") {
  auto plan = plan_with({state("a")});
  plan.phase_titles = {{"a", "Direction LR"}};
  CHECK_THAT(drawn(plan), Contains("state \"Direction#32;LR\" as s1\n"));
}

TEST_CASE("the procedure of a kind is drawn under the title that is given") {
  const auto plan = plan_with({state("a")});
  model::Kind kind;
  auto procedure = std::make_shared<model::Procedure>();
  procedure->chart = chart::compiled(
      {.initial = {},
       .states = {chart::parallel("lam", {compound("l1", {final_state("f")})},
                                  {on("done.state.lam", {"x"}), on("progress", {"x"})}),
                  final_state("x")}});
  kind.procedure = procedure;
  kind.state_titles = {{"lam", "Tiến hành"}};
  const auto text = draw_mermaid(plan, kind, "Hội nghị", Language::vi);
  CHECK_THAT(text, Contains("title: \"Hội nghị\"\n"));
  CHECK_THAT(text, Contains("s1 --> s4 : xong#58; Tiến hành\n"));
  CHECK_THAT(text, Contains("s1 --> s4 : báo cáo tiến độ\n"));
}

}  // namespace
}  // namespace tiendo::definition
