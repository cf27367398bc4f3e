#include "server/http_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace tiendo::server {

std::optional<HttpFileReader> HttpFileReader::open(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) {
    return std::nullopt;
  }
  HttpFileReader file{descriptor, 0};
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    return std::nullopt;
  }
  file.size_ = static_cast<std::uint64_t>(status.st_size);
  return file;
}

HttpFileReader::~HttpFileReader() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

std::size_t HttpFileReader::read(std::uint64_t from, char* to, std::size_t bytes) const noexcept {
  ssize_t got = 0;
  do {
    got = ::pread(descriptor_, to, bytes, static_cast<off_t>(from));
  } while (got < 0 && errno == EINTR);
  return got < 0 ? 0 : static_cast<std::size_t>(got);
}

}  // namespace tiendo::server
