// The small parts that read what clients say: ranges, entity tags, proxies, dates.

#include <boost/asio/ip/address.hpp>
#include <catch2/catch.hpp>

#include "server/http_answer.hpp"
#include "server/http_etag.hpp"
#include "server/http_forwarded.hpp"
#include "server/http_range.hpp"

using namespace tiendo;
using namespace tiendo::server;

namespace {

using Range = std::variant<WholeFile, ByteRange, NoSuchRange>;

Origin origin(const std::vector<std::string>& trusted, const std::string& peer,
              const std::string& forwarded_for, const std::string& proto = {}) {
  const auto proxies = TrustedProxies::read(trusted);
  REQUIRE(proxies.has_value());
  return proxies->origin(boost::asio::ip::make_address(peer), false, forwarded_for, proto);
}

}  // namespace

TEST_CASE("a range names bytes from, from to, or the last ones") {
  CHECK(read_range("bytes=0-0", 10) == Range{ByteRange{0, 1}});
  CHECK(read_range("bytes=2-5", 10) == Range{ByteRange{2, 4}});
  CHECK(read_range("bytes=7-", 10) == Range{ByteRange{7, 3}});
  CHECK(read_range("bytes=-3", 10) == Range{ByteRange{7, 3}});
  CHECK(read_range("bytes=-30", 10) == Range{ByteRange{0, 10}});
  CHECK(read_range("Bytes=5-99999999999999999999999", 10) == Range{ByteRange{5, 5}});
}

TEST_CASE("a range past the end cannot be satisfied") {
  CHECK(read_range("bytes=10-", 10) == Range{NoSuchRange{}});
  CHECK(read_range("bytes=99999999999999999999999-", 10) == Range{NoSuchRange{}});
  CHECK(read_range("bytes=-0", 10) == Range{NoSuchRange{}});
  CHECK(read_range("bytes=0-", 0) == Range{NoSuchRange{}});
  CHECK(read_range("bytes=-1", 0) == Range{NoSuchRange{}});
}

TEST_CASE("what is no single range means the whole file") {
  for (const auto* header :
       {"", "bytes", "bytes=", "bytes=-", "bytes=5-2", "bytes=0-1,3-4", "bytes=a-b", "bytes=1-b",
        "bytes=--1", "bytes=+1-2", "lines=1-2", "bytes= 1-2", "bytes=1 -2", "-", "bytes-1"}) {
    CAPTURE(header);
    CHECK(read_range(header, 10) == Range{WholeFile{}});
  }
}

TEST_CASE("a compressed body has a tag of its own, and the handler does not see it") {
  CHECK(tag_of_gzip("\"a\"") == "\"a-gzip\"");
  CHECK(tag_of_gzip("W/\"a\"") == "W/\"a\"");
  CHECK(tags_of_handler("\"a-gzip\"") == "\"a\"");
  CHECK(tags_of_handler("W/\"b\", \"a-gzip\", \"c-gzip\"") == "W/\"b\", \"a\", \"c\"");
  CHECK(tags_of_handler("*") == "*");
}

TEST_CASE("If-None-Match names a tag exactly, strong or weak") {
  CHECK(names_tag("\"a\"", "\"a\""));
  CHECK(names_tag("W/\"a\"", "\"a\""));
  CHECK(names_tag("\"b\", \"a\"", "W/\"a\""));
  CHECK(names_tag("*", "\"a\""));
  CHECK(names_tag("\"x,*\", \"a\"", "\"a\""));
  CHECK_FALSE(names_tag("", "\"a\""));
  CHECK_FALSE(names_tag("\"ab\"", "\"a\""));
  CHECK_FALSE(names_tag("\"x,*\"", "\"a\""));
  CHECK_FALSE(names_tag("a", "\"a\""));
  CHECK_FALSE(names_tag("\"a", "\"a\""));
}

TEST_CASE("nobody but a trusted proxy is believed whom it speaks for") {
  const auto told = origin({"10.0.0.7"}, "10.0.0.8", "192.0.2.1", "https");
  CHECK(told.peer == "10.0.0.8");
  CHECK_FALSE(told.secure);
}

TEST_CASE("behind trusted proxies the rightmost address that is none of them counts") {
  const std::vector<std::string> trusted{"10.0.0.0/8", "::1"};
  CHECK(origin(trusted, "10.0.0.7", "192.0.2.1").peer == "192.0.2.1");
  CHECK(origin(trusted, "::1", "6.6.6.6, 192.0.2.1 , 10.1.2.3").peer == "192.0.2.1");
  CHECK(origin(trusted, "10.0.0.7", "192.0.2.1:4711").peer == "192.0.2.1");
  CHECK(origin(trusted, "10.0.0.7", "[2001:db8::1]:4711").peer == "2001:db8::1");
  CHECK(origin(trusted, "::ffff:10.0.0.7", "2001:db8::2").peer == "2001:db8::2");
  CHECK(origin(trusted, "10.0.0.7", "6.6.6.6, unknown, 10.0.0.9").peer == "10.0.0.9");
  CHECK(origin(trusted, "10.0.0.7", "").peer == "10.0.0.7");
  CHECK(origin(trusted, "10.0.0.7", "10.0.0.1, 10.0.0.2").peer == "10.0.0.1");
}

TEST_CASE("a trusted proxy says whether its client came by TLS") {
  CHECK(origin({"10.0.0.7"}, "10.0.0.7", "192.0.2.1", "https").secure);
  CHECK(origin({"10.0.0.7"}, "10.0.0.7", "192.0.2.1", "http, HTTPS").secure);
  CHECK_FALSE(origin({"10.0.0.7"}, "10.0.0.7", "192.0.2.1", "https, http").secure);
}

TEST_CASE("a proxy that is no address is refused by name") {
  const auto proxies = TrustedProxies::read({"10.0.0.7", "proxy.example"});
  REQUIRE_FALSE(proxies.has_value());
  CHECK(proxies.error().where == "proxy.example");
}

TEST_CASE("dates are written as HTTP has them") {
  CHECK(http_date(*parse_timestamp("1994-11-06T08:49:37Z")) == "Sun, 06 Nov 1994 08:49:37 GMT");
  CHECK(http_date(*parse_timestamp("2028-02-29T23:59:59.9Z")) == "Tue, 29 Feb 2028 23:59:59 GMT");
}
