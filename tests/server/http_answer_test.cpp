#include "server/http_answer.hpp"

#include <unistd.h>

#include <zlib.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace tiendo;
using namespace tiendo::server;

namespace {

constexpr auto date = "Sun, 01 Jun 2025 08:00:00 GMT";

HttpWish wish(HttpHeaders headers = {}, std::string method = "GET") {
  HttpRequest request;
  request.head = method == "HEAD";
  request.method = request.head ? "GET" : std::move(method);
  request.headers = std::move(headers);
  return {request, true, false};
}

HttpResponse json(std::string body, std::string etag = {}) {
  HttpResponse response;
  response.content_type = "application/json";
  response.etag = std::move(etag);
  response.body = std::move(body);
  return response;
}

bool has(const HttpAnswer& answer, const std::string& line) {
  return answer.head.find("\r\n" + line + "\r\n") != std::string::npos;
}

std::string body_of(const HttpAnswer& answer) {
  if (const auto* shared = std::get_if<api::SharedText>(&answer.body)) {
    std::string text;
    for (const auto& piece : *shared) {
      text += piece->text();
    }
    return text;
  }
  return std::holds_alternative<std::string>(answer.body) ? std::get<std::string>(answer.body)
                                                          : std::string{};
}

std::string unzip(const std::string& bytes) {
  std::string out(1 << 20, '\0');
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

/// A file of ten digits, gone with the test.
struct Digits {
  Digits() { std::ofstream{path} << "0123456789"; }
  ~Digits() { std::filesystem::remove(path); }
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("tiendo-http-answer-" + std::to_string(::getpid()));

  HttpResponse response() const {
    HttpResponse response;
    response.content_type = "application/pdf";
    response.etag = "\"v1\"";
    response.body = HttpFile{path};
    return response;
  }
};

std::pair<std::uint64_t, std::uint64_t> part_of(const HttpAnswer& answer) {
  const auto& part = std::get<HttpFilePart>(answer.body);
  return {part.first, part.length};
}

const std::string large(4000, 'x');
const HttpHeaders gzip_welcome{{"Accept-Encoding", "gzip, br"}};

}  // namespace

TEST_CASE("an answer says what it is, when it was given, and that it is not to be kept") {
  const auto answer = answer_of(json("{}"), wish(), date);
  CHECK(answer.head.starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(has(answer, "Date: Sun, 01 Jun 2025 08:00:00 GMT"));
  CHECK(has(answer, "Content-Type: application/json"));
  CHECK(has(answer, "Content-Length: 2"));
  CHECK(has(answer, "Cache-Control: no-store"));
  CHECK(has(answer, "X-Content-Type-Options: nosniff"));
  CHECK(has(answer, "Referrer-Policy: no-referrer"));
  CHECK(answer.head.find("Server") == std::string::npos);
  CHECK_FALSE(answer.close);
}

TEST_CASE("what the handler says of a header counts") {
  auto response = json("{}");
  response.headers.add("cache-control", "public, max-age=60");
  const auto answer = answer_of(std::move(response), wish(), date);
  CHECK(has(answer, "cache-control: public, max-age=60"));
  CHECK(answer.head.find("no-store") == std::string::npos);
}

TEST_CASE("no value of a header begins another one") {
  auto response = json("{}");
  response.headers.add("Location", "/a\r\nSet-Cookie: b=c");
  const auto answer = answer_of(std::move(response), wish(), date);
  CHECK(has(answer, "Location: /a  Set-Cookie: b=c"));
}

TEST_CASE("text goes compressed to whom that is welcome") {
  const auto answer = answer_of(json(large), wish(gzip_welcome), date);
  CHECK(has(answer, "Content-Encoding: gzip"));
  CHECK(has(answer, "Vary: Accept-Encoding"));
  CHECK(has(answer, "Content-Length: " + std::to_string(body_of(answer).size())));
  CHECK(body_of(answer).size() < 200);
  CHECK(unzip(body_of(answer)) == large);
}

TEST_CASE("who gets it plain is told that others would not") {
  const auto answer = answer_of(json(large), wish({{"Accept-Encoding", "gzip;q=0"}}), date);
  CHECK(has(answer, "Vary: Accept-Encoding"));
  CHECK(body_of(answer) == large);
}

TEST_CASE("what is short, or no text, or compressed already, goes as it is") {
  CHECK(body_of(answer_of(json("short"), wish(gzip_welcome), date)) == "short");
  auto picture = json(large);
  picture.content_type = "image/png";
  CHECK(body_of(answer_of(std::move(picture), wish(gzip_welcome), date)) == large);
  auto packed = json(large);
  packed.headers.add("Content-Encoding", "br");
  CHECK(body_of(answer_of(std::move(packed), wish(gzip_welcome), date)) == large);
}

TEST_CASE("a shared body is compressed once for all, and each of its pieces for itself") {
  std::string much;
  for (int i = 0; i < 30'000; ++i) {
    much += std::to_string(i) + ' ';
  }
  const api::SharedText text{std::make_shared<const api::TextPiece>(much),
                             std::make_shared<const api::TextPiece>("the end")};
  const auto shared = [&] {
    auto response = json({}, "\"7\"");
    response.body = text;
    return response;
  };
  HttpRequest request;
  request.method = "GET";
  CHECK_FALSE(takes_long_to_compress(shared(), request));
  request.headers = gzip_welcome;
  CHECK(takes_long_to_compress(shared(), request));
  request.headers.add("If-None-Match", "\"7\"");
  CHECK_FALSE(takes_long_to_compress(shared(), request));
  request.headers = gzip_welcome;

  auto first = shared();
  compress(first);
  CHECK_FALSE(takes_long_to_compress(shared(), request));
  CHECK(text.front()->is_deflated());
  CHECK(unzip(body_of(answer_of(shared(), wish(gzip_welcome), date))) == much + "the end");
  CHECK(body_of(answer_of(shared(), wish(), date)) == much + "the end");

  auto own = json(much);
  CHECK(takes_long_to_compress(own, request));
  compress(own);
  CHECK_FALSE(takes_long_to_compress(own, request));
  CHECK(unzip(body_of(answer_of(std::move(own), wish(gzip_welcome), date))) == much);
}

TEST_CASE("a compressed body has its own tag, by which the client is told that it has it") {
  const auto sent = answer_of(json(large, "\"7\""), wish(gzip_welcome), date);
  CHECK(has(sent, "ETag: \"7-gzip\""));
  CHECK(has(sent, "Cache-Control: private, no-cache"));

  auto again = gzip_welcome;
  again.add("If-None-Match", "\"7\"");  // as the parser hands over "7-gzip"
  const auto answer = answer_of(json(large, "\"7\""), wish(again), date);
  CHECK(answer.status == 304);
  CHECK(has(answer, "ETag: \"7-gzip\""));
  CHECK(has(answer, "Vary: Accept-Encoding"));
  CHECK(answer.head.find("Content-Length") == std::string::npos);
  CHECK(body_of(answer).empty());
}

TEST_CASE("only what was asked for and found is left out because the client has it") {
  const HttpHeaders has_it{{"If-None-Match", "\"7\""}};
  CHECK(answer_of(json("{}", "\"8\""), wish(has_it), date).status == 200);
  CHECK(answer_of(json("{}", "\"7\""), wish(has_it, "POST"), date).status == 200);
  auto failed = json("{}", "\"7\"");
  failed.status = 404;
  CHECK(answer_of(std::move(failed), wish(has_it), date).status == 404);
}

TEST_CASE("HEAD is answered as GET, without the body") {
  const auto answer = answer_of(json(large), wish({}, "HEAD"), date);
  CHECK(has(answer, "Content-Length: 4000"));
  CHECK(std::holds_alternative<std::monostate>(answer.body));
}

TEST_CASE("204 has neither body nor length") {
  HttpResponse response;
  response.status = 204;
  const auto answer = answer_of(std::move(response), wish(), date);
  CHECK(answer.head.starts_with("HTTP/1.1 204 No Content\r\n"));
  CHECK(answer.head.find("Content-Length") == std::string::npos);
}

TEST_CASE("a file is sent whole, or the part of it that is asked for") {
  const Digits digits;
  const auto whole = answer_of(digits.response(), wish(), date);
  CHECK(whole.status == 200);
  CHECK(has(whole, "Accept-Ranges: bytes"));
  CHECK(part_of(whole) == std::pair<std::uint64_t, std::uint64_t>{0, 10});

  const auto part = answer_of(digits.response(), wish({{"Range", "bytes=2-5"}}), date);
  CHECK(part.status == 206);
  CHECK(has(part, "Content-Range: bytes 2-5/10"));
  CHECK(has(part, "Content-Length: 4"));
  CHECK(part_of(part) == std::pair<std::uint64_t, std::uint64_t>{2, 4});

  const auto none = answer_of(digits.response(), wish({{"Range", "bytes=10-"}}), date);
  CHECK(none.status == 416);
  CHECK(has(none, "Content-Range: bytes */10"));
  CHECK(has(none, "Content-Length: 0"));
}

TEST_CASE("HEAD is told of the whole file, whatever part it names") {
  const Digits digits;
  const auto answer = answer_of(digits.response(), wish({{"Range", "bytes=2-5"}}, "HEAD"), date);
  CHECK(answer.status == 200);
  CHECK(has(answer, "Content-Length: 10"));
  CHECK(answer.head.find("Content-Range") == std::string::npos);
}

TEST_CASE("who wants what he knows is told that there is something else") {
  const auto status = [](const char* tag) {
    return answer_of(json("{}", "\"v1\""), wish({{"If-Match", tag}}), date).status;
  };
  CHECK(status("\"v1\"") == 200);
  CHECK(status("\"v0\", \"v1\"") == 200);
  CHECK(status("*") == 200);
  CHECK(status("\"v0\"") == 412);
  const auto other = answer_of(json("{}", "\"v1\""), wish({{"If-Match", "\"v0\""}}), date);
  CHECK(body_of(other).find("changed_meanwhile") != std::string::npos);
  CHECK(answer_of(json("{}", "\"v1\""), wish({{"If-Match", "\"v0\""}}, "PUT"), date).status == 200);
}

TEST_CASE("a part of what has changed since is not sent") {
  const Digits digits;
  const HttpHeaders same{{"Range", "bytes=2-5"}, {"If-Range", "\"v1\""}};
  CHECK(answer_of(digits.response(), wish(same), date).status == 206);
  const HttpHeaders other{{"Range", "bytes=2-5"}, {"If-Range", "\"v0\""}};
  CHECK(answer_of(digits.response(), wish(other), date).status == 200);
  auto dated = digits.response();
  dated.headers.add("Last-Modified", date);
  const HttpHeaders by_date{{"Range", "bytes=2-5"}, {"If-Range", date}};
  CHECK(answer_of(std::move(dated), wish(by_date), date).status == 206);
}

TEST_CASE("a file that is missing is an error of ours, in the language of who asks") {
  HttpResponse response;
  response.body = HttpFile{"/nowhere/at/all"};
  const auto answer = answer_of(std::move(response), wish({{"Accept-Language", "en"}}), date);
  CHECK(answer.status == 500);
  CHECK(body_of(answer).find("cannot be opened") != std::string::npos);
}

TEST_CASE("a stream that is not sent is finished") {
  bool gone = false;
  const auto live = std::make_shared<HttpLive>(HttpLive::Limits{}, [&] { gone = true; });
  HttpResponse response;
  response.body = HttpLiveBody{live};
  SECTION("since it was asked for by HEAD") {
    const auto answer = answer_of(std::move(response), wish({}, "HEAD"), date);
    CHECK(answer.close);
    CHECK(gone);
  }
  SECTION("since the answer was dropped") {
    { const auto dropped = std::move(response); }
    CHECK(gone);
  }
  CHECK_FALSE(live->push(std::make_shared<std::string>("data: 1\n\n")));
}
