#include "journal/snapshot_file.hpp"

#include <fcntl.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "journal/file.hpp"

namespace tiendo::journal {
namespace {

namespace fs = std::filesystem;

// One writer, so one name: what a process that died left here is overwritten by the next.
fs::path beside(const fs::path& file) {
  return file.string() + ".new";
}

Result<std::string> read_whole(const fs::path& path) {
  const auto file = open_file(path);
  if (!file) return file.error();
  struct stat status {};
  if (::fstat(file->get(), &status) != 0) return file_error({"đọc", "read it"}, path, errno);
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t total = 0;
  while (total < bytes.size()) {
    const auto got = read_some(*file, bytes.data() + total, bytes.size() - total, path);
    if (!got) return got.error();
    if (*got == 0) break;
    total += *got;
  }
  bytes.resize(total);
  return bytes;
}

Result<void> replace(const fs::path& target, std::string_view bytes) {
  const fs::path path = beside(target);
  const Descriptor file(
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (file.get() < 0) return file_error({"tạo tệp", "make the file"}, path, errno);
  auto written = write_all(file, bytes, path);
  if (written && ::rename(path.c_str(), target.c_str()) != 0)
    written = file_error({"đặt tên cho tệp", "give the file its name"}, target, errno);
  if (!written) ::unlink(path.c_str());
  return written;
}

}  // namespace

SnapshotFile::SnapshotFile(fs::path file, Write write, Read read)
    : file_(std::move(file)), write_(std::move(write)), read_(std::move(read)) {}

std::optional<port::Snapshot> SnapshotFile::load() {
  std::error_code ignored;
  if (!fs::exists(file_, ignored)) return std::nullopt;
  const auto bytes = read_whole(file_);
  if (!bytes) {
    spdlog::warn("snapshot {} is not used: {}", file_.string(), bytes.error().message.en);
    return std::nullopt;
  }
  auto snapshot = read_(*bytes);
  if (!snapshot) {
    spdlog::warn("snapshot {} is damaged or of another version of the program: thrown away",
                 file_.string());
    fs::remove(file_, ignored);
  }
  return snapshot;
}

void SnapshotFile::save(const model::State& state, port::Journal::Position position,
                        const std::string& mark) {
  const std::string bytes = write_(state, position, mark);
  if (bytes.empty()) return;
  const auto written = replace(file_, bytes);
  if (!written)
    spdlog::warn("snapshot {} was not written: {}", file_.string(), written.error().message.en);
}

}  // namespace tiendo::journal
