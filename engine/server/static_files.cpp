#include "server/static_files.hpp"

#include <memory>
#include <utility>

#include "api/problem.hpp"

namespace tiendo::server {
namespace {

constexpr std::string_view assets = "/assets/";
constexpr const char* policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors "
    "'none'";

HttpHeaders headers_of(const StaticFile& file) {
  HttpHeaders headers{{"Referrer-Policy", "same-origin"},
                      {"Cross-Origin-Resource-Policy", "same-origin"}};
  if (file.path.starts_with(assets)) {
    headers.add("Cache-Control", "public, max-age=31536000, immutable");
    return headers;
  }
  headers.add("Cache-Control", "no-cache");
  headers.add("Content-Security-Policy", policy);
  headers.add("Cross-Origin-Opener-Policy", "same-origin");
  return headers;
}

}  // namespace

StaticFiles::StaticFiles(std::span<const StaticFile> files) {
  for (const auto& file : files) {
    auto piece = std::make_shared<const api::TextPiece>(std::string{file.content});
    files_.emplace(std::string{file.path}, Held{file, api::SharedText{std::move(piece)}});
  }
}

std::optional<HttpResponse> StaticFiles::answer(std::string_view path, Language language) const {
  const auto found = files_.find(path);
  if (found == files_.end()) {
    return path.starts_with(assets)
               ? std::optional{to_http(api::problem(
                     404, "no_such_file", {"không có tệp này", "there is no such file"}, language))}
               : std::nullopt;
  }
  const auto& [file, body] = found->second;
  HttpResponse response;
  response.content_type = file.content_type;
  response.etag = file.etag;
  response.headers = headers_of(file);
  response.body = body;
  return response;
}

}  // namespace tiendo::server
