#pragma once

#include <string>
#include <string_view>

#include "api/shared_text.hpp"

namespace tiendo::server {

/// Takes some 20 ms a megabyte. Pure; any thread.
[[nodiscard]] api::Deflated deflated(std::string_view text);

/// `text` as one member of gzip (RFC 1952), made of what its pieces come to: of pieces that have
/// been compressed before it is put together in no time. Any thread.
[[nodiscard]] std::string gzip(const api::SharedText& text);

/// Whether bodies of this media type get smaller: text, JSON, XML, scripts, SVG.
[[nodiscard]] bool is_compressible(std::string_view content_type) noexcept;

}  // namespace tiendo::server
