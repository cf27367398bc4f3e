#pragma once

#include <string>
#include <string_view>

namespace tiendo::server {

// A strong entity tag names bytes, so that a compressed body needs one of its own: the transport
// sends "TAG-gzip" for the handler's "TAG", and takes the end off what clients send back. Handlers
// see their own tags only, and If-Match holds for whoever was sent the compressed body.

/// The tag of the compressed body; a weak one serves for both.
[[nodiscard]] std::string tag_of_gzip(std::string_view etag);

/// The handler's tags from those in If-Match, If-None-Match, If-Range.
[[nodiscard]] std::string tags_of_handler(std::string_view header);

/// Whether If-None-Match names `etag`, by weak comparison (RFC 9110, 13.1.2).
[[nodiscard]] bool names_tag(std::string_view if_none_match, std::string_view etag);

}  // namespace tiendo::server
