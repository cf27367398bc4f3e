#include "api/percent.hpp"

#include <boost/url/decode_view.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/pct_string_view.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>
#include <utility>

#include "base/fold.hpp"

namespace tiendo::api {

std::string percent_encoded(std::string_view text) {
  return boost::urls::encode(text, boost::urls::unreserved_chars);
}

std::optional<std::string> percent_decoded(std::string_view text) {
  const auto checked = boost::urls::make_pct_string_view(text);
  if (checked.has_error()) {
    return std::nullopt;
  }
  std::string plain;
  for (const char c : boost::urls::decode_view{*checked}) {
    plain += c;
  }
  return is_utf8(plain) ? std::optional{std::move(plain)} : std::nullopt;
}

}  // namespace tiendo::api
