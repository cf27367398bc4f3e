#pragma once

#include <cstdint>
#include <string_view>

namespace tiendo::journal {

/// What an event is called on disk, and the versions of its payload.
///
/// A field is added: it is `optional`, `schema` rises and `read_since` stays. Anything else: the
/// struct as it was moves aside with its description, and the description of the new one says
///
///     using Before = v1::TaskReported;
///     static model::TaskReported from(Before&& before);
///
/// PAYLOADS.md, "Versions".
struct EventType {
  std::string_view name;
  std::uint32_t schema = 1;      // of what is written
  std::uint32_t read_since = 1;  // the oldest version that the same description reads
};

}  // namespace tiendo::journal
