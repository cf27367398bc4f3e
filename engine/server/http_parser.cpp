#include "server/http_parser.hpp"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/optional/optional.hpp>
#include <utility>

#include "server/http_etag.hpp"

namespace tiendo::server {

namespace http = boost::beast::http;
using boost::beast::error_code;
using boost::beast::string_view;

/// Takes what Beast has recognised. An error given back to Beast ends the parsing; what it was
/// stands in `fault`.
class HttpParser::Reader final : public http::basic_parser<true> {
 public:
  Reader(std::size_t header_bytes_max, std::size_t target_bytes_max)
      : target_bytes_max_{target_bytes_max} {
    header_limit(static_cast<std::uint32_t>(header_bytes_max));
    body_limit(boost::none);  // until the intake has been asked
  }

  State state = State::head;
  HttpFault fault = HttpFault::malformed;
  HttpRequest request;
  bool http_1_0 = false;
  bool expects_continue = false;

  std::size_t feed(std::string_view bytes);
  void expect_body(std::uint64_t bytes_max, std::shared_ptr<HttpUpload> upload);

 private:
  void refuse(HttpFault why) {
    fault = why;
    state = State::refused;
  }
  void refuse(HttpFault why, error_code& error) {
    refuse(why);
    error = http::error::bad_value;
  }
  void explain(const error_code& error);
  void check_head();
  std::size_t take(string_view bytes, error_code& error);

  void on_request_impl(http::verb verb, string_view method, string_view target, int version,
                       error_code& error) override;
  void on_response_impl(int, string_view, int, error_code&) override {}
  void on_field_impl(http::field field, string_view name, string_view value,
                     error_code& error) override;
  void on_header_impl(error_code& error) override { error = {}; }
  void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code& error) override {
    error = {};
  }
  std::size_t on_body_impl(string_view bytes, error_code& error) override {
    return take(bytes, error);
  }
  void on_chunk_header_impl(std::uint64_t, string_view, error_code& error) override { error = {}; }
  std::size_t on_chunk_body_impl(std::uint64_t, string_view bytes, error_code& error) override {
    return take(bytes, error);
  }
  void on_finish_impl(error_code& error) override { error = {}; }

  std::size_t target_bytes_max_;
  int hosts_ = 0;
};

std::size_t HttpParser::Reader::feed(std::string_view bytes) {
  std::size_t used = 0;
  if (!got_some()) {
    // An empty line before a request is to be passed over (RFC 9112, 2.2); what begins like TLS
    // has come to the wrong port and would wait for its end in vain.
    used = std::min(bytes.find_first_not_of("\r\n"), bytes.size());
    if (used < bytes.size() && static_cast<unsigned char>(bytes[used]) <= ' ') {
      refuse(HttpFault::malformed);
      return used;
    }
  }
  while (used < bytes.size() && (state == State::head || state == State::body)) {
    const auto rest = bytes.substr(used);
    error_code error;
    const auto buffer = boost::asio::buffer(rest.data(), rest.size());
    used += put(buffer, error);
    if (error == http::error::need_more) {
      break;
    }
    if (error) {
      explain(error);
    } else if (state == State::head && is_header_done()) {
      check_head();
    } else if (is_done()) {
      state = State::done;
    }
  }
  return used;
}

void HttpParser::Reader::explain(const error_code& error) {
  if (state == State::refused) {
    return;
  }
  if (error == http::error::header_limit) {
    const bool in_first_line = request.method.empty();
    refuse(in_first_line ? HttpFault::target_too_long : HttpFault::header_too_large);
  } else if (error == http::error::body_limit) {
    refuse(HttpFault::body_too_large);
  } else if (error == http::error::bad_version) {
    refuse(HttpFault::version_unknown);
  } else {
    refuse(HttpFault::malformed);
  }
}

