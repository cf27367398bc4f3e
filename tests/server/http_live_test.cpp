#include <atomic>
#include <vector>

#include "server/http_fixture.hpp"

using namespace tiendo;
using namespace tiendo::test;
using server::HttpLive;
using server::HttpReply;
using server::HttpRequest;
using server::HttpResponse;

namespace {

std::shared_ptr<const std::string> event(const std::string& data) {
  return std::make_shared<const std::string>("data: " + data + "\n\n");
}

/// Gives every client a stream, and keeps them.
struct Streams {
  explicit Streams(HttpLive::Limits limits = {}) : limits_{limits} {}

  void operator()(const HttpRequest& request, HttpReply& reply) {
    if (request.target == "/plain") {
      return reply(text("plain"));
    }
    auto live = std::make_shared<HttpLive>(limits_, [this] { ++gone; });
    live->push(event("hello"));
    all.push_back(live);
    HttpResponse response;
    response.content_type = "text/event-stream";
    response.body = server::HttpLiveBody{live};
    reply(std::move(response));
  }

  std::vector<std::shared_ptr<HttpLive>> all;  // on the thread of the server
  std::atomic<int> gone = 0;

 private:
  HttpLive::Limits limits_;
};

auto handle(Streams& streams) {
  return [&](HttpRequest request, HttpReply reply) { streams(request, reply); };
}

void wait_for(const std::atomic<int>& count, int wanted) {
  while (count != wanted) {
    std::this_thread::yield();
  }
}

}  // namespace

TEST_CASE("a live client is sent what is pushed, from whatever thread, until it is closed") {
  Streams streams;
  Served served{handle(streams)};
  Client client{served.port()};
  const auto answer = client.get("/events").answer();
  CHECK(answer.header("Content-Type") == "text/event-stream");
  CHECK(answer.header("Cache-Control") == "no-store");
  CHECK(answer.header("Content-Length").empty());
  CHECK(client.until("\n\n") == "data: hello\n\n");
  const auto live = streams.all.front();
  CHECK(live->push(event("one")));
  CHECK(client.until("\n\n") == "data: one\n\n");
  live->push(event("two"));
  live->close();
  CHECK(client.rest() == "data: two\n\n");
  wait_for(streams.gone, 1);
  CHECK_FALSE(live->push(event("three")));
}

TEST_CASE("who pushes is told when the client has gone") {
  Streams streams;
  Served served{handle(streams)};
  {
    Client client{served.port()};
    client.get("/events");
    client.until("hello\n\n");
    client.socket().close();
  }
  wait_for(streams.gone, 1);
  served.until([](const auto& counts) { return counts.live_streams + counts.connections == 0; });
}

TEST_CASE("a live client that never reads is let go, and nobody else notices") {
  Streams streams{{100, 64 * 1024}};
  Served served{handle(streams)};
  Client deaf{served.port()};
  deaf.get("/events");
  served.until([](const auto& counts) { return counts.live_streams == 1; });
  const auto live = streams.all.front();
  const auto large = event(std::string(16 * 1024, 'x'));
  while (live->push(large)) {
    std::this_thread::yield();
  }
  wait_for(streams.gone, 1);
  served.until([](const auto& counts) { return counts.overflowed == 1; });
  CHECK(live->state() == HttpLive::State::overflowed);
  CHECK(Client{served.port()}.get("/plain").answer().body == "plain");
}

TEST_CASE("a stream on which nothing happens says that it is alive") {
  Streams streams;
  auto options = quick();
  options.heartbeat_time = 10ms;
  options.write_time = options.idle_time = 5ms;  // it is neither idle nor slow
  Served served{handle(streams), options};
  Client client{served.port()};
  client.get("/events");
  CHECK(client.until(":\n\n:\n\n:\n\n").find("hello") != std::string::npos);
}

TEST_CASE("an event goes to hundreds of clients for one post") {
  Streams streams;
  Served served{handle(streams)};
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 300; ++i) {
    clients.push_back(std::make_unique<Client>(served.port()));
    clients.back()->get("/events");
  }
  for (auto& client : clients) {
    client->until("hello\n\n");
  }
  served.server().push(streams.all, event("all"));
  for (auto& client : clients) {
    REQUIRE(client->until("\n\n") == "data: all\n\n");
  }
}

TEST_CASE("what is pushed before the answer has been sent waits for it") {
  HttpLive live;
  CHECK(live.push(event("1")));
  CHECK(live.push(event("2")));
  std::string taken;
  CHECK(live.take(taken, 100) == HttpLive::State::open);
  CHECK(taken == "data: 1\n\ndata: 2\n\n");
}

TEST_CASE("a stream holds so many events, and so many bytes") {
  HttpLive few{{2, 1000}, {}};
  CHECK(few.push(event("1")));
  CHECK(few.push(event("2")));
  CHECK_FALSE(few.push(event("3")));
  CHECK(few.state() == HttpLive::State::overflowed);
  HttpLive small{{10, 20}, {}};
  CHECK(small.push(event("1")));
  CHECK_FALSE(small.push(event("12345678901234567890")));
}

TEST_CASE("who hears that a stream has ended may push and close in vain") {
  std::shared_ptr<HttpLive> live;
  int gone = 0;
  live = std::make_shared<HttpLive>(HttpLive::Limits{}, [&] {
    ++gone;
    live->push(event("x"));
    live->close();
  });
  live->finish();
  live->finish();
  CHECK(gone == 1);
}
