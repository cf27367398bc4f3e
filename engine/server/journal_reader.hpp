#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "api/exchange.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "server/http_server.hpp"
#include "server/worker.hpp"

namespace tiendo::server {

/// Reads the journal beside the engine, over a connection of its own and on a thread of its own:
/// history and the state as of a day may take long. Any thread.
class JournalReader {
 public:
  /// Room for one question of each connection: after a restart everybody who looks on asks at once
  /// what he has missed.
  explicit JournalReader(std::filesystem::path folder,
                         std::size_t waiting_max = HttpOptions{}.connections_max);
  ~JournalReader();

  /// Called once, on the reader's thread or inside `read`: it hands the answer over.
  using Answer = std::function<void(api::Response)>;
  /// 503 where the journal cannot be opened, or too many wait. A read that failed (500 and above)
  /// closes the connection; the next one opens it anew.
  void read(api::ReadJournal rest, Language language, Answer answer);
  void read(api::ReadFolder rest, Language language, Answer answer);

  /// Answers what was taken and ends the thread.
  void stop() { worker_.stop(); }

 private:
  struct Connection;
  [[nodiscard]] Result<Connection*> connection();
  using Rest = std::function<api::Response(Connection&)>;
  void post(Rest rest, Language language, Answer answer);
  [[nodiscard]] api::Response done(const Rest& rest, Language language);

  std::filesystem::path folder_;
  std::unique_ptr<Connection> connection_;  // the reader's thread alone
  Worker worker_;                           // last: its thread uses the others
};

}  // namespace tiendo::server
