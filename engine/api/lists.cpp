#include "api/lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <charconv>

#include "journal/checksum.hpp"

namespace tiendo::api {
namespace {

namespace json = boost::json;

constexpr std::size_t limit_max = 1000;

std::optional<std::string> from_cursor(std::string_view cursor) {
  std::string place;
  for (std::size_t i = 0; i + 1 < cursor.size(); i += 2) {
    unsigned byte = 0;
    const auto read = std::from_chars(cursor.data() + i, cursor.data() + i + 2, byte, 16);
    if (read.ec != std::errc{} || read.ptr != cursor.data() + i + 2) {
      return std::nullopt;
    }
    place += static_cast<char>(byte);
  }
  return cursor.size() % 2 == 0 ? std::optional{place} : std::nullopt;
}

}  // namespace

std::string_view query(const Request& request, std::string_view name) {
  const auto found = std::ranges::find(request.query, name, &Fields::value_type::first);
  return found == request.query.end() ? std::string_view{} : std::string_view{found->second};
}

std::string name_of_body(const Request& request) {
  const auto name = query(request, "name");
  return name.empty() ? "body" : std::string{name};
}

Result<Page> read_page(const Request& request) {
  Page page;
  if (const auto limit = query(request, "limit"); !limit.empty()) {
    const auto read = std::from_chars(limit.begin(), limit.end(), page.limit);
    if (read.ec != std::errc{} || read.ptr != limit.end() || page.limit < 1 ||
        page.limit > limit_max) {
      return Error{{"là một số từ 1 đến 1000", "is a number from 1 to 1000"}, "limit"};
    }
  }
  const auto place = from_cursor(query(request, "cursor"));
  if (!place) {
    return bad_cursor();
  }
  page.after = *place;
  return page;
}

Error bad_cursor() {
  return {{"không phải là giá trị “next” đã nhận: bắt đầu lại mà không có nó",
           "is no \"next\" that was given: begin again without it"},
          "cursor"};
}

std::optional<std::uint64_t> to_position(std::string_view place) {
  std::uint64_t position = 0;
  const auto read = std::from_chars(place.begin(), place.end(), position);
  const bool is_number = place.empty() || (read.ec == std::errc{} && read.ptr == place.end());
  return is_number ? std::optional{position} : std::nullopt;
}

std::string to_cursor(std::string_view place) {
  std::string cursor;
  for (const char c : place) {
    cursor += fmt::format("{:02x}", static_cast<unsigned char>(c));
  }
  return cursor;
}

Response list_response(std::string_view name, json::array items,
                       const std::optional<std::string>& next) {
  return json_response(json::object{{name, std::move(items)},
                                    {"next", next ? json::value(*next) : json::value(nullptr)}});
}

Response json_response(const json::value& document, std::optional<std::uint32_t> version) {
  Response response;
  response.body = json::serialize(document);
  const auto sum = journal::checksum(response.body);
  response.etag =
      version ? fmt::format("\"{}-{:016x}\"", *version, sum) : fmt::format("\"{:016x}\"", sum);
  return response;
}

bool allows(std::string_view if_match, std::uint32_t version) {
  if (if_match.empty() || if_match == "*") {
    return true;
  }
  const auto wanted = fmt::format("\"{}", version);
  while (!if_match.empty()) {
    const auto comma = std::min(if_match.find(','), if_match.size());
    auto tag = if_match.substr(0, comma);
    tag.remove_prefix(std::min(tag.find_first_not_of(" \t"), tag.size()));
    if (tag.starts_with(wanted) && (tag.substr(wanted.size()).starts_with('-') ||
                                    tag.substr(wanted.size()).starts_with('"'))) {
      return true;
    }
    if_match.remove_prefix(std::min(comma + 1, if_match.size()));
  }
  return false;
}

}  // namespace tiendo::api
