// World: what people do, and who carries their notices.
#include <fmt/format.h>

#include "sim/asking.hpp"
#include "sim/channel.hpp"
#include "sim/world.hpp"

namespace tiendo::sim {

Clients::Number World::new_request() {
  const auto mark = clients_.next_mark();
  const auto& state = machine_.engine().state();
  const auto& campaign = dice_.of(campaigns_);
  if (dice_.one_in(30)) {
    return clients_.take(dice_, ask_of_office(dice_, state, now_, mark));
  }
  if (!dice_.one_in(5)) {
    if (auto command = ask_sensibly(dice_, state, campaign, now_, mark)) {
      return clients_.take(dice_, std::move(*command));
    }
  }
  return clients_.take(dice_, ask_foolishly(dice_, state, campaign, now_, mark));
}

void World::people_act() {
  const auto size = dice_.below(10);
  const int count = size < 6 ? dice_.between(1, 3) : dice_.between(1, size < 9 ? 10 : 50);
  std::vector<Clients::Number> requests;
  for (int i = 0; i < count; ++i) {
    const auto again = dice_.one_in(5) ? clients_.any_again(dice_) : std::nullopt;
    const auto request = again ? *again : new_request();
    if (!again && dice_.one_in(12)) {
      clients_.put_aside(request);
    } else {
      requests.push_back(request);
    }
  }
  send(requests);
}

void World::channel_carries() {
  const auto commands = carry_notices(dice_, machine_.engine().state(), now_, dice_.between(1, 40));
  std::vector<Clients::Number> requests;
  for (const auto& command : commands) {
    requests.push_back(clients_.take(dice_, command));
  }
  send(requests);
}

void World::send(const std::vector<Clients::Number>& requests) {
  if (requests.empty()) {
    return;  // whether the engine is fine is as open as before
  }
  auto& engine = machine_.engine();
  note(fmt::format("{} commands at {}, from number {}", requests.size(), to_string(now_),
                   requests.front()));
  std::vector<std::pair<Clients::Number, port::Answer>> answers;
  for (const auto number : requests) {
    const auto jitter = std::chrono::seconds{dice_.between(-20, 30)};
    if (auto answer = engine.decide(clients_.request(number), now_ + jitter)) {
      answers.emplace_back(number, std::move(*answer));
    }
  }
  const auto committed = engine.commit();
  engine_is_fine_ = committed.has_value();
  clock_has_run_ = committed.has_value() && answers.size() == requests.size();
  if (!machine_.disk().is_on()) {
    return;  // nobody has heard anything
  }
  if (committed.has_error()) {
    ++counts_.failures;
    note("  failed: " + committed.error().message.en);
    return;
  }
  machine_.disk().quiet(true);
  wrong_ = witness_.read(machine_.journal());
  for (const auto& answer : answers) {
    hear(answer.first, answer.second, answers.size() == 1);
  }
  machine_.disk().quiet(false);
}

void World::hear(Clients::Number number, const port::Answer& answer, bool in_words) {
  ++counts_.commands;
  clients_.answered(number);
  if (in_words && !answer.accepted()) {
    note("  refused: " + answer.rejection + ", " + answer.reason.en);
  }
  check_all([&](Checker& checker) {
    return checker.answered(clients_.request(number), answer, sight());
  });
}

/// What somebody reads at one moment stays as it is while people go on, and the log cannot be used
/// again from its start meanwhile.
void World::somebody_reads() {
  note("somebody reads beside");
  const auto reader = machine_.open_to_read();
  if (reader.has_error()) {
    return;
  }
  const auto& store = **reader;
  bool moved = false;
  const auto read = store.at_one_moment([&]() -> Result<void> {
    const auto before = store.last_position();
    people_act();
    const auto after = store.last_position();
    moved = before.has_value() && after.has_value() && *before != *after;
    return {};
  });
  if (read.has_error()) {
    note("  cannot read on: " + read.error().message.en);
  }
  if (well() && moved) {
    wrong_ = "reader: the journal moved while it was read at one moment";
  }
}

}  // namespace tiendo::sim
