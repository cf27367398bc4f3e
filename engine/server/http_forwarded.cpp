#include "server/http_forwarded.hpp"

#include <algorithm>
#include <boost/asio/ip/network_v4.hpp>
#include <optional>

#include "server/http_message.hpp"

namespace tiendo::server {
namespace {

namespace ip = boost::asio::ip;

constexpr unsigned short mapped_bits = 96;  // what stands before an IPv4 address in ::ffff:a.b.c.d

ip::address_v6 as_v6(const ip::address& address) {
  return address.is_v6() ? address.to_v6() : ip::make_address_v6(ip::v4_mapped, address.to_v4());
}

std::optional<ip::network_v6> read_network(const std::string& name) {
  boost::system::error_code error;
  if (const auto address = ip::make_address(name, error); !error) {
    return ip::network_v6{as_v6(address), 128};
  }
  if (const auto network = ip::make_network_v4(name, error); !error) {
    return ip::network_v6{as_v6(network.network()),
                          static_cast<unsigned short>(network.prefix_length() + mapped_bits)};
  }
  if (const auto network = ip::make_network_v6(name, error); !error) {
    return network.canonical();
  }
  return std::nullopt;
}

/// "192.0.2.7", "192.0.2.7:4711", "2001:db8::1", "[2001:db8::1]:4711".
std::optional<ip::address> read_address(std::string_view text) {
  if (text.starts_with('[')) {
    text = text.substr(1, text.find(']') - 1);
  } else if (std::ranges::count(text, ':') == 1) {
    text = text.substr(0, text.find(':'));
  }
  boost::system::error_code error;
  const auto address = ip::make_address(std::string{text}, error);
  return error ? std::nullopt : std::optional{address};
}

/// Cuts the last part off a list.
std::string_view last_of(std::string_view& list) {
  const auto comma = list.rfind(',');
  auto part = list.substr(comma == std::string_view::npos ? 0 : comma + 1);
  list = list.substr(0, comma == std::string_view::npos ? 0 : comma);
  while (part.starts_with(' ') || part.starts_with('\t')) {
    part.remove_prefix(1);
  }
  while (part.ends_with(' ') || part.ends_with('\t')) {
    part.remove_suffix(1);
  }
  return part;
}

}  // namespace

Result<TrustedProxies> TrustedProxies::read(const std::vector<std::string>& names) {
  TrustedProxies proxies;
  for (const auto& name : names) {
    const auto network = read_network(name);
    if (!network) {
      return Error{{"không phải địa chỉ của máy ủy quyền; hãy ghi địa chỉ IP hoặc mạng, ví dụ "
                    "10.0.0.7 hoặc 10.0.0.0/8",
                    "not the address of a proxy; write an IP address or a network, for instance "
                    "10.0.0.7 or 10.0.0.0/8"},
                   name};
    }
    proxies.networks_.push_back(*network);
  }
  return proxies;
}

bool TrustedProxies::contains(const ip::address& address) const {
  const auto bytes = as_v6(address).to_bytes();
  return std::ranges::any_of(networks_, [&](const auto& network) {
    const auto of_network = network.address().to_bytes();
    for (std::size_t bit = 0; bit < network.prefix_length(); ++bit) {
      if (((bytes[bit / 8] ^ of_network[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
        return false;
      }
    }
    return true;
  });
}

Origin TrustedProxies::origin(const ip::address& peer, bool secure, std::string_view forwarded_for,
                              std::string_view forwarded_proto) const {
  if (networks_.empty() || !contains(peer)) {
    return {to_text(peer), secure};
  }
  auto client = peer;
  while (!forwarded_for.empty() && contains(client)) {
    const auto address = read_address(last_of(forwarded_for));
    if (!address) {
      break;  // what stands further left was said by nobody we trust
    }
    client = *address;
  }
  if (!forwarded_proto.empty()) {
    secure = equal_ignoring_case(last_of(forwarded_proto), "https");
  }
  return {to_text(client), secure};
}

std::string to_text(const ip::address& address) {
  if (address.is_v6() && address.to_v6().is_v4_mapped()) {
    return ip::make_address_v4(ip::v4_mapped, address.to_v6()).to_string();
  }
  return address.to_string();
}

}  // namespace tiendo::server
