#include "api/task_operations.hpp"

#include <algorithm>

#include "api/answers.hpp"
#include "api/attachment.hpp"
#include "api/history_json.hpp"
#include "api/lists.hpp"
#include "api/percent.hpp"
#include "api/problem.hpp"
#include "api/task_commands.hpp"
#include "api/task_filter.hpp"
#include "api/task_json.hpp"
#include "api/task_order.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;

std::string place_of(const ListedTask& listed) {
  return listed.campaign->id.str() + '/' + listed.campaign->plan->tasks[listed.index].id.str();
}

/// Where the page begins: behind the task that the cursor names.
std::vector<ListedTask>::const_iterator first_of(const Page& page,
                                                 const std::vector<ListedTask>& all) {
  if (page.after.empty()) {
    return all.begin();
  }
  const auto last = std::ranges::find(all, page.after, place_of);
  return last == all.end() ? last : std::next(last);
}

Response list(const Reading& reading, const TaskFilter& filter) {
  const auto page = read_page(reading.request);
  if (page.has_error()) {
    return bad_parameter(page.error(), reading.language());
  }
  const auto all = listed_tasks(reading, filter);
  if (all.has_error()) {
    return bad_parameter(all.error(), reading.language());
  }
  json::array tasks;
  auto one = first_of(*page, *all);
  for (; one != all->end() && tasks.size() < page->limit; ++one) {
    tasks.push_back(to_json(*one->campaign, one->index, reading.look));
  }
  const auto next = one == all->end() || tasks.empty()
                        ? std::nullopt
                        : std::optional{to_cursor(place_of(*std::prev(one)))};
  return list_response("tasks", std::move(tasks), next);
}

}  // namespace

const model::Campaign* find_campaign(const model::State& state, const Path& path,
                                     const Sight& sight) {
  const auto* campaign = state.find(model::CampaignId{path.find("campaign")->second});
  return campaign != nullptr && sight.sees(*campaign) ? campaign : nullptr;
}

std::optional<FoundTask> find_task(const model::State& state, const Path& path,
                                   const Sight& sight) {
  const auto* campaign = find_campaign(state, path, sight);
  if (campaign == nullptr) {
    return std::nullopt;
  }
  const auto index = campaign->plan->find(model::TaskId{path.find("task")->second});
  if (!index || !sight.sees(campaign->tasks[*index])) {
    return std::nullopt;
  }
  return FoundTask{campaign, *index};
}

Response not_found(const model::State& state, const Path& path, const Sight& sight,
                   Language language) {
  return find_campaign(state, path, sight) == nullptr
             ? no_campaign(path.find("campaign")->second, language)
             : no_task(path.find("task")->second, language);
}

Response list_tasks(const Reading& reading) {
  const auto filter = TaskFilter::read(reading.request);
  return filter.has_error() ? bad_parameter(filter.error(), reading.language())
                            : list(reading, *filter);
}

Response get_task(const Reading& reading) {
  const auto found = find_task(reading.look.state, reading.path, reading.sight);
  if (!found) {
    return not_found(reading.look.state, reading.path, reading.sight, reading.language());
  }
  return json_response(detail_json(*found->campaign, found->index, reading.request.caller.user,
                                   reading.sight, reading.look),
                       found->campaign->tasks[found->index].version);
}

Response get_timeline(const Reading& reading) {
  const auto* campaign = find_campaign(reading.look.state, reading.path, reading.sight);
  if (campaign == nullptr) {
    return no_campaign(reading.at("campaign"), reading.language());
  }
  Timelines unkept;
  auto& timelines = reading.timelines == nullptr ? unkept : *reading.timelines;
  Response response;
  response.shared = timelines.text(*campaign, reading.sight, reading.look);
  response.etag = etag_of(response.shared);
  return response;
}

namespace {

Response read_task_history(const port::Journal& journal, const runtime::HistoryQuestion& question,
                           Language language) {
  const auto entries = runtime::history(journal, question);
  if (entries.has_error()) {
    return unavailable(entries.error(), language);
  }
  json::array all;
  for (const auto& entry : *entries) {
    all.push_back(to_json(entry, language));
  }
  return list_response("history", std::move(all), std::nullopt);
}

}  // namespace

Outcome get_task_history(const Reading& reading) {
  runtime::HistoryQuestion question{
      model::CampaignId{reading.at("campaign")}, model::TaskId{reading.at("task")}, {}};
  if (!reading.as_of) {
    if (!find_task(reading.look.state, reading.path, reading.sight)) {
      return not_found(reading.look.state, reading.path, reading.sight, reading.language());
    }
    return ReadJournal{[question, language = reading.language()](const port::Journal& journal) {
      return read_task_history(journal, question, language);
    }};
  }
  // Who takes part in the task is asked of that day, as where the task itself is shown.
  question.before = end_of(*reading.as_of);
  return ReadJournal{[question, path = reading.path, sight = reading.sight,
                      language = reading.language()](const port::Journal& journal) {
    const auto state = runtime::state_before(journal, *question.before);
    if (state.has_error()) {
      return unavailable(state.error(), language);
    }
    return find_task(*state, path, sight) ? read_task_history(journal, question, language)
                                          : not_found(*state, path, sight, language);
  }};
}

Response get_evidence(const Reading& reading) {
  const auto found = find_task(reading.look.state, reading.path, reading.sight);
  if (!found) {
    return not_found(reading.look.state, reading.path, reading.sight, reading.language());
  }
  const auto& files = *found->campaign->tasks[found->index].evidence;
  const auto file = std::ranges::find(files, reading.at("hash"), &model::Evidence::hash);
  if (file == files.end()) {
    return problem(404, "unknown_evidence",
                   {"nhiệm vụ này không có tài liệu đó", "the task has no such file"},
                   reading.language());
  }
  Response response;
  response.content_type = file->media_type.empty() ? "application/octet-stream" : file->media_type;
  response.blob = file->hash;
  response.etag = '"' + file->hash + '"';
  response.headers.emplace_back("Content-Disposition",
                                "attachment; filename*=UTF-8''" + percent_encoded(file->name));
  return response;
}

Response give_task_command(const Writing& writing) {
  const auto& state = writing.engine.state();
  const auto found = find_task(state, writing.path, writing.sight);
  if (!found) {
    return not_found(state, writing.path, writing.sight, writing.language());
  }
  const auto& path = writing.request.path;
  const auto action = task_action(std::string_view{path}.substr(path.rfind('/') + 1));
  auto body = read_body(writing.request, schema_of(*action));
  if (auto* wrong = std::get_if<Response>(&body)) {
    return std::move(*wrong);
  }
  const auto& task = found->campaign->plan->tasks[found->index].id;
  const auto& campaign = found->campaign->id;
  auto command = task_command(*action, task, std::get<Body>(body));
  if (const auto* attach = std::get_if<model::AttachEvidence>(&command)) {
    if (auto refusal = wrong_attachment(*attach, writing)) {
      return std::move(*refusal);
    }
  }
  return carry_out(writing,
                   {campaign, std::move(command), found->campaign->tasks[found->index].version},
                   {{"campaign", campaign.str()}, {"task", task.str()}});
}

}  // namespace tiendo::api
