#include "server/dispatcher.hpp"

#include <spdlog/spdlog.h>

#include <array>

#include "runtime/digest.hpp"
#include "runtime/letter.hpp"
#include "server/kept_reason.hpp"

namespace tiendo::server {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr std::size_t in_hand_max = 16;  // the others wait in the journal
constexpr hours tried_for_max{48};

minutes pause_after(int tries) {
  constexpr std::array pauses{minutes{1}, minutes{5}, minutes{15}, minutes{60}};
  const auto index = static_cast<std::size_t>(std::max(tries, 1)) - 1;
  return index < pauses.size() ? pauses[index] : minutes{240};
}

/// Whether its next step is ours to take. A message that is being sent and is not in our hands was
/// on its way when the program ended.
bool is_due(const model::Delivery& delivery, Timestamp now) {
  return delivery.state != model::DeliveryState::waiting_retry || !delivery.retry_at ||
         *delivery.retry_at <= now;
}

/// Letters have ids that every mail program understands.
std::string letter_id(const std::string& key) {
  std::string id;
  for (const char c : key) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '-' || c == '_';
    id += is_plain ? c : '.';
  }
  return id;
}

auto always(model::DeliveryCommand command) {
  return [command = std::move(command)](Timestamp) { return std::optional{command}; };
}

}  // namespace

void Dispatcher::look(Timestamp now) {
  if (stopping_) {
    return;
  }
  for (const auto& [key, waiting] : rooms_.engine.state().office.outbox) {
    if (in_hand_.size() >= in_hand_max) {
      return;
    }
    if (channels_.contains(waiting.message.channel) && is_due(waiting.delivery, now) &&
        !in_hand_.contains(key)) {
      take(key, waiting, now);
    }
  }
}

void Dispatcher::take(const std::string& key, const model::WaitingMessage& waiting, Timestamp now) {
  const auto& message = waiting.message;
  const auto& state = rooms_.engine.state();
  const auto address = rooms_.secrets.get(message.to, message.channel);
  if (address.has_error()) {
    spdlog::error("message key={}: its address cannot be read: {}", key,
                  address.error().message.en);
    return;
  }
  in_hand_.insert(key);
  const auto digest = runtime::digest_of(state, message, now);
  if (digest.empty() || !*address) {
    const auto* why = digest.empty() ? "nothing_left" : "no_address";
    step(key, always({key, Action::withdraw, why, {}}), [this, key] { put_down(key); });
    return;
  }
  const auto person = state.office.people.find(message.to);
  auto head = head_;
  if (!state.office.name.empty()) {
    head.office = state.office.name;
  }
  const auto letter = std::make_shared<const port::Letter>(runtime::compose(
      digest, {letter_id(key), **address, person->second.name, waiting.queued_at, Language::vi},
      head));
  const auto go = [this, key, channel = message.channel, letter] { send(key, channel, letter); };
  if (waiting.delivery.state == model::DeliveryState::sending) {
    go();
  } else {
    step(key, always({key, Action::send, {}, {}}), go);
  }
}

void Dispatcher::send(const std::string& key, const std::string& channel,
                      const std::shared_ptr<const port::Letter>& letter) {
  const auto way = channels_.at(channel);
  const auto taken = rooms_.worker.post([this, key, way, letter] {
    if (stopping_) {
      return;
    }
    auto sending = way->send(*letter);
    if (given_up_ && sending.outcome != port::Channel::Outcome::sent) {
      return;
    }
    sending.reason = kept_reason(sending.reason, letter->to_address);
    step(
        key, [this, key, sending](Timestamp now) { return follow_up(key, sending, now); },
        [this, key] { put_down(key); });
  });
  if (taken != Worker::Taken::yes) {
    put_down(key);  // goes again with the next look
  }
}

/// What follows from how it went.
std::optional<model::DeliveryCommand> Dispatcher::follow_up(const std::string& key,
                                                            const port::Channel::Sending& sending,
                                                            Timestamp now) const {
  const auto& outbox = rooms_.engine.state().office.outbox;
  const auto found = outbox.find(key);
  if (found == outbox.end()) {
    return std::nullopt;
  }
  const auto& waiting = found->second;
  model::DeliveryCommand command{key, Action::confirm, sending.reason, {}};
  if (sending.outcome == port::Channel::Outcome::never ||
      (sending.outcome == port::Channel::Outcome::later && waiting.delivery.tries > 1 &&
       now - waiting.queued_at >= tried_for_max)) {
    command.action = Action::give_up;
  } else if (sending.outcome == port::Channel::Outcome::later) {
    command.action = Action::retry_later;
    command.retry_at = now + pause_after(waiting.delivery.tries);
  }
  if (command.action != Action::confirm) {
    spdlog::warn("message key={} is not sent: {}", key, sending.reason);
  }
  return command;
}

void Dispatcher::step(const std::string& key, Next next, std::function<void()> then) {
  Work work;
  work.writes = true;
  work.run = [this, next = std::move(next)](Timestamp now) {
    api::Response response;
    response.status = 409;
    if (const auto command = next(now)) {
      const auto answer = rooms_.engine.decide({{{}, {}, {}, *command}, {}, {}}, now);
      response.status = answer.has_value() && answer->accepted() ? 200 : 409;
    }
    return api::Outcome{std::move(response)};
  };
  work.answer = [this, key, then = std::move(then)](const api::Outcome& outcome) {
    const auto* response = std::get_if<api::Response>(&outcome);
    if (response != nullptr && response->status == 200) {
      then();
    } else {
      put_down(key);
    }
  };
  rooms_.loop.post(std::move(work));
}

void Dispatcher::give_up() {
  given_up_ = true;
  for (const auto& [name, channel] : channels_) {
    channel->give_up();
  }
}

void Dispatcher::put_down(const std::string& key) {
  in_hand_.erase(key);
}

Result<void> declare(const Channels& channels, runtime::Engine& engine, const model::UserId& owner,
                     Timestamp now) {
  std::vector<std::string> names;
  for (const auto& [name, channel] : channels) {
    names.push_back(name);
  }
  if (names == engine.state().office.channels) {
    return {};
  }
  const model::Command command{owner, {}, {}, model::OfficeCommands{model::SetChannels{names}}};
  const auto answer = engine.decide({command, {}, {}}, now);
  return answer.has_error() ? Result<void>{answer.error()} : Result<void>{};
}

}  // namespace tiendo::server
