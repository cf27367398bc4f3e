#include "server/http_client.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <boost/url/parse.hpp>

#include "api/percent.hpp"

namespace tiendo::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

using Question = http::request<http::string_body>;
using Answer = http::response_parser<http::string_body>;

constexpr std::uint64_t answer_bytes_max = std::uint64_t{64} << 20;
constexpr unsigned header_bytes_max = 64 * 1024;

http::verb verb_of(api::Method method) {
  switch (method) {
    case api::Method::post:
      return http::verb::post;
    case api::Method::put:
      return http::verb::put;
    case api::Method::del:
      return http::verb::delete_;
    case api::Method::get:
      break;
  }
  return http::verb::get;
}

std::string target_of(const api::Request& request) {
  std::string target = request.path;
  for (const auto& [name, value] : request.query) {
    target += (target.find('?') == std::string::npos ? '?' : '&') + api::percent_encoded(name) +
              '=' + api::percent_encoded(value);
  }
  return target;
}

Question question_of(const OwnerAccess& access, const api::Request& request, std::string host) {
  Question question{verb_of(request.method), target_of(request), 11};
  question.set(http::field::host, host);
  question.set(http::field::authorization, "Bearer " + access.token);
  question.set(http::field::accept_language, request.language == Language::vi ? "vi" : "en");
  question.set(http::field::connection, "close");
  const auto set = [&](const char* name, const std::string& value) {
    if (!value.empty()) {
      question.set(name, value);
    }
  };
  set("Content-Type", request.body.empty() ? "" : request.content_type);
  set("Idempotency-Key", request.key);
  set("If-Match", request.if_match);
  set("X-Tiendo-As", api::percent_encoded(request.caller.user.str()));
  if (request.caller.on_behalf) {
    set("X-Tiendo-On-Behalf-Of", api::percent_encoded(request.caller.on_behalf->whom));
    set("X-Tiendo-Document", api::percent_encoded(request.caller.on_behalf->document));
  }
  question.body() = request.body;
  question.prepare_payload();
  return question;
}

template <class Stream>
api::Response exchange(Stream& stream, const Question& question) {
  http::write(stream, question);
  Answer answer;
  answer.body_limit(answer_bytes_max);
  answer.header_limit(header_bytes_max);
  beast::flat_buffer buffer;
  http::read(stream, buffer, answer);
  auto message = answer.release();
  api::Response response;
  response.status = static_cast<int>(message.result_int());
  response.content_type = message[http::field::content_type];
  response.etag = message[http::field::etag];
  response.body = std::move(message.body());
  return response;
}

/// Of a server that listens on all addresses this machine's own.
std::string host_to_ask(std::string host) {
  if (host == "0.0.0.0") {
    return "127.0.0.1";
  }
  return host == "::" ? "::1" : host;
}

}  // namespace

Result<api::Response> ask_server(const OwnerAccess& access, const api::Request& request) {
  const auto url = boost::urls::parse_uri(access.address);
  if (url.has_error()) {
    return Error{{"địa chỉ không đọc được", "the address cannot be read"}, access.address};
  }
  try {
    asio::io_context context{1};
    asio::ip::tcp::resolver resolver{context};
    const auto places =
        resolver.resolve(host_to_ask(std::string{url->host_address()}), std::string{url->port()});
    const auto question = question_of(access, request, std::string{url->encoded_host_and_port()});
    if (url->scheme() == "https") {
      asio::ssl::context tls{asio::ssl::context::tls_client};
      beast::ssl_stream<beast::tcp_stream> stream{context, tls};
      beast::get_lowest_layer(stream).connect(places);
      stream.handshake(asio::ssl::stream_base::client);
      return exchange(stream, question);
    }
    beast::tcp_stream stream{context};
    stream.connect(places);
    return exchange(stream, question);
  } catch (const boost::system::system_error& failed) {
    return Error{{"máy chủ không trả lời: " + failed.code().message(),
                  "the server does not answer: " + failed.code().message()},
                 access.address};
  }
}

}  // namespace tiendo::server
