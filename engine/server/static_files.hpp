#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "server/http_message.hpp"
#include "server/static_file.hpp"

namespace tiendo::server {

/// The pages that people open in a browser: `/` and what it loads. Exact paths, for everybody: who
/// is not signed in is asked by the page. On the thread of HTTP.
///
/// A browser asks for `/` anew each time and keeps what is below `/assets/`, where the name of a
/// file changes with its content. Nothing in a page may come from elsewhere, be written inside the
/// document, or stand in a frame of somebody else.
class StaticFiles {
 public:
  StaticFiles() = default;
  /// The bytes outlive this.
  explicit StaticFiles(std::span<const StaticFile> files);

  /// Nothing: it is no path of ours. Below `/assets/` every path is: 404 where there is no file.
  [[nodiscard]] std::optional<HttpResponse> answer(std::string_view path, Language language) const;

 private:
  struct Held {
    StaticFile file;
    api::SharedText body;  // compressed once, when it is first asked for
  };
  std::map<std::string, Held, std::less<>> files_;
};

}  // namespace tiendo::server
