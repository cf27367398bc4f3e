#pragma once

#include <string>

namespace tiendo::server {

/// By which failures from an address are counted: an IPv4 address itself, the first 64 bits of an
/// IPv6 address, of which one subscriber has the rest to choose from. What is no address stays.
[[nodiscard]] std::string network_of(const std::string& address);

}  // namespace tiendo::server
