// What no client should send, to the whole server: each gets its answer, and the server goes on.

#include "serve/served_office.hpp"
#include "support/temporary_folder.hpp"

namespace tiendo::test {
namespace {

struct Bad {
  std::string what;
  std::string request;
  int status = 0;
};

std::string repeated(std::string_view part, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) {
    all += part;
  }
  return all;
}

std::string typed(const Asking& where, const std::string& path, const std::string& type,
                  const std::string& body) {
  return Asking::with_length(
      where.head("POST", path, "X-Tiendo-As: an\r\nContent-Type: " + type + "\r\n"), body);
}

std::vector<Bad> bad_bodies(const Asking& where) {
  const auto path = std::string{coopstar} + "/comment";
  const std::string json_type = "application/json";
  return {
      {"deep JSON", typed(where, path, json_type, std::string(1'000'000, '[')), 400},
      {"deep JSON that ends",
       typed(where, path, json_type, repeated("[", 100'000) + repeated("]", 100'000)), 400},
      {"deep objects", typed(where, path, json_type, repeated(R"({"text":)", 100'000)), 400},
      {"no JSON", typed(where, path, json_type, "text=xin"), 400},
      {"half a document", typed(where, path, json_type, R"({"text":"xi)"), 400},
      {"bytes that are no UTF-8", typed(where, path, json_type, "{\"text\":\"\xff\xfe\"}"), 400},
      {"another charset",
       typed(where, path, json_type + "; charset=iso-8859-1", R"({"text":"xin"})"), 415},
      {"another type", typed(where, path, "text/plain", R"({"text":"xin"})"), 415},
      {"a field that nobody knows", typed(where, path, json_type, R"({"text":"xin","x":1})"), 422},
      {"a number for a text", typed(where, path, json_type, R"({"text":1e999})"), 422},
      {"a text that is too long",
       typed(where, path, json_type, R"({"text":")" + std::string(5'000, 'x') + "\"}"), 422},
      {"people in no table",
       Asking::with_length(
           where.head("POST", "/api/v1/imports/users", "Content-Type: text/csv\r\n"),
           repeated("\xff;\"", 10'000)),
       422},
  };
}

std::vector<Bad> bad_heads(const Asking& where) {
  const auto begin = [&](const std::string& path, const std::string& more = {}) {
    return where.get(path, more);
  };
  return {
      {"no HTTP", "nonsense\r\n\r\n", 400},
      {"no host", "GET /healthz HTTP/1.1\r\n\r\n", 400},
      {"a long path", begin("/api/v1/tasks?q=" + std::string(9'000, 'x')), 414},
      {"long headers", begin("/api/v1/tasks", "X-A: " + std::string(20'000, 'x') + "\r\n"), 431},
      {"a body that is too large",
       where.head("POST", std::string{coopstar} + "/comment",
                  "Content-Type: application/json\r\nContent-Length: 99999999\r\n") +
           "\r\n{",
       413},
      {"two lengths",
       where.head("POST", coopstar, "Content-Length: 1\r\nContent-Length: 2\r\n") + "\r\nx", 400},
      {"a path that is no UTF-8", begin("/api/v1/campaigns/%ff%00"), 404},
      {"a path of a task that is no UTF-8", begin("/api/v1/campaigns/%FF/tasks/a%C3"), 404},
      {"a path with bytes that are no UTF-8", begin("/api/v1/campaigns/\xff"), 404},
      {"a path of nothing with such bytes", begin("/\xff\xfe"), 404},
      {"a query that is no UTF-8", begin("/api/v1/tasks?q=%FF"), 400},
      {"a query with bytes that are no UTF-8", begin("/api/v1/tasks?q=\xff"), 400},
      {"a parameter whose name is no UTF-8", begin("/api/v1/tasks?%FF=1"), 400},
      {"somebody whose name is no UTF-8", begin("/api/v1/tasks", "X-Tiendo-As: %FF\r\n"), 400},
      {"a path out of the house", begin("/api/v1/../../etc/passwd"), 404},
      {"nobody's token", "GET /api/v1/tasks HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer x\r\n\r\n",
       401},
      {"a parameter that nobody knows", begin("/api/v1/tasks?nonsense=1"), 400},
      {"a long key",
       where.post(std::string{coopstar} + "/comment", "an", std::string(5'000, 'k'),
                  R"({"text":"xin"})"),
       400},
  };
}

void check_goes_on(const Asking& where) {
  const auto heard = Wire{where.port}.ask(where.get(coopstar));
  REQUIRE(heard.has_value());
  REQUIRE(heard->status == 200);
}

void check_each(const Asking& where, const std::vector<Bad>& all) {
  for (const auto& bad : all) {
    INFO(bad.what);
    Wire wire{where.port};
    wire.send(bad.request);
    const auto heard = wire.answer();
    CHECK(heard.has_value());
    if (heard) {
      INFO(heard->head.substr(0, 400) << heard->body.substr(0, 400));
      CHECK(heard->status == bad.status);
      CHECK(heard->head.find("application/problem+json") != std::string::npos);
      json::error_code none;
      const auto problem = json::parse(heard->body, none);  // which takes UTF-8 alone
      CHECK((!none && problem.as_object().contains("detail")));
    }
    check_goes_on(where);
  }
}

}  // namespace

TEST_CASE("a request that makes no sense is told why, and the server goes on") {
  const Rehearsal office;
  Serving server{office.data};
  const Asking where{server};
  const auto events = office.events();
  check_each(where, bad_heads(where));
  check_each(where, bad_bodies(where));
  CHECK(office.events() == events);
  CHECK(server.end(SIGTERM) == 0);
}

TEST_CASE("a field that nobody knows is named by its place") {
  const Rehearsal office;
  const Serving server{office.data};
  const Asking where{server};
  const auto heard = Wire{where.port}.ask(
      where.post(std::string{coopstar} + "/comment", "an", "1", R"({"text":"xin","x":1})"));
  REQUIRE(heard.has_value());
  const auto problem = json::parse(heard->body).as_object();
  INFO(heard->body);
  CHECK(problem.at("code") == "bad_body");
  CHECK(problem.at("errors").at(0).at("pointer") == "/x");
}

TEST_CASE("plans that are too deep, and phrases without end, are read to an end") {
  const Rehearsal office;
  Serving server{office.data};
  const Asking where{server};
  const auto check = [&](const std::string& plan) {
    Wire wire{where.port};
    const json::object file{{"name", "a.yaml"}, {"text", plan}};
    const auto heard =
        wire.ask(where.post("/api/v1/plans/check", "lan", "1",
                            json::serialize(json::object{{"files", json::array{file}}})));
    REQUIRE(heard.has_value());
    INFO(heard->body.substr(0, 400));
    CHECK(heard->status == 200);
    CHECK(heard->body.find("\"findings\"") != std::string::npos);
    check_goes_on(where);
  };
  check(repeated("[", 100'000));
  check(repeated("{a: ", 100'000));
  check(repeated("- ", 100'000));
  std::string deeper;
  for (std::size_t i = 0; i < 1'000; ++i) {
    deeper += std::string(i, ' ') + "a:\n";
  }
  check(deeper);
  check(
      "a: &a [x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b]\n"
      "d: &d [*c, *c, *c, *c, *c, *c, *c]\ne: &e [*d, *d, *d, *d, *d, *d]\nf: [*e, *e, *e, *e]\n");
  const auto phrase = Wire{where.port}.ask(
      where.get("/api/v1/calendar/resolve?phrase=" + repeated("qu%C3%BD%20", 550)));
  REQUIRE(phrase.has_value());
  INFO(phrase->body);
  CHECK(phrase->status == 200);
  check_goes_on(where);
  CHECK(server.end(SIGTERM) == 0);
}

TEST_CASE("a plan of many tasks comes over HTTP like a small one") {
  const Rehearsal office;
  const Serving server{office.data};
  const Asking where{server};
  const auto file = [](const std::string& name, const std::string& more) {
    return json::object{{"name", name},
                        {"text", content_of(TIENDO_SOURCE_DIR "/workflows/" + name) + more}};
  };
  const json::array files{
      file("thang-hanh-dong-htx-2025.yaml", '#' + std::string(100'000, ' ') + '\n'),
      file("organisation/yen-bai.yaml", "")};
  const auto heard = Wire{where.port}.ask(where.post(
      "/api/v1/plans/check", "lan", "1", json::serialize(json::object{{"files", files}})));
  REQUIRE(heard.has_value());
  INFO(heard->body.substr(0, 400));
  CHECK(heard->status == 200);
  CHECK(json::parse(heard->body).at("valid") == true);
}

TEST_CASE("what is sent by halves or all at once does not disturb the order of answers") {
  const Rehearsal office;
  Serving server{office.data};
  const Asking where{server};
  {
    Wire halves{where.port};
    const auto whole = where.comment("không trọn");
    halves.send(whole.substr(0, whole.size() - 3));
  }  // and gone
  Wire wire{where.port};
  std::string many;
  for (int i = 0; i < 100; ++i) {
    many += i % 2 == 0 ? where.comment(fmt::format("liền {}", i))
                       : where.get("/api/v1/campaigns/" + std::to_string(i));
  }
  REQUIRE(wire.send(many));
  std::int64_t position = 0;
  for (int i = 0; i < 100; ++i) {
    const auto heard = wire.answer();
    REQUIRE(heard.has_value());
    INFO(i << ": " << heard->body);
    if (i % 2 == 0) {
      REQUIRE(heard->status == 200);
      const auto next = json::parse(heard->body).at("position").as_int64();
      REQUIRE(next > position);
      position = next;
    } else {
      REQUIRE(heard->status == 404);
      REQUIRE(heard->body.find('\'' + std::to_string(i) + '\'') != std::string::npos);
    }
  }
  CHECK(server.end(SIGTERM) == 0);
  CHECK(comments_in(office.data).size() == 50);
}

}  // namespace tiendo::test
