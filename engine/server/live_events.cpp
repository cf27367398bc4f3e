#include "server/live_events.hpp"

#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "api/history_json.hpp"
#include "api/problem.hpp"
#include "runtime/history.hpp"

namespace tiendo::server {
namespace {

using Position = port::Journal::Position;

/// A client that was away for more is sent so many, or so much, and comes again: its queue is
/// bounded (HttpLive::Limits), and what happens meanwhile has to find room there too.
constexpr std::size_t caught_up_at_once = 2'000;
constexpr std::size_t caught_up_bytes = HttpLive::Limits{}.bytes_max / 2;
constexpr std::size_t waiting_max = 1'000;
constexpr std::chrono::minutes longest{15};

/// What is told live, as in a history: notices and what nobody was told are left out.
bool is_told(const model::EventBody& body) {
  const auto* rung = std::get_if<model::RungReached>(&body);
  return !std::holds_alternative<model::NoticeQueued>(body) &&
         !std::holds_alternative<model::DeliveryMoved>(body) && (rung == nullptr || !rung->missed);
}

void append(std::string& text, Position position, const model::Event& event,
            const model::Plan* plan, Language language) {
  auto document = api::to_json(runtime::told(position, event, plan), language);
  document["campaign"] = event.campaign.empty() ? boost::json::value(nullptr)
                                                : boost::json::value(event.campaign.str());
  text += fmt::format("id: {}\nevent: happened\ndata: {}\n\n", position,
                      boost::json::serialize(document));
}

/// What somebody may see of each campaign, kept for a read of the journal.
struct Seen {
  std::shared_ptr<const model::Plan> plan;
  std::set<model::TaskId> tasks;
};
using SeenCampaigns = std::map<model::CampaignId, Seen>;

SeenCampaigns seen_by(const api::Sight& sight, const model::State& state) {
  SeenCampaigns all;
  for (const auto& [id, campaign] : state.campaigns) {
    if (!sight.sees(campaign)) {
      continue;
    }
    auto& seen = all[id];
    seen.plan = campaign.plan;
    for (model::TaskIndex task = 0; task < campaign.tasks.size(); ++task) {
      if (sight.sees(campaign.tasks[task])) {
        seen.tasks.insert(campaign.plan->tasks[task].id);
      }
    }
  }
  return all;
}

/// The task that an event is about; empty: none.
model::TaskId task_of(const model::EventBody& body) {
  return runtime::told(0, {{}, {}, nullptr, {}, 0, body}, nullptr).task;
}

bool is_seen(const model::Event& event, const SeenCampaigns& seen, bool everything) {
  if (event.campaign.empty()) {
    return everything;
  }
  const auto campaign = seen.find(event.campaign);
  if (campaign == seen.end()) {
    return everything;
  }
  const auto task = task_of(event.body);
  return everything || task.empty() || campaign->second.tasks.contains(task);
}

}  // namespace

api::ReadJournal LiveEvents::add(Onlooker onlooker, Position after, Timestamp now) {
  const auto& state = engine_.state();
  const auto sight = onlooker.caller.sees_all
                         ? api::Sight::everything()
                         : api::Sight::of(state.office, onlooker.caller.user, local_day(now));
  const auto client = std::make_shared<Client>(Client{std::move(onlooker), sight, now, false, {}});
  const auto until = engine_.position();
  {
    const std::lock_guard lock{mutex_};
    clients_.push_back(client);
  }
  return [this, client, after, until, seen = seen_by(sight, state),
          everything = sight.sees_everything()](const port::Journal& journal) -> api::Response {
    auto text =
        fmt::format("retry: 2000\nid: {}\nevent: hello\ndata: {{}}\n\n", std::min(after, until));
    std::size_t told = 0;
    bool all = true;
    const auto read = journal.read(after, [&](Position position, const model::Event& event) {
      if (position > until) {
        return false;
      }
      if (told == caught_up_at_once || text.size() >= caught_up_bytes) {
        all = false;
        return false;
      }
      if (is_told(event.body) && is_seen(event, seen, everything)) {
        const auto campaign = seen.find(event.campaign);
        append(text, position, event,
               campaign == seen.end() ? nullptr : campaign->second.plan.get(),
               client->who.language);
        ++told;
      }
      return true;
    });
    const std::lock_guard lock{mutex_};
    client->who.stream->push(std::make_shared<const std::string>(std::move(text)));
    if (read.has_error() || !all) {
      client->who.stream->close();
      return {};
    }
    for (auto& later : client->later) {
      client->who.stream->push(std::move(later));
    }
    client->later.clear();
    client->is_current = true;
    return {};
  };
}

std::string LiveEvents::written(Position first, std::span<const model::Event> events,
                                const Client& as) const {
  std::string text;
  auto position = first;
  for (const auto& event : events) {
    const auto* campaign = engine_.state().find(event.campaign);
    const auto task = task_of(event.body);
    const auto index =
        campaign == nullptr || task.empty() ? std::nullopt : campaign->plan->find(task);
    const bool seen = as.sight.sees_everything() ||
                      (campaign != nullptr &&
                       (index ? as.sight.sees(campaign->tasks[*index]) : as.sight.sees(*campaign)));
    if (seen && is_told(event.body)) {
      append(text, position, event, campaign == nullptr ? nullptr : campaign->plan.get(),
             as.who.language);
    }
    ++position;
  }
  return text;
}

void LiveEvents::tell(const std::vector<std::shared_ptr<Client>>& alike, std::string text) {
  const auto shared = std::make_shared<const std::string>(std::move(text));
  Streams streams;
  for (const auto& client : alike) {
    if (client->is_current) {
      streams.push_back(client->who.stream);
    } else if (client->later.size() < waiting_max) {
      client->later.push_back(shared);
    } else {
      client->who.stream->close();
    }
  }
  if (!streams.empty()) {
    push_(std::move(streams), shared);
  }
}

void LiveEvents::committed(Position first, std::span<const model::Event> events) {
  const std::lock_guard lock{mutex_};
  std::erase_if(clients_, [](const auto& client) {
    return client->who.stream->state() != HttpLive::State::open;
  });
  // Those who see the same in the same language are sent the same.
  std::map<std::pair<Language, std::string>, std::vector<std::shared_ptr<Client>>> groups;
  const auto today = local_day(engine_.now());
  for (const auto& client : clients_) {
    if (!client->who.caller.sees_all) {
      client->sight = api::Sight::of(engine_.state().office, client->who.caller.user, today);
    }
    groups[{client->who.language, client->sight.key()}].push_back(client);
  }
  for (const auto& [key, alike] : groups) {
    if (auto text = written(first, events, *alike.front()); !text.empty()) {
      tell(alike, std::move(text));
    }
  }
}

void LiveEvents::close_old(Timestamp now) {
  const std::lock_guard lock{mutex_};
  for (const auto& client : clients_) {
    if (now - client->since >= longest) {
      client->who.stream->close();
    }
  }
}

void LiveEvents::close_ended(const std::function<bool(const Identity&)>& has_ended) const {
  Clients now;
  {
    const std::lock_guard lock{mutex_};  // looking takes longer, and who they are does not change
    now = clients_;
  }
  for (const auto& client : now) {
    if (client->who.stream->state() == HttpLive::State::open && has_ended(client->who.by)) {
      client->who.stream->close();
    }
  }
}

std::size_t LiveEvents::size() const {
  const std::lock_guard lock{mutex_};
  return clients_.size();
}

}  // namespace tiendo::server
