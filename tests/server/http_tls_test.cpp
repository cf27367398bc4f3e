#include "server/http_tls.hpp"

#include <unistd.h>

#include <boost/asio/ssl.hpp>
#include <filesystem>
#include <fstream>

#include "server/certificate.hpp"
#include "server/http_fixture.hpp"

using namespace tiendo;
using namespace tiendo::test;
using server::HttpTls;

namespace {

namespace ssl = boost::asio::ssl;

const auto now = *parse_timestamp("2025-06-01T08:00:00Z");

/// A folder with a certificate for 2025 and its key, gone with the test.
struct Certificate {
  Certificate() {
    std::filesystem::create_directory(folder);
    write_certificate(certificate, key, "20250101000000Z", "20251231000000Z");
  }
  ~Certificate() { std::filesystem::remove_all(folder); }

  std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("tiendo-tls-" + std::to_string(::getpid()));
  std::filesystem::path certificate = folder / "certificate.pem";
  std::filesystem::path key = folder / "key.pem";

  [[nodiscard]] std::shared_ptr<HttpTls> load() const {
    auto loaded = HttpTls::load(certificate, key, now);
    REQUIRE(loaded.has_value());
    return *loaded;
  }
  /// What is wrong with it, in English, and the file that it is about.
  [[nodiscard]] Error wrong(Timestamp at = now) const {
    const auto loaded = HttpTls::load(certificate, key, at);
    REQUIRE_FALSE(loaded.has_value());
    CHECK_FALSE(loaded.error().message.vi.empty());
    return loaded.error();
  }
};

/// Asks once over TLS, and ends.
struct TlsClient {
  explicit TlsClient(std::uint16_t port, int newest = TLS1_3_VERSION) {
    SSL_set_min_proto_version(stream.native_handle(), TLS1_VERSION);
    SSL_set_max_proto_version(stream.native_handle(), newest);
    SSL_set_security_level(stream.native_handle(), 0);  // or it would not even offer what is old
    stream.next_layer().connect({boost::asio::ip::make_address("127.0.0.1"), port});
    stream.handshake(ssl::stream_base::client, error);
  }
  std::string ask(const std::string& request) {
    boost::asio::write(stream, boost::asio::buffer(request), error);
    std::string answer;
    char piece[4096];
    while (!error) {
      answer.append(piece, stream.read_some(boost::asio::buffer(piece), error));
    }
    return answer;
  }
  boost::asio::io_context context;
  ssl::context tls{ssl::context::tls_client};
  ssl::stream<boost::asio::ip::tcp::socket> stream{context, tls};
  boost::system::error_code error;
};

const std::string last_request = "GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";

}  // namespace

