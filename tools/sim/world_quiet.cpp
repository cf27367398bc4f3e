// World: the quiet after the chaos, in which everything has to drain.
#include <fmt/format.h>

#include <algorithm>

#include "sim/asking.hpp"
#include "sim/channel.hpp"
#include "sim/world.hpp"

namespace tiendo::sim {
namespace {

constexpr int hops_most = 12;       // from one instant at which something is due to the next
constexpr int commands_most = 200;  // to finish a campaign
constexpr int rounds_most = 20;     // to empty the outbox

}  // namespace

void World::go_quiet() {
  note("quiet");
  auto& disk = machine_.disk();
  disk.set_rates({});
  disk.crash(Loss::some_unsynced);
  options_.crash_rate = 0;
  recover();
  answer_everybody();
  run_to_the_end();
  finish_campaigns();
  empty_outbox();
  if (well()) {
    advance(now_ + std::chrono::years{1});
    look();
  }
  disk.quiet(true);
  if (well()) {
    wrong_ = witness_.ask_all([this](Checker& checker) { return checker.at_the_end(sight()); });
  }
}

void World::answer_everybody() {
  const auto waiting = clients_.unanswered();
  if (well() && !waiting.empty()) {
    send(waiting);
    look();
  }
  if (well() && !clients_.unanswered().empty()) {
    wrong_ = "quiet: a command has no answer although nothing fails";
  }
}

void World::run_to_the_end() {
  for (int i = 0; i < hops_most && well() && now_ < end_ + std::chrono::days{10}; ++i) {
    if (i % 4 == 3) {
      now_ += std::chrono::days{7};
      advance(now_);
    } else {
      hop();
    }
    look();
  }
  if (well()) {
    now_ = std::max(now_, end_ + std::chrono::days{10});
    advance(now_);
    look();
  }
}

void World::finish_campaigns() {
  for (const auto& campaign : campaigns_) {
    int commands = 0;
    while (well()) {
      auto command = ask_to_finish(machine_.engine().state(), campaign, clients_.next_mark());
      if (!command) {
        break;
      }
      if (++commands > commands_most) {
        wrong_ = "quiet: " + campaign.str() + " cannot be brought to its end";
        break;
      }
      send({clients_.take_with_key(std::move(*command))});
      look();
    }
  }
}

void World::empty_outbox() {
  for (int round = 0; round < rounds_most && well(); ++round) {
    const auto commands = carry_all_notices(machine_.engine().state());
    if (commands.empty()) {
      return;
    }
    std::vector<Clients::Number> requests;
    for (const auto& command : commands) {
      requests.push_back(clients_.take_with_key(command));
    }
    send(requests);
    look();
  }
}

}  // namespace tiendo::sim
