#include "api/answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "api/history_json.hpp"
#include "api/lists.hpp"
#include "api/problem.hpp"
#include "decide/decide.hpp"
#include "runtime/history.hpp"
#include "runtime/history_words.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;
using Position = port::Journal::Position;

/// Most commands have fewer events.
constexpr Position usual_command = 64;

/// The events of a command, sorted by what a person wants to know of them.
class News {
 public:
  News(const model::State& state, Language language) : state_{state}, language_{language} {}

  void add(Position position, const model::Event& event) {
    if (event.actor.empty()) {
      ++by_clock_;
      return;
    }
    const auto* campaign = state_.find(event.campaign);
    const auto* plan = campaign == nullptr ? nullptr : campaign->plan.get();
    if (const auto* notice = std::get_if<model::NoticeQueued>(&event.body)) {
      const json::value one(runtime::words_for(notice->notice.to, plan).in(language_));
      if (std::ranges::find(told_, one) == told_.end()) {
        told_.push_back(one);
      }
    } else {
      events_.push_back(to_json(runtime::told(position, event, plan), language_));
    }
  }

  [[nodiscard]] json::object take() && {
    return {{"events", std::move(events_)}, {"told", std::move(told_)}, {"by_clock", by_clock_}};
  }

 private:
  const model::State& state_;
  Language language_;
  json::array events_;
  json::array told_;
  std::size_t by_clock_ = 0;
};

/// What happened after `before`: of what does not last yet and of what the clock has written.
Result<void> read_new(const Writing& writing, Position before, News& news) {
  const auto lasting = writing.engine.position();
  if (before < lasting) {
    const auto read = writing.journal.read(before, [&](Position at, const model::Event& event) {
      news.add(at, event);
      return true;
    });
    if (read.has_error()) {
      return read.error();
    }
  }
  auto position = lasting;
  for (const auto& event : writing.engine.staged()) {
    if (++position > before) {
      news.add(position, event);
    }
  }
  return {};
}

/// The events that end at `last` and are of one actor and instant, as far as they are after `from`.
Result<std::vector<model::Event>> run_before(const port::Journal& journal, Position from,
                                             Position last) {
  std::vector<model::Event> run;
  const auto read = journal.read(from, [&](Position position, const model::Event& event) {
    if (!run.empty() && (run.back().at != event.at || run.back().actor != event.actor)) {
      run.clear();
    }
    run.push_back(event);
    return position < last;
  });
  if (read.has_error()) {
    return read.error();
  }
  return run;
}

/// The events of a command that was done before and ended at `last`. Looks back a little, and
/// further as long as all that it found belongs to the command.
Result<void> read_earlier(const Writing& writing, Position last, News& news) {
  for (Position back = usual_command;; back *= 8) {
    const auto from = last > back ? last - back : 0;
    const auto run = run_before(writing.journal, from, last);
    if (run.has_error()) {
      return run.error();
    }
    if (run->size() == back) {
      continue;
    }
    const bool is_theirs = !run->empty() && run->back().actor == writing.request.caller.user;
    for (std::size_t i = 0; is_theirs && i < run->size(); ++i) {
      news.add(last - run->size() + 1 + i, (*run)[i]);
    }
    return {};
  }
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
    return refused(answer->rejection, answer->reason, writing.language());
  }
  News news{engine.state(), writing.language()};
  const bool came_before = !asked.key.empty() && answer->position <= before;
  const auto read =
      came_before ? read_earlier(writing, answer->position, news) : read_new(writing, before, news);
  if (read.has_error()) {
    return unavailable(read.error(), writing.language());
  }
  json::object document{
      {"accepted", true}, {"at", to_string(engine.now())}, {"position", answer->position}};
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
