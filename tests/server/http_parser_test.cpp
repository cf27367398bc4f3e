#include "server/http_parser.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

using namespace tiendo;
using namespace tiendo::server;
using State = HttpParser::State;

namespace {

constexpr std::size_t header_max = 16 * 1024;
constexpr std::size_t target_max = 8 * 1024;

/// Reads one request of at most `body_max` bytes, given as a whole.
struct Read {
  explicit Read(std::string_view bytes, std::uint64_t body_max = 1000) {
    left = bytes.substr(parser.feed(bytes));
    if (parser.state() == State::intake) {
      parser.expect_body(body_max, nullptr);
    }
    if (parser.state() == State::body) {
      left.remove_prefix(parser.feed(left));
    }
  }
  HttpParser parser{header_max, target_max};
  std::string_view left;
};

std::optional<HttpFault> fault_of(std::string_view bytes) {
  Read read{bytes};
  return read.parser.state() == State::refused ? std::optional{read.parser.fault()} : std::nullopt;
}

}  // namespace

TEST_CASE("a request is read, and what follows it is left") {
  Read read{"POST /a?b=c HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nx-Y:  z \r\n\r\nabcGET /"};
  REQUIRE(read.parser.state() == State::done);
  const auto& request = read.parser.request();
  CHECK(request.method == "POST");
  CHECK(request.target == "/a?b=c");
  CHECK(request.headers.get("X-y") == "z");
  CHECK(request.body == "abc");
  CHECK(read.parser.keep_alive());
  CHECK(read.left == "GET /");
}

TEST_CASE("a request is the same however its bytes arrive") {
  const std::string bytes =
      "\r\nPUT /x HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3;n=v\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: 1\r\n\r\n";
  for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
    CAPTURE(cut);
    HttpParser parser{header_max, target_max};
    std::string waiting;
    for (std::size_t at = 0; at < bytes.size(); at += cut) {
      waiting += bytes.substr(at, cut);
      waiting.erase(0, parser.feed(waiting));
      if (parser.state() == State::intake) {
        parser.expect_body(100, nullptr);
        waiting.erase(0, parser.feed(waiting));
      }
    }
    REQUIRE(parser.state() == State::done);
    CHECK(parser.request().body == "abcde");
    CHECK_FALSE(parser.request().headers.has("Trailer"));
    CHECK(waiting.empty());
  }
}

TEST_CASE("every beginning of a request wants more, and refuses nothing") {
  const std::string bytes = "PUT /x HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nabcde";
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    const auto state = Read{bytes.substr(0, size)}.parser.state();
    CHECK((state == State::head || state == State::body));
  }
}

TEST_CASE("HEAD comes to the handler as GET") {
  Read read{"HEAD / HTTP/1.1\r\nHost: h\r\n\r\n"};
  CHECK(read.parser.request().method == "GET");
  CHECK(read.parser.request().head);
}

TEST_CASE("a target in absolute form is taken") {
  CHECK(Read{"GET http://h/a?b HTTP/1.1\r\nHost: h\r\n\r\n"}.parser.request().target == "/a?b");
  CHECK(Read{"GET https://h HTTP/1.1\r\nHost: h\r\n\r\n"}.parser.request().target == "/");
  CHECK(Read{"GET http://h?q HTTP/1.1\r\nHost: h\r\n\r\n"}.parser.request().target == "/?q");
  CHECK(Read{"OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n"}.parser.request().target == "*");
  CHECK(fault_of("GET a HTTP/1.1\r\nHost: h\r\n\r\n") == HttpFault::target_malformed);
  CHECK(fault_of("CONNECT h:80 HTTP/1.1\r\nHost: h\r\n\r\n") == HttpFault::target_malformed);
}

TEST_CASE("a request of 1.1 has one Host, of 1.0 none or one") {
  CHECK(fault_of("GET / HTTP/1.1\r\n\r\n") == HttpFault::host_missing);
  CHECK(fault_of("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n") == HttpFault::host_missing);
  Read old{"GET / HTTP/1.0\r\n\r\n"};
  CHECK(old.parser.state() == State::done);
  CHECK_FALSE(old.parser.keep_alive());
}

