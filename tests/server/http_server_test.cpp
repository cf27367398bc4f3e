// Requests and answers over real connections, when all goes well.

#include "server/http_server.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "server/http_fixture.hpp"

using namespace tiendo;
using namespace tiendo::test;
using server::HttpIntake;
using server::HttpReply;
using server::HttpRequest;
using server::HttpResponse;

TEST_CASE("a connection serves one request after the other") {
  Served served{echo};
  Client client{served.port()};
  CHECK(client.get("/a").answer().body == "GET /a ");
  const auto second = client.get("/b").answer();
  CHECK(second.body == "GET /b ");
  CHECK(second.header("Date") == "Sun, 01 Jun 2025 08:00:00 GMT");
  CHECK(served.counts().accepted == 1);
}

TEST_CASE("requests sent ahead are answered in their order") {
  Served served{[](HttpRequest request, HttpReply reply) {
    // The first is answered last, and from another thread.
    std::thread{[target = request.target, answer = std::move(reply)]() mutable {
      answer(text(target));
    }}.detach();
  }};
  Client client{served.port()};
  std::string requests;
  for (int i = 0; i < 50; ++i) {
    requests += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: h\r\n\r\n";
  }
  client.send(requests);
  for (int i = 0; i < 50; ++i) {
    REQUIRE(client.answer().body == "/" + std::to_string(i));
  }
}

