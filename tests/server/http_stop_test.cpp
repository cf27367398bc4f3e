#include <atomic>
#include <vector>

#include "server/http_fixture.hpp"

using namespace tiendo;
using namespace tiendo::test;
using server::HttpReply;
using server::HttpRequest;
using server::HttpResponse;

TEST_CASE("a server that stops finishes what it is at, and closes what is idle") {
  std::promise<HttpReply> asked;
  Served served{[&](HttpRequest request, HttpReply reply) {
    if (request.target == "/slow") {
      asked.set_value(std::move(reply));
    } else {
      reply(text("quick"));
    }
  }};
  Client idle{served.port()};
  CHECK(idle.get("/").answer().status == 200);
  Client busy{served.port()};
  busy.get("/slow");
  auto reply = asked.get_future().get();
  auto stopped = served.stop(1h);
  CHECK(idle.ends());
  CHECK(stopped.wait_for(0s) == std::future_status::timeout);
  reply(text("finished"));
  const auto answer = busy.answer();
  CHECK(answer.body == "finished");
  CHECK(answer.header("Connection") == "close");
  busy.socket().close();
  stopped.wait();
}

TEST_CASE("a request that comes while a server begins to stop is done and answered, or neither") {
  for (int turns = 0; turns < 20; ++turns) {
    INFO("turns " << turns);
    std::promise<HttpReply> asked;
    std::atomic<bool> done = false;
    Served served{[&](HttpRequest request, HttpReply reply) {
      if (request.target == "/first") {
        asked.set_value(std::move(reply));
      } else {
        done = true;
        reply(text("second"));
      }
    }};
    Client client{served.port()};
    client.get("/first");
    auto reply = asked.get_future().get();
    client.get("/second");  // it waits in the socket until the first has been answered
    std::promise<void> stopped;
    served.on_thread([&] {
      reply(text("first"));
      served.after_turns(turns, [&] { served.server().stop(1h, [&] { stopped.set_value(); }); });
    });
    client.answer();
    const bool answered = client.answer().body == "second";
    client.socket().close();
    stopped.get_future().wait();
    CHECK(answered == done);
  }
}

TEST_CASE("a server that stops takes no more connections") {
  Served served{echo};
  served.stop(1h).wait();
  CHECK_THROWS(Client{served.port()});
}

TEST_CASE("a server that stops sends a live client what was pushed, and lets it go") {
  std::promise<std::shared_ptr<server::HttpLive>> made;
  Served served{[&](HttpRequest, HttpReply reply) {
    auto live = std::make_shared<server::HttpLive>();
    HttpResponse response;
    response.body = server::HttpLiveBody{live};
    reply(std::move(response));
    made.set_value(live);
  }};
  Client client{served.port()};
  client.get("/events").answer();
  const auto live = made.get_future().get();
  live->push(std::make_shared<std::string>("data: last\n\n"));
  auto stopped = served.stop(1h);
  CHECK(client.rest() == "data: last\n\n");
  stopped.wait();
}

TEST_CASE("what has not ended after the grace is cut off") {
  std::promise<HttpReply> asked;
  Served served{[&](HttpRequest request, HttpReply reply) {
    if (request.target == "/never") {
      asked.set_value(std::move(reply));
    } else {
      reply(text(std::string(64 << 20, 'x')));
    }
  }};
  Client waiting{served.port()};
  waiting.get("/never");
  auto reply = asked.get_future().get();
  Client half{served.port()};
  half.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nabc");
  Client deaf{served.port()};
  deaf.get("/large");
  served.until([](const auto& counts) { return counts.requests == 2; });
  served.stop(20ms).wait();
  CHECK(waiting.ends());
  reply(text("too late"));
}

TEST_CASE("a server stops under load, and every answer that it began is whole") {
  Served served{echo};
  std::atomic<int> answered = 0;
  std::vector<std::thread> clients;
  for (int i = 0; i < 4; ++i) {
    clients.emplace_back([&] {
      try {
        while (true) {
          Client client{served.port()};
          for (auto answer = client.get("/").answer(); answer.status != 0;
               answer = client.get("/").answer()) {
            if (answer.body != "GET / ") {
              answered = -1'000'000;
            }
            ++answered;
          }
        }
      } catch (const boost::system::system_error&) {
        // Nobody listens any more.
      }
    });
  }
  served.until([](const auto& counts) { return counts.requests > 1000; });
  served.stop(1h).wait();
  for (auto& client : clients) {
    client.join();
  }
  CHECK(answered >= 1000);
}