TEST_CASE("what could be read in two ways is refused") {
  const std::string begin = "POST / HTTP/1.1\r\nHost: h\r\n";
  for (const auto* rest :
       {"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n0\r\n\r\n",
        "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", "Content-Length: -1\r\n\r\n",
        "Content-Length: 1 1\r\n\r\n", "Content-Length: 99999999999999999999999\r\n\r\n",
        "Content-Length: 0x1\r\n\r\na", "Transfer-Encoding: chunked\r\n\r\nz\r\n",
        "Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n", "No colon\r\n\r\n",
        "Space : x\r\n\r\n", ": empty\r\n\r\n", "Null: a\x01z\r\n\r\n"}) {
    CAPTURE(rest);
    CHECK(fault_of(begin + rest) == HttpFault::malformed);
  }
  CHECK(fault_of("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n") ==
        HttpFault::malformed);
}

TEST_CASE("no encoding but chunked is read, and no version but 1.1 and 1.0") {
  for (const auto* coding : {"gzip", "gzip, chunked", "chunked, gzip", "identity", "xchunked"}) {
    CAPTURE(coding);
    CHECK(fault_of("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: " + std::string{coding} +
                   "\r\n\r\n") == HttpFault::transfer_encoding_unknown);
  }
  CHECK(fault_of("GET / HTTP/2.0\r\nHost: h\r\n\r\n") == HttpFault::version_unknown);
}

TEST_CASE("nonsense is refused") {
  CHECK(fault_of("\x16\x03\x01\x02") == HttpFault::malformed);  // TLS, at the wrong port
  CHECK(fault_of(" GET / HTTP/1.1\r\n\r\n") == HttpFault::malformed);
  CHECK(fault_of("G(T / HTTP/1.1\r\nHost: h\r\n\r\n") == HttpFault::malformed);
  CHECK(fault_of("GET\r\n\r\n").has_value());
}

TEST_CASE("headers and targets have limits") {
  const std::string end = " HTTP/1.1\r\nHost: h\r\n\r\n";
  CHECK_FALSE(fault_of("GET /" + std::string(target_max - 1, 'a') + end).has_value());
  CHECK(fault_of("GET /" + std::string(target_max, 'a') + end) == HttpFault::target_too_long);
  CHECK(fault_of("GET /" + std::string(header_max, 'a')) == HttpFault::target_too_long);
  CHECK(fault_of("GET / HTTP/1.1\r\nHost: h\r\nA: " + std::string(header_max, 'a')) ==
        HttpFault::header_too_large);
}

TEST_CASE("a body is refused when it is, or says that it is, too large") {
  const std::string begin = "POST / HTTP/1.1\r\nHost: h\r\n";
  CHECK(Read{begin + "Content-Length: 3\r\n\r\nabc", 3}.parser.state() == State::done);
  CHECK(Read{begin + "Content-Length: 4\r\n\r\n", 3}.parser.fault() == HttpFault::body_too_large);
  const std::string chunked = begin + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n";
  CHECK(Read{chunked + "1\r\nc\r\n0\r\n\r\n", 3}.parser.state() == State::done);
  CHECK(Read{chunked + "2\r\n", 3}.parser.fault() == HttpFault::body_too_large);
  CHECK(Read{chunked + "ffffffffffffffff\r\n", 3}.parser.fault() == HttpFault::body_too_large);
}

TEST_CASE("a client may wait to be told to go on, and for nothing else") {
  const std::string begin = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nExpect: ";
  CHECK(Read{begin + "100-Continue\r\n\r\n"}.parser.expects_continue());
  CHECK(fault_of(begin + "tea\r\n\r\n") == HttpFault::expectation_unknown);
}

TEST_CASE("a large body goes to a file that is gone with it") {
  auto made = HttpUpload::make(std::filesystem::temp_directory_path());
  REQUIRE(made.has_value());
  HttpParser parser{header_max, target_max};
  parser.feed("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\n\r\n");
  parser.expect_body(6, std::move(*made));
  parser.feed("abc");
  parser.feed("def");
  REQUIRE(parser.state() == State::done);
  auto& request = parser.request();
  CHECK(request.body.empty());
  CHECK(request.upload->size() == 6);
  const auto path = request.upload->path();
  std::string content(6, '\0');
  std::ifstream{path}.read(content.data(), 6);
  CHECK(content == "abcdef");
  request.upload.reset();
  CHECK_FALSE(std::filesystem::exists(path));
}
