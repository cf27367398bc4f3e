#include "sim/channel.hpp"

#include <algorithm>
#include <string>
#include <tuple>

namespace tiendo::sim {
namespace {

using model::DeliveryAction;
using model::DeliveryState;

constexpr int tries_most = 4;

/// The channel acts as the owner of the folder: it is part of the program.
model::Command step(const model::CampaignId& campaign, const std::string& key,
                    DeliveryAction action) {
  return {model::UserId{"owner:sim"}, {}, campaign, model::DeliveryCommand{key, action, "", {}}};
}

/// What is on its way, by the stream that it belongs to.
struct OnItsWay {
  model::CampaignId stream;  // empty: a message of the office
  std::string key;
  model::Delivery delivery;
};

/// In an order that is the same in every run.
std::vector<OnItsWay> waiting(const model::State& state) {
  std::vector<OnItsWay> all;
  for (const auto& [id, campaign] : state.campaigns) {
    for (const auto& [key, notice] : campaign.outbox) {
      all.push_back({id, key, notice.delivery});
    }
  }
  for (const auto& [key, message] : state.office.outbox) {
    all.push_back({{}, key, message.delivery});
  }
  std::ranges::sort(all, {}, [](const OnItsWay& one) { return std::tie(one.stream, one.key); });
  return all;
}

DeliveryAction next_action(Dice& dice, const model::Delivery& delivery) {
  if (delivery.state != DeliveryState::sending) {
    return DeliveryAction::send;
  }
  if (delivery.tries >= tries_most || dice.one_in(20)) {
    return DeliveryAction::give_up;
  }
  return dice.one_in(4) ? DeliveryAction::retry_later : DeliveryAction::confirm;
}

}  // namespace

std::vector<model::Command> carry_notices(Dice& dice, const model::State& state, Timestamp now,
                                          int steps_max) {
  std::vector<model::Command> commands;
  for (const auto& [stream, key, delivery] : waiting(state)) {
    if (static_cast<int>(commands.size()) >= steps_max) {
      return commands;
    }
    const bool waits = delivery.state == DeliveryState::waiting_retry && delivery.retry_at &&
                       *delivery.retry_at > now;
    if (waits || dice.one_in(3)) {
      continue;
    }
    auto command = step(stream, key, next_action(dice, delivery));
    auto& body = std::get<model::DeliveryCommand>(command.body);
    if (body.action == DeliveryAction::retry_later) {
      body.reason = "hộp thư bận";
      body.retry_at = now + std::chrono::minutes{dice.between(1, 600)};
    }
    commands.push_back(std::move(command));
  }
  return commands;
}

std::vector<model::Command> carry_all_notices(const model::State& state) {
  std::vector<model::Command> commands;
  for (const auto& [stream, key, delivery] : waiting(state)) {
    if (delivery.state != DeliveryState::sending) {
      commands.push_back(step(stream, key, DeliveryAction::send));
    }
    commands.push_back(step(stream, key, DeliveryAction::confirm));
  }
  return commands;
}

}  // namespace tiendo::sim
