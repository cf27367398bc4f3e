#pragma once

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/tiendo.hpp"
#include "serve/wire.hpp"
#include "support/serving.hpp"

namespace tiendo::test {

inline constexpr std::string_view coopstar =
    "/api/v1/campaigns/thang-hanh-dong-htx-2025/tasks/coopstar";

/// Whole requests to a server, by its owner, who acts for somebody where `user` is given. Answers
/// are in English.
struct Asking {
  std::uint16_t port = 0;
  std::string token;

  explicit Asking(const Serving& server) : port{server.port()}, token{server.token()} {}

  [[nodiscard]] std::string get(std::string_view path, std::string_view more_headers = "") const {
    return head("GET", path, more_headers) + "\r\n";
  }
  [[nodiscard]] std::string post(std::string_view path, std::string_view user, std::string_view key,
                                 std::string_view body, std::string_view more_headers = "") const {
    const auto headers = fmt::format(
        "X-Tiendo-As: {}\r\nIdempotency-Key: {}\r\nContent-Type: application/json\r\n{}", user, key,
        more_headers);
    return with_length(head("POST", path, headers), body);
  }
  [[nodiscard]] std::string comment(std::string_view text, std::string_view user = "an") const {
    return post(std::string{coopstar} + "/comment", user, text.substr(0, 40),
                json::serialize(json::object{{"text", text}}));
  }
  [[nodiscard]] std::string head(std::string_view method, std::string_view path,
                                 std::string_view more_headers) const {
    return fmt::format(
        "{} {} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\nAccept-Language: en\r\n"
        "{}",
        method, path, token, more_headers);
  }
  static std::string with_length(const std::string& head, std::string_view body) {
    return fmt::format("{}Content-Length: {}\r\n\r\n{}", head, body.size(), body);
  }
};

/// The comments in the journal of a folder, in its order: where they stand, and what they say.
inline std::vector<std::pair<std::uint64_t, std::string>> comments_by_position(
    const std::string& data) {
  std::vector<std::pair<std::uint64_t, std::string>> all;
  const auto rows = tiendo("journal export --data '" + data + "'");
  REQUIRE(rows.exit == 0);
  for (std::size_t from = 0; from < rows.out.size();) {
    const auto end = rows.out.find('\n', from);
    const auto row = json::parse(rows.out.substr(from, end - from));
    if (row.at("type") == "TaskCommented") {
      all.emplace_back(row.at("position").to_number<std::uint64_t>(),
                       row.at("payload").at("text").as_string());
    }
    from = end + 1;
  }
  return all;
}

/// How often each comment stands in the journal of a folder, whoever has it.
inline std::map<std::string, int> comments_in(const std::string& data) {
  std::map<std::string, int> all;
  for (const auto& [position, text] : comments_by_position(data)) {
    ++all[text];
  }
  return all;
}

/// Descriptors for a thousand connections, here and in what is started from here.
inline void raise_descriptors() {
  rlimit limit{};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &limit) == 0);
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 4'096);
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &limit) == 0);
}

/// The number that an environment variable holds.
inline unsigned long number_from(const char* variable, unsigned long otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoul(text, nullptr, 10);
}

/// Everything takes a multiple of its time under AddressSanitizer.
#ifdef __SANITIZE_ADDRESS__
inline constexpr int slowness = 6;
#else
inline constexpr int slowness = 1;
#endif

}  // namespace tiendo::test
