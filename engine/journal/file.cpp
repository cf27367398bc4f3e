#include "journal/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace tiendo::journal {
namespace {

namespace fs = std::filesystem;

constexpr char temporary_prefix[] = ".new-";

Text reason(int number) {
  switch (number) {
    case ENOSPC:
    case EDQUOT:
      return {"ổ đĩa đầy; hãy dọn chỗ rồi làm lại", "the disk is full; make room and try again"};
    case EFBIG:
      return {"tệp lớn hơn mức hệ thống cho phép", "the file is larger than the system allows"};
    case EACCES:
    case EPERM:
      return {"không có quyền; hãy chạy bằng chủ của thư mục",
              "permission denied; run this as the owner of the folder"};
    case EROFS:
      return {"chỗ này chỉ đọc được", "this place is read-only"};
    case ENOENT:
      return {"không có ở đó", "it is not there"};
    case EEXIST:
      return {"đã có sẵn và được giữ nguyên", "it is there already and was left as it is"};
    case ENOTDIR:
      return {"đường dẫn đi qua một tệp, không phải thư mục",
              "a file stands where a folder should"};
    case EISDIR:
      return {"đó là một thư mục", "it is a folder"};
    default:
      // The number too: the text of the system is English, and short.
      return {fmt::format("lỗi hệ thống {}: {}", number, std::generic_category().message(number)),
              fmt::format("system error {}: {}", number, std::generic_category().message(number))};
  }
}

// Without touching a file that is there, and without a moment in which another could slip in;
// where the file system has no such call, by looking first.
int rename_to_free(const char* from, const char* to) {
  if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return -1;
  if (::access(to, F_OK) == 0) {
    errno = EEXIST;
    return -1;
  }
  return ::rename(from, to);
}

}  // namespace

Error file_error(const Text& doing, const fs::path& where, int number) {
  const Text why = reason(number);
  return Error{{fmt::format("không {} được: {}", doing.vi, why.vi),
                fmt::format("cannot {}: {}", doing.en, why.en)},
               where.string()};
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

Result<Descriptor> open_file(const fs::path& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return file_error({"mở", "open it"}, path, errno);
  return file;
}

Result<std::size_t> read_some(const Descriptor& file, char* buffer, std::size_t size,
                              const fs::path& where) {
  for (;;) {
    const ssize_t got = ::read(file.get(), buffer, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) return file_error({"đọc", "read it"}, where, errno);
  }
}

Result<void> write_all(const Descriptor& file, std::string_view bytes, const fs::path& where) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      return file_error({"ghi", "write it"}, where, errno);
    }
  }
  return {};
}

Result<void> sync_path(const fs::path& path) {
  auto file = open_file(path);
  if (!file) return file.error();
  // Some network file systems sync folders by themselves and refuse to be asked.
  if (::fsync(file->get()) != 0 && errno != EINVAL)
    return file_error({"ghi xuống đĩa", "sync it"}, path, errno);
  return {};
}

Result<void> sync_disk_of(const fs::path& path) {
  auto file = open_file(path);
  if (!file) return file.error();
  if (::syncfs(file->get()) != 0) return file_error({"ghi xuống đĩa", "sync it"}, path, errno);
  return {};
}

void begin_sync(const fs::path& path) {
  const auto file = open_file(path);
  if (file) ::sync_file_range(file->get(), 0, 0, SYNC_FILE_RANGE_WRITE);
}

Result<bool> make_folder(const fs::path& path) {
  if (::mkdir(path.c_str(), S_IRWXU) == 0) return true;
  const int number = errno;
  std::error_code ignored;
  if (number == EEXIST && fs::is_directory(path, ignored)) return false;
  if (number == ENOENT) {
    const auto around = path.parent_path().string();
    return Error{{fmt::format("chưa có thư mục {}; tạo thư mục đó trước", around),
                  fmt::format("there is no folder {}; make that first", around)},
                 path.string()};
  }
  return file_error({"tạo thư mục", "make the folder"}, path, number);
}

Result<NewFile> NewFile::make_in(const fs::path& folder) {
  std::string name = (folder / temporary_prefix).string() + "XXXXXX";
  Descriptor file(::mkostemp(name.data(), O_APPEND | O_CLOEXEC));  // mode 0600
  if (file.get() < 0) return file_error({"tạo tệp trong thư mục", "make a file in"}, folder, errno);
  return NewFile(std::move(name), std::move(file));
}

NewFile::NewFile(fs::path path, Descriptor file) : path_(std::move(path)), file_(std::move(file)) {}

NewFile::NewFile(NewFile&& other) noexcept
    : path_(std::exchange(other.path_, {})), file_(std::move(other.file_)) {}

NewFile::~NewFile() {
  if (!path_.empty()) ::unlink(path_.c_str());
}

Result<void> NewFile::write(std::string_view bytes) {
  return write_all(file_, bytes, path_.parent_path());
}

Result<void> NewFile::sync() {
  if (::fsync(file_.get()) != 0)
    return file_error({"ghi xuống đĩa", "sync it"}, path_.parent_path(), errno);
  return {};
}

Result<void> NewFile::publish(const fs::path& target, Existing existing) {
  const int done = existing == Existing::replace ? ::rename(path_.c_str(), target.c_str())
                                                 : rename_to_free(path_.c_str(), target.c_str());
  if (done != 0) return file_error({"đặt tên cho tệp", "give the file its name"}, target, errno);
  path_.clear();
  return {};
}

bool NewFile::is_temporary(const fs::path& path) {
  return path.filename().string().starts_with(temporary_prefix);
}

}  // namespace tiendo::journal
