#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <utility>

namespace tiendo::server {

/// A file that is being sent. One thread at a time.
class HttpFileReader {
 public:
  /// Empty: there is no such regular file, or it may not be read.
  [[nodiscard]] static std::optional<HttpFileReader> open(const std::filesystem::path& path);

  HttpFileReader(HttpFileReader&& other) noexcept
      : descriptor_{std::exchange(other.descriptor_, -1)}, size_{other.size_} {}
  HttpFileReader& operator=(HttpFileReader&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~HttpFileReader();

  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
  /// How many bytes were read; 0: the file has been shortened, or cannot be read.
  [[nodiscard]] std::size_t read(std::uint64_t from, char* to, std::size_t bytes) const noexcept;

 private:
  HttpFileReader(int descriptor, std::uint64_t size) noexcept
      : descriptor_{descriptor}, size_{size} {}

  int descriptor_;
  std::uint64_t size_;
};

}  // namespace tiendo::server
