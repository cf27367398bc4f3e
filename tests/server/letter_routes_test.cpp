#include "server/letter_routes.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <catch2/catch.hpp>

#include "server/http_answer.hpp"

using namespace tiendo;
using namespace tiendo::server;
using Reader = LetterRoutes::Reader;

namespace {

const std::string an = "an@example.vn";
const Reader everybody_s{true, ""};

/// Letters as a channel keeps them, newest first; number 1 is the oldest. Every second is to An.
class KeptLetters {
 public:
  explicit KeptLetters(int count) {
    for (int i = count; i > 0; --i) {
      port::Letter letter;
      letter.id = "digest." + std::to_string(i);
      letter.to_address = i % 2 == 0 ? an : "binh@example.vn";
      letter.to_name = "Nguyễn Văn An";
      letter.subject = "Việc cần làm";
      letter.text = "Chào anh";
      letter.html =
          "<!DOCTYPE html><html><head><title>x</title></head><body>Chào anh</body></html>";
      letter.at = *parse_timestamp("2025-01-06T07:30:00+07:00") + std::chrono::minutes{i};
      letters_.push_back(std::move(letter));
    }
  }

  api::Response ask(const std::string& path, const Reader& reader = everybody_s,
                    api::Fields query = {}, api::Method method = api::Method::get) const {
    api::Request request;
    request.method = method;
    request.path = path;
    request.query = std::move(query);
    return routes_.handle(request, reader);
  }

  /// All that `reader` is shown, page by page.
  std::vector<std::string> walked(const Reader& reader, const std::string& limit) const {
    std::vector<std::string> ids;
    std::string cursor;
    do {
      const auto page = ask("/api/v1/letters", reader, {{"limit", limit}, {"cursor", cursor}});
      const auto document = boost::json::parse(page.body);
      for (const auto& letter : document.at("letters").as_array()) {
        ids.emplace_back(letter.at("id").as_string());
      }
      const auto& next = document.at("next");
      cursor = next.is_null() ? "" : std::string{next.as_string()};
    } while (!cursor.empty());
    return ids;
  }

 private:
  Result<std::vector<port::Letter>> read(const LetterQuestion& question) const {
    std::vector<port::Letter> found;
    for (const auto& letter : letters_) {
      const bool fits = question.id.empty() ? !question.before || letter.at < question.before->at
                                            : letter.id == question.id;
      if (fits && found.size() < question.count) found.push_back(letter);
    }
    return found;
  }

  std::vector<port::Letter> letters_;
  LetterRoutes routes_{[this](const LetterQuestion& question) { return read(question); }};
};

}  // namespace

TEST_CASE("letters are listed newest first, page by page, each once") {
  const KeptLetters letters{5};
  const std::vector<std::string> all{"digest.5", "digest.4", "digest.3", "digest.2", "digest.1"};
  for (const auto* limit : {"1", "2", "4", "5", "100"}) {
    INFO(limit);
    CHECK(letters.walked(everybody_s, limit) == all);
  }
}

TEST_CASE("people see their own letters, however far back they stand") {
  const KeptLetters letters{2500};
  const auto seen = letters.walked({false, an}, "100");
  CHECK(seen.size() == 1250);
  CHECK(seen.front() == "digest.2500");
  CHECK(seen.back() == "digest.2");
  CHECK(letters.walked({false, ""}, "100").empty());
  CHECK(letters.ask("/api/v1/letters/digest.2", {false, an}).status == 200);
  for (const auto* path : {"/api/v1/letters/digest.1", "/api/v1/letters/digest.1/html",
                           "/api/v1/letters/digest.0", "/api/v1/letters/%zz"}) {
    CHECK(letters.ask(path, {false, an}).status == 404);
  }
}

TEST_CASE(
    "one letter is a document that runs nothing, loads nothing and stands in no other frame") {
  const KeptLetters letters{1};
  const auto response = letters.ask("/api/v1/letters/digest%2E1/html");
  CHECK(response.status == 200);
  CHECK(response.body.find("<head><base target=\"_blank\"><title>") != std::string::npos);
  HttpWish wish;
  wish.get = true;
  const auto head = answer_of(to_http(response), wish, "now").head;
  CHECK(head.find("Content-Type: text/html; charset=utf-8\r\n") != std::string::npos);
  CHECK(head.find("Content-Security-Policy: sandbox ") != std::string::npos);
  CHECK(head.find("default-src 'none'; style-src 'unsafe-inline'; ") != std::string::npos);
  CHECK(head.find("frame-ancestors 'self'") != std::string::npos);
  CHECK(head.find("X-Frame-Options") == std::string::npos);
  CHECK(head.find("allow-scripts") == std::string::npos);
  CHECK(head.find("allow-same-origin") == std::string::npos);
  CHECK(head.find("X-Content-Type-Options: nosniff\r\n") != std::string::npos);
}

TEST_CASE("what is asked otherwise of letters is refused with what would be right") {
  const KeptLetters letters{3};
  const std::string list = "/api/v1/letters";
  CHECK(letters.ask(list, everybody_s, {{"limit", "0"}}).status == 400);
  CHECK(letters.ask(list, everybody_s, {{"cursor", "khong"}}).status == 400);
  CHECK(letters.ask(list, everybody_s, {{"cursor", "6162"}}).status == 400);
  CHECK(letters.ask(list, everybody_s, {{"state", "sent"}}).status == 400);
  CHECK(letters.ask(list + "/digest.1", everybody_s, {{"limit", "1"}}).status == 400);
  CHECK(letters.ask(list, everybody_s, {}, api::Method::post).status == 405);
  for (const auto* path : {"/api/v1/letters/", "/api/v1/letters//html", "/api/v1/letters/a/b",
                           "/api/v1/letters/a/b/html", "/api/v1/lettersx"}) {
    CHECK_FALSE(LetterRoutes::is_ours(path));
  }
}

TEST_CASE("where letters do not become files there are none") {
  const LetterRoutes routes{{}};
  api::Request request;
  for (const auto* path : {"/api/v1/letters", "/api/v1/letters/a", "/api/v1/letters/a/html"}) {
    request.path = path;
    CHECK(routes.handle(request, everybody_s).code == "no_letters");
  }
}
