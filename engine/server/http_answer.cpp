#include "server/http_answer.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <array>
#include <boost/beast/http/status.hpp>
#include <iterator>
#include <optional>
#include <utility>

#include "api/problem.hpp"
#include "server/accept.hpp"
#include "server/http_etag.hpp"
#include "server/http_gzip.hpp"
#include "server/http_range.hpp"
#include "server/http_refusal.hpp"

namespace tiendo::server {
namespace {

constexpr std::size_t compressed_at_once_max = 128 * 1024;  // some 3 ms of the thread of HTTP
constexpr std::size_t gzip_bytes_min = 1024;  // below, what is saved fits in the same packet

void add_clean(std::string& head, std::string_view text) {
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    head.push_back(code < ' ' || code == 0x7f ? ' ' : c);
  }
}

void add_field(std::string& head, std::string_view name, std::string_view value) {
  add_clean(head, name);
  head += ": ";
  add_clean(head, value);
  head += "\r\n";
}

void add_default(HttpHeaders& headers, std::string_view name, std::string_view value) {
  if (!headers.has(name)) {
    headers.add(std::string{name}, std::string{value});
  }
}

std::size_t size_of(const HttpResponse::Body& body) {
  if (const auto* text = std::get_if<std::string>(&body)) {
    return text->size();
  }
  const auto* shared = std::get_if<api::SharedText>(&body);
  return shared != nullptr ? api::size_of(*shared) : 0;
}

/// Without what has been compressed before.
std::size_t bytes_to_compress(const HttpResponse::Body& body) {
  const auto* shared = std::get_if<api::SharedText>(&body);
  if (shared == nullptr) {
    return size_of(body);
  }
  std::size_t bytes = 0;
  for (const auto& piece : *shared) {
    bytes += piece->is_deflated() ? 0 : piece->text().size();
  }
  return bytes;
}

/// Whether it would go compressed to whom that is welcome.
bool gets_smaller(const HttpResponse& response) {
  return size_of(response.body) >= gzip_bytes_min && is_compressible(response.content_type) &&
         !response.headers.has("Content-Encoding");
}

/// Whether the client has it already.
bool is_known(const HttpResponse& response, const HttpWish& wish) {
  return wish.get && response.status == 200 && !response.etag.empty() &&
         names_tag(wish.if_none_match, response.etag);
}

/// Whether the client wants what it knows, and this is something else (RFC 9110, 13.1.1).
bool is_other(const HttpResponse& response, const HttpWish& wish) {
  return wish.get && response.status == 200 && !response.etag.empty() && !wish.if_match.empty() &&
         !names_tag(wish.if_match, response.etag);
}

HttpResponse changed_meanwhile(Language language) {
  return to_http(api::problem(412, "changed_meanwhile",
                              {"đã có thay đổi từ khi đọc: xem lại rồi làm tiếp",
                               "it has changed since it was read: look at it again"},
                              language));
}

/// A body of text as one that is compressed in pieces.
void share(HttpResponse& response) {
  if (auto* text = std::get_if<std::string>(&response.body)) {
    response.body = api::SharedText{std::make_shared<const api::TextPiece>(std::move(*text))};
  }
}

/// Whether this goes compressed; says so in the headers, and that it depends on who asks.
bool choose_gzip(HttpResponse& response, const HttpWish& wish) {
  if (!gets_smaller(response)) {
    return false;
  }
  const auto vary = response.headers.joined("Vary");
  response.headers.set("Vary", vary.empty() ? "Accept-Encoding" : vary + ", Accept-Encoding");
  if (wish.gzip && !response.etag.empty()) {
    response.etag = tag_of_gzip(response.etag);
  }
  return wish.gzip;
}

/// The part of a file that is asked for. A part of what has changed since is of no use: If-Range.
auto range_of(const HttpWish& wish, const HttpResponse& response, std::uint64_t size)
    -> decltype(read_range({}, 0)) {
  const bool same =
      wish.if_range.empty() ||
      (wish.if_range == response.etag && !response.etag.starts_with("W/")) ||
      (!wish.if_range.starts_with('"') && wish.if_range == response.headers.get("Last-Modified"));
  if (!wish.get || wish.head || response.status != 200 || wish.range.empty() || !same) {
    return WholeFile{};
  }
  return read_range(wish.range, size);
}

/// The body as it is sent, and its length.
struct Content {
  decltype(HttpAnswer::body) body;
  std::uint64_t length = 0;
};

Content content_of_file(HttpResponse& response, HttpFileReader file, const HttpWish& wish) {
  const auto size = file.size();
  const auto range = range_of(wish, response, size);
  add_default(response.headers, "Accept-Ranges", "bytes");
  if (std::holds_alternative<NoSuchRange>(range)) {
    response.status = 416;
    response.content_type.clear();
    response.headers.set("Content-Range", fmt::format("bytes */{}", size));
    return {};
  }
  ByteRange part{0, size};
  if (const auto* asked = std::get_if<ByteRange>(&range)) {
    part = *asked;
    response.status = 206;
    response.headers.set("Content-Range", fmt::format("bytes {}-{}/{}", part.first,
                                                      part.first + part.length - 1, size));
  }
  Content content;
  content.body = HttpFilePart{std::move(file), part.first, part.length};
  content.length = part.length;
  return content;
}

Content content_of(HttpResponse& response, bool compressed) {
  Content content;
  if (compressed) {
    share(response);
    auto bytes = gzip(std::get<api::SharedText>(response.body));
    content.length = bytes.size();
    content.body = std::move(bytes);
    return content;
  }
  content.length = size_of(response.body);
  if (auto* text = std::get_if<std::string>(&response.body)) {
    content.body = std::move(*text);
  } else if (auto* shared = std::get_if<api::SharedText>(&response.body)) {
    content.body = std::move(*shared);
  } else if (auto* live = std::get_if<HttpLiveBody>(&response.body)) {
    content.body = std::move(*live);
  }
  return content;
}

bool may_have_body(int status) noexcept {
  return status >= 200 && status != 204 && status != 304;
}

std::string head_of(const HttpResponse& response, const HttpAnswer& answer, const HttpWish& wish,
                    std::string_view date) {
  const auto words = boost::beast::http::obsolete_reason(
      boost::beast::http::int_to_status(static_cast<unsigned>(response.status)));
  std::string head;
  head.reserve(512);
  fmt::format_to(std::back_inserter(head), "HTTP/1.1 {} {}\r\n", response.status,
                 std::string_view{words.data(), words.size()});
  add_field(head, "Date", date);
  if (!response.content_type.empty() && response.status != 304) {
    add_field(head, "Content-Type", response.content_type);
  }
  if (!response.etag.empty()) {
    add_field(head, "ETag", response.etag);
  }
  for (const auto& [name, value] : response.headers.fields()) {
    add_field(head, name, value);
  }
  if (answer.close) {
    add_field(head, "Connection", "close");
  } else if (wish.is_http_1_0) {
    add_field(head, "Connection", "keep-alive");
  }
  return head;
}

}  // namespace

