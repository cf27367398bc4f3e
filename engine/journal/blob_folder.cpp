#include "journal/blob_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>
#include <vector>

#include "journal/file.hpp"
#include "journal/hash.hpp"

namespace tiendo::journal {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t piece = 256 * 1024;  // bytes read at once

Error too_large(std::uint64_t limit) {
  const double megabytes = static_cast<double>(limit) / 1e6;
  return Error{
      {fmt::format("tệp lớn hơn {:g} MB là mức cho phép; hãy nén hoặc chia nhỏ tệp", megabytes),
       fmt::format("the file is larger than the {:g} MB that are allowed; compress or "
                   "split it",
                   megabytes)},
      ""};
}

Error no_such_blob(const std::string& hash) {
  return Error{{"không có tệp minh chứng này trong thư mục dữ liệu; hãy nộp lại hoặc lấy từ bản "
                "sao lưu",
                "there is no such evidence file in the data folder; hand it in again or take it "
                "from a backup"},
               hash};
}

Error no_hash(const std::string& text) {
  return Error{{"đây không phải là mã SHA-256: cần 64 chữ số hệ 16 viết thường",
                "this is no SHA-256: it takes 64 lower-case hexadecimal digits"},
               text.substr(0, 80)};
}

// Streams may be told to throw.
Result<std::size_t> read_piece(std::istream& content, std::vector<char>& buffer) {
  try {
    content.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
  } catch (const std::exception&) {  // looked at below
  }
  if (content.bad())
    return Error{{"không đọc được hết nội dung của tệp; hãy gửi lại",
                  "the content of the file could not be read to its end; send it again"},
                 ""};
  return static_cast<std::size_t>(content.gcount());
}

Timestamp written_at(const struct stat& status) {
  return Timestamp{std::chrono::seconds{status.st_mtim.tv_sec} +
                   std::chrono::microseconds{status.st_mtim.tv_nsec / 1000}};
}

// A folder that goes away while it is read is no error here: only its names are wanted.
Result<std::vector<fs::path>> names_in(const fs::path& folder) {
  std::error_code failed;
  std::vector<fs::path> names;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
    names.push_back(at->path());
  if (failed) return file_error({"đọc thư mục", "read the folder"}, folder, failed.value());
  return names;
}

}  // namespace

fs::path blob_place(std::string_view hash) {
  return fs::path(hash.substr(0, 2)) / hash;
}

bool is_blob_hash(std::string_view hash) {
  return parse_hash(hash).has_value();
}

Result<std::unique_ptr<BlobFolder>> BlobFolder::open_in(const fs::path& folder,
                                                        std::uint64_t limit) {
  const auto made = make_folder(folder);
  if (!made) return made.error();
  if (*made) {
    const auto synced = sync_path(fs::absolute(folder).parent_path());
    if (!synced) return synced.error();
  }
  return std::unique_ptr<BlobFolder>(new BlobFolder(folder, limit));
}

BlobFolder::BlobFolder(fs::path folder, std::uint64_t limit)
    : folder_(std::move(folder)), limit_(limit) {}

Result<std::string> BlobFolder::put(std::istream& content) {
  auto file = NewFile::make_in(folder_);
  if (!file) return file.error();
  Sha256 sha;
  std::vector<char> buffer(piece);
  for (std::uint64_t total = 0;;) {
    const auto got = read_piece(content, buffer);
    if (!got) return got.error();
    if (*got == 0) break;
    total += *got;
    if (total > limit_) return too_large(limit_);
    const std::string_view bytes(buffer.data(), *got);
    sha.add(bytes);
    const auto written = file->write(bytes);
    if (!written) return written.error();
  }
  std::string hash = to_hex(sha.finish());
  const auto published = publish(*file, hash);
  if (!published) return published.error();
  return hash;
}

