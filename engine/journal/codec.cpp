#include "journal/codec.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "journal/describe_campaign_events.hpp"
#include "journal/describe_task_events.hpp"
#include "journal/json_writer.hpp"
#include "journal/read_payload.hpp"

namespace tiendo::journal {
namespace {

using Read = Result<model::EventBody> (*)(std::uint32_t schema, std::string_view payload);

/// An event type by its name on disk.
struct Known {
  std::string_view type;
  Read read;
};

template <class Body>
Result<model::EventBody> read_body(std::uint32_t schema, std::string_view payload) {
  auto body = read_payload<Body>(schema, payload);
  if (!body) {
    return body.error();
  }
  return model::EventBody{std::move(*body)};
}

/// All alternatives of the event, sorted by name.
constexpr auto known_types = []<class... Bodies>(std::type_identity<std::variant<Bodies...>>) {
  std::array<Known, sizeof...(Bodies)> known{
      Known{Description<Bodies>::type.name, &read_body<Bodies>}...};
  std::ranges::sort(known, {}, &Known::type);
  return known;
}(std::type_identity<model::EventBody>{});

static_assert(std::ranges::adjacent_find(known_types, {}, &Known::type) == known_types.end(),
              "two events have the same name on disk");

}  // namespace

Error newer_version(const EventType& type, std::uint32_t schema) {
  return {
      {fmt::format("phiên bản {} của sự kiện {} mới hơn chương trình này (đọc được đến {}); "
                   "hãy dùng phiên bản tiendo mới hơn",
                   schema, type.name, type.schema),
       fmt::format("version {} of the event {} is newer than this program, which reads up to {}; "
                   "use a newer tiendo",
                   schema, type.name, type.schema)},
      fmt::format("{} {}", type.name, schema)};
}

Error no_such_version(const EventType& type, std::uint32_t schema) {
  return {{fmt::format("sự kiện {} không có phiên bản {}", type.name, schema),
           fmt::format("the event {} has no version {}", type.name, schema)},
          fmt::format("{} {}", type.name, schema)};
}

std::string_view type_name(const model::EventBody& body) {
  return std::visit(
      []<class Body>(const Body&) -> std::string_view { return Description<Body>::type.name; },
      body);
}

Encoded encode(const model::EventBody& body, std::string& payload) {
  payload.clear();
  return std::visit(
      [&]<class Body>(const Body& event) {
        JsonWriter{payload}.write(event);
        return Encoded{Description<Body>::type.name, Description<Body>::type.schema};
      },
      body);
}

Result<model::EventBody> decode(std::string_view type, std::uint32_t schema,
                                std::string_view payload) {
  const auto known = std::ranges::lower_bound(known_types, type, {}, &Known::type);
  if (known == known_types.end() || known->type != type) {
    return Error{{fmt::format("không biết loại sự kiện “{}”; nó do phiên bản tiendo mới hơn ghi, "
                              "hoặc không phải của tiendo",
                              type),
                  fmt::format("the event type '{}' is not known; a newer tiendo wrote it, or it is "
                              "none of tiendo's",
                              type)},
                 std::string{type}};
  }
  return known->read(schema, payload);
}

}  // namespace tiendo::journal
