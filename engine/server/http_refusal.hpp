#pragma once

#include <cstdint>

#include "base/text.hpp"
#include "server/http_message.hpp"

namespace tiendo::server {

/// Why a request never came to its handler, or its answer not to the client.
enum class HttpFault : std::uint8_t {
  malformed,
  target_malformed,
  target_too_long,
  header_too_large,
  version_unknown,
  host_missing,
  transfer_encoding_unknown,
  expectation_unknown,
  body_too_large,
  header_too_slow,
  body_too_slow,
  no_room_for_upload,
  no_answer,
  file_missing,
};

/// The problem document that says so.
[[nodiscard]] HttpResponse refuse(HttpFault fault, Language language);

}  // namespace tiendo::server
