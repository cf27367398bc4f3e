#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "model/ids.hpp"
#include "server/channels.hpp"
#include "server/static_file.hpp"

namespace tiendo::server {

/// How an office is served.
struct ServerOptions {
  std::filesystem::path data;  // a folder that exists
  std::string address = "127.0.0.1";
  std::uint16_t port = 8750;          // 0: one that is free
  std::filesystem::path certificate;  // PEM; empty: no TLS
  std::filesystem::path key;
  bool insecure = false;  // other addresses than loopback without TLS: somebody else speaks it
  std::vector<std::string> trusted_proxies;
  std::filesystem::path backups;  // a folder for the daily ones; empty: none are made
  bool after_absence = false;     // a person has looked at the clock
  // Of a rehearsal: where its clock begins (empty: where it was left) and how fast it goes.
  std::optional<Timestamp> clock;
  double speed = 1;
  Channels channels;            // beside the inbox
  runtime::LetterHead letters;  // who writes by them; without a console of its own: this server
  ReadLetters read_letters;     // of a channel that writes files; else empty
  model::UserId owner;          // as whom the command line beside the server acts
  std::string version;
  std::span<const StaticFile> pages;  // of the console; the bytes outlive the server
};

/// The engine in service: the data folder with its lock, the engine's thread, HTTP, live events,
/// metrics, backups. The thread that calls `run` is that of HTTP.
class Server {
 public:
  /// Opens the folder, recovers, catches up and listens: when this returns it is ready. An error
  /// says what, where and the remedy; nothing has been left behind then.
  [[nodiscard]] static Result<std::unique_ptr<Server>> start(const ServerOptions& options);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  virtual ~Server() = default;

  /// "http://127.0.0.1:8750".
  [[nodiscard]] virtual std::string address() const = 0;

  /// Serves until SIGTERM or SIGINT, or `stop`: no new connections, what has been begun is
  /// finished, and after ten seconds, or a second signal, what is left is cut off.
  virtual void run() = 0;
  /// Any thread.
  virtual void stop() = 0;

 protected:
  Server() = default;
};

}  // namespace tiendo::server
