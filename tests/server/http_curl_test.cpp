// What another program makes of our answers: curl, where it is installed.

#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "server/http_fixture.hpp"

using namespace tiendo;
using namespace tiendo::test;
using server::HttpReply;
using server::HttpRequest;
using server::HttpResponse;

namespace {

/// What `curl ARGUMENTS` prints, and its exit status at the end.
std::string curl(const std::string& arguments) {
  const auto command =
      "curl -q -sS --noproxy '*' --max-time 20 " + arguments + " 2>&1; echo \" $?\"";
  auto* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string said;
  std::array<char, 4096> piece{};
  for (std::size_t count = 1; count > 0;) {
    count = std::fread(piece.data(), 1, piece.size(), pipe);
    said.append(piece.data(), count);
  }
  ::pclose(pipe);
  return said;
}

}  // namespace

TEST_CASE("curl understands what it is sent, and is understood") {
  if (std::system("curl --version >/dev/null 2>&1") != 0) {
    std::cout << "SKIPPED: curl is not installed (tools/install-dependencies test)\n";
    return;
  }
  const auto path =
      std::filesystem::temp_directory_path() / ("tiendo-http-curl-" + std::to_string(::getpid()));
  const std::string large(3'000'000, 'x');
  std::ofstream{path} << large;
  Served served{
      [&](HttpRequest request, HttpReply reply) {
        if (request.target == "/file") {
          HttpResponse response;
          response.body = server::HttpFile{path};
          return reply(std::move(response));
        }
        reply(text(request.target == "/text" ? large : std::to_string(request.body.size())));
      },
      quick(),
      [](const HttpRequest&) {
        server::HttpIntake intake;
        intake.body_bytes_max = 4'000'000;
        return intake;
      }};
  const auto at = "http://127.0.0.1:" + std::to_string(served.port());
  const std::string report = " -o /dev/null -w '%{http_code} %{size_download}' ";
  CHECK(curl(report + at + "/text") == "200 3000000 0\n");
  CHECK(curl("--compressed " + at + "/text | wc -c") == "3000000\n 0\n");
  CHECK(curl("-I" + report + at + "/text") == "200 0 0\n");
  CHECK(curl("-0" + report + at + "/text") == "200 3000000 0\n");
  CHECK(curl("-r 10-19 " + at + "/file") == "xxxxxxxxxx 0\n");
  CHECK(curl("-r 3000000-" + report + at + "/file") == "416 0 0\n");
  CHECK(curl("--data-binary @" + path.string() + " " + at + "/sent") == "3000000 0\n");
  CHECK(curl("-H 'Transfer-Encoding: chunked' -T " + path.string() + " " + at + "/sent") ==
        "3000000 0\n");
  CHECK(curl(at + "/a " + at + "/b") == "00 0\n");
  std::filesystem::remove(path);
}