// A file that is there already is replaced: the new one is whole for certain, and young, so that
// no sweep takes it before its event is written.
Result<void> BlobFolder::publish(NewFile& file, const std::string& hash) {
  if (const auto synced = file.sync(); !synced) return synced;
  const fs::path target = folder_ / blob_place(hash);
  const auto made = make_folder(target.parent_path());
  if (!made) return made.error();
  {
    const std::lock_guard lock(names_);
    if (auto named = file.publish(target, Existing::replace); !named) return named;
  }
  if (auto synced = sync_path(target.parent_path()); !synced) return synced;
  // Also where the folder was there: whoever made it may not have got as far as this.
  return sync_path(folder_);
}

Result<std::unique_ptr<std::istream>> BlobFolder::open(const std::string& hash) const {
  if (!is_blob_hash(hash)) return no_hash(hash);
  auto file = std::make_unique<std::ifstream>(folder_ / blob_place(hash), std::ios::binary);
  if (!file->is_open()) return no_such_blob(hash);
  return std::unique_ptr<std::istream>(std::move(file));
}

bool BlobFolder::contains(const std::string& hash) const {
  std::error_code ignored;
  return is_blob_hash(hash) && fs::is_regular_file(folder_ / blob_place(hash), ignored);
}

std::optional<std::uint64_t> BlobFolder::size_of(const std::string& hash) const {
  if (!contains(hash)) return std::nullopt;
  std::error_code failed;
  const auto size = fs::file_size(folder_ / blob_place(hash), failed);
  return failed ? std::nullopt : std::optional<std::uint64_t>{size};
}

bool BlobFolder::renew(const std::string& hash) {
  const std::lock_guard lock(names_);
  if (!contains(hash)) return false;
  return ::utimensat(AT_FDCWD, (folder_ / blob_place(hash)).c_str(), nullptr, 0) == 0;
}

Result<void> BlobFolder::check(const std::string& hash) const {
  if (!contains(hash)) return is_blob_hash(hash) ? no_such_blob(hash) : no_hash(hash);
  const fs::path path = folder_ / blob_place(hash);
  auto file = open_file(path);
  if (!file) return file.error();
  Sha256 sha;
  std::vector<char> buffer(piece);
  for (;;) {
    const auto got = read_some(*file, buffer.data(), buffer.size(), path);
    if (!got) return got.error();
    if (*got == 0) break;
    sha.add({buffer.data(), *got});
  }
  const std::string found = to_hex(sha.finish());
  if (found == hash) return {};
  return Error{{fmt::format("tệp minh chứng đã bị thay đổi: nội dung có mã {}; hãy lấy lại từ bản "
                            "sao lưu",
                            found),
                fmt::format("the evidence file was changed: its content has the hash {}; take it "
                            "from a backup",
                            found)},
               path.string()};
}

Result<void> BlobFolder::each(const std::function<bool(const std::string&)>& visit) const {
  const auto folders = names_in(folder_);
  if (!folders) return folders.error();
  for (const fs::path& folder : *folders) {
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) continue;
    const auto files = names_in(folder);
    if (!files) return files.error();
    for (const fs::path& file : *files) {
      const std::string hash = file.filename().string();
      // What stands elsewhere than under its own name is not ours.
      if (contains(hash) && folder_ / blob_place(hash) == file && !visit(hash)) return {};
    }
  }
  return {};
}

Result<BlobFolder::Swept> BlobFolder::sweep(const std::unordered_set<std::string>& keep,
                                            Timestamp older_than) {
  std::vector<fs::path> doubtful;
  const auto listed = each([&](const std::string& hash) {
    if (!keep.contains(hash)) doubtful.push_back(folder_ / blob_place(hash));
    return true;
  });
  if (!listed) return listed.error();
  const auto here = names_in(folder_);
  if (!here) return here.error();
  for (const fs::path& path : *here)
    if (NewFile::is_temporary(path)) doubtful.push_back(path);

  Swept swept;
  for (const fs::path& path : doubtful) {
    const std::lock_guard lock(names_);
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) continue;
    if (written_at(status) >= older_than) continue;
    if (::unlink(path.c_str()) != 0)
      return file_error({"xóa tệp thừa", "remove an orphan"}, path, errno);
    ++swept.files;
    swept.bytes += static_cast<std::uint64_t>(status.st_size);
  }
  return swept;
}

}  // namespace tiendo::journal
