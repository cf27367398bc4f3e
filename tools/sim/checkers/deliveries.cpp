#include "sim/checkers/deliveries.hpp"

#include <fmt/format.h>

namespace tiendo::sim {
namespace {

using model::DeliveryState;

bool is_settled(DeliveryState state) {
  return state == DeliveryState::sent || state == DeliveryState::dead ||
         state == DeliveryState::withdrawn;
}

/// The key of the notice or message that the event queues, if it does.
const std::string* queued_by(const model::EventBody& body) {
  if (const auto* notice = std::get_if<model::NoticeQueued>(&body)) {
    return &notice->notice.key;
  }
  const auto* message = std::get_if<model::MessageQueued>(&body);
  return message == nullptr ? nullptr : &message->message.key;
}

bool allowed(DeliveryState from, DeliveryState to) {
  switch (to) {
    case DeliveryState::sending:
      return from == DeliveryState::queued || from == DeliveryState::waiting_retry;
    case DeliveryState::waiting_retry:
      return from == DeliveryState::sending;
    case DeliveryState::sent:
    case DeliveryState::dead:
    case DeliveryState::withdrawn:
      return !is_settled(from);
    case DeliveryState::queued:
      break;
  }
  return false;
}

}  // namespace

Wrong DeliveriesChecker::read(port::Journal::Position position, const model::Event& event,
                              const model::State&) {
  if (const auto* key = queued_by(event.body)) {
    return notices_.try_emplace({event.campaign, *key}, DeliveryState::queued).second
               ? Wrong{}
               : Wrong{fmt::format("event {}: {} is queued twice", position, *key)};
  }
  const auto* moved = std::get_if<model::DeliveryMoved>(&event.body);
  if (moved == nullptr) {
    return {};
  }
  const auto notice = notices_.find({event.campaign, moved->key});
  if (notice == notices_.end()) {
    return fmt::format("event {}: the notice {} was never queued", position, moved->key);
  }
  const auto from = std::exchange(notice->second, moved->state);
  return allowed(from, moved->state)
             ? Wrong{}
             : Wrong{fmt::format("event {}: the notice {} goes from {} to {}", position, moved->key,
                                 model::name(from), model::name(moved->state))};
}

Wrong DeliveriesChecker::at_the_end(const Sight& sight) {
  for (const auto& [key, state] : notices_) {
    if (!is_settled(state)) {
      return fmt::format("the notice {} of {} ends as {}", key.second, key.first.str(),
                         model::name(state));
    }
  }
  for (const auto& [id, campaign] : sight.replayed.campaigns) {
    if (!campaign.outbox.empty()) {
      return fmt::format("{} has {} notices in its outbox", id.str(), campaign.outbox.size());
    }
  }
  return {};
}

}  // namespace tiendo::sim
