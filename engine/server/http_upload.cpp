#include "server/http_upload.hpp"

#include <stdlib.h>
#include <unistd.h>

#include <fcntl.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace tiendo::server {

Result<std::unique_ptr<HttpUpload>> HttpUpload::make(const std::filesystem::path& folder) {
  // Not O_TMPFILE, which some file systems do not know.
  auto name = (folder / "upload-XXXXXX").string();
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) {
    const auto why = std::generic_category().message(errno);
    return Error{{"không tạo được tệp tạm để nhận nội dung (" + why +
                      "); hãy kiểm tra quyền ghi và dung lượng còn trống của thư mục",
                  "no temporary file for an upload could be made (" + why +
                      "); look whether the folder may be written and has room"},
                 folder.string()};
  }
  ::unlink(name.c_str());
  return std::make_unique<HttpUpload>(descriptor);
}

HttpUpload::~HttpUpload() {
  ::close(descriptor_);
}

bool HttpUpload::append(std::string_view bytes) noexcept {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) {
      continue;
    }
    if (written <= 0) {
      return false;
    }
    size_ += static_cast<std::uint64_t>(written);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::filesystem::path HttpUpload::path() const {
  return "/proc/self/fd/" + std::to_string(descriptor_);
}

}  // namespace tiendo::server
