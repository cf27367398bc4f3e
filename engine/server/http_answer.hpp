#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "api/shared_text.hpp"
#include "base/time.hpp"
#include "server/http_file.hpp"
#include "server/http_message.hpp"

namespace tiendo::server {

/// What of a request its answer depends on.
struct HttpWish {
  HttpWish() = default;
  HttpWish(const HttpRequest& request, bool keep_alive, bool is_http_1_0);

  bool get = false;
  bool head = false;
  bool is_http_1_0 = false;
  bool keep_alive = false;
  Language language = Language::vi;
  bool gzip = false;
  std::string if_match;
  std::string if_none_match;
  std::string range;
  std::string if_range;
};

struct HttpFilePart {
  HttpFileReader file;
  std::uint64_t first = 0;
  std::uint64_t length = 0;
};

/// An answer as it goes over the connection.
struct HttpAnswer {
  int status = 0;
  std::string head;  // up to and with the empty line
  std::variant<std::monostate, std::string, api::SharedText, HttpFilePart, HttpLiveBody> body;
  bool close = false;  // the connection is of no use afterwards
};

/// Works the answer out: 412 for what is not what the client knows (If-Match, GET), 304 for what it
/// has (If-None-Match, on 200), the part of a file
/// that was asked for (Range, If-Range), gzip for text above 1 KiB where it is accepted, no body
/// for HEAD.
///
/// Adds where the handler did not say otherwise
///   Cache-Control            `no-store`; with an ETag `private, no-cache`, or it would be no use
///   X-Content-Type-Options   nosniff
///   Referrer-Policy          no-referrer
/// and always Date, Content-Length (not for streams, which end with the connection), Connection
/// where it is not what the version implies, Vary where the body could have been compressed.
/// Control characters in names and values of headers become spaces: none can begin a new one.
[[nodiscard]] HttpAnswer answer_of(HttpResponse response, const HttpWish& wish,
                                   std::string_view date);

/// Whether `answer_of` would have to compress so much that others should not wait for it meanwhile.
/// Any thread.
[[nodiscard]] bool takes_long_to_compress(const HttpResponse& response, const HttpRequest& request);
/// Compresses the body ahead of time, where nobody waits for this thread.
void compress(HttpResponse& response);

/// `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7).
[[nodiscard]] std::string http_date(Timestamp instant);

}  // namespace tiendo::server
