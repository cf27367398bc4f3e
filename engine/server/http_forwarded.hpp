#pragma once

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tiendo::server {

/// Whence a request came.
struct Origin {
  std::string peer;
  bool secure = false;
};

/// The proxies that are believed what they say about their clients.
class TrustedProxies {
 public:
  /// Addresses and networks: "10.0.0.7", "10.0.0.0/8", "::1". The error names what is neither.
  [[nodiscard]] static Result<TrustedProxies> read(const std::vector<std::string>& names);

  [[nodiscard]] bool contains(const boost::asio::ip::address& address) const;

  /// `peer` and `secure` of the connection; where it is a trusted proxy that they are of, by the
  /// headers X-Forwarded-For, in which the rightmost address that is no trusted proxy counts, and
  /// X-Forwarded-Proto, the last of it.
  [[nodiscard]] Origin origin(const boost::asio::ip::address& peer, bool secure,
                              std::string_view forwarded_for,
                              std::string_view forwarded_proto) const;

 private:
  std::vector<boost::asio::ip::network_v6> networks_;  // IPv4 as ::ffff:a.b.c.d
};

/// "192.0.2.7" also where it came as ::ffff:192.0.2.7.
[[nodiscard]] std::string to_text(const boost::asio::ip::address& address);

}  // namespace tiendo::server
