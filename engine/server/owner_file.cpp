#include "server/owner_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <boost/json.hpp>
#include <cerrno>
#include <system_error>
#include <utility>

#include "journal/file.hpp"

namespace tiendo::server {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::size_t bytes_max = 4096;

fs::path file_in(const fs::path& folder) {
  return folder / "server.json";
}

Error not_private(const fs::path& file) {
  return {
      {"tệp này phải thuộc về người đang chạy lệnh và chỉ người đó được đọc (chmod 600); nếu có "
       "thể đã bị người khác đọc, hãy khởi động lại máy chủ tiendo",
       "this file has to belong to whoever runs the command, and to be readable by nobody else "
       "(chmod 600); if others may have read it, start the server of tiendo again"},
      file.string()};
}

Error not_understood(const fs::path& file) {
  return {{"không hiểu nội dung tệp này; hãy khởi động lại máy chủ tiendo, nó sẽ được ghi lại",
           "what stands in this file is not understood; start the server of tiendo again, which "
           "writes it anew"},
          file.string()};
}

Result<std::string> read_private(const journal::Descriptor& descriptor, const fs::path& file) {
  struct stat status {};
  if (::fstat(descriptor.get(), &status) != 0) {
    return journal::file_error({"đọc", "read it"}, file, errno);
  }
  constexpr mode_t of_others = S_IRWXG | S_IRWXO;
  if (!S_ISREG(status.st_mode) || status.st_uid != ::geteuid() ||
      (status.st_mode & of_others) != 0) {
    return not_private(file);
  }
  std::string text;
  std::array<char, bytes_max + 1> buffer{};
  while (text.size() <= bytes_max) {
    const auto got = journal::read_some(descriptor, buffer.data(), buffer.size(), file);
    if (got.has_error()) {
      return got.error();
    }
    if (*got == 0) {
      return text;
    }
    text.append(buffer.data(), *got);
  }
  return not_understood(file);
}

}  // namespace

Result<OwnerFile> OwnerFile::write(const fs::path& folder, const OwnerAccess& access) {
  auto made = journal::NewFile::make_in(folder);
  if (made.has_error()) {
    return made.error();
  }
  const json::object content{{"address", access.address}, {"token", access.token}};
  if (const auto written = made->write(json::serialize(content) + '\n'); written.has_error()) {
    return written.error();
  }
  if (const auto named = made->publish(file_in(folder), journal::Existing::replace);
      named.has_error()) {
    return named.error();
  }
  return OwnerFile{file_in(folder)};
}

OwnerFile::OwnerFile(OwnerFile&& other) noexcept : file_{std::exchange(other.file_, {})} {}

OwnerFile::~OwnerFile() {
  if (!file_.empty()) {
    std::error_code ignored;  // what stays opens nothing any more
    fs::remove(file_, ignored);
  }
}

Result<std::optional<OwnerAccess>> read_owner_file(const fs::path& folder) {
  const auto file = file_in(folder);
  const journal::Descriptor descriptor{
      ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)};
  if (descriptor.get() < 0) {
    if (errno == ENOENT) {
      return std::optional<OwnerAccess>{};
    }
    return errno == ELOOP ? not_private(file)
                          : journal::file_error({"đọc", "read it"}, file, errno);
  }
  const auto text = read_private(descriptor, file);
  if (text.has_error()) {
    return text.error();
  }
  json::error_code failed;
  const auto read = json::parse(*text, failed);
  const auto* object = read.if_object();
  if (failed || object == nullptr) {
    return not_understood(file);
  }
  const auto* address = object->if_contains("address");
  const auto* token = object->if_contains("token");
  if (address == nullptr || token == nullptr || !address->is_string() || !token->is_string()) {
    return not_understood(file);
  }
  return std::optional{
      OwnerAccess{std::string{address->as_string()}, std::string{token->as_string()}}};
}

}  // namespace tiendo::server
