#pragma once

#include <string>

#include "journal/row.hpp"

namespace tiendo::journal {

/// Appends `row` to `out` as one line of JSON, with all its fields: instant in RFC 3339, what is
/// empty and may be as null, the payload as the object that it is, byte for byte but for line ends
/// between its tokens, the hash in hexadecimal. A payload that is no JSON object (a damaged
/// journal) comes as the string `payload_text` beside `"payload":null`. Any thread.
void append_json_line(const Row& row, std::string& out);

}  // namespace tiendo::journal
