// A row of the journal as anybody may have changed it: "TYPE VERSION PAYLOAD"; and the same bytes
// as the inside of a snapshot whose checksum is right.

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.hpp"
#include "journal/binary_reader.hpp"
#include "journal/codec.hpp"
#include "journal/describe_state.hpp"

using namespace tiendo;

namespace {

void read_row(std::string_view text) {
  const auto after_type = text.find(' ');
  const auto after_version = text.find(' ', after_type + 1);
  if (after_type == std::string_view::npos || after_version == std::string_view::npos) {
    return;
  }
  std::uint32_t version = 0;
  std::from_chars(text.data() + after_type + 1, text.data() + after_version, version);
  const auto read =
      journal::decode(text.substr(0, after_type), version, text.substr(after_version + 1));
  if (!read) {
    check(!read.error().message.vi.empty() && !read.error().message.en.empty(),
          "what is refused is refused for a reason");
    return;
  }
  std::string payload;
  const auto [type, schema] = journal::encode(*read, payload);
  const auto again = journal::decode(type, schema, payload);
  check(again.has_value(), "what is written is read");
  std::string same;
  journal::encode(*again, same);
  check(same == payload, "what is read is what was written");
}

template <class T>
void read_bytes(std::string_view bytes) {
  T value{};
  journal::BinaryReader reader{bytes};
  reader.read(value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  read_row(text);
  read_bytes<model::Plan>(text);
  read_bytes<model::Campaign>(text);
  read_bytes<model::Office>(text);
  return 0;
}
