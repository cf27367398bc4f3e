#pragma once

#include <sys/types.h>

#include <boost/json.hpp>
#include <optional>
#include <string>

#include "support/temporary_folder.hpp"

namespace tiendo::test {

/// Whether there is what the tests here need; says why not, so that they count as skipped.
bool can_have_a_peer();

/// A mail server of its own, in Node: peer.mjs says what `options` can be. Ends with this.
class Peer {
 public:
  explicit Peer(const boost::json::object& options);
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;
  ~Peer();

  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// What it says next; fails the test where it does not within ten seconds.
  boost::json::object next();
  /// Everything that it says from now on until it ends, which it now does.
  std::string end();

 private:
  /// False where there is nothing more.
  bool read_more();

  pid_t process_ = -1;
  int input_ = -1;
  int output_ = -1;
  std::string read_;  // but not taken yet
  std::uint16_t port_ = 0;
};

/// Keys and certificates of the script `certificates`, gone with this.
class Certificates {
 public:
  Certificates();
  /// "localhost.pem"
  [[nodiscard]] std::string file(const std::string& name) const {
    return (folder_.path() / name).string();
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace tiendo::test
