#pragma once

#include <string>
#include <string_view>

namespace tiendo::server {

/// `text` as one member of gzip (RFC 1952). Pure; any thread.
[[nodiscard]] std::string gzip(std::string_view text);

/// Whether bodies of this media type get smaller: text, JSON, XML, scripts, SVG.
[[nodiscard]] bool is_compressible(std::string_view content_type) noexcept;

}  // namespace tiendo::server
