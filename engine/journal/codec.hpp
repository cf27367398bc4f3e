#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/event.hpp"

namespace tiendo::journal {

/// What the payload of a row is: the name of the event's type, and the version of the payload.
struct Encoded {
  std::string_view type;
  std::uint32_t schema = 1;
};

/// What an event of this kind is called on disk: "TaskAccepted".
[[nodiscard]] std::string_view type_name(const model::EventBody& body);

/// Writes what `body` says as one JSON object without white space, which replaces what stands in
/// `payload`. The same event is always the same bytes. PAYLOADS.md has the grammar. Any thread.
Encoded encode(const model::EventBody& body, std::string& payload);

/// Reads a payload, of this version of its type or an older one. Total: whatever the bytes are, the
/// answer is an event that can be applied or an error that names the type and the field. Refused by
/// name: a type that is not known, and a newer version than this program writes.
[[nodiscard]] Result<model::EventBody> decode(std::string_view type, std::uint32_t schema,
                                              std::string_view payload);

}  // namespace tiendo::journal
