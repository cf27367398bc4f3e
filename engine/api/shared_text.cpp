#include "api/shared_text.hpp"

#include <fmt/format.h>

#include "journal/checksum.hpp"

namespace tiendo::api {

TextPiece::TextPiece(std::string text) : text_{std::move(text)}, sum_{journal::checksum(text_)} {}

const Deflated& TextPiece::deflated(Deflated (*deflate)(std::string_view)) const {
  std::call_once(once_, [&] {
    deflated_ = deflate(text_);
    is_deflated_ = true;
  });
  return deflated_;
}

std::size_t size_of(const SharedText& text) {
  std::size_t size = 0;
  for (const auto& piece : text) {
    size += piece->text().size();
  }
  return size;
}

std::string etag_of(const SharedText& text) {
  std::string sums;
  for (const auto& piece : text) {
    const auto sum = piece->sum();
    sums.append(reinterpret_cast<const char*>(&sum), sizeof sum);
  }
  return fmt::format("\"{:016x}\"", journal::checksum(sums));
}

}  // namespace tiendo::api