HttpWish::HttpWish(const HttpRequest& request, bool keep, bool old)
    : get{request.method == "GET"},
      head{request.head},
      is_http_1_0{old},
      keep_alive{keep},
      language{choose_language(request.headers.joined("Accept-Language"))},
      gzip{accepts_gzip(request.headers.joined("Accept-Encoding"))},
      if_match{request.headers.joined("If-Match")},
      if_none_match{request.headers.joined("If-None-Match")},
      range{request.headers.get("Range")},
      if_range{request.headers.get("If-Range")} {}

bool takes_long_to_compress(const HttpResponse& response, const HttpRequest& request) {
  if (bytes_to_compress(response.body) <= compressed_at_once_max || !gets_smaller(response)) {
    return false;
  }
  const HttpWish wish{request, false, false};
  return wish.gzip && !is_known(response, wish);
}

void compress(HttpResponse& response) {
  share(response);
  if (const auto* shared = std::get_if<api::SharedText>(&response.body)) {
    for (const auto& piece : *shared) {
      (void)piece->deflated(deflated);
    }
  }
}

HttpAnswer answer_of(HttpResponse response, const HttpWish& wish, std::string_view date) {
  if (is_other(response, wish)) {
    response = changed_meanwhile(wish.language);
  }
  std::optional<HttpFileReader> file;
  if (const auto* named = std::get_if<HttpFile>(&response.body)) {
    file = HttpFileReader::open(named->path);
    if (!file) {
      spdlog::error("a file to be sent cannot be opened: {}", named->path.string());
      response = refuse(HttpFault::file_missing, wish.language);
    }
  }
  add_default(response.headers, "Cache-Control",
              response.etag.empty() ? "no-store" : "private, no-cache");
  add_default(response.headers, "X-Content-Type-Options", "nosniff");
  add_default(response.headers, "Referrer-Policy", "no-referrer");

  const bool known = is_known(response, wish);
  const bool compressed = choose_gzip(response, wish);
  HttpAnswer answer;
  answer.close = !wish.keep_alive || std::holds_alternative<HttpLiveBody>(response.body);
  Content content;
  if (known) {
    response.status = 304;
  } else if (file) {
    content = content_of_file(response, std::move(*file), wish);
  } else if (may_have_body(response.status)) {
    content = content_of(response, compressed);
    if (compressed) {
      response.headers.add("Content-Encoding", "gzip");
    }
  }
  answer.status = response.status;
  answer.head = head_of(response, answer, wish, date);
  const bool live = std::holds_alternative<HttpLiveBody>(content.body);
  if (may_have_body(response.status) && !live) {
    add_field(answer.head, "Content-Length", fmt::format_int{content.length}.c_str());
  }
  answer.head += "\r\n";
  if (!wish.head) {
    answer.body = std::move(content.body);
  }
  return answer;
}

std::string http_date(Timestamp instant) {
  constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed",
                                                     "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto days = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day date{days};
  const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(instant - days)};
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT",
                     weekdays[std::chrono::weekday{days}.c_encoding()],
                     static_cast<unsigned>(date.day()),
                     months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

}  // namespace tiendo::server
