#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "api/exchange.hpp"
#include "server/http_live.hpp"
#include "server/http_upload.hpp"

namespace tiendo::server {

/// Names and values in their order; names are compared without regard to case (ASCII).
class HttpHeaders {
 public:
  HttpHeaders() = default;
  HttpHeaders(std::initializer_list<std::pair<std::string, std::string>> fields)
      : fields_{fields} {}

  void add(std::string name, std::string value);
  /// In place of all of this name.
  void set(std::string_view name, std::string value);
  [[nodiscard]] bool has(std::string_view name) const;
  /// The first of this name; empty: none, or empty.
  [[nodiscard]] std::string_view get(std::string_view name) const;
  /// All of this name as one list, parted by ", " (RFC 9110, 5.3).
  [[nodiscard]] std::string joined(std::string_view name) const;

  [[nodiscard]] const api::Fields& fields() const noexcept { return fields_; }
  [[nodiscard]] api::Fields& fields() noexcept { return fields_; }

 private:
  api::Fields fields_;
};

/// What a client asked for, checked and bounded: see HttpLimits.
struct HttpRequest {
  std::string method;   // as it was sent, but "GET" where it was HEAD
  bool head = false;    // the answer goes without its body; nothing that a handler has to do
  std::string target;   // "/path?query", still percent-encoded, or "*"
  HttpHeaders headers;  // entity tags in If-Match, If-None-Match, If-Range as the handler gave them
  std::string body;
  std::shared_ptr<HttpUpload> upload;  // in place of `body` where the intake said so
  std::string peer;                    // the address of the client: "192.0.2.7", "2001:db8::1"
  bool secure = false;                 // the client came by TLS, to us or to a trusted proxy
};

/// A file, of which a client may ask for a part; opened when the answer is sent. It must not change
/// in place meanwhile.
struct HttpFile {
  std::filesystem::path path;
};

/// What it is answered. The transport adds Date, Content-Length, Connection, Vary, and where they
/// are missing the headers of `http_answer.hpp`.
struct HttpResponse {
  using Body = std::variant<std::string, api::SharedText, HttpFile, HttpLiveBody>;

  int status = 200;
  std::string content_type;  // empty: none
  std::string etag;          // `"…"` or `W/"…"`; empty: none
  HttpHeaders headers;       // others
  Body body;
};

/// The same answer, to be sent over a connection.
[[nodiscard]] HttpResponse to_http(api::Response response);

[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept;

}  // namespace tiendo::server
