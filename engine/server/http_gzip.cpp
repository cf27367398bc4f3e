#include "server/http_gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>

#include "base/check.hpp"

namespace tiendo::server {
namespace {

constexpr int level = 5;  // lists in JSON: 4 % larger than at level 9, in a third of the time
constexpr int raw_window_bits = -15;  // the largest window, and nothing around it (zlib.h)
constexpr int memory_level = 8;       // zlib's default

constexpr std::string_view gzip_head{"\x1f\x8b\x08\0\0\0\0\0\0\xff", 10};  // RFC 1952, 2.3
constexpr std::string_view last_block{"\x03\0", 2};                        // and nothing in it

void add_little_endian(std::string& out, std::uint32_t number) {
  for (int shift = 0; shift < 32; shift += 8) {
    out.push_back(static_cast<char>(number >> shift & 0xffU));
  }
}

}  // namespace

api::Deflated deflated(std::string_view text) {
  z_stream stream{};
  check(deflateInit2(&stream, level, Z_DEFLATED, raw_window_bits, memory_level,
                     Z_DEFAULT_STRATEGY) == Z_OK,
        "zlib can be started: there is memory, and it is the one we were compiled for");
  constexpr std::size_t room_of_flush = 16;  // an empty block that fills the last byte
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())) + room_of_flush, '\0');
  // zlib counts in 32 bits: both sides are given piece by piece, each as it was emptied.
  constexpr std::size_t piece = 1U << 30;
  std::size_t taken = 0;
  std::size_t made = 0;
  do {
    const auto in = std::min(piece, text.size() - taken);
    const auto room = std::min(piece, out.size() - made);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data() + taken));
    stream.avail_in = static_cast<uInt>(in);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + made);
    stream.avail_out = static_cast<uInt>(room);
    const int state = deflate(&stream, taken + in == text.size() ? Z_SYNC_FLUSH : Z_NO_FLUSH);
    taken += in - stream.avail_in;
    made += room - stream.avail_out;
    check(state == Z_OK, "zlib has room for what it promised");
  } while (taken < text.size() || stream.avail_out == 0);
  deflateEnd(&stream);
  out.resize(made);
  out.shrink_to_fit();
  const auto crc = crc32_z(0, reinterpret_cast<const Bytef*>(text.data()), text.size());
  return {std::move(out), static_cast<std::uint32_t>(crc)};
}

std::string gzip(const api::SharedText& text) {
  std::string out{gzip_head};
  uLong crc = 0;
  for (const auto& piece : text) {
    const auto& part = piece->deflated(deflated);
    out += part.bytes;
    crc = crc32_combine(crc, part.crc, static_cast<z_off_t>(piece->text().size()));
  }
  out += last_block;
  add_little_endian(out, static_cast<std::uint32_t>(crc));
  add_little_endian(out, static_cast<std::uint32_t>(size_of(text)));
  return out;
}

bool is_compressible(std::string_view content_type) noexcept {
  const auto type = content_type.substr(0, content_type.find(';'));
  constexpr std::array whole{
      std::string_view{"application/json"}, std::string_view{"application/javascript"},
      std::string_view{"application/openmetrics-text"}, std::string_view{"application/xml"},
      std::string_view{"image/svg+xml"}};
  for (const auto& known : whole) {
    if (type == known) {
      return true;
    }
  }
  return type.starts_with("text/") || type.ends_with("+json") || type.ends_with("+xml");
}

}  // namespace tiendo::server
