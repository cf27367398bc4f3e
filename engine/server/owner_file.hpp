#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.hpp"

namespace tiendo::server {

/// How the command line reaches the server that holds a data folder, and acts there as the owner.
struct OwnerAccess {
  std::string address;  // "http://127.0.0.1:8080"
  std::string token;    // of SignIn::make_owner_token

  friend bool operator==(const OwnerAccess&, const OwnerAccess&) = default;
};

/// `server.json` in the data folder, mode 0600, as long as this lives. Whoever may read the folder
/// may do everything in it already, so the token gives nobody more. What a server left that died is
/// replaced; its token opens nothing any more.
class OwnerFile {
 public:
  /// All of it is written or nothing.
  [[nodiscard]] static Result<OwnerFile> write(const std::filesystem::path& folder,
                                               const OwnerAccess& access);
  OwnerFile(OwnerFile&& other) noexcept;
  OwnerFile& operator=(OwnerFile&&) = delete;
  ~OwnerFile();

 private:
  explicit OwnerFile(std::filesystem::path file) : file_{std::move(file)} {}

  std::filesystem::path file_;  // empty: moved from
};

/// What stands in `folder`; nothing where there is no such file. An error where it is another
/// user's or others may read or change it (then the token may be known, or lead to a stranger), is
/// a link, or cannot be understood. Any thread.
[[nodiscard]] Result<std::optional<OwnerAccess>> read_owner_file(
    const std::filesystem::path& folder);

}  // namespace tiendo::server
