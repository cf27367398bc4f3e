// What is done with plans as they are written.
#include "api/plan_operations.hpp"
#include "api/answers.hpp"
#include "api/body.hpp"
#include "api/campaign_operations.hpp"
#include "api/finding_json.hpp"
#include "api/lists.hpp"
#include "api/plan_drawing.hpp"
#include "api/plan_files.hpp"
#include "api/plan_json.hpp"
#include "api/plan_simulation.hpp"
#include "api/problem.hpp"
#include "definition/format.hpp"
#include "definition/holidays.hpp"
#include "definition/plan_copy.hpp"
#include "definition/plan_diff.hpp"
#include "definition/scenario_reader.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;

/// Answers by the plan under "files" of a body that is as `schema` says.
template <class Answer>
Response with_plan(const Request& request, std::string_view schema, const Answer& answer) {
  auto body = read_body(request, schema, Texts::of_files);
  if (auto* wrong = std::get_if<Response>(&body)) {
    return std::move(*wrong);
  }
  auto read = good_plan(std::get<Body>(body), "files", request.language);
  if (auto* wrong = std::get_if<Response>(&read)) {
    return std::move(*wrong);
  }
  return answer(std::get<GoodPlan>(read), std::get<Body>(body));
}

/// The scenario of a body, an empty one where there is none; or what is wrong with it.
std::variant<definition::Scenario, Response> scenario_of(const Body& body, const GoodPlan& plan,
                                                         Language language) {
  const auto* written = body.find("scenario");
  if (written == nullptr) {
    return definition::Scenario{};
  }
  const Body file{*written};
  auto read =
      definition::read_scenario(file.text("text"), file.text("name"), *plan.plan,
                                {plan.sources.front().text, companions_among(plan.sources)});
  if (!read.value) {
    return problem(422, "bad_scenario",
                   {"kịch bản chưa dùng được: xem từng lỗi trong “findings”",
                    "the scenario is not in order: see every error in \"findings\""},
                   language, {{"findings", to_json(read.findings, language)}});
  }
  return std::move(*read.value);
}

Response refused_simulation(const SimulationFault& fault, Language language) {
  const auto place = fault.member.empty() ? "" : "/" + fault.member + ": ";
  return problem(fault.code == "too_long" ? 413 : 422, fault.code,
                 {place + fault.message.vi, place + fault.message.en}, language);
}

}  // namespace

Response check_plan(const Request& request, const Patience&) {
  auto body = read_body(request, "PlanFiles", Texts::of_files);
  if (auto* wrong = std::get_if<Response>(&body)) {
    return std::move(*wrong);
  }
  const auto read = read_plan(*std::get<Body>(body).find("files"));
  return json_response(check_json(read.checked.findings, request.language));
}

Response show_plan(const Request& request, const Patience&) {
  return with_plan(request, "PlanFiles", [&](const GoodPlan& read, const Body&) {
    return json_response(to_json(*read.plan, request.language));
  });
}

Response simulate_plan(const Request& request, const Patience& patience) {
  return with_plan(
      request, "PlanSimulation", [&](const GoodPlan& read, const Body& body) -> Response {
        auto scenario = scenario_of(body, read, request.language);
        if (auto* wrong = std::get_if<Response>(&scenario)) {
          return std::move(*wrong);
        }
        const SimulationWish wish{
            body.day("from"),  body.day("until"),
            body.text("task"), body.text("unit"),
            body.text("type"), std::get<definition::Scenario>(std::move(scenario))};
        const auto simulated = simulate(read.plan, read.sources, wish, patience);
        if (const auto* fault = std::get_if<SimulationFault>(&simulated)) {
          return refused_simulation(*fault, request.language);
        }
        return json_response(to_json(std::get<runtime::Outcome>(simulated), request.language));
      });
}

Response compare_plans(const Request& request, const Patience&) {
  auto body = read_body(request, "PlanPair", Texts::of_files);
  if (auto* wrong = std::get_if<Response>(&body)) {
    return std::move(*wrong);
  }
  std::vector<GoodPlan> plans;
  for (const auto* key : {"before", "after"}) {
    auto read = good_plan(std::get<Body>(body), key, request.language);
    if (auto* wrong = std::get_if<Response>(&read)) {
      return std::move(*wrong);
    }
    plans.push_back(std::get<GoodPlan>(std::move(read)));
  }
  const auto difference = definition::diff(*plans.front().plan, *plans.back().plan,
                                           definition::built_in_working_days());
  return json_response(to_json(difference, request.language));
}

Response draw_plan(const Request& request, const Patience&) {
  return with_plan(request, "PlanDrawing", [&](const GoodPlan& read, const Body& body) {
    const auto drawing = draw(*read.plan, {body.text("task"), body.text("kind")}, request.language);
    return drawing.has_error()
               ? problem(422, "cannot_draw", drawing.error().message, request.language)
               : json_response(json::object{{"format", "mermaid"}, {"text", *drawing}});
  });
}

Response format_plan(const Request& request, const Patience&) {
  auto body = read_body(request, "PlanFile", Texts::of_files);
  if (auto* wrong = std::get_if<Response>(&body)) {
    return std::move(*wrong);
  }
  const auto text = std::get<Body>(body).text("text");
  const auto formatted = definition::format_yaml(text, std::get<Body>(body).text("name"));
  if (!formatted.value) {
    return bad_plan(formatted.findings, request.language);
  }
  return json_response(json::object{{"changed", *formatted.value != text},
                                    {"text", *formatted.value},
                                    {"findings", to_json(formatted.findings, request.language)}});
}

Response copy_plan(const Request& request, const Patience&) {
  auto body = read_body(request, "PlanCopying", Texts::of_files);
  if (auto* wrong = std::get_if<Response>(&body)) {
    return std::move(*wrong);
  }
  const auto& asked = std::get<Body>(body);
  const auto files = sources_of(*asked.find("files"));
  const auto year = asked.find("year")->integer();
  const auto copied =
      definition::copy_plan(files.front().text, files.front().name, companions_among(files),
                            definition::built_in_working_days(), static_cast<int>(year));
  if (!copied.value) {
    return bad_plan(copied.findings, request.language);
  }
  return json_response(json::object{{"from", copied.value->from},
                                    {"year", year},
                                    {"text", copied.value->text},
                                    {"doubts", to_json(copied.value->doubts, request.language)}});
}

Prepared issue_campaign(const Request& request) {
  auto body = read_body(request, "PlanFiles", Texts::of_files);
  if (auto* wrong = std::get_if<Response>(&body)) {
    return std::move(*wrong);
  }
  auto read = good_plan(std::get<Body>(body), "files", request.language);
  if (auto* wrong = std::get_if<Response>(&read)) {
    return std::move(*wrong);
  }
  auto& good = std::get<GoodPlan>(read);
  auto id = std::get<Body>(body).text("id");
  return [good, findings = to_json(good.findings, request.language),
          id = model::CampaignId{id.empty() ? good.plan->id.str() : std::move(id)}](
             const Writing& writing) {
    return carry_out(
        writing, {id, model::CampaignCommand{model::IssueCampaign{good.plan, good.sources}}, {}},
        {{"campaign", id.str()}, {"tasks", good.plan->tasks.size()}, {"findings", findings}});
  };
}

}  // namespace tiendo::api
