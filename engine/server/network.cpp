#include "server/network.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace tiendo::server {

std::string network_of(const std::string& address) {
  in6_addr bits{};
  if (::inet_pton(AF_INET6, address.c_str(), &bits) != 1) {
    return address;
  }
  if (IN6_IS_ADDR_V4MAPPED(&bits)) {
    std::array<char, INET_ADDRSTRLEN> text{};
    ::inet_ntop(AF_INET, &bits.s6_addr[12], text.data(), text.size());
    return text.data();
  }
  std::fill(std::begin(bits.s6_addr) + 8, std::end(bits.s6_addr), std::uint8_t{0});
  std::array<char, INET6_ADDRSTRLEN> text{};
  ::inet_ntop(AF_INET6, &bits, text.data(), text.size());
  return std::string{text.data()} + "/64";
}

}  // namespace tiendo::server
