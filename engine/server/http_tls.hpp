#pragma once

#include <boost/asio/ssl/context.hpp>
#include <filesystem>
#include <memory>
#include <utility>

#include "base/result.hpp"
#include "base/time.hpp"

namespace tiendo::server {

/// The certificate with which a listener speaks TLS (1.2 or later, HTTP/1.1 by ALPN). One thread.
class HttpTls {
 public:
  /// In PEM: `certificate` is the chain, the server's own first. `now` is held against the time for
  /// which it is valid. The error names the file, and what to do about it.
  [[nodiscard]] static Result<std::shared_ptr<HttpTls>> load(
      const std::filesystem::path& certificate, const std::filesystem::path& key, Timestamp now);
  /// Reads both files again, for connections that come from now on; after an error those from
  /// before go on being used.
  [[nodiscard]] Result<void> reload(Timestamp now);

  /// Until when the certificate is valid.
  [[nodiscard]] Timestamp valid_until() const noexcept { return valid_until_; }

  /// For a connection, which keeps it as long as it needs it.
  [[nodiscard]] const std::shared_ptr<boost::asio::ssl::context>& context() const noexcept {
    return context_;
  }

 private:
  HttpTls(std::filesystem::path certificate, std::filesystem::path key)
      : certificate_{std::move(certificate)}, key_{std::move(key)} {}

  std::filesystem::path certificate_;
  std::filesystem::path key_;
  std::shared_ptr<boost::asio::ssl::context> context_;
  Timestamp valid_until_;
};

}  // namespace tiendo::server
