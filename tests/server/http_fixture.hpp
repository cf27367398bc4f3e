#pragma once

#include <boost/asio/connect.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <catch2/catch.hpp>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "server/http_server.hpp"

namespace tiendo::test {

using namespace std::chrono_literals;

inline server::HttpResponse text(std::string body, std::string content_type = "text/plain") {
  server::HttpResponse response;
  response.content_type = std::move(content_type);
  response.body = std::move(body);
  return response;
}

/// Generous but for what a test is about.
inline server::HttpOptions quick() {
  server::HttpOptions options;
  options.tick = 2ms;
  options.linger_time = 200ms;
  return options;
}

/// A server on a thread of its own.
class Served final : public server::HttpHandler {
 public:
  using Handle = std::function<void(server::HttpRequest, server::HttpReply)>;
  using Ask = std::function<server::HttpIntake(const server::HttpRequest&)>;

  explicit Served(
      Handle handle, server::HttpOptions options = quick(),
      Ask ask = [](const server::HttpRequest&) { return server::HttpIntake{}; },
      std::shared_ptr<server::HttpTls> tls = nullptr)
      : handle_{std::move(handle)}, ask_{std::move(ask)} {
    auto made = server::HttpServer::make(context_, std::move(options), *this,
                                         [] { return *parse_timestamp("2025-06-01T08:00:00Z"); });
    REQUIRE(made.has_value());
    server_ = std::move(*made);
    const auto bound = server_->listen("127.0.0.1", 0, std::move(tls));
    REQUIRE(bound.has_value());
    port_ = *bound;
    thread_ = std::thread{[this] { context_.run(); }};
  }
  ~Served() override {
    if (!stopped_) {
      stop(0ms).wait();
    }
    guard_.reset();
    thread_.join();
  }

  server::HttpIntake intake(const server::HttpRequest& head) override { return ask_(head); }
  void handle(server::HttpRequest request, server::HttpReply reply) override {
    handle_(std::move(request), std::move(reply));
  }

  [[nodiscard]] std::uint16_t port() const noexcept { return port_; }
  [[nodiscard]] server::HttpServer& server() noexcept { return *server_; }

  std::future<void> stop(std::chrono::milliseconds grace) {
    stopped_ = true;
    auto done = std::make_shared<std::promise<void>>();
    auto future = done->get_future();
    on_thread([this, grace, done] { server_->stop(grace, [done] { done->set_value(); }); });
    return future;
  }
  /// Runs it where the server runs, and waits for it.
  void on_thread(std::function<void()> what) {
    std::promise<void> done;
    boost::asio::post(context_, [&] {
      what();
      done.set_value();
    });
    done.get_future().wait();
  }
  /// Runs it there when so much else has had its turn; called there.
  void after_turns(int turns, std::function<void()> what) {
    boost::asio::post(context_, [this, turns, what = std::move(what)]() mutable {
      if (turns == 0) {
        what();
      } else {
        after_turns(turns - 1, std::move(what));
      }
    });
  }
  server::HttpCounts counts() {
    server::HttpCounts counts;
    on_thread([&] { counts = server_->counts(); });
    return counts;
  }
  /// Waits until what is counted is so.
  void until(const std::function<bool(const server::HttpCounts&)>& holds) {
    while (!holds(counts())) {
      std::this_thread::yield();
    }
  }

 private:
  Handle handle_;
  Ask ask_;
  boost::asio::io_context context_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard_{
      context_.get_executor()};
  std::unique_ptr<server::HttpServer> server_;
  std::uint16_t port_ = 0;
  std::thread thread_;
  bool stopped_ = false;
};

struct Answer {
  int status = 0;
  std::string head;
  std::string body;

  /// The value of a header; empty: there is none.
  [[nodiscard]] std::string header(const std::string& name) const {
    const auto at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos) {
      return {};
    }
    const auto begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
  }
};

/// A connection that sends and reads bytes, and knows of HTTP only where an answer ends.
class Client {
 public:
  explicit Client(std::uint16_t port) {
    socket_.connect({boost::asio::ip::make_address("127.0.0.1"), port});
  }

  Client& send(std::string_view bytes) {
    boost::system::error_code ignored;  // who is refused may not be listened to to the end
    boost::asio::write(socket_, boost::asio::buffer(bytes.data(), bytes.size()), ignored);
    return *this;
  }
  Client& get(const std::string& target, const std::string& headers = {}) {
    return send("GET " + target + " HTTP/1.1\r\nHost: here\r\n" + headers + "\r\n");
  }
  /// The next one; `with_body` false: to a HEAD.
  Answer answer(bool with_body = true) {
    Answer answer;
    answer.head = until("\r\n\r\n");
    if (answer.head.empty()) {
      return answer;
    }
    answer.status = std::stoi(answer.head.substr(9, 3));
    const auto length = answer.header("Content-Length");
    if (with_body && !length.empty()) {
      answer.body = bytes(std::stoul(length));
    }
    return answer;
  }
  /// What comes up to and with `mark`; empty: the connection ends before.
  std::string until(std::string_view mark) {
    auto at = std::string::npos;
    while ((at = read_.find(mark)) == std::string::npos) {
      if (!more()) {
        return {};
      }
    }
    return cut(at + mark.size());
  }
  std::string bytes(std::size_t count) {
    while (read_.size() < count && more()) {
    }
    return cut(std::min(count, read_.size()));
  }
  /// Everything up to the end.
  std::string rest() {
    while (more()) {
    }
    return cut(read_.size());
  }
  /// Waits for the end; whether nothing came before it.
  bool ends() { return rest().empty(); }
  boost::asio::ip::tcp::socket& socket() noexcept { return socket_; }

 private:
  bool more() {
    char piece[16 * 1024];
    boost::system::error_code error;
    const auto count = socket_.read_some(boost::asio::buffer(piece), error);
    read_.append(piece, count);
    return !error;
  }
  std::string cut(std::size_t count) {
    auto front = read_.substr(0, count);
    read_.erase(0, count);
    return front;
  }

  boost::asio::io_context context_;
  boost::asio::ip::tcp::socket socket_{context_};
  std::string read_;
};

/// Answers with the method, the target and the body.
inline void echo(server::HttpRequest request, server::HttpReply reply) {
  reply(text(request.method + " " + request.target + " " + request.body));
}

}  // namespace tiendo::test
