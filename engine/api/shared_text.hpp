#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::api {

/// A text compressed (RFC 1951) so that others may stand before and after it: it refers to nothing
/// outside of itself, and ends with a whole byte, but does not end the stream.
struct Deflated {
  std::string bytes;
  std::uint32_t crc = 0;  // CRC-32 of the text
};

/// A part of an answer that is kept and sent again and again: it never changes. Any thread.
class TextPiece {
 public:
  explicit TextPiece(std::string text);

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] std::uint64_t sum() const noexcept { return sum_; }  // a checksum of the text

  /// What `deflate` makes of the text: made by whoever asks first, kept for all others, who wait
  /// meanwhile.
  [[nodiscard]] const Deflated& deflated(Deflated (*deflate)(std::string_view)) const;
  [[nodiscard]] bool is_deflated() const noexcept { return is_deflated_; }

 private:
  std::string text_;
  std::uint64_t sum_;
  mutable std::once_flag once_;
  mutable std::atomic<bool> is_deflated_ = false;
  mutable Deflated deflated_;
};

/// A text in pieces: two that are almost alike have most of them in common. None of them is empty.
using SharedText = std::vector<std::shared_ptr<const TextPiece>>;

[[nodiscard]] std::size_t size_of(const SharedText& text);
/// Equal for equal pieces: a strong entity tag, with its quotes.
[[nodiscard]] std::string etag_of(const SharedText& text);

}  // namespace tiendo::api
