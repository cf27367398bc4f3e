#pragma once

#include <boost/asio/io_context.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "port/blobs.hpp"
#include "port/secrets.hpp"
#include "server/backup_rotation.hpp"
#include "server/channels.hpp"
#include "server/clock.hpp"
#include "server/desk.hpp"
#include "server/journal_reader.hpp"
#include "server/live_events.hpp"
#include "server/passwords.hpp"
#include "server/story.hpp"

namespace tiendo::server {

/// In the order in which they are asked whether a path is theirs; the last takes what is left.
using Desks = std::vector<std::unique_ptr<Desk>>;

/// What the desks work with; all of it outlives them.
struct Rooms {
  boost::asio::io_context& http;  // the thread of HTTP
  EngineLoop& loop;
  const runtime::Engine& engine;  // on its thread
  api::Service& service;          // on the engine's thread
  const port::Secrets& secrets;   // on the engine's thread
  LiveEvents& live;
  RehearsalClock* rehearsal;       // null in a real office
  Story* story;                    // null where it is no demo
  JournalReader& reader;           // history and days gone by
  JournalReader& checker;          // the record as a whole
  Worker& worker;                  // hashing, files
  Worker& planner;                 // plans that are only looked at
  port::Blobs& blobs;              // on the worker's thread
  const BackupRotation* rotation;  // null where no backups are made
  SignIn& sign_in;                 // on the thread of HTTP
  const Passwords& passwords;
};

struct DeskOptions {
  std::filesystem::path evidence;   // the folder of the files
  bool secure = false;              // people come over TLS
  ReadLetters read_letters;         // empty: letters do not become files
  std::string version;              // of the program
  std::function<Timestamp()> wall;  // what time it is outside of a rehearsal
};

/// All of them: there is no path outside of this list but what Door answers to everybody.
[[nodiscard]] Desks make_desks(const Rooms& rooms, const DeskOptions& options);

}  // namespace tiendo::server
