#pragma once

#include <boost/json/array.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "api/exchange.hpp"
#include "base/result.hpp"

namespace tiendo::api {

/// The value of a query parameter; empty where it was left out.
[[nodiscard]] std::string_view query(const Request& request, std::string_view name);

/// What a file that is the body is called in what is found in it: the parameter `name`.
[[nodiscard]] std::string name_of_body(const Request& request);

/// How much of a long list is asked for, and after what.
struct Page {
  std::size_t limit = 100;
  std::string after;  // what the cursor says; empty: from the beginning
};

/// `limit` (1 to 1,000) and `cursor` of the request.
[[nodiscard]] Result<Page> read_page(const Request& request);

/// The position of the journal that a cursor names; 0 where there is none. Nothing where it is no
/// number.
[[nodiscard]] std::optional<std::uint64_t> to_position(std::string_view place);
/// What is told of a cursor that is none.
[[nodiscard]] Error bad_cursor();

/// A cursor is opaque to clients: what stands in it is ours.
[[nodiscard]] std::string to_cursor(std::string_view place);

/// {"NAME": [...], "next": cursor or null}, with an ETag.
[[nodiscard]] Response list_response(std::string_view name, boost::json::array items,
                                     const std::optional<std::string>& next);

/// 200 with this document and an ETag made of it; `version` stands in front where two people may
/// write: If-Match compares that alone.
[[nodiscard]] Response json_response(const boost::json::value& document,
                                     std::optional<std::uint32_t> version = std::nullopt);

/// Whether `if_match` allows a change of what has this version; empty allows everything.
[[nodiscard]] bool allows(std::string_view if_match, std::uint32_t version);

}  // namespace tiendo::api