void HttpParser::Reader::check_head() {
  const auto expectation = request.headers.get("Expect");
  if (hosts_ > 1 || (hosts_ == 0 && !http_1_0)) {
    refuse(HttpFault::host_missing);
  } else if (http_1_0 && chunked()) {
    refuse(HttpFault::malformed);  // no such thing in 1.0: the framing cannot be trusted
  } else if (!expectation.empty() && !equal_ignoring_case(expectation, "100-continue")) {
    refuse(HttpFault::expectation_unknown);
  } else if (is_done()) {
    state = State::done;
  } else {
    expects_continue = !expectation.empty() && !http_1_0;
    state = State::intake;
  }
}

void HttpParser::Reader::expect_body(std::uint64_t bytes_max, std::shared_ptr<HttpUpload> upload) {
  const auto length = content_length();
  if (length && *length > bytes_max) {
    return refuse(HttpFault::body_too_large);
  }
  body_limit(bytes_max);
  request.upload = std::move(upload);
  state = State::body;
}

std::size_t HttpParser::Reader::take(string_view bytes, error_code& error) {
  error = {};
  const std::string_view some{bytes.data(), bytes.size()};
  if (!request.upload) {
    request.body.append(some);
  } else if (!request.upload->append(some)) {
    refuse(HttpFault::no_room_for_upload, error);
  }
  return bytes.size();
}

void HttpParser::Reader::on_request_impl(http::verb, string_view method, string_view target,
                                         int version, error_code& error) {
  error = {};
  request.head = method == "HEAD";
  request.method = request.head ? "GET" : std::string{method};
  http_1_0 = version == 10;
  if (target.size() > target_bytes_max_) {
    return refuse(HttpFault::target_too_long, error);
  }
  for (const string_view scheme : {string_view{"http://"}, string_view{"https://"}}) {
    if (target.starts_with(scheme)) {  // absolute form, which a server has to take (9112, 3.2.2)
      target.remove_prefix(std::min(target.find_first_of("/?", scheme.size()), target.size()));
      request.target = target.starts_with('/') ? "" : "/";
    }
  }
  request.target += target;
  if (!request.target.starts_with('/') && request.target != "*") {
    refuse(HttpFault::target_malformed, error);
  }
}

void HttpParser::Reader::on_field_impl(http::field field, string_view name, string_view value,
                                       error_code& error) {
  error = {};
  if (is_header_done()) {
    return;  // a trailer: nothing that we ask for may come so late
  }
  std::string text{value};
  if (field == http::field::host) {
    ++hosts_;
  } else if (field == http::field::transfer_encoding && !equal_ignoring_case(text, "chunked")) {
    return refuse(HttpFault::transfer_encoding_unknown, error);
  } else if (field == http::field::if_match || field == http::field::if_none_match ||
             field == http::field::if_range) {
    text = tags_of_handler(text);
  }
  request.headers.add(std::string{name}, std::move(text));
}

HttpParser::HttpParser(std::size_t header_bytes_max, std::size_t target_bytes_max)
    : reader_{std::make_unique<Reader>(header_bytes_max, target_bytes_max)} {}
HttpParser::~HttpParser() = default;

std::size_t HttpParser::feed(std::string_view bytes) {
  return reader_->feed(bytes);
}
void HttpParser::expect_body(std::uint64_t bytes_max, std::shared_ptr<HttpUpload> upload) {
  reader_->expect_body(bytes_max, std::move(upload));
}
HttpParser::State HttpParser::state() const noexcept {
  return reader_->state;
}
HttpFault HttpParser::fault() const noexcept {
  return reader_->fault;
}
HttpRequest& HttpParser::request() noexcept {
  return reader_->request;
}
bool HttpParser::keep_alive() const noexcept {
  return reader_->keep_alive();
}
bool HttpParser::is_http_1_0() const noexcept {
  return reader_->http_1_0;
}
bool HttpParser::expects_continue() const noexcept {
  return reader_->expects_continue;
}

}  // namespace tiendo::server
