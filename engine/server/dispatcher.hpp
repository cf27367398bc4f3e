#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "port/secrets.hpp"
#include "runtime/engine.hpp"
#include "server/channels.hpp"
#include "server/engine_loop.hpp"
#include "server/worker.hpp"

namespace tiendo::server {

/// Brings the messages of the office to people. What a message says is made when it goes: of how
/// things stand then, and of what its receiver may see then. Where nothing is left to be said, or
/// he has no address, it is withdrawn.
///
/// Every step is in the journal before the next is taken, so that a message that was under way when
/// the program ended goes again, under the same id. Whoever cannot be reached is tried again after
/// 1, 5, 15, 60 minutes, then every 4 hours; after two days, and one more try at least (the clock
/// of a rehearsal jumps), the message is dead.
class Dispatcher {
 public:
  /// All outlive this.
  struct Rooms {
    EngineLoop& loop;
    runtime::Engine& engine;       // on its thread
    const port::Secrets& secrets;  // on the engine's thread
    Worker& worker;                // on which letters are sent
  };

  Dispatcher(const Rooms& rooms, Channels channels, runtime::LetterHead head)
      : rooms_{rooms}, channels_{std::move(channels)}, head_{std::move(head)} {}
  Dispatcher(const Dispatcher&) = delete;
  Dispatcher& operator=(const Dispatcher&) = delete;

  /// On the engine's thread, again and again: takes what is due at `now`.
  void look(Timestamp now);
  /// Any thread: no letter is begun any more.
  void stop() { stopping_ = true; }
  /// Any thread, after `stop`: what is on its way is not waited for any more. Where it was not
  /// taken the record goes on to say that it is being sent, so that it goes again after the next
  /// start.
  void give_up();

 private:
  using Action = model::DeliveryAction;

  void take(const std::string& key, const model::WaitingMessage& waiting, Timestamp now);
  void send(const std::string& key, const std::string& channel,
            const std::shared_ptr<const port::Letter>& letter);
  [[nodiscard]] std::optional<model::DeliveryCommand> follow_up(
      const std::string& key, const port::Channel::Sending& sending, Timestamp now) const;
  /// Records the step that `next` says, if it says one, and calls `then` once it lasts; where it
  /// does not, the message is taken up again later.
  using Next = std::function<std::optional<model::DeliveryCommand>(Timestamp now)>;
  void step(const std::string& key, Next next, std::function<void()> then);
  void put_down(const std::string& key);

  Rooms rooms_;
  Channels channels_;
  runtime::LetterHead head_;
  std::set<std::string> in_hand_;  // keys; on the engine's thread
  std::atomic<bool> stopping_ = false;
  std::atomic<bool> given_up_ = false;
};

/// Lets the office know its channels, where they are others than before: decided, not committed.
[[nodiscard]] Result<void> declare(const Channels& channels, runtime::Engine& engine,
                                   const model::UserId& owner, Timestamp now);

}  // namespace tiendo::server
