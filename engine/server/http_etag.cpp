#include "server/http_etag.hpp"

#include <algorithm>

namespace tiendo::server {
namespace {

constexpr std::string_view gzip_end = "-gzip\"";

std::string_view opaque(std::string_view etag) noexcept {
  return etag.starts_with("W/") ? etag.substr(2) : etag;
}

}  // namespace

std::string tag_of_gzip(std::string_view etag) {
  if (etag.starts_with('"') && etag.size() > 1 && etag.ends_with('"')) {
    return std::string{etag.substr(0, etag.size() - 1)}.append(gzip_end);
  }
  return std::string{etag};
}

std::string tags_of_handler(std::string_view header) {
  std::string tags;
  for (auto at = header.find(gzip_end); at != std::string_view::npos; at = header.find(gzip_end)) {
    tags.append(header.substr(0, at)).push_back('"');
    header.remove_prefix(at + gzip_end.size());
  }
  return tags.append(header);
}

bool names_tag(std::string_view if_none_match, std::string_view etag) {
  const auto wanted = opaque(etag);
  auto rest = if_none_match;
  while (!rest.empty()) {
    if (rest.front() == '*') {
      return true;
    }
    const auto begin = rest.find('"');
    const auto end = begin == std::string_view::npos ? begin : rest.find('"', begin + 1);
    if (end == std::string_view::npos) {
      return false;
    }
    if (rest.substr(begin, end - begin + 1) == wanted) {
      return true;
    }
    rest.remove_prefix(end + 1);
    rest.remove_prefix(std::min(rest.find_first_not_of(", \t"), rest.size()));
  }
  return false;
}

}  // namespace tiendo::server
