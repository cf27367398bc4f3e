#include "server/static_files.hpp"

#include <catch2/catch.hpp>

#include "server/http_answer.hpp"

using namespace tiendo;
using namespace tiendo::server;

namespace {

constexpr std::string_view script = "export const tien_do = 'tiến độ';";

StaticFiles a_console() {
  static constexpr StaticFile files[] = {
      {"/", "text/html; charset=utf-8", "\"1\"", "<!doctype html>"},
      {"/assets/index-1a2b.js", "text/javascript; charset=utf-8", "\"2\"", script}};
  return StaticFiles{files};
}

/// As a browser is sent it.
std::string head_of(std::string_view path) {
  HttpWish wish;
  wish.get = true;
  return answer_of(*a_console().answer(path, Language::vi), wish, "now").head;
}

}  // namespace

TEST_CASE("the page is asked for anew, what it loads is kept for good") {
  CHECK(head_of("/").find("Cache-Control: no-cache\r\n") != std::string::npos);
  CHECK(head_of("/assets/index-1a2b.js")
            .find("Cache-Control: public, max-age=31536000, immutable\r\n") != std::string::npos);
}

TEST_CASE("a page runs no script but its own, and stands in nobody's frame") {
  const auto head = head_of("/");
  CHECK(head.find("default-src 'none'; script-src 'self'; style-src 'self';") != std::string::npos);
  CHECK(head.find("frame-ancestors 'none'") != std::string::npos);
  CHECK(head.find("unsafe") == std::string::npos);
  CHECK(head.find("X-Content-Type-Options: nosniff\r\n") != std::string::npos);
  CHECK(head.find("Referrer-Policy: same-origin\r\n") != std::string::npos);
  CHECK(head.find("Cross-Origin-Opener-Policy: same-origin\r\n") != std::string::npos);
}

TEST_CASE("only exact paths are files") {
  const auto console = a_console();
  CHECK(console.answer("/assets/index-1a2b.js", Language::vi)->status == 200);
  for (const auto* path :
       {"/assets/", "/assets/index-1a2b.js/", "/assets/../", "/assets/khac.js"}) {
    CHECK(console.answer(path, Language::vi)->status == 404);
  }
  for (const auto* path : {"", "/index.html", "/assets", "//", "/api/v1/tasks"}) {
    CHECK_FALSE(console.answer(path, Language::vi).has_value());
  }
}
