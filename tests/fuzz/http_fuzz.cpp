// Bytes as any client may send them: requests, whole and in pieces, and the headers that we read
// ourselves.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.hpp"
#include "server/accept.hpp"
#include "server/http_etag.hpp"
#include "server/http_forwarded.hpp"
#include "server/http_parser.hpp"
#include "server/http_range.hpp"

using namespace tiendo;
using namespace tiendo::server;
using State = HttpParser::State;

namespace {

constexpr std::size_t header_bytes_max = 2000;
constexpr std::size_t target_bytes_max = 500;
constexpr std::uint64_t body_bytes_max = 1000;

/// Feeds `bytes`, so many more at a time, as a connection would.
void feed(HttpParser& parser, std::string_view bytes, std::size_t piece) {
  std::size_t begin = 0;
  for (std::size_t end = 0; end < bytes.size();) {
    end = std::min(end + piece, bytes.size());
    bool reading = true;
    while (reading) {
      begin += parser.feed(bytes.substr(begin, end - begin));
      check(begin <= end, "no more is used than was given");
      reading = parser.state() == State::intake;
      if (reading) {
        parser.expect_body(body_bytes_max, nullptr);
        reading = parser.state() == State::body;
      }
    }
    if (parser.state() == State::done || parser.state() == State::refused) {
      return;
    }
  }
}

void read_requests(std::string_view bytes) {
  HttpParser whole{header_bytes_max, target_bytes_max};
  feed(whole, bytes, bytes.size());
  auto& request = whole.request();
  check(request.body.size() <= body_bytes_max, "no body is larger than was allowed");
  check(request.target.size() <= target_bytes_max + 1, "no target is longer than is allowed");
  if (whole.state() != State::done) {
    return;
  }
  check(request.target == "*" || request.target.starts_with('/'), "targets are in origin form");
  check(request.headers.get("Host").size() <= header_bytes_max, "no header is larger either");
  HttpParser parts{header_bytes_max, target_bytes_max};
  feed(parts, bytes, 1);
  check(parts.state() == State::done, "what is whole at once is whole in pieces");
  auto& same = parts.request();
  check(same.method == request.method && same.target == request.target &&
            same.body == request.body && same.headers.fields() == request.headers.fields(),
        "a request is the same however it arrives");
}

void read_headers(std::string_view text) {
  const std::uint64_t size = text.size() * 7;
  const auto range = read_range(text, size);
  if (const auto* part = std::get_if<ByteRange>(&range)) {
    check(part->length > 0 && part->first < size && part->length <= size - part->first,
          "a range lies within its file");
  }
  for (const auto& preference : read_preferences(text)) {
    check(!preference.name.empty() && preference.permille >= 0 && preference.permille <= 1000,
          "a weight is between nothing and all");
  }
  static_cast<void>(choose_language(text));
  static_cast<void>(accepts_gzip(text));
  static_cast<void>(names_tag(text, "\"a\""));
  check(tags_of_handler(text).size() <= text.size(), "tags only lose their ends");
  static const auto proxies = TrustedProxies::read({"10.0.0.0/8", "fd00::/8"});
  static const auto peer = boost::asio::ip::make_address("10.0.0.1");
  const auto origin = proxies->origin(peer, false, text, text);
  boost::system::error_code error;
  boost::asio::ip::make_address(origin.peer, error);
  check(!error, "whence a request came is an address");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  if (!text.empty()) {
    read_requests(text);
  }
  read_headers(text);
  return 0;
}
