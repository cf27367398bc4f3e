#include "api/answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "api/history_json.hpp"
#include "api/lists.hpp"
#include "api/problem.hpp"
#include "decide/decide.hpp"
#include "runtime/addressee_words.hpp"
#include "runtime/history.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;
using Position = port::Journal::Position;

/// The events of a command, sorted by what a person wants to know of them.
class News {
 public:
  /// `task`: of the command; whoever gave it saw it.
  News(const Writing& writing, model::TaskId task)
      : state_{writing.engine.state()},
        sight_{writing.sight},
        task_{std::move(task)},
        language_{writing.language()} {}

  void add(Position position, const model::Event& event) {
    if (event.actor.empty()) {
      ++by_clock_;
      return;
    }
    const auto* campaign = state_.find(event.campaign);
    const auto* plan = campaign == nullptr ? nullptr : campaign->plan.get();
    const auto entry = runtime::told(position, event, plan);
    if (!may_be_told(campaign, entry.task)) {
      return;
    }
    if (const auto* notice = std::get_if<model::NoticeQueued>(&event.body)) {
      add(notice->notice, plan);
    } else {
      events_.push_back(to_json(entry, language_));
    }
  }

  [[nodiscard]] json::object take() && {
    return {{"events", std::move(events_)}, {"told", std::move(told_)}, {"by_clock", by_clock_}};
  }

 private:
  void add(const model::Notice& notice, const model::Plan* plan) {
    if (notice.task.empty() && !sight_.sees(notice.to)) {
      return;  // of the campaign as a whole, to others
    }
    const json::value one(runtime::words_for(notice.to, plan, &state_.office).in(language_));
    if (std::ranges::find(told_, one) == told_.end()) {
      told_.push_back(one);
    }
  }

  /// As in a history: what is about no task, or about one that may be seen.
  [[nodiscard]] bool may_be_told(const model::Campaign* campaign, const model::TaskId& task) const {
    if (campaign == nullptr || task.empty() || task == task_) {
      return true;
    }
    const auto index = campaign->plan->find(task);
    return index && sight_.sees(campaign->tasks[*index]);
  }

  const model::State& state_;
  const Sight& sight_;
  model::TaskId task_;
  Language language_;
  json::array events_;
  json::array told_;
  std::size_t by_clock_ = 0;
};

/// What happened after `before` as far as `wanted` says, which is false from the first on that is
/// none of it: of what lasts and of what does not last yet.
template <class Wanted>
Result<void> read_new(const Writing& writing, Position before, News& news, const Wanted& wanted) {
  bool more = true;
  const auto lasting = writing.engine.position();
  const auto take = [&](Position at, const model::Event& event) {
    more = more && wanted(at, event);
    if (more) {
      news.add(at, event);
    }
    return more;
  };
  if (before < lasting) {
    if (auto read = writing.journal.read(before, take); read.has_error()) {
      return read;
    }
  }
  auto position = lasting;
  for (const auto& event : writing.engine.staged()) {
    if (++position > before) {
      take(position, event);
    }
  }
  return {};
}

/// The events of a command as they were when it was first answered: up to its last, and what the
/// clock wrote at once thereafter. None where it was not kept where they begin.
Result<void> read_kept(const Writing& writing, const port::KeptAnswer& kept, News& news) {
  return read_new(writing, kept.before.value_or(kept.answer.position), news,
                  [&](Position at, const model::Event& event) {
                    return at <= kept.answer.position ||
                           (kept.before && event.actor.empty() && event.at == kept.at);
                  });
}

/// What has to be the same in a request that comes again under its key.
std::string fingerprint_of(const Request& request) {
  if (request.key.empty()) {
    return {};
  }
  auto fingerprint = std::to_string(static_cast<int>(request.method)) + ' ' + request.path;
  if (const auto& on_behalf = request.caller.on_behalf) {
    fingerprint += '\n' + on_behalf->whom + '\n' + on_behalf->document;
  }
  for (const auto& [name, value] : request.query) {
    fingerprint += '\n' + name + '=' + value;
  }
  return fingerprint + "\n\n" + request.body;
}

