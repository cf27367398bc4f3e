#pragma once

#include <boost/json/object.hpp>
#include <optional>

#include "office.hpp"

namespace tiendo::cli {

/// Asks for it and tells how it went: what the command did, whom it told, how much the clock had to
/// do before; or why it was refused. True where it was accepted.
bool carry_out(OfficeWriter& office, const OfficeWriter::Wish& wish, Context& context);

/// Asks for it; nothing, having complained, where it was refused.
[[nodiscard]] std::optional<boost::json::object> ask(OfficeWriter& office,
                                                     const OfficeWriter::Wish& wish,
                                                     Context& context);

/// The path of something in the interface of schemas/openapi.yaml: its parts, encoded.
[[nodiscard]] std::string api_path(std::initializer_list<std::string_view> parts);

}  // namespace tiendo::cli
