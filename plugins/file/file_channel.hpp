#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "mime/address.hpp"
#include "port/channel.hpp"

namespace tiendo::file {

/// Letters as files that any mail program opens, `20250411T073000-ID.eml` in one folder: for an
/// office without a mail server, and for trying out. Each stands there whole or not at all,
/// whenever the power fails; the same letter again replaces itself. Where the disk does not take
/// it: later. Any thread.
class FileChannel : public port::Channel {
 public:
  /// The folder is made when the first letter comes; what leads there must exist. `from` is an
  /// address.
  FileChannel(std::filesystem::path folder, mime::Mailbox from);

  [[nodiscard]] Sending send(const port::Letter& letter) override;

 private:
  std::filesystem::path folder_;
  mime::Mailbox from_;
};

/// The latest letters of `folder`, of those that stand before `before`, at most `count`, newest
/// first; none where there is no such folder. Files that are no letters of ours are passed over.
[[nodiscard]] Result<std::vector<port::Letter>> list(
    const std::filesystem::path& folder, std::size_t count,
    const std::optional<port::LetterPlace>& before = {});

/// The letter of this id; nothing where there is none in `folder`.
[[nodiscard]] Result<std::optional<port::Letter>> find(const std::filesystem::path& folder,
                                                       std::string_view id);

}  // namespace tiendo::file
