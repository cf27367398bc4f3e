#pragma once

#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>

#include "base/result.hpp"

namespace tiendo::port {

/// The files of evidence, each under its SHA-256 (64 lower-case hexadecimal digits).
class Blobs {
 public:
  Blobs() = default;
  Blobs(const Blobs&) = delete;
  Blobs& operator=(const Blobs&) = delete;
  virtual ~Blobs() = default;

  /// The hash of what was read to the end of `content`, written and synced when this returns:
  /// before any event names it. The same content again is the same file.
  [[nodiscard]] virtual Result<std::string> put(std::istream& content) = 0;

  [[nodiscard]] virtual Result<std::unique_ptr<std::istream>> open(
      const std::string& hash) const = 0;

  [[nodiscard]] virtual bool contains(const std::string& hash) const = 0;

  /// In bytes; nothing where it is not there.
  [[nodiscard]] virtual std::optional<std::uint64_t> size_of(const std::string& hash) const = 0;

  /// Whether the file is there. If so it is from now on as young as one that has just been put: it
  /// is not swept before the event that is about to name it.
  [[nodiscard]] virtual bool renew(const std::string& hash) = 0;
};

}  // namespace tiendo::port
