#pragma once

#include <atomic>

#include "email/settings.hpp"
#include "port/channel.hpp"

namespace tiendo::email {

/// Letters by SMTP (RFC 5321), each over a connection of its own. Goes to the host of the settings
/// alone, whatever proxies the environment names; never without TLS where the settings ask for it.
///
/// sent   the server has taken the letter
/// later  nobody answered in time, the connection broke, the server asked to wait (4xx), or
///        something is wrong that an administrator must mend: certificate, sign-in, sender, or
///        the server takes nothing from us (5.7.x)
/// never  the address is none, or the server refused the recipient or the letter (5xx)
///
/// A connection that breaks after the letter and before the answer leaves open whether it was
/// taken; it goes again then, under the same Message-ID. Takes at most `total_time_max`, and as
/// long as the system looks for the host. One thread at a time.
class EmailChannel : public port::Channel {
 public:
  /// Settings as read_settings gives them.
  explicit EmailChannel(Settings settings);

  [[nodiscard]] Sending send(const port::Letter& letter) override;
  void give_up() override { given_up_ = true; }

 private:
  Settings settings_;
  std::atomic<bool> given_up_ = false;
};

}  // namespace tiendo::email
