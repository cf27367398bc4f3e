#include "journal/evidence_check.hpp"

#include <memory>
#include <system_error>

#include "journal/blob_folder.hpp"
#include "journal/folder_layout.hpp"

namespace tiendo::journal {

Verifier::EvidenceCheck evidence_check(const std::filesystem::path& folder) {
  const auto place = evidence_in(folder);
  std::error_code failed;
  if (!std::filesystem::exists(place, failed)) {
    return [](const std::string&) -> std::optional<Text> {
      return Text{"thiếu thư mục tài liệu", "the folder of evidence is missing"};
    };
  }
  auto opened = BlobFolder::open_in(place);
  if (opened.has_error()) {
    return [text = opened.error().message](const std::string&) { return std::optional{text}; };
  }
  return [blobs = std::shared_ptr<BlobFolder>{std::move(*opened)}](
             const std::string& hash) -> std::optional<Text> {
    const auto checked = blobs->check(hash);
    return checked.has_error() ? std::optional{checked.error().message} : std::nullopt;
  };
}

}  // namespace tiendo::journal
