#include "outcome.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <iostream>

#include "runtime/history.hpp"
#include "runtime/history_words.hpp"
#include "task_view.hpp"

namespace tiendo::cli {
namespace {

namespace json = boost::json;

/// A batch of people is hundreds of lines: the first of them, and how many more.
constexpr std::size_t told_max = 20;

/// The events of a command, sorted by what a person wants to know of them.
struct News {
  std::vector<runtime::HistoryEntry> done;  // by whoever acted, and what followed from it
  std::vector<std::string> told;            // who is told of it
  std::size_t by_clock = 0;                 // caught up with before and after
};

void add_once(std::vector<std::string>& all, std::string one) {
  if (std::ranges::find(all, one) == all.end()) {
    all.push_back(std::move(one));
  }
}

News sort(const OfficeWriter& office, const std::vector<model::Event>& events,
          const Context& context) {
  News news;
  auto position = office.began_at();
  for (const auto& event : events) {
    ++position;
    if (event.actor.empty()) {
      ++news.by_clock;
      continue;
    }
    const auto* campaign = office.state().find(event.campaign);
    const auto* plan = campaign == nullptr ? nullptr : campaign->plan.get();
    if (const auto* notice = std::get_if<model::NoticeQueued>(&event.body)) {
      add_once(news.told, context.say(runtime::words_for(notice->notice.to, plan)));
    } else {
      news.done.push_back(runtime::told(position, event, plan));
    }
  }
  return news;
}

void print_text(const News& news, const Context& context) {
  for (std::size_t i = 0; i < std::min(news.done.size(), told_max); ++i) {
    const auto& entry = news.done[i];
    std::cout << (entry.task.empty() ? "" : entry.task.str() + ": ") << context.say(entry.text)
              << '\n';
  }
  if (news.done.size() > told_max) {
    const auto more = news.done.size() - told_max;
    std::cout << context.say(
        {fmt::format("… và {} việc khác\n", more), fmt::format("… and {} more\n", more)});
  }
  if (!news.told.empty()) {
    std::cout << context.say({"báo cho: ", "told: "})
              << fmt::format("{}", fmt::join(news.told, ", ")) << '\n';
  }
  if (news.by_clock > 0) {
    note(context, {fmt::format("đã ghi {} việc đến lúc trong thời gian qua", news.by_clock),
                   fmt::format("{} things that had fallen due were recorded", news.by_clock)});
  }
  if (news.done.empty() && news.by_clock == 0) {
    std::cout << context.say({"không có gì thay đổi\n", "nothing changed\n"});
  }
}

json::object to_json(const News& news, const OfficeWriter& office, const Context& context) {
  json::array events;
  for (const auto& entry : news.done) {
    events.push_back(to_json(entry, context));
  }
  return {{"accepted", true},
          {"at", to_string(office.now())},
          {"events", std::move(events)},
          {"told", json::array(news.told.begin(), news.told.end())},
          {"by_clock", news.by_clock}};
}

}  // namespace

void tell_news(OfficeWriter& office, Context& context, const json::object& details) {
  const auto events = office.news();
  if (events.has_error()) {
    complain(context, outside(events.error()));
    return;
  }
  const auto news = sort(office, *events, context);
  if (!context.json) {
    print_text(news, context);
    return;
  }
  auto document = to_json(news, office, context);
  for (const auto& [key, value] : details) {
    document[key] = value;
  }
  print(document);
}

bool carry_out(OfficeWriter& office, const std::vector<OfficeWriter::Wish>& wishes,
               Context& context, const json::object& details) {
  const auto answer = office.carry_out(wishes);
  if (answer.has_error()) {
    complain(context, outside(answer.error()));
    return false;
  }
  if (!answer->accepted()) {
    complain(context, {Exit::refused, answer->rejection, answer->reason});
    return false;
  }
  auto all = details;
  all["position"] = answer->position;  // of a command that came before under its key: as then
  tell_news(office, context, all);
  return true;
}

}  // namespace tiendo::cli
