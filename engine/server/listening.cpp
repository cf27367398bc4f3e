#include "server/listening.hpp"

#include <fmt/format.h>

#include <utility>

#include "server/http_tls.hpp"
#include "server/requests.hpp"

namespace tiendo::server {

std::optional<Error> why_not_listen(const ServerOptions& options) {
  const bool safe = is_loopback(options.address) || options.address == "localhost" ||
                    !options.certificate.empty() || options.insecure;
  if (safe) {
    return std::nullopt;
  }
  return Error{{"chỉ nghe ngoài máy này khi có TLS: thêm --certificate và --key, hoặc --insecure "
                "nếu máy khác đứng trước lo TLS",
                "other addresses than loopback need TLS: add --certificate and --key, or "
                "--insecure where something in front speaks it"},
               options.address};
}

Result<std::string> listen(HttpServer& http, const ServerOptions& options, const Systemd& systemd,
                           Timestamp wall) {
  std::shared_ptr<HttpTls> tls;
  if (!options.certificate.empty()) {
    auto loaded = HttpTls::load(options.certificate, options.key, wall);
    if (loaded.has_error()) {
      return loaded.error();
    }
    tls = std::move(*loaded);
  }
  Result<std::uint16_t> port{options.port};
  if (systemd.sockets().empty()) {
    port = http.listen(options.address, options.port, tls);
  }
  for (const auto& socket : systemd.sockets()) {
    port = http.adopt(socket.descriptor, tls);
  }
  if (port.has_error()) {
    return port.error();
  }
  const bool is_v6 = options.address.find(':') != std::string::npos;
  const auto host = is_v6 ? '[' + options.address + ']' : options.address;
  return fmt::format("{}://{}:{}", tls ? "https" : "http", host, *port);
}

}  // namespace tiendo::server
