#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "api/exchange.hpp"
#include "base/result.hpp"
#include "base/text.hpp"

namespace tiendo::api {

/// A problem document (RFC 9457, application/problem+json): `type` is urn:tiendo:problem:CODE,
/// `title` the words of the status, `detail` what is wrong and what would be right, `code` the same
/// for ever.
[[nodiscard]] Response problem(int status, std::string_view code, const Text& detail,
                               Language language, boost::json::object more = {});

/// 405, with the header Allow: `allowed` is like "GET, HEAD".
[[nodiscard]] Response method_not_allowed(const std::string& allowed, Language language);

/// The world outside failed: 503, to be asked again a little later.
[[nodiscard]] Response unavailable(const Error& error, Language language);

}  // namespace tiendo::api
