// What is done with plans as they are written.
#include <algorithm>

#include "api/answers.hpp"
#include "api/body.hpp"
#include "api/campaign_operations.hpp"
#include "api/finding_json.hpp"
#include "api/lists.hpp"
#include "api/plan_operations.hpp"
#include "api/problem.hpp"
#include "definition/holidays.hpp"
#include "definition/plan_reader.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;

/// The plan of a body and the files that it names.
struct ReadPlan {
  definition::Checked<model::Plan> checked;
  std::vector<model::Source> sources;
};

ReadPlan read_plan(const Body& body) {
  ReadPlan read;
  for (const auto& node : body.find("files")->list()) {
    const Body file{node};
    read.sources.push_back({file.text("name"), file.text("text")});
  }
  const auto companions = [&](const std::string& path) -> std::optional<definition::Companion> {
    const auto found =
        std::ranges::find(read.sources.begin() + 1, read.sources.end(), path, &model::Source::name);
    return found == read.sources.end()
               ? std::nullopt
               : std::optional{definition::Companion{found->name, found->text}};
  };
  read.checked = definition::read_plan(read.sources.front().text, read.sources.front().name,
                                       companions, definition::built_in_working_days());
  return read;
}

}  // namespace

Outcome check_plan(const Reading& reading) {
  auto body = read_body(reading.request, "PlanFiles");
  if (auto* wrong = std::get_if<Response>(&body)) {
    return std::move(*wrong);
  }
  return ReadJournal{
      [body = std::get<Body>(body), language = reading.language()](const port::Journal&) {
        const auto read = read_plan(body);
        return json_response(json::object{{"valid", read.checked.value.has_value()},
                                          {"findings", to_json(read.checked.findings, language)}});
      }};
}

Prepared issue_campaign(const Request& request) {
  auto body = read_body(request, "PlanFiles");
  if (auto* wrong = std::get_if<Response>(&body)) {
    return std::move(*wrong);
  }
  auto read = read_plan(std::get<Body>(body));
  auto findings = to_json(read.checked.findings, request.language);
  if (!read.checked.value) {
    return problem(422, "bad_plan",
                   {"kế hoạch chưa dùng được: xem từng lỗi trong “findings”",
                    "the plan is not in order: see every error in \"findings\""},
                   request.language, {{"findings", std::move(findings)}});
  }
  auto id = std::get<Body>(body).text("id");
  const auto plan = std::make_shared<const model::Plan>(std::move(*read.checked.value));
  return [plan, sources = std::move(read.sources), findings = std::move(findings),
          id = model::CampaignId{id.empty() ? plan->id.str() : std::move(id)}](
             const Writing& writing) {
    return carry_out(
        writing, {id, model::CampaignCommand{model::IssueCampaign{plan, sources}}, {}},
        {{"campaign", id.str()}, {"tasks", plan->tasks.size()}, {"findings", findings}});
  };
}

}  // namespace tiendo::api
