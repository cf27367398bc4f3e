#include "runtime/telling.hpp"

#include <algorithm>
#include <map>

#include "runtime/matters.hpp"

namespace tiendo::runtime {
namespace {

using model::MessageKind;

const model::OfficeHours& hours_of(const model::Office& office) {
  static const model::OfficeHours usual;
  return office.hours ? *office.hours : usual;
}

bool is_open(const model::Office& office, Timestamp now) {
  const Day today = local_day(now);
  const auto& hours = hours_of(office);
  return office.working_days->is_working(today) && now >= instant_of(today, hours.opens) &&
         now < instant_of(today, hours.closes);
}

/// Whether the digests of today have been queued.
bool has_had_digests(const model::Office& office, Day today) {
  return office.digests_on && *office.digests_on >= today;
}

bool something_is_urgent(const model::State& state) {
  return std::ranges::any_of(
      state.campaigns, [](const auto& campaign) { return campaign.second.urgent_waiting > 0; });
}

struct Waiting {
  const model::Campaign* campaign = nullptr;
  const model::WaitingNotice* notice = nullptr;
};

/// The notices that no message has carried, in an order that is always the same.
std::vector<Waiting> waiting_notices(const model::State& state, MessageKind kind) {
  std::vector<Waiting> waiting;
  for (const auto& [id, campaign] : state.campaigns) {
    const auto begin = static_cast<std::ptrdiff_t>(waiting.size());
    for (const auto& [key, notice] : campaign.outbox) {
      if (kind == MessageKind::digest || is_urgent(notice.notice.subject)) {
        waiting.push_back({&campaign, &notice});
      }
    }
    std::sort(waiting.begin() + begin, waiting.end(), [](const Waiting& a, const Waiting& b) {
      return a.notice->notice.key < b.notice->notice.key;
    });
  }
  return waiting;
}

/// Makes the events of one telling.
class Teller {
 public:
  Teller(const model::State& state, MessageKind kind, Timestamp now)
      : state_{state}, kind_{kind}, now_{now}, today_{local_day(now)} {
    if (kind == MessageKind::digest) {
      matters_ = matters(state, now);
    }
    waiting_ = waiting_notices(state, kind);
  }

  std::vector<model::Event> tell() && {
    std::map<model::UserId, const model::Person*> people;  // in an order that is always the same
    for (const auto& [id, person] : state_.office.people) {
      people.emplace(id, &person);
    }
    for (const auto& [id, person] : people) {
      tell(*person);
    }
    for (const auto& [campaign, notice] : waiting_) {
      record(campaign->id, campaign->plan_version,
             model::DeliveryMoved{notice->notice.key, model::DeliveryState::sent, {}, {}});
    }
    if (kind_ == MessageKind::digest) {
      record({}, 0, model::DigestsQueued{today_});
    }
    return std::move(events_);
  }

 private:
  void tell(const model::Person& person) {
    std::vector<model::Carried> carried;
    std::string first;  // notice, after which the message is called
    for (const auto& [campaign, waiting] : waiting_) {
      const auto& notice = waiting->notice;
      if (waiting->by != person.id && model::reaches(notice.to, person, today_)) {
        first = first.empty() ? campaign->id.str() + "/" + notice.key : first;
        carried.push_back({campaign->id, notice.task, notice.subject, notice.rung, notice.reason});
      }
    }
    if (carried.empty() && !is_waited_for(person)) {
      return;
    }
    const auto what = kind_ == MessageKind::digest ? to_string(today_) : first;
    for (const auto& channel : state_.office.channels) {
      std::string key{model::name(kind_)};
      key.append("/").append(what).append("/").append(person.id.str()).append("/").append(channel);
      queue({std::move(key), kind_, today_, person.id, channel, carried});
    }
  }

  /// Nobody gets two digests at once: one that has not gone out yet goes into the new one.
  void queue(model::Message message) {
    for (const auto& [key, waiting] : state_.office.outbox) {
      const auto& old = waiting.message;
      const bool is_the_same = old.kind == MessageKind::digest && old.kind == message.kind &&
                               old.to == message.to && old.channel == message.channel;
      if (is_the_same && waiting.delivery.state != model::DeliveryState::sending) {
        message.notices.insert(message.notices.begin(), old.notices.begin(), old.notices.end());
        record({}, 0, model::DeliveryMoved{key, model::DeliveryState::withdrawn, "superseded", {}});
      }
    }
    record({}, 0, model::MessageQueued{std::move(message)});
  }

  /// Whether the day begins with something that he has to do, also where no notice says so: what
  /// is due, and what others wait for.
  [[nodiscard]] bool is_waited_for(const model::Person& person) const {
    return std::ranges::any_of(matters_, [&](const Matter& matter) {
      return (matter.group == DigestGroup::to_approve || matter.group == DigestGroup::due_today) &&
             model::reaches(matter.to, person, today_);
    });
  }

  void record(const model::CampaignId& stream, std::uint32_t plan_version, model::EventBody body) {
    events_.push_back({now_, {}, nullptr, stream, plan_version, std::move(body)});
  }

  const model::State& state_;
  MessageKind kind_;
  Timestamp now_;
  Day today_;
  std::vector<Matter> matters_;
  std::vector<Waiting> waiting_;
  std::vector<model::Event> events_;
};

}  // namespace

std::optional<Timestamp> next_telling(const model::State& state, Timestamp now) {
  const auto& office = state.office;
  if (office.channels.empty()) {
    return std::nullopt;
  }
  const Day today = local_day(now);
  const auto& hours = hours_of(office);
  const bool has_to_tell = !has_had_digests(office, today) || something_is_urgent(state);
  if (has_to_tell && is_open(office, now)) {
    return now;
  }
  const bool still_today = has_to_tell && now < instant_of(today, hours.opens);
  const Day day = office.working_days->next_on_or_after(still_today ? today : plus_days(today, 1));
  return instant_of(day, hours.opens);
}

std::vector<model::Event> tell(const model::State& state, Timestamp now) {
  const auto& office = state.office;
  if (office.channels.empty() || !is_open(office, now)) {
    return {};
  }
  if (!has_had_digests(office, local_day(now))) {
    return Teller{state, MessageKind::digest, now}.tell();
  }
  return something_is_urgent(state) ? Teller{state, MessageKind::at_once, now}.tell()
                                    : std::vector<model::Event>{};
}

}  // namespace tiendo::runtime
