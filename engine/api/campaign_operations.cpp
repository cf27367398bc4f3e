#include "api/campaign_operations.hpp"

#include "api/answers.hpp"
#include "api/body.hpp"
#include "api/campaign_json.hpp"
#include "api/history_json.hpp"
#include "api/lists.hpp"
#include "api/problem.hpp"
#include "api/task_operations.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;

/// The tasks of the campaign that may be seen.
std::set<model::TaskId> seen_tasks(const model::Campaign& campaign, const Sight& sight) {
  std::set<model::TaskId> seen;
  for (model::TaskIndex task = 0; task < campaign.tasks.size(); ++task) {
    if (sight.sees(campaign.tasks[task])) {
      seen.insert(campaign.plan->tasks[task].id);
    }
  }
  return seen;
}

/// The files of the version of the plan that the event brings; null where it brings none.
const std::vector<model::Source>* sources_of(const model::EventBody& body) {
  if (const auto* issued = std::get_if<model::CampaignIssued>(&body)) {
    return &issued->sources;
  }
  const auto* amended = std::get_if<model::PlanAmended>(&body);
  return amended == nullptr ? nullptr : &amended->sources;
}

/// A command on the campaign of the path, with a body of this schema.
template <class Make>
Response give(const Writing& writing, std::string_view schema, const Make& make) {
  const auto* campaign = find_campaign(writing.engine.state(), writing.path, writing.sight);
  if (campaign == nullptr) {
    return no_campaign(writing.at("campaign"), writing.language());
  }
  auto body = read_body(writing.request, schema);
  if (auto* wrong = std::get_if<Response>(&body)) {
    return std::move(*wrong);
  }
  const auto& id = campaign->id;
  return carry_out(writing, {id, model::CampaignCommand{make(std::get<Body>(body))}, {}},
                   {{"campaign", id.str()}});
}

}  // namespace

Response list_campaigns(const Reading& reading) {
  json::array all;
  for (const auto& [id, campaign] : reading.look.state.campaigns) {
    if (reading.sight.sees(campaign)) {
      all.push_back(to_json(campaign, reading.request.caller.user, reading.sight, reading.look));
    }
  }
  return list_response("campaigns", std::move(all), std::nullopt);
}

Response get_campaign(const Reading& reading) {
  const auto* campaign = find_campaign(reading.look.state, reading.path, reading.sight);
  return campaign == nullptr ? no_campaign(reading.at("campaign"), reading.language())
                             : json_response(detail_json(*campaign, reading.request.caller.user,
                                                         reading.sight, reading.look));
}

Outcome get_campaign_history(const Reading& reading) {
  const auto* campaign = find_campaign(reading.look.state, reading.path, reading.sight);
  if (campaign == nullptr) {
    return no_campaign(reading.at("campaign"), reading.language());
  }
  auto page = read_page(reading.request);
  const auto after = page.has_value() ? to_position(page->after) : std::nullopt;
  if (!after) {
    return bad_parameter(page.has_error() ? page.error() : bad_cursor(), reading.language());
  }
  runtime::HistoryQuestion question{campaign->id, {}, {}};
  if (reading.as_of) {
    question.before = end_of(*reading.as_of);
  }
  return ReadJournal{[question, after = *after, limit = page->limit,
                      seen = seen_tasks(*campaign, reading.sight),
                      language = reading.language()](const port::Journal& journal) {
    const auto entries = runtime::history(journal, question);
    if (entries.has_error()) {
      return unavailable(entries.error(), language);
    }
    json::array all;
    std::optional<std::string> next;
    port::Journal::Position last = after;
    for (const auto& entry : *entries) {
      if (entry.position <= after || (!entry.task.empty() && !seen.contains(entry.task))) {
        continue;
      }
      if (all.size() == limit) {
        next = to_cursor(std::to_string(last));
        break;
      }
      all.push_back(to_json(entry, language));
      last = entry.position;
    }
    return list_response("history", std::move(all), next);
  }};
}

Outcome get_plan_files(const Reading& reading) {
  const auto* campaign = find_campaign(reading.look.state, reading.path, reading.sight);
  if (campaign == nullptr) {
    return no_campaign(reading.at("campaign"), reading.language());
  }
  if (!reading.sight.sees_everything()) {
    return refused("not_permitted",
                   {"văn bản kế hoạch dành cho lãnh đạo, văn phòng và quản trị viên",
                    "the text of the plan is for leaders, the office and administrators"},
                   reading.language());
  }
  const auto end = reading.as_of ? end_of(*reading.as_of) : Timestamp::max();
  return ReadJournal{
      [id = campaign->id, end, language = reading.language()](const port::Journal& journal) {
        std::uint32_t version = 0;
        json::array files;
        const auto read = journal.read_stream(id, [&](auto, const model::Event& event) {
          if (event.at >= end) {
            return false;
          }
          if (const auto* sources = sources_of(event.body)) {
            version = event.plan_version;
            files.clear();
            for (const auto& source : *sources) {
              files.push_back(json::object{{"name", source.name}, {"text", source.text}});
            }
          }
          return true;
        });
        if (read.has_error()) {
          return unavailable(read.error(), language);
        }
        return json_response(json::object{{"version", version}, {"files", std::move(files)}});
      }};
}

Response suspend_campaign(const Writing& writing) {
  return give(writing, "Reason",
              [](const Body& body) { return model::SuspendCampaign{body.text("reason")}; });
}

Response resume_campaign(const Writing& writing) {
  return give(writing, "Nothing", [](const Body&) { return model::ResumeCampaign{}; });
}

Response cancel_campaign(const Writing& writing) {
  return give(writing, "Reason",
              [](const Body& body) { return model::CancelCampaign{body.text("reason")}; });
}

Response close_campaign(const Writing& writing) {
  return give(writing, "Closing", [](const Body& body) {
    return model::CloseCampaign{body.text("document"), body.flag("cancel_open"),
                                body.text("reason")};
  });
}

Response file_report(const Writing& writing) {
  return give(writing, "Filing",
              [](const Body& body) { return model::FileReport{body.text("document")}; });
}

}  // namespace tiendo::api
