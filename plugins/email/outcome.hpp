#pragma once

#include <string>

#include "email/conversation.hpp"
#include "email/settings.hpp"
#include "port/channel.hpp"

namespace tiendo::email {

/// Why the library of SMTP gave up, as far as it matters here.
enum class Failure : std::uint8_t {
  none,
  no_host,    // the name is not known
  no_server,  // nobody listens there
  timeout,
  certificate,  // it is not trusted, or is that of another host
  no_tls,       // TLS was required and did not come about
  sign_in,
  other,  // see what was said
};

/// What comes of a letter about which so much was said. `detail`: words of the library.
[[nodiscard]] port::Channel::Sending outcome_of(Failure failure, const Conversation& said,
                                                const std::string& detail,
                                                const Settings& settings);

/// Refused before anything was sent.
[[nodiscard]] port::Channel::Sending never_because(const Text& why);

}  // namespace tiendo::email
