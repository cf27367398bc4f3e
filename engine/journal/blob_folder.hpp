#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string_view>
#include <unordered_set>

#include "base/time.hpp"
#include "port/blobs.hpp"

namespace tiendo::journal {

class NewFile;

/// Where in a folder of evidence the file of this hash stands: `ab/abcdef…`. The hash is valid.
[[nodiscard]] std::filesystem::path blob_place(std::string_view hash);
/// Whether `hash` is 64 lower-case hexadecimal digits: nothing else may become part of a path.
[[nodiscard]] bool is_blob_hash(std::string_view hash);

/// Evidence in a folder of the disk: `ab/abcdef…`, each file under its SHA-256. A file stands under
/// its name whole and synced or not at all. Any thread.
class BlobFolder final : public port::Blobs {
 public:
  static constexpr std::uint64_t usual_limit = 100'000'000;  // bytes

  /// Makes the folder where it is missing (what leads there must exist). A file of more than
  /// `limit` bytes is refused.
  [[nodiscard]] static Result<std::unique_ptr<BlobFolder>> open_in(
      const std::filesystem::path& folder, std::uint64_t limit = usual_limit);

  Result<std::string> put(std::istream& content) override;
  Result<std::unique_ptr<std::istream>> open(const std::string& hash) const override;
  bool contains(const std::string& hash) const override;
  std::optional<std::uint64_t> size_of(const std::string& hash) const override;
  bool renew(const std::string& hash) override;

  /// Reads the file of this hash and compares: an error where it is missing, unreadable or has
  /// another content.
  [[nodiscard]] Result<void> check(const std::string& hash) const;

  /// Calls `visit` with every hash that stands here, in no order, until it returns false.
  [[nodiscard]] Result<void> each(const std::function<bool(const std::string&)>& visit) const;

  struct Swept {
    std::size_t files = 0;
    std::uint64_t bytes = 0;
  };
  /// Removes what no event names and what a process that died left behind, where it was last
  /// written before `older_than`: that must lie before any put whose event is still on its way.
  Result<Swept> sweep(const std::unordered_set<std::string>& keep, Timestamp older_than);

 private:
  BlobFolder(std::filesystem::path folder, std::uint64_t limit);
  [[nodiscard]] Result<void> publish(NewFile& file, const std::string& hash);

  std::filesystem::path folder_;
  std::uint64_t limit_;
  std::mutex names_;  // between looking at an orphan's age and removing it nothing is put
};

}  // namespace tiendo::journal