TEST_CASE("a connection ends when the client says so, and with HTTP/1.0 unless it says otherwise") {
  Served served{echo};
  Client closing{served.port()};
  const auto last = closing.get("/", "Connection: close\r\n").answer();
  CHECK(last.header("Connection") == "close");
  CHECK(closing.ends());

  Client old{served.port()};
  old.send("GET / HTTP/1.0\r\n\r\n");
  CHECK(old.answer().body == "GET / ");
  CHECK(old.ends());

  Client kept{served.port()};
  kept.send("GET /1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  CHECK(kept.answer().header("Connection") == "keep-alive");
  kept.send("GET /2 HTTP/1.0\r\n\r\n");
  CHECK(kept.answer().body == "GET /2 ");
}

TEST_CASE("HEAD is answered like GET without the body, and the next request is understood") {
  Served served{echo};
  Client client{served.port()};
  client.send("HEAD /a HTTP/1.1\r\nHost: h\r\n\r\n");
  const auto answer = client.answer(false);
  CHECK(answer.status == 200);
  CHECK(answer.header("Content-Length") == "7");
  CHECK(client.get("/b").answer().body == "GET /b ");
}

TEST_CASE("a client that waits to be told so is told to go on") {
  Served served{echo};
  Client client{served.port()};
  client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
  CHECK(client.until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
  CHECK(client.send("abc").answer().body == "POST / abc");
}

TEST_CASE("a request half sent is answered once the rest has come") {
  Served served{echo};
  Client client{served.port()};
  client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-");
  served.on_thread([] {});
  client.send("Length: 3\r\n\r\na");
  served.on_thread([] {});
  CHECK(client.send("bc").answer().body == "POST / abc");
}

TEST_CASE("a client that goes away half way harms nobody") {
  Served served{echo};
  Client other{served.port()};
  {
    Client client{served.port()};
    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 30\r\n\r\nabc");
  }
  CHECK(other.get("/").answer().status == 200);
  served.until([](const auto& counts) { return counts.connections == 1; });
}

TEST_CASE("a handler that throws, or drops what it should answer, has 500 answered") {
  Served served{[](HttpRequest request, HttpReply reply) {
    if (request.target == "/throw") {
      throw std::runtime_error{"broken on purpose"};
    }
    if (request.target == "/drop") {
      std::thread{[dropped = std::move(reply)] {}}.detach();
      return;
    }
    reply(text("fine"));
  }};
  Client client{served.port()};
  const auto thrown = client.get("/throw", "Accept-Language: en\r\n").answer();
  CHECK(thrown.status == 500);
  CHECK(thrown.header("Content-Type") == "application/problem+json");
  CHECK(thrown.body.find("the server failed at this request") != std::string::npos);
  CHECK(client.get("/drop").answer().body.find("máy chủ gặp lỗi") != std::string::npos);
  CHECK(client.get("/").answer().body == "fine");
}

TEST_CASE("an answer that comes after the client has gone goes nowhere") {
  std::promise<HttpReply> asked;
  Served served{[&](HttpRequest, HttpReply reply) { asked.set_value(std::move(reply)); }};
  {
    Client client{served.port()};
    client.get("/");
    auto reply = asked.get_future().get();
    client.socket().close();
    reply(text(std::string(1 << 20, 'x')));
  }
  served.until([](const auto& counts) { return counts.connections == 0; });
}

TEST_CASE("a large upload goes to a file, a larger one is refused, who may not is told at once") {
  Served served{[](HttpRequest request, HttpReply reply) {
                  reply(text(std::to_string(request.upload->size()) + " " +
                             std::to_string(std::filesystem::file_size(request.upload->path()))));
                },
                quick(),
                [](const HttpRequest& head) {
                  HttpIntake intake;
                  intake.body_bytes_max = 4 << 20;
                  intake.spool_to = std::filesystem::temp_directory_path();
                  if (!head.headers.has("Authorization")) {
                    intake.refusal = HttpResponse{};
                    intake.refusal->status = 401;
                  }
                  return intake;
                }};
  const std::string post = "POST / HTTP/1.1\r\nHost: h\r\nAuthorization: x\r\nContent-Length: ";
  Client client{served.port()};
  client.send(post + "4194304\r\n\r\n").send(std::string(4 << 20, 'x'));
  CHECK(client.answer().body == "4194304 4194304");
  CHECK(client.send(post + "4194305\r\n\r\n").answer().status == 413);
  CHECK(client.ends());

  Client stranger{served.port()};
  stranger.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n");
  CHECK(stranger.answer().status == 401);
  CHECK(stranger.ends());
}

TEST_CASE("a file is sent in pieces, whole or in part") {
  const auto path =
      std::filesystem::temp_directory_path() / ("tiendo-http-file-" + std::to_string(::getpid()));
  std::string content;
  for (int i = 0; i < 300'000; ++i) {
    content += static_cast<char>('a' + i % 26);
  }
  std::ofstream{path} << content;
  Served served{[&](HttpRequest, HttpReply reply) {
    HttpResponse response;
    response.body = server::HttpFile{path};
    reply(std::move(response));
  }};
  Client client{served.port()};
  CHECK(client.get("/").answer().body == content);
  CHECK(client.get("/", "Range: bytes=100000-200000\r\n").answer().body ==
        content.substr(100000, 100001));
  CHECK(client.get("/", "Range: bytes=0-1,5-6\r\n").answer().status == 200);
  std::filesystem::remove(path);
}

TEST_CASE("two clients are served at once, however long one of them takes") {
  std::promise<HttpReply> asked;
  Served served{[&](HttpRequest request, HttpReply reply) {
    if (request.target == "/slow") {
      asked.set_value(std::move(reply));
    } else {
      reply(text("quick"));
    }
  }};
  Client slow{served.port()};
  Client quick_one{served.port()};
  slow.get("/slow");
  auto reply = asked.get_future().get();
  CHECK(quick_one.get("/").answer().body == "quick");
  reply(text("slow"));
  CHECK(slow.answer().body == "slow");
}

TEST_CASE("a handler knows whence a request came") {
  auto options = quick();
  options.trusted_proxies = {"127.0.0.0/8"};
  Served served{[](HttpRequest request, HttpReply reply) {
                  reply(text(request.peer + (request.secure ? " secure" : "")));
                },
                options};
  Client client{served.port()};
  CHECK(client.get("/").answer().body == "127.0.0.1");
  CHECK(client
            .get("/",
                 "X-Forwarded-For: 6.6.6.6\r\nX-Forwarded-For: 192.0.2.9\r\n"
                 "X-Forwarded-Proto: https\r\n")
            .answer()
            .body == "192.0.2.9 secure");
}

TEST_CASE("a port that is taken cannot be listened on") {
  Served served{echo};
  served.on_thread([&] {
    const auto again = served.server().listen("127.0.0.1", served.port());
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().where.find(std::to_string(served.port())) != std::string::npos);
    CHECK_FALSE(served.server().listen("nowhere", 0).has_value());
    CHECK_FALSE(served.server().adopt(0).has_value());
  });
}

TEST_CASE("a socket that listens already is taken over") {
  boost::asio::io_context context;
  boost::asio::ip::tcp::acceptor acceptor{context, {boost::asio::ip::make_address("127.0.0.1"), 0}};
  const auto port = acceptor.local_endpoint().port();
  Served served{echo};
  served.on_thread([&] {
    const auto adopted = served.server().adopt(acceptor.release());
    REQUIRE(adopted.has_value());
    CHECK(*adopted == port);
  });
  CHECK(Client{port}.get("/").answer().status == 200);
}
