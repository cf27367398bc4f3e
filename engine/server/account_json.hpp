#pragma once

#include <boost/json/object.hpp>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <variant>

#include "api/exchange.hpp"
#include "server/sign_in.hpp"

namespace tiendo::server {

/// A member of a body; its value is a text.
struct Member {
  std::string_view name;
  bool required = true;
};
using Texts = std::map<std::string, std::string, std::less<>>;

/// The body of `request` as one JSON object of texts with these members and no others; no body at
/// all is an empty object. Else why not:
///         415 not_json       another Content-Type, which a page of another site could send
///         400 bad_json       no JSON
///         422 bad_body       no object; a member is missing, unknown or no text; names it
[[nodiscard]] std::variant<Texts, api::Response> read_texts(const api::Request& request,
                                                            std::initializer_list<Member> members);

/// Nothing of it says what proves it, but the token against forged requests.
[[nodiscard]] boost::json::object to_json(const Identity& identity);
[[nodiscard]] boost::json::object to_json(const port::Session& session);
[[nodiscard]] boost::json::object to_json(const port::Token& token);

/// An answer that nobody may keep.
[[nodiscard]] api::Response answer(int status, const boost::json::object& body);
/// 204.
[[nodiscard]] api::Response done();

}  // namespace tiendo::server
