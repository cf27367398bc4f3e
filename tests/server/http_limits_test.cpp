// Clients that want too much, are too slow, or too many.

#include <sys/resource.h>

#include <vector>

#include "server/http_fixture.hpp"

using namespace tiendo;
using namespace tiendo::test;
using server::HttpReply;
using server::HttpRequest;

namespace {

/// What is answered to bytes after which the connection has to end.
Answer refused(Served& served, const std::string& bytes) {
  Client client{served.port()};
  auto answer = client.send(bytes).answer();
  CHECK(answer.header("Connection") == "close");
  CHECK(answer.header("Content-Type") == "application/problem+json");
  CHECK(client.ends());
  return answer;
}

}  // namespace

TEST_CASE("what is wrong with a request is told before the connection ends") {
  Served served{echo};
  const std::string end = "\r\nHost: h\r\n\r\n";
  CHECK(refused(served, "G(T / HTTP/1.1" + end).status == 400);
  CHECK(refused(served, "GET / HTTP/1.1\r\n\r\n").status == 400);
  CHECK(refused(served, "GET / HTTP/3.0" + end).status == 505);
  CHECK(refused(served, "GET /" + std::string(9000, 'a') + " HTTP/1.1" + end).status == 414);
  CHECK(refused(served, "GET / HTTP/1.1\r\nA: " + std::string(20'000, 'a') + end).status == 431);
  CHECK(refused(served, "POST / HTTP/1.1\r\nContent-Length: 1048577" + end).status == 413);
  CHECK(refused(served, "POST / HTTP/1.1\r\nTransfer-Encoding: gzip" + end).status == 501);
  CHECK(refused(served, "POST / HTTP/1.1\r\nContent-Length: 1\r\nExpect: tea" + end).status == 417);
  CHECK(refused(served, "POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked" + end)
            .status == 400);
}

TEST_CASE("a refusal speaks the language of who is refused") {
  Served served{echo};
  CHECK(refused(served, "GET / HTTP/1.1\r\n\r\n").body.find("đúng một dòng Host") !=
        std::string::npos);
  CHECK(refused(served, "GET / HTTP/1.1\r\nAccept-Language: en\r\n\r\n")
            .body.find("exactly one header Host") != std::string::npos);
}

TEST_CASE("a client that sends far more than it may still hears why it is refused") {
  Served served{echo};
  Client client{served.port()};
  client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 50000000\r\n\r\n");
  client.send(std::string(5'000'000, 'x'));
  CHECK(client.answer().status == 413);
}

TEST_CASE("a line of a chunked body has an end") {
  Served served{echo};
  const std::string begin = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1;";
  CHECK(refused(served, begin + std::string(200'000, 'x')).status == 400);
}

TEST_CASE("a header that does not come to its end is not waited for") {
  auto options = quick();
  options.header_time = 20ms;
  Served served{echo, options};
  CHECK(refused(served, "GET / HTTP/1.1\r\nHost: h\r\n").status == 408);
  Client silent{served.port()};
  CHECK(silent.ends());  // who has said nothing is told nothing
}

TEST_CASE("a header that comes byte by byte has no more time than another") {
  auto options = quick();
  options.header_time = 60ms;
  options.header_bytes_max = 1 << 20;  // the time is to come first
  Served served{echo, options};
  Client client{served.port()};
  client.send("GET / HTTP/1.1\r\nHost: h\r\n");
  served.until([&](const auto& counts) {
    client.send("A");
    return counts.requests == 1;
  });
  CHECK(client.answer().status == 408);
}

TEST_CASE("a body that does not come is not waited for") {
  auto options = quick();
  options.body_time = 20ms;
  Served served{echo, options};
  CHECK(refused(served, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nabc").status ==
        408);
}

TEST_CASE("a connection that is silent between requests is closed without a word") {
  auto options = quick();
  options.idle_time = 20ms;
  Served served{echo, options};
  Client client{served.port()};
  CHECK(client.get("/").answer().status == 200);
  CHECK(client.ends());
}

TEST_CASE("a handler may take longer than any client") {
  auto options = quick();
  options.idle_time = options.header_time = options.body_time = options.write_time = 10ms;
  std::promise<HttpReply> asked;
  Served served{[&](HttpRequest, HttpReply reply) { asked.set_value(std::move(reply)); }, options};
  Client client{served.port()};
  client.get("/");
  auto reply = asked.get_future().get();
  std::this_thread::sleep_for(50ms);  // what is tested is that nothing happens
  reply(text("late"));
  CHECK(client.answer().body == "late");
}

TEST_CASE("a client that does not read what it asked for is let go") {
  auto options = quick();
  options.write_time = 1000ms;
  Served served{[](HttpRequest, HttpReply reply) { reply(text(std::string(64 << 20, 'x'))); },
                options};
  Client client{served.port()};
  client.get("/");
  served.until([](const auto& counts) { return counts.accepted == 1 && counts.connections == 0; });
  Client other{served.port()};
  CHECK(other.get("/").answer().body.size() == 64 << 20);
}

TEST_CASE("when all places are taken the one that has been idle longest is given away") {
  auto options = quick();
  options.connections_max = 3;
  Served served{echo, options};
  Client first{served.port()};
  first.get("/").answer();
  Client second{served.port()};
  second.get("/").answer();
  Client third{served.port()};
  third.get("/").answer();
  first.get("/").answer();  // now the second has been idle longest
  Client fourth{served.port()};
  CHECK(fourth.get("/").answer().status == 200);
  CHECK(second.ends());
  CHECK(first.get("/").answer().status == 200);
  CHECK(third.get("/").answer().status == 200);
  CHECK(served.counts().evicted == 1);
}

TEST_CASE("nobody who is being served has to make place") {
  auto options = quick();
  options.connections_max = 1;
  std::promise<HttpReply> asked;
  Served served{[&](HttpRequest, HttpReply reply) { asked.set_value(std::move(reply)); }, options};
  Client busy{served.port()};
  busy.get("/");
  auto reply = asked.get_future().get();
  Client late{served.port()};
  CHECK(late.ends());
  CHECK(served.counts().turned_away == 1);
  reply(text("served"));
  CHECK(busy.answer().body == "served");
}

TEST_CASE("a thousand silent connections do not keep the next from being served") {
  Served served{echo};
  rlimit files{};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &files) == 0);
  files.rlim_cur = files.rlim_max;
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &files) == 0);
  boost::asio::io_context context;
  std::vector<boost::asio::ip::tcp::socket> silent;
  for (int i = 0; i < 1000; ++i) {
    silent.emplace_back(context).connect(
        {boost::asio::ip::make_address("127.0.0.1"), served.port()});
  }
  Client client{served.port()};
  CHECK(client.get("/").answer().status == 200);
  CHECK(served.counts().connections == 1001);
}
