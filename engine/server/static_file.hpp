#pragma once

#include <string_view>

namespace tiendo::server {

/// A file that the program holds, to be served as it is.
struct StaticFile {
  std::string_view path;  // "/", "/assets/index-1a2b3c4d.js"
  std::string_view content_type;
  std::string_view etag;  // with its quotes
  std::string_view content;
};

}  // namespace tiendo::server
