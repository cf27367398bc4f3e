#pragma once

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "api/exchange.hpp"
#include "api/sight.hpp"
#include "base/time.hpp"
#include "runtime/engine.hpp"
#include "server/http_live.hpp"
#include "server/sign_in.hpp"

namespace tiendo::server {

/// What happens, told to those who look on, as server-sent events: `id` is the position in the
/// journal, so that who was away goes on behind the last one that he has seen. Each is told what he
/// may see, and closed where he does not keep up.
class LiveEvents {
 public:
  using Streams = std::vector<std::shared_ptr<HttpLive>>;
  /// Sends the same to many.
  using Push = std::function<void(Streams, std::shared_ptr<const std::string>)>;

  /// `engine` and `push` outlive this.
  LiveEvents(const runtime::Engine& engine, Push push) : engine_{engine}, push_{std::move(push)} {}

  /// Somebody who looks on.
  struct Onlooker {
    api::Caller caller;
    Identity by;  // by what he came in
    Language language = Language::vi;
    std::shared_ptr<HttpLive> stream;
  };

  // On the engine's thread.

  /// From now on he is told. What happened after `after` and before now is left to be read: to be
  /// done with the journal at hand, on any thread; nothing live comes before it.
  [[nodiscard]] api::ReadJournal add(Onlooker onlooker, port::Journal::Position after,
                                     Timestamp now);
  /// A listener of the engine.
  void committed(port::Journal::Position first, std::span<const model::Event> events);
  /// Closes what has been open for long, so that nobody looks on for ever by what he may no longer
  /// do: clients come again by themselves.
  void close_old(Timestamp now);

  // Any thread.

  /// Closes the streams of those who came in by what has ended since.
  void close_ended(const std::function<bool(const Identity&)>& has_ended) const;
  [[nodiscard]] std::size_t size() const;

 private:
  struct Client {
    Onlooker who;
    api::Sight sight;
    Timestamp since;
    bool is_current = false;                                // what happened before has been sent
    std::vector<std::shared_ptr<const std::string>> later;  // what waits for that
  };
  using Clients = std::list<std::shared_ptr<Client>>;

  [[nodiscard]] std::string written(port::Journal::Position first,
                                    std::span<const model::Event> events, const Client& as) const;
  void tell(const std::vector<std::shared_ptr<Client>>& alike, std::string text);

  const runtime::Engine& engine_;
  Push push_;
  mutable std::mutex mutex_;  // what follows, and what is in the clients
  Clients clients_;
};

}  // namespace tiendo::server
