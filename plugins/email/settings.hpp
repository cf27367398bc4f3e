#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

#include "base/result.hpp"
#include "mime/address.hpp"

namespace tiendo::email {

/// How the way to the mail server is kept from others.
enum class Security : std::uint8_t {
  none,      // not at all: for a server on this machine
  starttls,  // begins in the open and must turn to TLS before anything else, usually port 587
  implicit,  // TLS from the first byte, usually port 465
};

struct Settings {
  std::string host;
  std::uint16_t port = 0;
  Security security = Security::starttls;
  std::string user;  // empty: does not sign in
  std::string password;
  mime::Mailbox from;
  std::filesystem::path ca_file;  // trusted instead of the authorities of the system; may be empty
  std::chrono::milliseconds connect_time_max{15'000};  // until signed in
  std::chrono::milliseconds total_time_max{60'000};    // of one letter
};

/// The settings as an administrator writes them.
struct Options {
  std::string server;                   // see read_settings
  std::string from;                     // "Liên minh HTX <tiendo@example.vn>"; empty: the user
  std::filesystem::path password_file;  // its first line
  std::filesystem::path ca_file;
  bool plain_anywhere = false;  // smtp+plain also to another machine, then without signing in
};

/// `server` is one of
///
///     smtps://USER@HOST:465       TLS from the first byte
///     smtp://USER@HOST:587        STARTTLS, required
///     smtp+plain://HOST:25        no TLS; to this machine only
///
/// The port may be left out, and so may the user, who then does not sign in; an `@` in the name of
/// the user is written %40. A password never stands there, where others can read it, but in a file
/// that others may not read. Errors name the file, or the server without what may be a password.
[[nodiscard]] Result<Settings> read_settings(const Options& options);

/// "Liên minh HTX <tiendo@example.vn>", or the address alone.
[[nodiscard]] Result<mime::Mailbox> read_mailbox(const std::string& text);

}  // namespace tiendo::email
