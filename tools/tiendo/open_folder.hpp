#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "base/time.hpp"
#include "model/ids.hpp"
#include "port/blobs.hpp"
#include "port/journal.hpp"
#include "port/secrets.hpp"
#include "port/snapshots.hpp"

namespace tiendo::journal {
class DataFolder;
}

namespace tiendo::cli {

/// A data folder as the commands use it: journal, evidence, addresses, and who may write.
class OpenFolder {
 public:
  enum class Make : std::uint8_t { nothing, office, rehearsal };

  /// Nothing is locked, and nothing is written.
  [[nodiscard]] static Result<std::unique_ptr<OpenFolder>> for_reading(
      const std::filesystem::path& folder);
  /// With the lock of the folder, for which it waits a few seconds. `make`: what is made where
  /// there is no folder; `now` is kept as the instant of its making.
  [[nodiscard]] static Result<std::unique_ptr<OpenFolder>> for_writing(
      const std::filesystem::path& folder, Make make, Timestamp now);
  virtual ~OpenFolder() = default;

  [[nodiscard]] virtual port::Journal& journal() = 0;
  [[nodiscard]] virtual port::Snapshots& snapshots() = 0;
  [[nodiscard]] virtual const journal::DataFolder& data() const = 0;
  [[nodiscard]] virtual bool was_made() const = 0;

  /// The address of somebody, if there is one; makes nothing.
  [[nodiscard]] virtual Result<std::optional<std::string>> contact(const model::UserId& user) = 0;

  // For writers; opened when they are first asked for.
  [[nodiscard]] virtual Result<port::Blobs*> blobs() = 0;
  [[nodiscard]] virtual Result<port::Secrets*> secrets() = 0;
};

}  // namespace tiendo::cli