/// The refusal where what is asked for was made against something older than what is now; a request
/// that came before under its key is not asked: it is what changed it.
std::optional<Response> changed_meanwhile(const Writing& writing, const runtime::Request& asked,
                                          const Wish& wish) {
  const bool is_old = wish.version && !allows(writing.request.if_match, *wish.version);
  if (!is_old && !wish.stale) {
    return std::nullopt;
  }
  const auto earlier = writing.engine.answered(asked);
  if (earlier.has_error()) {
    return unavailable(earlier.error(), writing.language());
  }
  if (*earlier) {
    return std::nullopt;
  }
  if (wish.stale) {
    return wish.stale;
  }
  return problem(412, "changed_meanwhile",
                 {"đã có thay đổi từ khi đọc: xem lại rồi làm tiếp",
                  "it has changed since it was read: look at it again"},
                 writing.language(), {{"version", *wish.version}});
}

/// What is kept of a rejection under its key is its code and its reason: what stands in the way is
/// looked for again, as long as it is that.
decide::Rejection rejection_of(const port::Answer& answer, const model::Command& command,
                               const runtime::Engine& engine) {
  auto again = decide::decide(engine.state(), command, engine.now()).rejection;
  const bool is_that = again && again->code == answer.rejection && again->reason == answer.reason;
  return is_that ? std::move(*again) : decide::Rejection{answer.rejection, answer.reason};
}

int status_of(std::string_view code) {
  if (code == "not_permitted" || code == "unknown_person") {
    return 403;
  }
  return code.starts_with("unknown_") ? 404 : 409;
}

}  // namespace

Response refused(std::string_view code, const Text& reason, Language language) {
  return problem(status_of(code), code, reason, language);
}

Response refused(const decide::Rejection& rejection, Language language) {
  json::object more;
  if (!rejection.task.empty()) {
    more["task"] = rejection.task.str();
  }
  if (!rejection.states.empty()) {
    more["states"] = json::array(rejection.states.begin(), rejection.states.end());
  }
  return problem(status_of(rejection.code), rejection.code, rejection.reason, language,
                 std::move(more));
}

Response no_campaign(const std::string& id, Language language) {
  return refused("unknown_campaign",
                 {fmt::format("không có đợt “{}”", id), fmt::format("no campaign '{}'", id)},
                 language);
}

Response no_task(const std::string& id, Language language) {
  return refused("unknown_task",
                 {fmt::format("đợt này không có nhiệm vụ “{}”", id),
                  fmt::format("the campaign has no task '{}'", id)},
                 language);
}

Response bad_parameter(const Error& error, Language language) {
  const Text detail{fmt::format("“{}” {}", error.where, error.message.vi),
                    fmt::format("'{}' {}", error.where, error.message.en)};
  return problem(400, "bad_parameter", detail, language, {{"parameter", error.where}});
}

Response carry_out(const Writing& writing, Wish wish, json::object details) {
  auto& engine = writing.engine;
  const runtime::Request asked{{writing.request.caller.user, writing.request.caller.on_behalf,
                                std::move(wish.campaign), std::move(wish.body)},
                               writing.request.key,
                               fingerprint_of(writing.request)};
  if (auto changed = changed_meanwhile(writing, asked, wish)) {
    return std::move(*changed);
  }
  const auto before = engine.position() + engine.staged().size();
  const auto answer = engine.decide(asked, writing.now);
  if (answer.has_error()) {
    return unavailable(answer.error(), writing.language());
  }
  if (!answer->accepted()) {
    return refused(rejection_of(*answer, asked.command, engine), writing.language());
  }
  const auto kept = engine.answered(asked);
  if (kept.has_error()) {
    return unavailable(kept.error(), writing.language());
  }
  const auto task = writing.path.find("task");
  News news{writing, model::TaskId{task == writing.path.end() ? std::string{} : task->second}};
  const auto read = *kept ? read_kept(writing, **kept, news)
                          : read_new(writing, before, news, [](auto&&...) { return true; });
  if (read.has_error()) {
    return unavailable(read.error(), writing.language());
  }
  json::object document{{"accepted", true},
                        {"at", to_string(*kept ? (*kept)->at : engine.now())},
                        {"position", answer->position}};
  auto happened = std::move(news).take();
  for (auto* members : {&happened, &details}) {
    for (auto& member : *members) {
      document[member.key()] = std::move(member.value());
    }
  }
  return json_response(document);
}

std::optional<Response> may_not(const Writing& writing, model::OfficeCommands like) {
  const model::Command command{
      writing.request.caller.user, writing.request.caller.on_behalf, {}, std::move(like)};
  const auto decision = decide::decide(writing.engine.state(), command, writing.now);
  if (decision.accepted() || decision.rejection->code != "not_permitted") {
    return std::nullopt;
  }
  return refused(decision.rejection->code, decision.rejection->reason, writing.language());
}

}  // namespace tiendo::api