TEST_CASE("requests come over TLS, and the handler knows") {
  const Certificate certificate;
  Served served{[](server::HttpRequest request, server::HttpReply reply) {
                  reply(text((request.secure ? "secure" : "open") + std::string(100'000, '.')));
                },
                quick(), [](const auto&) { return server::HttpIntake{}; }, certificate.load()};
  TlsClient client{served.port()};
  REQUIRE_FALSE(client.error);
  const auto answer = client.ask(last_request);
  CHECK(answer.starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(answer.ends_with("\r\n\r\nsecure" + std::string(100'000, '.')));
  CHECK(client.error == boost::asio::error::eof);  // not cut off: TLS was closed in order
}

TEST_CASE("TLS older than 1.2 is not spoken, 1.2 is") {
  const Certificate certificate;
  Served served{echo, quick(), [](const auto&) { return server::HttpIntake{}; },
                certificate.load()};
  TlsClient ancient{served.port(), TLS1_1_VERSION};
  CHECK(ancient.error);
  TlsClient old{served.port(), TLS1_2_VERSION};
  CHECK(old.ask(last_request).ends_with("GET /a "));
}

TEST_CASE("who speaks no TLS, or says nothing, is let go, and others are served meanwhile") {
  const Certificate certificate;
  auto options = quick();
  options.header_time = 50ms;
  Served served{echo, options, [](const auto&) { return server::HttpIntake{}; },
                certificate.load()};
  Client silent{served.port()};
  Client plain{served.port()};
  CHECK(plain.get("/").answer().status == 0);
  CHECK(TlsClient{served.port()}.ask(last_request).ends_with("GET /a "));
  CHECK(silent.ends());
}

TEST_CASE("a live client over TLS is told what is pushed, and noticed when it goes") {
  const Certificate certificate;
  std::promise<std::shared_ptr<server::HttpLive>> made;
  std::promise<void> gone;
  Served served{[&](server::HttpRequest, server::HttpReply reply) {
                  auto live = std::make_shared<server::HttpLive>(server::HttpLive::Limits{},
                                                                 [&] { gone.set_value(); });
                  server::HttpResponse response;
                  response.body = server::HttpLiveBody{live};
                  reply(std::move(response));
                  made.set_value(live);
                },
                quick(), [](const auto&) { return server::HttpIntake{}; }, certificate.load()};
  {
    TlsClient client{served.port()};
    boost::asio::write(client.stream, boost::asio::buffer(last_request));
    made.get_future().get()->push(std::make_shared<std::string>("data: 1\n\n"));
    std::string read;
    char piece[1000];
    while (!read.ends_with("data: 1\n\n")) {
      read.append(piece, client.stream.read_some(boost::asio::buffer(piece)));
    }
  }
  gone.get_future().wait();
}

TEST_CASE("files that are missing, or no certificate, or no key, are named") {
  Certificate certificate;
  SECTION("no certificate") {
    std::filesystem::remove(certificate.certificate);
    const auto error = certificate.wrong();
    CHECK(error.where == certificate.certificate);
    CHECK(error.message.en.find("no such file") != std::string::npos);
  }
  SECTION("no key") {
    std::filesystem::remove(certificate.key);
    CHECK(certificate.wrong().where == certificate.key);
  }
  SECTION("nonsense for a certificate") {
    std::ofstream{certificate.certificate} << "nonsense";
    const auto error = certificate.wrong();
    CHECK(error.where == certificate.certificate);
    CHECK(error.message.en.find("no usable certificate") != std::string::npos);
  }
  SECTION("nonsense for a key") {
    std::ofstream{certificate.key} << "nonsense";
    const auto error = certificate.wrong();
    CHECK(error.where == certificate.key);
    CHECK(error.message.en.find("no usable private key") != std::string::npos);
  }
  SECTION("the key of another certificate") {
    write_certificate(certificate.folder / "another.pem", certificate.key, "20250101000000Z",
                      "20251231000000Z");
    const auto error = certificate.wrong();
    CHECK(error.where == certificate.key);
    CHECK(error.message.en.find("is not that of the certificate") != std::string::npos);
  }
}

TEST_CASE("a certificate is used while it is valid, and no longer") {
  const Certificate certificate;
  CHECK(certificate.load()->valid_until() == *parse_timestamp("2025-12-31T00:00:00Z"));
  CHECK(certificate.wrong(*parse_timestamp("2025-12-31T00:00:00Z")).message.en.find("expired") !=
        std::string::npos);
  CHECK(certificate.wrong(*parse_timestamp("2024-12-31T00:00:00Z"))
            .message.en.find("valid only from") != std::string::npos);
}

TEST_CASE("a certificate that cannot be read again leaves the one from before in use") {
  const Certificate certificate;
  const auto tls = certificate.load();
  const auto before = tls->context();
  CHECK(tls->reload(now).has_value());
  CHECK(tls->context() != before);
  const auto renewed = tls->context();
  std::filesystem::remove(certificate.key);
  CHECK_FALSE(tls->reload(now).has_value());
  CHECK(tls->context() == renewed);
}
