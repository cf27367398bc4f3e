#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "base/result.hpp"

namespace tiendo::server {

/// A body that was too large to be held in memory, in a file without a name: it is gone with the
/// last owner, and with the process. One thread at a time.
class HttpUpload {
 public:
  /// An empty one in `folder`, which exists.
  [[nodiscard]] static Result<std::unique_ptr<HttpUpload>> make(
      const std::filesystem::path& folder);

  explicit HttpUpload(int descriptor) noexcept : descriptor_{descriptor} {}
  HttpUpload(const HttpUpload&) = delete;
  HttpUpload& operator=(const HttpUpload&) = delete;
  ~HttpUpload();

  /// False: it could not be written, for instance because the disk is full.
  [[nodiscard]] bool append(std::string_view bytes) noexcept;

  /// Where it can be opened for reading, from its beginning and more than once, while this lives.
  [[nodiscard]] std::filesystem::path path() const;
  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }

 private:
  int descriptor_;
  std::uint64_t size_ = 0;
};

}  // namespace tiendo::server
